import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { siCompone } from '../rules';

/** Ciò che più comandi condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

export const NON_TROVATA = new DomainError('domanda.nonTrovata', 'Questa domanda non esiste o non puoi vederla.');

/** La domanda, e se l'ente di chi agisce ne è capofila. */
export async function trovaDomanda(tx: Tx, attore: Attore, progettoId: string) {
  const [riga] = await tx.$queryRaw<{ stato: StatoProgetto; ruolo: string | null; versione: string | null }[]>`
    select p.stato, p.bando_versione_id as versione,
      (select pa.ruolo::text from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid) as ruolo
    from progetto p where p.id = ${progettoId}::uuid`;
  if (!riga || attore.lettore !== 'app_ente') throw NON_TROVATA;
  return { id: progettoId, stato: riga.stato, capofila: riga.ruolo === 'CAPOFILA' };
}

/** @throws DomainError se chi agisce non è del capofila, o se l'aggregazione non si può cambiare in questo stato */
export async function trovaDaComporre(tx: Tx, attore: Attore, progettoId: string) {
  const domanda = await trovaDomanda(tx, attore, progettoId);
  if (!domanda.capofila) throw new DomainError('domanda.soloCapofila', 'L’aggregazione la compone l’ente capofila.');
  if (!siCompone(domanda.stato))
    throw new DomainError('domanda.nonInBozza', 'Gli enti e gli ambiti si cambiano solo mentre la domanda è in bozza.');
  return domanda;
}
