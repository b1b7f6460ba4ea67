import path from 'node:path';
import pg from 'pg';
import { accountDimostrativi, caricaDemo } from '@/prisma/demo';
import { importa } from '@/prisma/importa/importa';
import type { RuoloDatabase } from '@/prisma/migra';
import type { Ambiente } from './ambiente';
import { RADICE } from './processi';
import { passo, tabella } from './stampa';

const PROGRAMMA = path.join(RADICE, 'prisma/dati/wecare-2020.json');

/** Loads the demo programme, its accounts and its stories. @throws Error when a row of the programme is refused */
export async function caricaDimostrazione(url: Record<RuoloDatabase, string>): Promise<void> {
  const righe: string[] = [];
  const { rifiutati } = await importa({ url: url.app_sistema, file: PROGRAMMA, stampa: (riga) => righe.push(riga) });
  if (rifiutati > 0) throw new Error(`Il programma dimostrativo ha righe rifiutate:\n${righe.join('\n')}`);
  await caricaDemo({ url: url.app_sistema, urls: url });
}

/** Loads the demo if this installation wants it and the database has no Regione yet. */
export async function caricaDimostrazioneSeVuoto(ambiente: Ambiente): Promise<void> {
  if (!ambiente.demo || !(await eVuoto(ambiente.url.app_sistema))) return;
  passo('Carico il programma dimostrativo');
  await caricaDimostrazione(ambiente.url);
}

async function eVuoto(url: string): Promise<boolean> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const { rows } = await db.query<{ vuoto: boolean }>('select not exists (select from regione) as vuoto');
    return rows[0]?.vuoto === true;
  } finally {
    await db.end();
  }
}

/** One demo sign-in per role, as a table for the terminal. */
export function tabellaAccessi(): string {
  const visti = new Set<string>();
  const primi = accountDimostrativi.filter(({ ruolo }) => !visti.has(ruolo) && visti.add(ruolo));
  return tabella([
    ['Ruolo', 'E-mail', 'Password', 'Organizzazione'],
    ...primi.map((uno) => [uno.ruolo, uno.email, uno.password, uno.organizzazione]),
  ]);
}
