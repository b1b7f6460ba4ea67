import { createHash, createHmac, pbkdf2Sync, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

type Migrazione = { nome: string; sql: string; checksum: string };
type Applicata = { migration_name: string; checksum: string; finita: boolean };

const CARTELLA = path.resolve(import.meta.dirname, 'migrations');
/** The lock `prisma migrate deploy` takes: the two never work at the same time. */
const SERRATURA = 72707369;
const REGISTRO = `create table if not exists public._prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
  rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** The logins of the application, one per kind of reader. Made by the first migration. */
export const RUOLI = ['app_ente', 'app_regione', 'app_ricerca', 'app_pubblico', 'app_accesso', 'app_sistema'] as const;
export type RuoloDatabase = (typeof RUOLI)[number];

/**
 * Applies the migrations that are missing, each in one transaction: a failed one leaves nothing. Two commands at once wait for each other.
 * @param url of the owner of the database
 * @param cartella holds `<nome>/migration.sql`, applied in the order of the names
 * @returns the names applied now
 * @throws Error when an applied migration was changed or removed, or one fails
 */
export async function migra(url: string, cartella = CARTELLA): Promise<{ applicate: string[] }> {
  const migrazioni = leggiMigrazioni(cartella);
  return conCliente(url, async (db) => {
    await chiudiASerratura(db);
    await db.query(REGISTRO);
    const { rows } = await db.query<Applicata>(
      'select migration_name, checksum, finished_at is not null as finita from public._prisma_migrations where rolled_back_at is null',
    );
    const mancanti = daApplicare(migrazioni, rows);
    for (const migrazione of mancanti) await applica(db, migrazione);
    return { applicate: mancanti.map(({ nome }) => nome) };
  });
}

function leggiMigrazioni(cartella: string): Migrazione[] {
  const nomi = readdirSync(cartella, { withFileTypes: true }).filter((voce) => voce.isDirectory());
  return nomi
    .map(({ name: nome }) => {
      const contenuto = readFileSync(path.join(cartella, nome, 'migration.sql'));
      return { nome, sql: contenuto.toString('utf8'), checksum: createHash('sha256').update(contenuto).digest('hex') };
    })
    .sort((una, altra) => (una.nome < altra.nome ? -1 : 1));
}

function daApplicare(migrazioni: Migrazione[], applicate: Applicata[]): Migrazione[] {
  const note = new Map(migrazioni.map((migrazione) => [migrazione.nome, migrazione]));
  for (const { migration_name: nome, checksum, finita } of applicate) {
    if (!finita) throw new Error(`La migrazione ${nome} è rimasta a metà: il database va sistemato a mano prima di continuare.`);
    if (!note.has(nome)) throw new Error(`Il database ha la migrazione ${nome}, che qui manca: questo codice è più vecchio del database.`);
    if (note.get(nome)?.checksum !== checksum)
      throw new Error(
        `La migrazione ${nome} è stata modificata dopo essere stata applicata: rimetti il testo di prima e scrivine una nuova.`,
      );
  }
  const fatte = new Set(applicate.map((applicata) => applicata.migration_name));
  return migrazioni.filter(({ nome }) => !fatte.has(nome));
}

async function applica(db: pg.Client, { nome, sql, checksum }: Migrazione): Promise<void> {
  const inizio = new Date();
  try {
    await db.query('begin');
    await db.query("set local lock_timeout = '5s'");
    await db.query(sql);
    await db.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, nome, inizio],
    );
    await db.query('commit');
  } catch (causa) {
    await db.query('rollback');
    const { message, position } = causa as pg.DatabaseError;
    const riga = position ? ` (riga ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw new Error(`La migrazione ${nome} non è riuscita e non ha lasciato nulla: ${message}${riga}.`, { cause: causa });
  }
}

async function chiudiASerratura(db: pg.Client): Promise<void> {
  await db.query("set statement_timeout = '2min'");
  await db.query('select pg_advisory_lock($1)', [SERRATURA]);
  await db.query('reset statement_timeout');
}

/**
 * Gives each login of the application its password, derived from `segreto`, and returns their URLs. Doing it again changes nothing.
 * What travels is the SCRAM verifier, so that no server log can show a password.
 * @param url of the owner, who must administer the roles
 */
export async function impostaPasswordRuoli(url: string, segreto: string): Promise<Record<RuoloDatabase, string>> {
  await conCliente(url, async (db) => {
    await chiudiASerratura(db);
    const { rows } = await db.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[...RUOLI]]);
    const mancanti = RUOLI.filter((ruolo) => !rows.some(({ rolname }) => rolname === ruolo));
    if (mancanti.length > 0) throw new Error(`Nel database mancano i ruoli ${mancanti.join(', ')}.`);
    for (const ruolo of RUOLI)
      await riprova(() => db.query(`alter role ${ruolo} password '${verificatoreScram(passwordRuolo(ruolo, segreto), segreto)}'`));
  });
  return Object.fromEntries(RUOLI.map((ruolo) => [ruolo, conCredenziali(url, ruolo, passwordRuolo(ruolo, segreto))])) as Record<
    RuoloDatabase,
    string
  >;
}

/**
 * Roles belong to the whole server while an advisory lock belongs to one database: two commands may meet on the same role, and the loser
 * tries again.
 */
export async function riprova(azione: () => Promise<unknown>, volte = 20): Promise<void> {
  try {
    await azione();
  } catch (errore) {
    if (volte === 0 || !/tuple concurrently updated|pg_authid_rolname_index|already exists/.test((errore as Error).message)) throw errore;
    await riprova(azione, volte - 1);
  }
}

/** The same address with another user. */
export function conCredenziali(url: string, utente: string, password: string): string {
  const nuovo = new URL(url);
  nuovo.username = encodeURIComponent(utente);
  nuovo.password = encodeURIComponent(password);
  return nuovo.href;
}

/** HMAC-SHA256 of the role's name, in hexadecimal. */
export const passwordRuolo = (ruolo: string, segreto: string) => createHmac('sha256', segreto).update(ruolo).digest('hex');

/** What PostgreSQL stores for a password (RFC 5803). The salt is derived too: the same password always gives the same text. */
export function verificatoreScram(password: string, segreto: string): string {
  const sale = createHmac('sha256', segreto).update(`sale:${password}`).digest().subarray(0, 16);
  const salata = pbkdf2Sync(password, sale, 4096, 32, 'sha256');
  const chiave = (nome: string) => createHmac('sha256', salata).update(nome).digest();
  const conservata = createHash('sha256').update(chiave('Client Key')).digest('base64');
  return `SCRAM-SHA-256$4096:${sale.toString('base64')}$${conservata}:${chiave('Server Key').toString('base64')}`;
}

async function conCliente<T>(url: string, lavora: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return await lavora(db);
  } finally {
    await db.end();
  }
}
