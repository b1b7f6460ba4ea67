import pg from 'pg';
import { conCredenziali, riprova, verificatoreScram } from './migra';

const PROPRIETARIO = 'cantiere';

/**
 * Makes sure that a database of the application exists, owned by the role `cantiere`, which migrates it and is no superuser.
 * Safe to repeat.
 * @param url of the superuser @returns URL of the owner on database `nome`
 */
export async function preparaDatabase(url: string, nome: string, password: string): Promise<string> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    await riprova(() => preparaProprietario(db, password));
    const { rowCount: database } = await db.query('select from pg_database where datname = $1', [nome]);
    if (!database)
      await db.query(
        `create database ${pg.escapeIdentifier(nome)} owner ${PROPRIETARIO} template template0 encoding 'UTF8' locale_provider icu icu_locale 'it-IT'`,
      );
  } finally {
    await db.end();
  }
  const indirizzo = new URL(conCredenziali(url, PROPRIETARIO, password));
  indirizzo.pathname = `/${encodeURIComponent(nome)}`;
  return indirizzo.href;
}

async function preparaProprietario(db: pg.Client, password: string): Promise<void> {
  const { rowCount } = await db.query('select from pg_roles where rolname = $1', [PROPRIETARIO]);
  if (!rowCount) await db.query(`create role ${PROPRIETARIO}`);
  const verificatore = verificatoreScram(password, password);
  await db.query(`alter role ${PROPRIETARIO} login createrole nosuperuser nobypassrls password '${verificatore}'`);
}

/**
 * Makes the database `nome` and fills it, unless it exists. It is filled under another name and renamed at the end: a command killed halfway
 * leaves no half-filled database, and the next one starts again.
 * @param url of the superuser @param riempi receives the owner's URL; it must close its connections
 */
export async function creaDatabasePieno(
  url: string,
  nome: string,
  password: string,
  riempi: (proprietario: string) => Promise<void>,
): Promise<void> {
  const bozza = `${nome}_bozza`;
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    if ((await db.query('select from pg_database where datname = $1', [nome])).rowCount) return;
    await db.query(`drop database if exists ${pg.escapeIdentifier(bozza)} with (force)`);
    await riempi(await preparaDatabase(url, bozza, password));
    await db.query(`alter database ${pg.escapeIdentifier(bozza)} rename to ${pg.escapeIdentifier(nome)}`);
  } finally {
    await db.end();
  }
}
