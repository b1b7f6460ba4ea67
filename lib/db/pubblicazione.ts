import type { Attore } from '@/lib/auth/attore';
import { clientDi } from './client';
import { rifiutoDelDatabase } from './rifiuti';
import type { Tx } from './scope';

/** Il contesto firmato di chi chiede, da passare alle funzioni di pubblicazione: lo verificano loro. */
export type Delega = Pick<Attore, 'contesto' | 'firma'>;

/**
 * Una transazione con il login degli accessi, per contare le persone di cui si pubblica una tabella, o leggerne le righe da rendere k-anonime: i login della Regione
 * e della ricerca non lo fanno (docs/decisioni/0014). Da usare solo per le funzioni `accesso.conteggi_*`, `accesso.pubblica_*` e `accesso.righe_ricerca`.
 */
export async function perPubblicare<T>({ contesto, firma }: Attore, work: (tx: Tx, delega: Delega) => Promise<T>): Promise<T> {
  try {
    return await clientDi('app_accesso').$transaction((tx) => work(tx, { contesto, firma }), { maxWait: 10_000, timeout: 60_000 });
  } catch (error) {
    throw rifiutoDelDatabase(error);
  }
}
