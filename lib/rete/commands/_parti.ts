import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import { MASSIMO_NODI, TIPI_NODO } from '../schema';

/** Ciò che gli atti sulla rete hanno in comune. */

/** Il progetto approvato di cui chi agisce è capofila. @throws DomainError rete.progettoNonTrovato, rete.soloCapofila */
export async function esigiCapofila(tx: Tx, attore: Attore, progettoId: string): Promise<{ bandoId: string }> {
  const soloCapofila = new DomainError('rete.soloCapofila', 'La rete la dichiara l’ente capofila.');
  if (attore.lettore !== 'app_ente') throw soloCapofila;
  const progetto = await tx.progetto.findFirst({
    where: { id: progettoId, stato: { in: [...APPROVATI] } },
    select: {
      bandoId: true,
      partecipazioni: { where: { ruolo: 'CAPOFILA', organizzazioneId: attore.organizzazioneId }, select: { id: true } },
    },
  });
  if (!progetto) throw new DomainError('rete.progettoNonTrovato', 'Questo progetto non esiste o non è ancora approvato.');
  if (progetto.partecipazioni.length === 0) throw soloCapofila;
  return progetto;
}

/** Due persone che scrivono la stessa rete si mettono in fila. */
export const inFila = (tx: Tx, progettoId: string): Promise<unknown> =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`rete ${progettoId}`}, 0))::text`;

/** @throws DomainError rete.troppiNodi */
export async function esigiPosto(tx: Tx, progettoId: string): Promise<void> {
  if ((await tx.nodoRete.count({ where: { progettoId } })) >= MASSIMO_NODI)
    throw new DomainError('rete.troppiNodi', `La rete di un progetto ha al massimo ${MASSIMO_NODI} organizzazioni.`);
}

/** Il nodo con questo identificativo, o quello dell'ente del progetto che si chiama così: se non c'è ancora, nasce. @throws DomainError rete.nodoNonTrovato */
export async function nodoDi(tx: Tx, { regioneId }: Attore, progettoId: string, scelto: string): Promise<string> {
  const dove = { progettoId, OR: [{ id: scelto }, { organizzazioneId: scelto }] };
  const nodo = await tx.nodoRete.findFirst({ where: dove, select: { id: true } });
  if (nodo) return nodo.id;
  const ente = await tx.partecipazione.findFirst({
    where: { progettoId, organizzazioneId: scelto, al: null },
    select: { organizzazione: { select: { denominazione: true, sigla: true, tipo: true } } },
  });
  if (!ente) throw new DomainError('rete.nodoNonTrovato', 'Questa organizzazione non è nella rete del progetto. Ricarica la pagina.');
  await esigiPosto(tx, progettoId);
  const { denominazione, sigla, tipo } = ente.organizzazione;
  const data = {
    regioneId,
    progettoId,
    organizzazioneId: scelto,
    nome: (sigla ?? denominazione).slice(0, 200),
    tipo: tipo in TIPI_NODO ? tipo : 'ALTRO',
  };
  return (await tx.nodoRete.create({ data, select: { id: true } })).id;
}
