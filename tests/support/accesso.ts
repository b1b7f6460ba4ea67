import { randomInt } from 'node:crypto';
import { type Esito, entra } from '@/lib/auth/entra';
import { creaHash } from '@/lib/auth/password';
import { improntaDi } from '@/lib/auth/segreti';
import { leggiRigaSessione, type RigaSessione } from '@/lib/db/accesso';
import { tuttiFermi } from './inGara';
import { inserisci, superutente } from './superutente';

export const PASSWORD = 'una password lunga e tutta sua';
let hash: Promise<string> | undefined;

/** Dà una password a una persona. @returns la sua email */
export async function conPassword(utenteId: string): Promise<string> {
  hash ??= creaHash(PASSWORD); // costa 10 ms: la stessa per tutti
  await inserisci(superutente, 'credenziale', { utente_id: utenteId, hash: await hash });
  const { rows } = await superutente.query('select email from utente where id = $1', [utenteId]);
  return rows[0].email;
}

/** Un indirizzo di rete tutto suo: i contatori di una prova non toccano quelli di un'altra. */
export const unIndirizzo = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

type Prova = { email: string; password?: string; indirizzo?: string; dispositivo?: string | null; precedente?: string | null };

/** Prova a entrare; senza altro, con la password giusta da un indirizzo nuovo e da un dispositivo mai visto. */
export const prova = ({
  email,
  password = PASSWORD,
  indirizzo = unIndirizzo(),
  dispositivo = null,
  precedente = null,
}: Prova): Promise<Esito> => entra({ email, password, indirizzo, dispositivo, precedente, descrizione: 'Firefox su Linux' });

/** Entra, o la prova fallisce. */
export async function entrato(tentativo: Prova): Promise<Extract<Esito, { esito: 'entrato' }>> {
  const esito = await prova(tentativo);
  if (esito.esito !== 'entrato') throw new Error(`Doveva entrare, invece: ${JSON.stringify(esito)}`);
  return esito;
}

/** La sessione come la legge la richiesta successiva. */
export const rileggi = (segreto: string): Promise<RigaSessione> => leggiRigaSessione(improntaDi(segreto));

/** Gli atti di accesso registrati per una persona, in ordine. */
export async function attiDi(utenteId: string): Promise<string[]> {
  const { rows } = await superutente.query(
    `select atto from evento where atto like 'accesso.%' and (attore_id = $1 or (oggetto = 'utente' and oggetto_id = $1)) order by id`,
    [utenteId],
  );
  return rows.map(({ atto }) => atto);
}

/**
 * Esegue i tentativi nello stesso istante: li ferma tutti prima che possano contarsi, poi li lascia andare insieme. Al più otto, le connessioni
 * di un gruppo: uno in attesa di una connessione non si fermerebbe mai.
 */
export async function nelloStessoIstante(tentativi: (() => Promise<Esito>)[]): Promise<Esito[]> {
  const arbitro = await superutente.connect();
  try {
    await arbitro.query('begin');
    await arbitro.query('lock table tentativo_accesso in share mode'); // si possono leggere, non aggiungere
    let finiti = 0;
    const corse = Promise.all(tentativi.map((tentativo) => tentativo().finally(() => finiti++)));
    await tuttiFermi(tentativi.length, () => finiti);
    await arbitro.query('rollback');
    return await corse;
  } finally {
    arbitro.release(true);
  }
}
