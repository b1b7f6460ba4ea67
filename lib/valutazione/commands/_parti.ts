import type { Attore } from '@/lib/auth/attore';
import { Configurazione, type Criterio, vociDi } from '@/lib/bandi/configurazione';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { NOME_FASE, STATO_VALUTABILE } from '../rules';
import type { FaseValutata } from '../schema';

/** Ciò che più comandi condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

type Scelta = { progettoId: string; fase: FaseValutata };

/**
 * La domanda che l'attore deve valutare e il suo posto in commissione. Chi valuta la stessa fase dello stesso bando si mette in fila, con la
 * stessa serratura di app.svela_valutazioni: chi conclude per ultimo deve vedere gli altri.
 */
export async function trovaDaValutare(tx: Tx, attore: Attore, { progettoId, fase }: Scelta) {
  const progetto = await tx.progetto.findUnique({
    where: { id: progettoId },
    select: { id: true, bandoId: true, bandoVersioneId: true, stato: true },
  });
  if (!progetto) throw new DomainError('domanda.nonTrovata', 'Questa domanda non esiste o non puoi vederla.');
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${progetto.bandoId + fase}, 0))::text`;
  const commissario = await tx.commissario.findUnique({
    where: { bandoId_fase_utenteId: { bandoId: progetto.bandoId, fase, utenteId: attore.utenteId }, esoneratoIl: null },
    select: { id: true, presidente: true },
  });
  if (!commissario)
    throw new DomainError(
      'valutazione.nonCommissario',
      `Non fai parte della commissione che valuta questa domanda come ${NOME_FASE[fase]}.`,
    );
  if (progetto.stato !== STATO_VALUTABILE[fase])
    throw new DomainError('valutazione.nonAperta', 'Questa domanda non è in valutazione. Ricarica la pagina per vedere a che punto è.');
  return { ...progetto, commissario };
}

type Domanda = { bandoId: string; bandoVersioneId: string | null };

/** La griglia con cui si valuta una domanda: quella della versione del bando con cui è stata presentata. */
export async function grigliaDi(
  tx: Tx,
  { bandoId, bandoVersioneId }: Domanda,
  fase: FaseValutata,
): Promise<{ configurazione: Configurazione; criteri: Criterio[] }> {
  const versione = await tx.bandoVersione.findFirst({
    where: bandoVersioneId ? { id: bandoVersioneId } : { bandoId },
    orderBy: { numero: 'desc' },
    select: { configurazione: true },
  });
  const configurazione = versione && Configurazione.parse(versione.configurazione);
  const criteri = configurazione ? vociDi(configurazione.griglia, fase) : [];
  if (!configurazione || criteri.length === 0)
    throw new DomainError('valutazione.senzaGriglia', 'Il bando non ha una griglia di valutazione per questa fase.');
  return { configurazione, criteri };
}

/** La propria scheda: senza dichiarazione, o con un conflitto, non si valuta. */
export async function trovaScheda(tx: Tx, attore: Attore, { progettoId, fase }: Scelta) {
  const scheda = await tx.valutazione.findUnique({
    where: { progettoId_fase_utenteId: { progettoId, fase, utenteId: attore.utenteId } },
    select: { id: true, conflitto: true, stato: true, rev: true, svelata: true },
  });
  if (!scheda) throw new DomainError('valutazione.senzaDichiarazione', 'Prima di valutare dichiara se hai conflitti di interesse.');
  if (scheda.conflitto === 'PRESENTE')
    throw new DomainError('valutazione.conflitto', 'Hai dichiarato un conflitto di interesse: non puoi valutare questa domanda.');
  return scheda;
}

/** L'evento di un passo della valutazione: mai i punteggi, il registro lo legge anche chi deve ancora valutare. */
export const eventoValutazione = (
  passo: 'dichiarata' | 'salvata' | 'conclusa' | 'consolidata',
  oggettoId: string,
  { progettoId, fase }: Scelta,
  altro: Record<string, string | number> = {},
) => ({ atto: `valutazione.${passo}`, oggetto: 'valutazione', oggettoId, progettoId, dopo: { fase, ...altro } });
