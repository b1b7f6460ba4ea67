import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { OPZIONI_SESSIONE, urlDi } from './client';
import { dividiRighe, type RigaLetta } from './copiaTesto';

/**
 * Le letture lunghe delle esportazioni: `COPY … TO STDOUT` in una transazione sola, di sola lettura e con una sola fotografia dei dati, con il contesto firmato di
 * chi chiede. Hanno un gruppo di connessioni loro, piccolo: chi scarica piano non toglie connessioni alle pagine.
 */
const INSIEME = 3;
/** Una resta aperta anche se riposa: aprirla da capo è il grosso del tempo che passa prima del primo byte. */
const PRONTE = 1;
/** Quanto si aspetta un posto prima di dire che ce ne sono troppi. */
const ATTESA_MS = 5_000;
/** Quanto può durare un'istruzione: chi scarica piano tiene ferma la COPY, e a un certo punto il posto serve ad altri. */
const DURATA = '20min';

const deposito = globalThis as typeof globalThis & { cantiereLetture?: Map<string, pg.Pool> };
const NOME = 'app_ricerca esportazioni';

function gruppo(): pg.Pool {
  deposito.cantiereLetture ??= new Map();
  const esistente = deposito.cantiereLetture.get(NOME);
  if (esistente) return esistente;
  const nuovo = new pg.Pool({
    connectionString: urlDi('app_ricerca'),
    max: INSIEME,
    min: PRONTE,
    options: OPZIONI_SESSIONE,
    application_name: `cantiere ${NOME}`,
    connectionTimeoutMillis: ATTESA_MS,
  });
  nuovo.on('error', (errore) => console.error('Connessione al database persa:', errore.message));
  deposito.cantiereLetture.set(NOME, nuovo);
  return nuovo;
}

/** Una transazione aperta da cui copiare. Chi la apre la chiude, sempre: `chiudi` ferma anche una COPY a metà. */
export type Copia = {
  /** Le righe di una `select` costante, a gruppi, mentre arrivano. Ogni cella è il testo di PostgreSQL, o null. */
  righe: (select: string) => AsyncGenerator<RigaLetta[]>;
  /** Il valore della colonna `dati` di una `select` costante che dà una riga. */
  dati: (select: string) => Promise<unknown>;
  chiudi: () => Promise<void>;
};

/**
 * Apre la transazione. @param al la data di riferimento, AAAA-MM-GG: la leggono le istruzioni (COPY non accetta parametri)
 * @throws DomainError accesso.contestoNonValido; esportazione.troppe se i posti sono tutti presi
 */
export async function apriCopia(attore: Attore, al: string): Promise<Copia> {
  if (attore.lettore !== 'app_ricerca')
    throw new DomainError('ricerca.ruoloMancante', 'Le esportazioni si scaricano con il ruolo di ricercatore.');
  const client = await gruppo()
    .connect()
    .catch((errore: Error) => {
      if (!/timeout/i.test(errore.message)) throw errore;
      throw new DomainError('esportazione.troppe', 'Ci sono già troppi scaricamenti in corso. Aspetta qualche minuto e riprova.');
    });
  try {
    const pid = await inizia(client, attore, al);
    return copiaSu(client, pid);
  } catch (errore) {
    client.release(true);
    throw errore;
  }
}

async function inizia(client: pg.PoolClient, attore: Attore, al: string): Promise<number> {
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ utente: string | null; pid: number }>(
    `with impostato as materialized (select set_config('app.contesto', $1, true), set_config('app.firma', $2, true), set_config('app.esporta_al', $3, true),
       set_config('statement_timeout', $4, true), set_config('idle_in_transaction_session_timeout', '5min', true))
     select app.utente_id()::text as utente, pg_backend_pid() as pid from impostato`,
    [attore.contesto, attore.firma, al, DURATA],
  );
  const riga = rows[0];
  if (!riga || riga.utente !== attore.utenteId)
    throw new DomainError('accesso.contestoNonValido', 'La sessione non è più valida: accedi di nuovo.');
  return riga.pid;
}

function copiaSu(client: pg.PoolClient, pid: number): Copia {
  let inCorso = false;
  let chiusa = false;
  async function* righe(select: string): AsyncGenerator<RigaLetta[]> {
    inCorso = true;
    yield* dividiRighe(client.query(copyTo(`copy (${select}) to stdout`)));
    inCorso = false;
  }
  return {
    righe,
    dati: async (select) => (await client.query<{ dati: unknown }>(select)).rows[0]?.dati,
    chiudi: async () => {
      if (chiusa) return;
      chiusa = true;
      if (inCorso) await ferma(pid);
      else await client.query('commit').catch(() => undefined);
      // la connessione si butta se la copia era a metà: nessuna torna al gruppo con una transazione aperta
      client.release(inCorso);
    },
  };
}

/** Ferma la COPY dal database: chiudere la connessione non basta finché il server sta calcolando e non prova a scrivere. */
const ferma = async (pid: number): Promise<void> => {
  const altra = new pg.Client({ connectionString: urlDi('app_ricerca'), application_name: `cantiere ${NOME}` });
  try {
    await altra.connect();
    await altra.query('select pg_cancel_backend($1)', [pid]);
  } catch (errore) {
    console.error('Una esportazione interrotta non si è fermata subito:', errore instanceof Error ? errore.message : errore);
  } finally {
    await altra.end().catch(() => undefined);
  }
};
