import pg from 'pg';

/** Any number, always this one: who changes the keys does it alone. */
const SERRATURA = 7_405_905;

/**
 * Works on the keys, alone: two commands that changed the file together would lose the keys of one of them.
 * @param url of app_sistema @throws Error when another command is at it
 */
export async function daSolo<T>(url: string, lavora: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url, application_name: 'cantiere chiavi' });
  db.on('error', () => undefined); // the query under way reports it
  await db.connect();
  try {
    const { rows } = await db.query<{ presa: boolean }>('select pg_try_advisory_lock($1) as presa', [SERRATURA]);
    if (!rows[0]?.presa) throw new Error('Un altro comando sta lavorando alle chiavi: aspetta che finisca e riprova.');
    return await lavora(db);
  } finally {
    await db.end();
  }
}
