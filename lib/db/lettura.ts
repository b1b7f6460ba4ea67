import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { type Accesso, OPZIONI_SESSIONE, RIPOSO, urlDi } from './client';
import type { Prisma } from './generated/client';
import { rifiutoDelDatabase, sqlstateDi } from './rifiuti';
import { type Istruzione, inUnViaggio } from './viaggio';

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
    ...RIPOSO,
    // la sessione di una richiesta si segna da sé quando è stata usata; le altre letture non scrivono nulla, e chi deve lo dice
    options: accesso === 'app_accesso' ? OPZIONI_SESSIONE : `${OPZIONI_SESSIONE} -c default_transaction_read_only=on`,
    application_name: `cantiere ${accesso} letture`,
  });
  // una connessione che cade mentre riposa non è un guasto della richiesta: la prossima ne apre un'altra
  nuovo.on('error', (errore) => console.error('Connessione al database persa:', errore.message));
  deposito.cantiereLetture.set(accesso, nuovo);
  return nuovo;
}

/** Apre il contesto di chi chiede nella transazione corrente, e dice chi il database ha riconosciuto. */
const contestoDi = ({ contesto, firma }: Attore) => ({
  name: 'contesto',
  text: `with impostato as materialized (select set_config('app.contesto', $1, true), set_config('app.firma', $2, true))
    select app.utente_id()::text as utente from impostato`,
  values: [contesto, firma],
});

/** @throws DomainError accesso.contestoNonValido se il database non ha riconosciuto `attore` */
const pretendi = (attore: Attore) => (riconosciuto: unknown) => {
  if ((riconosciuto as { utente: string | null } | undefined)?.utente !== attore.utenteId)
    throw new DomainError('accesso.contestoNonValido', 'La sessione non è più valida: accedi di nuovo.');
};

/**
 * Le righe di una istruzione, lette come `attore`. PostgreSQL rifiuta qualunque scrittura passi di qui.
 * @throws DomainError accesso.contestoNonValido se il contesto non vale più: allora le policy non hanno mostrato nulla all'istruzione
 */
export const interroga = <T>(attore: Attore, sql: Sql): Promise<T[]> => leggiCome<T>(attore, [preparata(sql)]);

/** Lo SQLSTATE di un'istruzione fermata perché il tempo è finito. */
const TEMPO_FINITO = '57014';

/**
 * Una istruzione composta sul momento, lette le tabelle del dizionario alla data (`current_setting('app.esporta_al')`). Non si prepara: i testi sono tanti quante
 * le domande. @param entroMs oltre, il database la ferma
 * @throws DomainError accesso.contestoNonValido, lettura.troppoLunga
 */
export async function interrogaAllaData<T>(attore: Attore, { al, entroMs }: { al: string; entroMs: number }, sql: Sql): Promise<T[]> {
  const limiti = {
    text: `select set_config('app.esporta_al', $1, true), set_config('statement_timeout', $2, true)`,
    values: [al, `${entroMs}ms`],
  };
  try {
    return await leggiCome<T>(attore, [limiti, sql]);
  } catch (errore) {
    if (sqlstateDi(errore) !== TEMPO_FINITO) throw errore;
    throw new DomainError('lettura.troppoLunga', 'Il calcolo dura troppo ed è stato fermato: aggiungi un filtro o togli una voce.');
  }
}

/** Apre il contesto di chi chiede nella transazione corrente di `client`. @throws DomainError accesso.contestoNonValido */
export async function impostaContesto(client: pg.PoolClient, attore: Attore): Promise<void> {
  await inUnViaggio(client, [contestoDi(attore)], pretendi(attore));
}

/** Le righe di una istruzione per chi non è entrato: solo le colonne e i progetti che il ruolo pubblico può leggere. */
export const interrogaPubblica = async <T>(sql: Sql): Promise<T[]> => (await viaggia('app_pubblico', [preparata(sql)]))[0] as T[];

/** Una funzione dello schema `accesso`, fuori da ogni transazione: la sessione di una richiesta. */
export const chiamaAccesso = async <T>(sql: Sql): Promise<T[]> => (await viaggia('app_accesso', [preparata(sql)]))[0] as T[];

/** Il contesto di `attore` e le istruzioni, in una transazione. @returns le righe dell'ultima */
async function leggiCome<T>(attore: Attore, istruzioni: readonly Istruzione[]): Promise<T[]> {
  const righe = await viaggia(attore.lettore, [contestoDi(attore), ...istruzioni], pretendi(attore));
  return righe.at(-1) as T[];
}

/** Le righe di ogni istruzione. @throws il guasto della prima che fallisce, detto dal portale dove il database lo spiega */
async function viaggia(
  accesso: Accesso,
  istruzioni: readonly Istruzione[],
  prima: (riga: unknown) => void = () => undefined,
): Promise<unknown[][]> {
  const client = await gruppoDi(accesso).connect();
  try {
    const righe = await inUnViaggio(client, istruzioni, prima);
    client.release();
    return righe;
  } catch (error) {
    client.release(true); // la connessione si butta: nessuna torna al gruppo con una transazione aperta
    throw rifiutoDelDatabase(error);
  }
}

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
