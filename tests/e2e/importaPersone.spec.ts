import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { rileggi, unaRiga, unFile } from '../integration/importaPersone/_file';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unProgetto } from '../support/buildersProgetto';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function unMondo() {
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  const progetto = await unProgetto({ capofila: ente });
  await superutente.query(`update progetto set data_avvio = '2019-10-01', data_fine_prevista = '2021-03-31' where id = $1`, [progetto.id]);
  const operatore = await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: ente.id });
  return { ente, progetto, operatore };
}

const scegli = (page: Page, contenuto: Uint8Array, nome = 'persone.xlsx') =>
  page.getByLabel('File da importare').setInputFiles({ name: nome, mimeType: TIPO, buffer: Buffer.from(contenuto) });
const persone = async (enteId: string): Promise<number> =>
  (await superutente.query('select count(*)::int as n from persona where organizzazione_id = $1', [enteId])).rows[0].n;

test('un file con righe buone e sbagliate: si controlla, si importano le buone, si correggono le altre', async ({ browser }) => {
  test.slow();
  const { ente, operatore } = await unMondo();
  const page = await paginaDi(browser, operatore.incaricoId);
  await page.goto(routes.importaPersone());

  const modello = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Modello per/ }).click();
  expect((await modello).suggestedFilename()).toBe('modello-persone.xlsx');

  await scegli(page, await unFile([unaRiga(1, 'A1'), unaRiga(2, 'A1', { ingresso: '31/02/2020' }), unaRiga(3, 'A1')]));
  await page.getByRole('button', { name: 'Controlla il file' }).click();
  await expect(page.getByText('Finora non è stato salvato nulla')).toBeVisible();
  await expect(page.getByRole('row', { name: /Riga 3.*31 febbraio/ })).toBeVisible();
  expect(await persone(ente.id)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  // il file è ancora al suo posto: si scaricano le righe da correggere
  const scaricate = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Scarica le righe da correggere' }).click();
  const [riga] = await rileggi(new Uint8Array(await readFile(await (await scaricate).path())));
  expect(riga?.che_cosa_non_va).toContain('31 febbraio');

  await page.getByRole('button', { name: 'Importa le 2 righe valide' }).click();
  await expect(page.getByText('2 righe importate.')).toBeVisible();
  expect(await persone(ente.id)).toBe(2);

  await scegli(page, await unFile([{ ...riga, ingresso: '20/02/2020' }]), 'corrette.xlsx');
  await page.getByRole('button', { name: 'Controlla di nuovo' }).click();
  await page.getByRole('button', { name: 'Importa la riga valida' }).click();
  await expect(page.getByText('1 riga importata.')).toBeVisible();
  expect(await persone(ente.id)).toBe(3);

  // lo stesso file un'altra volta non aggiunge nulla
  await page.getByRole('button', { name: 'Controlla di nuovo' }).click();
  await expect(page.getByText('1 è già presente')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Importa/ })).toHaveCount(0);
});

test('senza JavaScript il file si sceglie due volte, e un altro file non si importa', async ({ browser }) => {
  test.slow();
  const { ente, operatore } = await unMondo();
  const page = await paginaDi(browser, operatore.incaricoId, { javaScriptEnabled: false });
  await page.goto(routes.importaPersone());
  const buono = await unFile([unaRiga(1, 'A1')]);
  await scegli(page, buono);
  await page.getByRole('button', { name: 'Controlla il file' }).click();
  await scegli(page, await unFile([unaRiga(2, 'A1')]));
  await page.getByRole('button', { name: 'Importa la riga valida' }).click();
  await expect(page.getByText('Questo non è il file che hai controllato')).toBeVisible();
  await scegli(page, buono);
  await page.getByRole('button', { name: 'Controlla di nuovo' }).click();
  await scegli(page, buono);
  await page.getByRole('button', { name: 'Importa la riga valida' }).click();
  await expect(page.getByText('1 riga importata.')).toBeVisible();
  expect(await persone(ente.id)).toBe(1);
});
