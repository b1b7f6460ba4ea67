import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi, isoDiDataONull, oraDi } from '@/lib/format/data';
import { contraddizioni, puoScrivere } from '../rules';
import type { SalvaAvanzamento } from '../schema';
import { scriviCause, scriviQuantita } from './_dettagli';
import { trovaRapporto } from './_parti';

/**
 * Salva ciò che un ente dichiara su un'azione (anche a metà: la completezza si chiede alla consegna).
 * `rev` è quella letta dal modulo: se nel frattempo altri hanno salvato, rifiuta con `avanzamento.conflitto` e non scrive nulla.
 * Di una relazione riaperta nei soli testi (riapertura TESTI) scrive i testi e lascia com'erano stato, date, quantità e cause.
 * Errori: azione non del progetto o non propria, relazione non aperta alla scrittura, valori contraddittori (vedi rules.contraddizioni).
 */
export const salvaAvanzamento = (attore: Attore, input: SalvaAvanzamento): Promise<{ rev: number; salvatoIl: Date; progettoId: string }> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, input.rapportoId, 'condivisa');
    const azione = await tx.azione.findUnique({
      where: { progettoId_id: { progettoId: rapporto.progettoId, id: input.azioneId } },
      select: { id: true, organizzazioneId: true, codice: true, annullataIl: true, quantita: { select: { id: true } } },
    });
    if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa parte del progetto.');
    if (azione.annullataIl && rapporto.stato === 'BOZZA')
      throw new DomainError('azione.annullata', 'Una modifica del progetto ha annullato questa azione: non c’è altro da scriverne.');
    const prima = await leggiPrima(tx, input);
    await verificaScrittura(tx, attore, rapporto, azione, prima?.riaperto ?? false);
    const [primo] = rapporto.riapertura === 'TESTI' ? [] : contraddizioni(input, giornoDi(attore.adesso));
    if (primo) throw new DomainError(`avanzamento.${primo.campo}`, primo.messaggio, primo.campo);

    const soloTesti = rapporto.riapertura === 'TESTI' && prima !== null;
    const valori = {
      ...(soloTesti ? misureDi(prima) : misureScritte(input)),
      contromisura: input.contromisura,
      contromisuraEsito: input.contromisuraEsito ?? null,
      nota: input.nota,
      invariato: false,
    };
    const comune = { regioneId: attore.regioneId, progettoId: rapporto.progettoId, organizzazioneId: azione.organizzazioneId };
    const avanzamentoId = prima ? await aggiorna(tx, prima, input, valori) : await crea(tx, input, { ...comune, ...valori });
    if (!soloTesti) {
      await scriviQuantita(tx, { ...comune, avanzamentoId }, input, new Set(azione.quantita.map(({ id }) => id)));
      await scriviCause(tx, attore, { ...comune, avanzamentoId }, input);
    }
    return {
      result: { rev: input.rev + 1, salvatoIl: attore.adesso, progettoId: rapporto.progettoId },
      evento: {
        atto: 'avanzamento.salvato',
        oggetto: 'avanzamento',
        oggettoId: avanzamentoId,
        progettoId: rapporto.progettoId,
        prima: prima ? inBreve(prima) : {},
        dopo: {
          azione: azione.codice,
          ...inBreve({ ...valori, cause: soloTesti ? prima.cause : input.cause.map(({ codice }) => ({ causa: codice })) }),
        },
        riservato: true,
      },
    };
  });

const data = (iso: string | null): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** Stato, avanzamento e date: di una relazione riaperta nei soli testi restano quelli presentati. */
const misureDi = ({ stato, percentuale, inizioEffettivo, fineStimata, fineEffettiva }: Prima) => ({
  stato,
  percentuale,
  inizioEffettivo,
  fineStimata,
  fineEffettiva,
});
const misureScritte = (input: SalvaAvanzamento) => ({
  stato: input.stato,
  percentuale: input.percentuale,
  inizioEffettivo: data(input.inizioEffettivo),
  fineStimata: data(input.fineStimata),
  fineEffettiva: data(input.fineEffettiva),
});

