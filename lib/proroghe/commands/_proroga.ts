import type { Attore } from '@/lib/auth/attore';
import { regolaDa } from '@/lib/calendario/regola';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiData, isoDiDataONull } from '@/lib/format/data';
import { type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { nuovaVersione, pianoInVigore } from '@/lib/modifiche/commands/_nuovaVersione';
import type { Oggetto, StatoProroga } from '../rules';

/** Ciò che gli atti sulle proroghe condividono: funzioni che ricevono `tx`, con la serratura del progetto già presa (trovaPratica). */

export const CAMBIATA = new DomainError(
  'proroga.cambiata',
  'Un’altra persona ha appena agito su questa richiesta di proroga. Ricarica la pagina per vedere com’è adesso.',
);

type Letta = {
  id: string;
  numero: number;
  stato: StatoProroga;
  azioneId: string | null;
  fineAttuale: string;
  fineChiesta: string;
  fineConcessa: string | null;
  mesi: number | null;
  motivo: string;
  rev: number;
};
export type InAtto = { pratica: Pratica; proroga: Letta; oggetto: Oggetto };

/**
 * La proroga su cui si agisce, con la serratura del progetto presa: due atti sullo stesso progetto si mettono in fila.
 * @throws DomainError progetto.nonTrovato, proroga.nonTrovata
 */
export async function trovaProroga(tx: Tx, attore: Attore, scelta: { progettoId: string; prorogaId: string }): Promise<InAtto> {
  const pratica = await trovaPratica(tx, attore, scelta.progettoId);
  const riga = await tx.proroga.findFirst({ where: { id: scelta.prorogaId, progettoId: pratica.id } });
  if (!riga) throw new DomainError('proroga.nonTrovata', 'Questa richiesta di proroga non esiste o non puoi vederla.');
  const { id, numero, azioneId, motivo, rev, fineAttuale, fineChiesta, fineConcessa } = riga;
  const date = { fineAttuale: isoDiData(fineAttuale), fineChiesta: isoDiData(fineChiesta), fineConcessa: isoDiDataONull(fineConcessa) };
  const proroga = { id, numero, stato: riga.stato as StatoProroga, azioneId, mesi: riga.mesiChiesti, motivo, rev, ...date };
  return { pratica, proroga, oggetto: await oggettoDi(tx, pratica, azioneId) };
}

/** Il progetto o l'azione che si proroga, con le fini in vigore adesso. @throws DomainError azione.nonTrovata */
export async function oggettoDi(tx: Tx, pratica: Pratica, azioneId: string | null): Promise<Oggetto> {
  const progetto = await tx.progetto.findUniqueOrThrow({
    where: { id: pratica.id },
    select: { dataFinePrevista: true, dataFineOriginaria: true },
  });
  const fineProgetto = isoDiDataONull(progetto.dataFinePrevista);
  if (azioneId === null)
    return { fine: fineProgetto, originaria: isoDiDataONull(progetto.dataFineOriginaria), fineProgetto, azione: false };
  const azione = await tx.azione.findFirst({
    where: { id: azioneId, progettoId: pratica.id, annullataIl: null },
    select: { finePrevista: true, fineOriginaria: true },
  });
  if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa più parte del progetto. Ricarica la pagina.', 'azioneId');
  return { fine: isoDiDataONull(azione.finePrevista), originaria: isoDiDataONull(azione.fineOriginaria), fineProgetto, azione: true };
}

/** I mesi di proroga che il bando ammette in tutto. */
export async function mesiMassimi(tx: Tx, { bandoVersioneId }: Pratica): Promise<number> {
  const versione =
    bandoVersioneId && (await tx.bandoVersione.findUnique({ where: { id: bandoVersioneId }, select: { configurazione: true } }));
  return regolaDa(versione ? versione.configurazione : null).prorogaMassimaMesi;
}

export const rinunciaInCorso = async (tx: Tx, { id }: Pratica): Promise<boolean> =>
  (await tx.cessazione.count({ where: { progettoId: id, stato: 'CHIESTA' } })) > 0;

/** Sposta la fine di alcune azioni con una nuova versione del piano: quella di prima resta. @returns il numero della versione, null se non serviva */
export async function spostaAzioni(
  tx: Tx,
  attore: Attore,
  progettoId: string,
  azioni: readonly string[],
  fine: string,
): Promise<number | null> {
  if (azioni.length === 0) return null;
  const { contenuto: base } = await pianoInVigore(tx, progettoId);
  const presenti = base.piano?.azioni.filter(({ id }) => azioni.includes(id)) ?? [];
  if (!base.piano || presenti.length !== azioni.length)
    throw new DomainError('proroga.azioneEstranea', 'Una delle azioni non è più nel piano in vigore. Ricarica la pagina.');
  const spostate = base.piano.azioni.map((azione) => (azioni.includes(azione.id) ? { ...azione, fine } : azione));
  const contenuto = { ...base, piano: { ...base.piano, azioni: spostate } };
  const dal = giornoDi(attore.adesso);
  return (await nuovaVersione(tx, attore, { progettoId, richiestaId: null, dal, base, contenuto })).numero;
}

/** L'evento di un atto su una proroga: stati, date e numeri. */
export const eventoProroga = (
  atto: string,
  { pratica, proroga }: Pick<InAtto, 'pratica' | 'proroga'>,
  stato: StatoProroga,
  altro: Record<string, string | number> = {},
): NuovoEvento => ({
  ...{ atto, oggetto: 'proroga', oggettoId: proroga.id, progettoId: pratica.id },
  prima: { stato: proroga.stato },
  dopo: { stato, numero: proroga.numero, ...altro },
});
