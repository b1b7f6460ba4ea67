import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { type Accesso, OPZIONI_SESSIONE, urlDi } from './client';
import type { Prisma } from './generated/client';
import { rifiutoDelDatabase, sqlstateDi } from './rifiuti';

/**
 * Le letture delle pagine: una istruzione SQL sola, dentro una transazione di sola lettura con il contesto firmato di chi chiede.
 * Passano da pg e non da Prisma perché qui non c'è nulla da tipizzare (l'istruzione restituisce il JSON della pagina) e la differenza si
 * misura: una pagina spende metà del suo tempo tra il server e il database (docs/decisioni/0005). Gli atti passano da commandAs.
 */
type Sql = Pick<Prisma.Sql, 'text' | 'values'>;

// In sviluppo i moduli si ricaricano: i gruppi di connessioni restano su globalThis.
const deposito = globalThis as typeof globalThis & { cantiereLetture?: Map<Accesso, pg.Pool> };

/** Le connessioni di un login che non passano da Prisma. Da usare solo dentro lib/db. */
export function gruppoDi(accesso: Accesso): pg.Pool {
  deposito.cantiereLetture ??= new Map();
  const esistente = deposito.cantiereLetture.get(accesso);
  if (esistente) return esistente;
  const nuovo = new pg.Pool({
    connectionString: urlDi(accesso),
    max: 6,
    options: OPZIONI_SESSIONE,
    application_name: `cantiere ${accesso} letture`,
    // una lettura manda tutte le sue istruzioni insieme, invece di aspettare la risposta di ciascuna
    pipeline: true,
  });
  // una connessione che cade mentre riposa non è un guasto della richiesta: la prossima ne apre un'altra
  nuovo.on('error', (errore) => console.error('Connessione al database persa:', errore.message));
  deposito.cantiereLetture.set(accesso, nuovo);
  return nuovo;
}

const CONTESTO = {
  name: 'contesto',
  text: `with impostato as materialized (select set_config('app.contesto', $1, true), set_config('app.firma', $2, true))
    select app.utente_id()::text as utente from impostato`,
};

/**
 * Le righe di una istruzione, lette come `attore`. PostgreSQL rifiuta qualunque scrittura passi di qui.
 * @throws DomainError accesso.contestoNonValido se il contesto non vale più: allora le policy non hanno mostrato nulla all'istruzione
 */
export const interroga = <T>(attore: Attore, sql: Sql): Promise<T[]> =>
  inSolaLettura(attore.lettore, (client) => [impostaContesto(client, attore), esegui<T>(client, sql)]);

/** Lo SQLSTATE di un'istruzione fermata perché il tempo è finito. */
const TEMPO_FINITO = '57014';

/**
 * Una istruzione composta sul momento, lette le tabelle del dizionario alla data (`current_setting('app.esporta_al')`). Non si prepara: i testi sono tanti quante
 * le domande. @param entroMs oltre, il database la ferma
 * @throws DomainError accesso.contestoNonValido, lettura.troppoLunga
 */
export const interrogaAllaData = <T>(
  attore: Attore,
  { al, entroMs }: { al: string; entroMs: number },
  { text, values }: Sql,
): Promise<T[]> =>
  inSolaLettura(attore.lettore, (client) => [
    impostaContesto(client, attore),
    client.query(`select set_config('app.esporta_al', $1, true), set_config('statement_timeout', $2, true)`, [al, `${entroMs}ms`]),
    client.query({ text, values: [...values] }).then(
      ({ rows }) => rows as T[],
      (errore) => {
        if (sqlstateDi(errore) !== TEMPO_FINITO) throw errore;
        throw new DomainError('lettura.troppoLunga', 'Il calcolo dura troppo ed è stato fermato: aggiungi un filtro o togli una voce.');
      },
    ),
  ]);

/** Apre il contesto di chi chiede nella transazione corrente. @throws DomainError accesso.contestoNonValido */
export async function impostaContesto(client: pg.PoolClient, attore: Attore): Promise<void> {
  const { rows } = await client.query<{ utente: string | null }>({ ...CONTESTO, values: [attore.contesto, attore.firma] });
  if (rows[0]?.utente !== attore.utenteId)
    throw new DomainError('accesso.contestoNonValido', 'La sessione non è più valida: accedi di nuovo.');
}

/** Le righe di una istruzione per chi non è entrato: solo le colonne e i progetti che il ruolo pubblico può leggere. */
export const interrogaPubblica = <T>(sql: Sql): Promise<T[]> => inSolaLettura('app_pubblico', (client) => [esegui<T>(client, sql)]);

/** Una funzione dello schema `accesso`, fuori da ogni transazione: la sessione di una richiesta. */
export const chiamaAccesso = async <T>(sql: Sql): Promise<T[]> => (await gruppoDi('app_accesso').query(preparata(sql))).rows as T[];

/**
 * Una transazione di sola lettura in un viaggio solo: le istruzioni di `manda` partono una dietro l'altra tra begin e commit, nello stesso
 * pacchetto. @returns cio che dà l'ultima @throws il guasto della prima che fallisce: le altre il database le ha già rifiutate
 */
async function inSolaLettura<T>(accesso: Accesso, manda: (client: pg.PoolClient) => [...Promise<unknown>[], Promise<T>]): Promise<T> {
  const client = await gruppoDi(accesso).connect();
  try {
    const { stream } = client.connection;
    stream.cork();
    const inizio = client.query('begin read only');
    const letture = manda(client);
    const fine = client.query('commit');
    stream.uncork();
    const esiti = await Promise.allSettled([inizio, ...letture, fine]);
    const guasto = esiti.find(({ status }) => status === 'rejected');
    if (guasto?.status === 'rejected') throw guasto.reason;
    client.release();
    return await (letture.at(-1) as Promise<T>);
  } catch (error) {
    client.release(true); // la connessione si butta: nessuna torna al gruppo con una transazione aperta
    throw rifiutoDelDatabase(error);
  }
}

const esegui = async <T>(client: pg.PoolClient, sql: Sql): Promise<T[]> => (await client.query(preparata(sql))).rows as T[];

// Istruzioni lunghe: pianificarle costa quanto eseguirle. Con un nome PostgreSQL le prepara una volta per connessione; i testi sono pochi e fissi.
const nomi = new Map<string, string>();

function preparata({ text, values }: Sql): { name: string; text: string; values: unknown[] } {
  let name = nomi.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    nomi.set(text, name);
  }
  return { name, text, values };
}
