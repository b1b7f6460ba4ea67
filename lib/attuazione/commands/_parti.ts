import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { ChiAgisce } from '../rules';
import type { StatoRapporto } from '../schema';

/** Ciò che più comandi condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

const NON_TROVATA = new DomainError('rapporto.nonTrovato', 'Questa relazione non esiste o non puoi vederla.');

const CONFLITTO = new DomainError(
  'rapporto.cambiato',
  'Un’altra persona ha appena cambiato lo stato di questa relazione. Ricarica la pagina.',
);

/**
 * La relazione su cui si agisce e in che veste lo fa l'attore. Lancia se non esiste o non si vede.
 * Chi scrive un'azione prende la serratura `condivisa`, chi ne esige la completezza (consegna, invio) o la congela quella `esclusiva`: così ciò
 * che si consegna o congela è esattamente ciò che resta scritto, anche se un collega salva nello stesso istante. Anche chiedere e rispondere a un
 * chiarimento si escludono: altrimenti la relazione tornerebbe alla Regione con una domanda aperta a cui nessuno può più rispondere.
 */
export async function trovaRapporto(tx: Tx, attore: Attore, rapportoId: string, serratura?: 'condivisa' | 'esclusiva') {
  if (serratura === 'condivisa') await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${rapportoId}, 0))::text`;
  if (serratura === 'esclusiva') await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${rapportoId}, 0))::text`;
  const rapporto = await tx.rapportoProgetto.findUnique({
    where: { id: rapportoId },
    select: { id: true, progettoId: true, stato: true, riapertura: true },
  });
  if (!rapporto) throw NON_TROVATA;
  return { ...rapporto, stato: rapporto.stato as StatoRapporto, chi: await inCheVeste(tx, attore, rapporto.progettoId) };
}

/** Se l'ente dell'attore è oggi capofila del progetto. */
async function inCheVeste(tx: Tx, attore: Attore, progettoId: string): Promise<ChiAgisce> {
  if (attore.lettore !== 'app_ente') return { ruolo: attore.ruolo, capofila: false };
  const partecipazione = await tx.partecipazione.findUnique({
    where: { progettoId_organizzazioneId: { progettoId, organizzazioneId: attore.organizzazioneId } },
    select: { ruolo: true },
  });
  return { ruolo: attore.ruolo, capofila: partecipazione?.ruolo === 'CAPOFILA' };
}

type CambioRapporto = Parameters<Tx['rapportoProgetto']['updateMany']>[0]['data'];

/** Confronta e scambia: se nel frattempo qualcuno ha deciso, nessuna riga ha più lo stato letto e l'atto si ferma. */
export async function cambiaStato(
  tx: Tx,
  rapporto: { id: string; stato: StatoRapporto },
  a: StatoRapporto,
  data: CambioRapporto = {},
): Promise<void> {
  const { count } = await tx.rapportoProgetto.updateMany({
    where: { id: rapporto.id, stato: rapporto.stato },
    data: { ...data, stato: a },
  });
  if (count === 0) throw CONFLITTO;
}

/** L'evento di un cambio di stato della relazione. */
export const eventoDiStato = (
  atto: string,
  rapporto: { id: string; progettoId: string; stato: StatoRapporto },
  a: StatoRapporto,
  altro: Record<string, string | number | boolean> = {},
) => ({
  atto,
  oggetto: 'rapporto_progetto',
  oggettoId: rapporto.id,
  progettoId: rapporto.progettoId,
  prima: { stato: rapporto.stato },
  dopo: { stato: a, ...altro },
});
