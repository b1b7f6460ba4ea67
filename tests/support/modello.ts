import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { preparaDatabase } from '@/prisma/applicazione';
import { avviaIncorporato } from '@/prisma/incorporato';
import { detentore } from '@/prisma/incorporato/serratura';
import { impostaPasswordRuoli, migra, passwordRuolo } from '@/prisma/migra';
import { caricaDimostrazione } from '@/scripts/dimostrazione';
import { chiaviDiProva } from './chiaviDiProva';

/** What the tests need to know of the server they run on. Travels in the variable CANTIERE_PROVA. */
export type Prova = { superutente: string; modello: string; segreto: string };

const PREFISSO = 'cantiere-prova-';
// nobody will miss this data: not waiting for the disk halves the time
const SENZA_GARANZIE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

/**
 * Starts the PostgreSQL of the tests (or uses TEST_DATABASE_URL, a superuser's address on a server kept for tests) and prepares the template
 * every test database is copied from: migrated, with the demo programme and its accounts.
 */
export async function preparaProva(): Promise<{ prova: Prova; chiudi: () => Promise<void> }> {
  const esterno = process.env.TEST_DATABASE_URL;
  const { superutente, ferma } = esterno ? { superutente: esterno, ferma: async () => undefined } : await avviaServerDiProva();
  const prova = {
    superutente,
    modello: `cantiere_prova_${process.pid}`,
    segreto: createHmac('sha256', 'prove').update(superutente).digest('hex'),
  };
  // the demo, the workers and the web server of the tests inherit the keys of the identities; an administrator's must not end up here
  delete process.env.CANTIERE_FILE_CHIAVI;
  process.env.CANTIERE_CHIAVI = chiaviDiProva(prova.segreto);
  const chiudi = async () => {
    if (esterno) await eliminaDatabase(prova);
    await ferma();
  };
  try {
    await preparaModello(prova);
    return { prova, chiudi };
  } catch (errore) {
    await chiudi();
    throw errore;
  }
}

async function avviaServerDiProva(): Promise<{ superutente: string; ferma: () => Promise<void> }> {
  buttaAbbandonate();
  const cartella = mkdtempSync(path.join(tmpdir(), PREFISSO));
  await chmod(cartella, 0o755); // root's server runs under another identity
  const server = await avviaIncorporato({
    cartella: path.join(cartella, 'postgres'),
    spegniConProcesso: true,
    impostazioni: SENZA_GARANZIE,
  });
  const ferma = async () => {
    await server.ferma();
    rmSync(cartella, { recursive: true, force: true });
  };
  return { superutente: server.url, ferma };
}

/** Folders of runs that were killed; those of runs still going, or of other people, stay. */
function buttaAbbandonate(): void {
  for (const nome of readdirSync(tmpdir()).filter((voce) => voce.startsWith(PREFISSO))) {
    const cartella = path.join(tmpdir(), nome);
    const stato = statSync(cartella, { throwIfNoEntry: false });
    const fresca = stato !== undefined && Date.now() - stato.mtimeMs < 60_000; // perhaps its run has not written its name yet
    if (!stato || fresca || stato.uid !== process.getuid?.() || detentore(path.join(cartella, 'postgres/proprietario.json'))) continue;
    rmSync(cartella, { recursive: true, force: true });
  }
}

async function preparaModello(prova: Prova): Promise<void> {
  const proprietario = await preparaDatabase(prova.superutente, prova.modello, passwordRuolo('cantiere', prova.segreto));
  await migra(proprietario);
  const url = await impostaPasswordRuoli(proprietario, prova.segreto);
  await caricaDimostrazione(url);
  // a template can be copied only while nobody is connected to it
  await conSuperutente(prova, (db) => db.query(`alter database ${pg.escapeIdentifier(prova.modello)} with allow_connections false`));
}

/** Removes the template and its copies from somebody else's server. */
async function eliminaDatabase(prova: Prova): Promise<void> {
  await conSuperutente(prova, async (db) => {
    const { rows } = await db.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prova.modello]);
    for (const { datname } of rows) await db.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  });
}

/** Lends a superuser's connection. */
export async function conSuperutente<T>(prova: Prova, lavora: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: prova.superutente });
  await db.connect();
  try {
    return await lavora(db);
  } finally {
    await db.end();
  }
}