const leggiPrima = (tx: Tx, { rapportoId, azioneId }: SalvaAvanzamento) =>
  tx.avanzamento.findUnique({
    where: { rapportoId_azioneId: { rapportoId, azioneId } },
    select: {
      id: true,
      rev: true,
      riaperto: true,
      stato: true,
      percentuale: true,
      inizioEffettivo: true,
      fineStimata: true,
      fineEffettiva: true,
      cause: { select: { causa: true } },
    },
  });
type Prima = NonNullable<Awaited<ReturnType<typeof leggiPrima>>>;

async function verificaScrittura(
  tx: Tx,
  attore: Attore,
  rapporto: Awaited<ReturnType<typeof trovaRapporto>>,
  azione: { organizzazioneId: string },
  riaperto: boolean,
) {
  const parte = await tx.rapportoEnte.findUnique({
    where: { rapportoId_organizzazioneId: { rapportoId: rapporto.id, organizzazioneId: azione.organizzazioneId } },
    select: { stato: true },
  });
  const mia = azione.organizzazioneId === attore.organizzazioneId;
  const chi = { statoRapporto: rapporto.stato, riaperto, statoParte: parte?.stato ?? null, mia, capofila: rapporto.chi.capofila };
  if (puoScrivere(chi)) return;
  if (!mia && !rapporto.chi.capofila) throw new DomainError('avanzamento.altroEnte', 'Puoi scrivere solo sulle azioni del tuo ente.');
  throw new DomainError(
    'avanzamento.chiuso',
    rapporto.stato === 'BOZZA'
      ? 'La tua parte è già consegnata: chiedi al capofila di rinviarla.'
      : 'La relazione è presentata: si corregge solo ciò che la Regione ha riaperto.',
  );
}

async function aggiorna(tx: Tx, prima: Prima, input: SalvaAvanzamento, valori: object): Promise<string> {
  const { count } = await tx.avanzamento.updateMany({ where: { id: prima.id, rev: input.rev }, data: { ...valori, rev: input.rev + 1 } });
  if (count === 0) throw await conflitto(tx, input);
  return prima.id;
}

async function crea(
  tx: Tx,
  input: SalvaAvanzamento,
  valori: { regioneId: string; progettoId: string; organizzazioneId: string },
): Promise<string> {
  const id = crypto.randomUUID();
  // rev 0 = "non c'era ancora nulla": se un collega ha creato la riga un istante prima, è un conflitto come gli altri
  const { count } =
    input.rev === 0
      ? await tx.avanzamento.createMany({
          data: [{ ...valori, id, rapportoId: input.rapportoId, azioneId: input.azioneId, rev: 1 }],
          skipDuplicates: true,
        })
      : { count: 0 };
  if (count === 0) throw await conflitto(tx, input);
  return id;
}

async function conflitto(tx: Tx, { rapportoId, azioneId }: SalvaAvanzamento): Promise<DomainError> {
  const altro = await tx.avanzamento.findUnique({
    where: { rapportoId_azioneId: { rapportoId, azioneId } },
    select: { aggiornatoIl: true },
  });
  const quando = altro ? ` alle ${oraDi(altro.aggiornatoIl)}` : '';
  return new DomainError(
    'avanzamento.conflitto',
    `Un’altra persona ha salvato questa azione${quando}, mentre scrivevi. Il tuo testo resta qui: confrontalo con quello salvato.`,
  );
}

/** Stato, percentuale, date e codici di causa per l'evento: nessun testo libero. */
const inBreve = (a: Pick<Prima, 'stato' | 'percentuale' | 'inizioEffettivo' | 'fineStimata' | 'fineEffettiva' | 'cause'>) => {
  const giorno = (d: Date | null) => isoDiDataONull(d) && dataBreve(isoDiDataONull(d) as string);
  return {
    stato: a.stato,
    percentuale: a.percentuale,
    inizioEffettivo: giorno(a.inizioEffettivo),
    fineStimata: giorno(a.fineStimata),
    fineEffettiva: giorno(a.fineEffettiva),
    cause: a.cause.map(({ causa }) => causa),
  };
};
