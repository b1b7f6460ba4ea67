import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { VesteProgetto } from '@/lib/progetti/stati';
import { AzioneCercata, CriterioAvviso, StatoAvviso, StatoCandidatura } from '../schema';
import type { Punteggi } from '../stati';

/** Ciò che più comandi condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

const NON_TROVATO = new DomainError('avviso.nonTrovato', 'Questo progetto o questo avviso non esiste o non puoi vederlo.');
const CONFLITTO = 'Un’altra persona ha salvato mentre scrivevi. Il tuo testo resta qui: ricarica la pagina in un’altra scheda e confronta.';

/** Un atto alla volta per progetto: decidere, accogliere e cominciare il progetto definitivo guardano le stesse candidature. */
export async function trovaProgetto(tx: Tx, attore: Attore, progettoId: string) {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('avviso:' || ${progettoId}, 0))::text`;
  const progetto = await tx.progetto.findUnique({
    where: { id: progettoId },
    select: { id: true, regioneId: true, bandoId: true, stato: true, titolo: true },
  });
  if (!progetto) throw NON_TROVATO;
  return { ...progetto, chi: await inCheVeste(tx, attore, progettoId) };
}

/** Se l'ente dell'attore è oggi capofila del progetto. */
async function inCheVeste(tx: Tx, attore: Attore, progettoId: string): Promise<VesteProgetto> {
  if (attore.lettore !== 'app_ente') return { ruolo: attore.ruolo, capofila: false };
  const partecipazione = await tx.partecipazione.findUnique({
    where: { progettoId_organizzazioneId: { progettoId, organizzazioneId: attore.organizzazioneId } },
    select: { ruolo: true },
  });
  return { ruolo: attore.ruolo, capofila: partecipazione?.ruolo === 'CAPOFILA' };
}

/** Scrivere e valutare tocca a chi lavora per il capofila; decidere solo al suo referente. */
export function esigiCapofila({ ruolo, capofila }: VesteProgetto, soloReferente = false): void {
  if (capofila && (ruolo === 'REFERENTE' || (ruolo === 'OPERATORE' && !soloReferente))) return;
  throw new DomainError(
    'avviso.soloCapofila',
    soloReferente ? 'Serve il ruolo di referente dell’ente capofila.' : 'L’avviso e le candidature sono dell’ente capofila.',
  );
}

/** L'avviso di un progetto; null se non è ancora stato scritto. */
export async function avvisoDi(tx: Tx, progettoId: string) {
  const avviso = await tx.avviso.findUnique({ where: { progettoId } });
  if (!avviso) return null;
  return {
    ...avviso,
    stato: StatoAvviso.parse(avviso.stato),
    azioni: z.array(AzioneCercata).parse(avviso.azioni),
    criteri: z.array(CriterioAvviso).parse(avviso.criteri),
  };
}

/** L'avviso, che deve esserci. */
export async function trovaAvviso(tx: Tx, progettoId: string) {
  const avviso = await avvisoDi(tx, progettoId);
  if (!avviso) throw NON_TROVATO;
  return avviso;
}

/** La candidatura su cui si agisce, con il suo avviso (chiuso: prima non si esamina nulla) e il suo progetto. */
export async function trovaCandidatura(tx: Tx, attore: Attore, candidaturaId: string, soloReferente: boolean) {
  const trovata = await tx.candidatura.findUnique({ where: { id: candidaturaId }, select: { progettoId: true } });
  if (!trovata) throw NON_TROVATO;
  const progetto = await trovaProgetto(tx, attore, trovata.progettoId);
  esigiCapofila(progetto.chi, soloReferente);
  const avviso = await trovaAvviso(tx, progetto.id);
  if (progetto.stato !== 'PARTNERSHIP_APERTA' || avviso.stato !== 'CHIUSO')
    throw new DomainError(
      'candidatura.nonEsaminabile',
      'Le candidature si esaminano dopo la chiusura dell’avviso e prima del progetto definitivo.',
    );
  // riletta dopo la serratura: un collega può averla appena decisa
  const riga = await tx.candidatura.findUniqueOrThrow({
    where: { id: candidaturaId },
    select: { id: true, stato: true, punteggi: true, nota: true, rev: true, email: true, organizzazioneId: true },
  });
  const candidatura = { ...riga, stato: StatoCandidatura.parse(riga.stato), punteggi: riga.punteggi as Punteggi };
  return { progetto, avviso, candidatura };
}

/** Confronta e scambia sulla revisione. */
export async function scriviCandidatura(
  tx: Tx,
  { id, rev }: { id: string; rev: number },
  data: { stato?: StatoCandidatura; punteggi?: Punteggi; nota?: string | null },
): Promise<void> {
  const { count } = await tx.candidatura.updateMany({ where: { id, rev }, data: { ...data, rev: rev + 1 } });
  if (count === 0) throw conflitto('candidatura.conflitto');
}

export const conflitto = (code: string): DomainError => new DomainError(code, CONFLITTO);

/** Il messaggio parte solo se l'atto si conferma: si accoda nella stessa transazione. */
export async function accoda(tx: Tx, destinatario: string, { oggetto, testo }: { oggetto: string; testo: string }): Promise<void> {
  await tx.$queryRaw`select app.accoda_posta(${destinatario}, ${oggetto}, ${testo})::text`;
}
