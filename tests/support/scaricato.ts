import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export type Scaricato = { nome: string; contenuto: Buffer };

/** Preme un bottone e legge il file che ne esce. @param bottone il suo nome intero */
export const scaricato = (page: Page, bottone: string): Promise<Scaricato> =>
  ilFileDi(page, () => page.getByRole('button', { name: bottone, exact: true }).click());

/** Il file che esce da ciò che si fa nella pagina. */
export async function ilFileDi(page: Page, fai: () => Promise<unknown>): Promise<Scaricato> {
  const attesa = page.waitForEvent('download');
  await fai();
  const file = await attesa;
  return { nome: file.suggestedFilename(), contenuto: await readFile(await file.path()) };
}
