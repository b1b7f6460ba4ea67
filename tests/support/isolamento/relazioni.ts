import type { Esecutore, Riga } from '../superutente';
import type { Dati } from './regole';

/** Che cosa un login può chiedere a una relazione secondo le concessioni, comprese quelle a tutti. */
export type Permessi = { select: string[]; insert: string[]; update: string[]; delete: boolean; truncate: boolean };
export type Relazione = { nome: string; sql: string; colonne: string[]; annullabili: string[]; permessi: Record<string, Permessi> };

/** Gli schemi dell'applicazione: tutti quelli che non sono di PostgreSQL. */
export const SCHEMI = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

const ELENCO = `
  select n.nspname || '.' || c.relname as nome, c.oid::int as oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as sql,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as colonne,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and not a.attnotnull) as annullabili
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${SCHEMI} and c.relkind in ('r', 'p', 'v', 'm', 'f') and ($1::text[] is null or n.nspname || '.' || c.relname = any ($1))
  order by 1`;

const concesse = (privilegio: string) =>
  `array(select a.attname::text from pg_attribute a where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
    and has_column_privilege(l.login, $1::oid, a.attname, '${privilegio}') order by a.attnum) as "${privilegio}"`;
const PERMESSI = `
  select l.login, ${concesse('select')}, ${concesse('insert')}, ${concesse('update')},
    has_table_privilege(l.login, $1::oid, 'delete') as "delete", has_table_privilege(l.login, $1::oid, 'truncate') as "truncate"
  from unnest($2::text[]) as l(login)`;

/** Tutte le relazioni degli schemi dell'applicazione (o solo quelle chieste), con i permessi di ciascun login. */
export async function relazioni(db: Esecutore, login: string[], solo?: string[]): Promise<Relazione[]> {
  const { rows } = await db.query(ELENCO, [solo ?? null]);
  const elenco: Relazione[] = [];
  for (const { oid, ...relazione } of rows) {
    const permessi = await db.query(PERMESSI, [oid, login]);
    elenco.push({ ...relazione, permessi: Object.fromEntries(permessi.rows.map(({ login: chi, ...p }) => [chi, p])) });
  }
  return elenco;
}

/** Tutte le righe, come le vede il superutente; per nome di tabella senza schema. */
export async function leggiDati(db: Esecutore, elenco: Relazione[]): Promise<Dati> {
  const dati: Dati = {};
  for (const { nome, sql } of elenco) {
    const { rows } = await db.query(`select to_jsonb(t) as riga from ${sql} t`);
    dati[nome.replace(/^public\./, '')] = rows.map(({ riga }) => riga as Riga);
  }
  return dati;
}

/** Una riga ridotta alle colonne date, in una forma che si può confrontare. */
export const forma = (riga: Riga, colonne: string[]): string => JSON.stringify(colonne.map((colonna) => [colonna, riga[colonna] ?? null]));
