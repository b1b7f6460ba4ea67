import pg from 'pg';
import type { Esecutore } from '../superutente';
import type { Lettore } from './lettori';

/** Com'è andata un'istruzione: le righe restituite (testo JSON nella colonna r) e quante ne ha toccate, o il codice del rifiuto. */
export type Esito = { righe: string[]; n: number; codice?: undefined } | { codice: string; messaggio: string };
/** Esegue un'istruzione come il lettore, in una transazione che non lascia nulla. */
export type Banco = (chi: Lettore, sql: string, valori?: unknown[]) => Promise<Esito>;

/** Apre identità e contesto in un solo viaggio: le prove sono migliaia. */
function apertura(chi: Lettore, identita: string): string {
  const contesto = [chi.contesto ?? '', chi.firma ?? ''].map(pg.escapeLiteral);
  const conContesto = chi.contesto !== undefined || chi.firma !== undefined;
  return conContesto
    ? `${identita}; select set_config('app.contesto', ${contesto[0]}, true), set_config('app.firma', ${contesto[1]}, true)`
    : identita;
}

async function istruzione(db: Esecutore, sql: string, valori: unknown[]): Promise<Esito> {
  try {
    const { rows, rowCount } = await db.query(sql, valori);
    return { righe: rows.map(({ r }) => r), n: rowCount ?? 0 };
  } catch (errore) {
    const { code, message } = errore as pg.DatabaseError;
    if (!code) throw errore;
    return { codice: code, messaggio: message };
  }
}

/** Il banco delle prove vere: una connessione per login, perché conta session_user. app_custode non può entrare: vi si passa da superutente. */
export function bancoConLogin(url: (login: string) => string): { banco: Banco; chiudi: () => Promise<void> } {
  const aperte = new Map<string, Promise<pg.Client>>();
  const connetti = async (login: string) => {
    const db = new pg.Client({ connectionString: url(login === 'app_custode' ? 'postgres' : login) });
    await db.connect();
    return db;
  };
  const banco: Banco = async (chi, sql, valori = []) => {
    if (!aperte.has(chi.login)) aperte.set(chi.login, connetti(chi.login));
    const db = await (aperte.get(chi.login) as Promise<pg.Client>);
    try {
      await db.query(apertura(chi, chi.login === 'app_custode' ? 'begin; set local role app_custode' : 'begin'));
      return await istruzione(db, sql, valori);
    } finally {
      await db.query('rollback');
    }
  };
  return { banco, chiudi: async () => void (await Promise.all([...aperte.values()].map(async (db) => (await db).end()))) };
}

/**
 * Il banco delle mutazioni: una sola connessione di superutente che prende l'identità del lettore dentro la transazione della mutazione.
 * @param prima SQL da eseguire da superutente prima di ogni prova
 */
export const bancoNellaTransazione =
  (db: Esecutore, prima = 'select'): Banco =>
  async (chi, sql, valori = []) => {
    const identita =
      chi.login === 'app_custode' ? 'set local role app_custode' : `set local session authorization ${pg.escapeIdentifier(chi.login)}`;
    try {
      await db.query(apertura(chi, `savepoint prova; ${prima}; ${identita}`));
      return await istruzione(db, sql, valori);
    } finally {
      await db.query('rollback to savepoint prova; release savepoint prova');
    }
  };
