import pg from 'pg';
import { conCredenziali, verificatoreScram } from './migra';

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
    const { rowCount: ruolo } = await db.query('select from pg_roles where rolname = $1', [PROPRIETARIO]);
    if (!ruolo) await db.query(`create role ${PROPRIETARIO}`);
    await db.query(
      `alter role ${PROPRIETARIO} login createrole nosuperuser nobypassrls password '${verificatoreScram(password, password)}'`,
    );
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
