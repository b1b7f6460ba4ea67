import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi, isoDiDataONull, oraDi } from '@/lib/format/data';
import { contraddizioni, puoScrivere } from '../rules';
import type { SalvaAvanzamento } from '../schema';
import { trovaRapporto } from './_parti';

/**
 * Salva cio che un ente dichiara su un'azione (anche a meta: la completezza si chiede alla consegna).
 * `rev` e quella letta dal modulo: se nel frattempo altri hanno salvato, rifiuta con `avanzamento.conflitto` e non scrive nulla.
 * Errori: azione non del progetto o non propria, relazione non aperta alla scrittura, valori contraddittori (vedi rules.contraddizioni).
 */
export const salvaAvanzamento = (attore: Attore, input: SalvaAvanzamento): Promise<{ rev: number; salvatoIl: Date; progettoId: string }> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, input.rapportoId, 'condivisa');
    const azione = await tx.azione.findUnique({
      where: { progettoId_id: { progettoId: rapporto.progettoId, id: input.azioneId } },
      select: { id: true, organizzazioneId: true, codice: true, quantita: { select: { id: true } } },
    });
    if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa parte del progetto.');
    const prima = await leggiPrima(tx, input);
    await verificaScrittura(tx, attore, rapporto, azione, prima?.riaperto ?? false);
    const [primo] = contraddizioni(input, giornoDi(attore.adesso));
    if (primo) throw new DomainError(`avanzamento.${primo.campo}`, primo.messaggio, primo.campo);

    const valori = {
      stato: input.stato,
      percentuale: input.percentuale,
      inizioEffettivo: data(input.inizioEffettivo),
      fineStimata: data(input.fineStimata),
      fineEffettiva: data(input.fineEffettiva),
      contromisura: input.contromisura,
      nota: input.nota,
      aggiornatoIl: attore.adesso,
      aggiornatoDa: attore.utenteId,
    };
    const comune = { regioneId: attore.regioneId, progettoId: rapporto.progettoId, organizzazioneId: azione.organizzazioneId };
    const avanzamentoId = prima ? await aggiorna(tx, prima, input, valori) : await crea(tx, input, { ...comune, ...valori });
    await scriviQuantita(tx, { ...comune, avanzamentoId }, input, new Set(azione.quantita.map(({ id }) => id)));
    await scriviCause(tx, attore, { ...comune, avanzamentoId }, input);
    return {
      result: { rev: input.rev + 1, salvatoIl: attore.adesso, progettoId: rapporto.progettoId },
      evento: {
        atto: 'avanzamento.salvato',
        oggetto: 'avanzamento',
        oggettoId: avanzamentoId,
        progettoId: rapporto.progettoId,
        prima: prima ? inBreve(prima) : {},
        dopo: { azione: azione.codice, ...inBreve({ ...valori, cause: input.cause.map(({ codice }) => ({ causa: codice })) }) },
        riservato: true,
      },
    };
  });

const data = (iso: string | null): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

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
  // rev 0 = "non c'era ancora nulla": se un collega ha creato la riga un istante prima, e un conflitto come gli altri
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

type Padre = { regioneId: string; progettoId: string; organizzazioneId: string; avanzamentoId: string };

async function scriviQuantita(tx: Tx, padre: Padre, input: SalvaAvanzamento, ammesse: Set<string>): Promise<void> {
  const estranea = input.quantita.find(({ quantitaId }) => !ammesse.has(quantitaId));
  if (estranea) throw new DomainError('quantita.nonTrovata', 'Una quantità non appartiene a questa azione. Ricarica la pagina.');
  const ids = input.quantita.map(({ quantitaId }) => quantitaId);
  if (new Set(ids).size !== ids.length)
    throw new DomainError('quantita.doppia', 'La stessa quantità è indicata due volte. Ricarica la pagina.');
  if (ids.length === 0) return;
  await tx.quantitaRealizzata.deleteMany({ where: { avanzamentoId: padre.avanzamentoId, quantitaId: { in: ids } } });
  const scritte = input.quantita.flatMap(({ quantitaId, valore }) => (valore === null ? [] : [{ ...padre, quantitaId, valore }]));
  if (scritte.length > 0) await tx.quantitaRealizzata.createMany({ data: scritte });
}

const causeNonValide = (messaggio: string) => new DomainError('avanzamento.cause', messaggio, 'cause');

async function scriviCause(tx: Tx, attore: Attore, padre: Padre, { cause }: SalvaAvanzamento): Promise<void> {
  const codici = cause.map(({ codice }) => codice);
  if (new Set(codici).size !== codici.length) throw causeNonValide('La stessa causa è indicata due volte.');
  if (cause.filter(({ primaria }) => primaria).length > 1) throw causeNonValide('Indica una sola causa principale.');
  const rovescia = cause.find(({ meseDal, meseAl }) => meseDal && meseAl && meseAl < meseDal);
  if (rovescia) throw causeNonValide(`La causa ${rovescia.codice} finisce prima di cominciare.`);
  const note = await tx.causaRitardo.count({ where: { regioneId: attore.regioneId, codice: { in: codici } } });
  if (note !== codici.length) throw causeNonValide('Una causa non è nell’elenco. Ricarica la pagina.');
  await tx.avanzamentoCausa.deleteMany({ where: { avanzamentoId: padre.avanzamentoId } });
  if (cause.length === 0) return;
  await tx.avanzamentoCausa.createMany({
    data: cause.map(({ codice, primaria, gravita, meseDal, meseAl, risolta }) => ({
      ...padre,
      causa: codice,
      primaria,
      gravita,
      meseDal: data(meseDal && `${meseDal}-01`),
      meseAl: data(meseAl && `${meseAl}-01`),
      risolta,
    })),
  });
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
