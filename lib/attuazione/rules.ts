import type { Ruolo } from '@/lib/auth/attore';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import { fineGiornata, giornoDi } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { AttoRapporto, SalvaAvanzamento, StatoAzione, StatoParte, StatoRapporto } from './schema';

/** Le regole dell'attuazione: pure, senza orologio e senza database. Ciò che non è scritto qui è rifiutato. */

type Passaggio = { a: StatoRapporto; ruoli: readonly Ruolo[]; soloCapofila?: true };

const REGIONE: readonly Ruolo[] = ['ISTRUTTORE', 'DIRIGENTE'];

/** Chi può fare che cosa a una relazione. Le stesse righe stanno in app.transizione: un test le confronta. */
export const TRANSIZIONI_RAPPORTO: Record<StatoRapporto, Partial<Record<AttoRapporto, Passaggio>>> = {
  BOZZA: { presenta: { a: 'PRESENTATO', ruoli: ['REFERENTE'], soloCapofila: true } },
  PRESENTATO: { prendiInCarico: { a: 'IN_VERIFICA', ruoli: REGIONE } },
  IN_VERIFICA: {
    chiediChiarimento: { a: 'CHIARIMENTI', ruoli: REGIONE },
    approva: { a: 'APPROVATO', ruoli: REGIONE },
    approvaConRilievi: { a: 'APPROVATO_CON_RILIEVI', ruoli: REGIONE },
    respingi: { a: 'RESPINTO', ruoli: REGIONE },
  },
  CHIARIMENTI: {
    chiediChiarimento: { a: 'CHIARIMENTI', ruoli: REGIONE },
    ripresenta: { a: 'IN_VERIFICA', ruoli: ['REFERENTE'], soloCapofila: true },
    ritira: { a: 'IN_VERIFICA', ruoli: REGIONE },
  },
  APPROVATO: { riapriInParte: { a: 'CHIARIMENTI', ruoli: REGIONE } },
  APPROVATO_CON_RILIEVI: { riapriInParte: { a: 'CHIARIMENTI', ruoli: REGIONE } },
  RESPINTO: { riapri: { a: 'CHIARIMENTI', ruoli: ['DIRIGENTE'] } },
};

const NOME_ATTO: Record<AttoRapporto, string> = {
  presenta: 'inviare la relazione',
  prendiInCarico: 'prendere in carico la relazione',
  chiediChiarimento: 'chiedere un chiarimento',
  ripresenta: 'rispondere alla Regione',
  approva: 'approvare la relazione',
  approvaConRilievi: 'approvare la relazione con rilievi',
  respingi: 'respingere la relazione',
  riapri: 'riaprire la relazione',
  riapriInParte: 'riaprire alcune azioni della relazione',
  ritira: 'ritirare la domanda',
};

/** Chi agisce su una relazione: il ruolo dell'incarico e se il suo ente ne è il capofila. */
export type ChiAgisce = { ruolo: Ruolo; capofila: boolean };

const puo = (passaggio: Passaggio, chi: ChiAgisce): boolean =>
  passaggio.ruoli.includes(chi.ruolo) && (!passaggio.soloCapofila || chi.capofila);

/** I pulsanti da disegnare. */
export const attiPossibili = (stato: StatoRapporto, chi: ChiAgisce): AttoRapporto[] =>
  (Object.entries(TRANSIZIONI_RAPPORTO[stato]) as [AttoRapporto, Passaggio][]).filter(([, p]) => puo(p, chi)).map(([atto]) => atto);

/** Lo stato che segue, o il rifiuto che dice perché e quale ruolo manca. La stessa tabella dei pulsanti: non possono divergere. */
export function compi(atto: AttoRapporto, stato: StatoRapporto, chi: ChiAgisce): StatoRapporto {
  const passaggio = TRANSIZIONI_RAPPORTO[stato][atto];
  if (!passaggio)
    throw new DomainError('rapporto.attoNonAmmesso', `Non si può ${NOME_ATTO[atto]} nello stato attuale. Ricarica la pagina.`);
  if (!puo(passaggio, chi)) {
    const ruoli = passaggio.ruoli.map(nomeRuolo).join(' o ');
    throw new DomainError(
      'rapporto.ruoloMancante',
      `Non puoi ${NOME_ATTO[atto]}. Serve il ruolo di ${ruoli}${passaggio.soloCapofila ? ' dell’ente capofila' : ''}.`,
    );
  }
  return passaggio.a;
}

/** La frase che spiega perché un atto non si può compiere, da scrivere accanto al comando; vuota se si può. */
export function rifiutoDi(atto: AttoRapporto, stato: StatoRapporto, ruolo: Ruolo): string {
  try {
    compi(atto, stato, { ruolo, capofila: false });
    return '';
  } catch (error) {
    if (isDomainError(error)) return error.message;
    throw error;
  }
}

// ---------------------------------------------------------------- parti degli enti

export const TRANSIZIONI_PARTE: Record<StatoParte, Partial<Record<'consegna' | 'rinvia' | 'includi', StatoParte>>> = {
  NON_DOVUTO: {},
  APERTO: { consegna: 'CONSEGNATO' },
  CONSEGNATO: { rinvia: 'RINVIATO', includi: 'INCLUSO' },
  RINVIATO: { consegna: 'CONSEGNATO' },
  INCLUSO: {},
};

/** Quando una modifica del piano toglie o dà azioni a un ente che sta compilando, la sua parte non è più dovuta o lo diventa: lo fa il database. */
export const PARTE_CON_IL_PIANO: Partial<Record<StatoParte, StatoParte>> = {
  NON_DOVUTO: 'APERTO',
  APERTO: 'NON_DOVUTO',
  RINVIATO: 'NON_DOVUTO',
  CONSEGNATO: 'NON_DOVUTO',
};

/** Lo stato della parte dopo l'atto, o il rifiuto. */
export function compiParte(atto: 'consegna' | 'rinvia' | 'includi', stato: StatoParte): StatoParte {
  const a = TRANSIZIONI_PARTE[stato][atto];
  if (!a) throw new DomainError('parte.attoNonAmmesso', 'La parte di questo ente è cambiata nel frattempo. Ricarica la pagina.');
  return a;
}

/** Chi scrive su un'azione: l'ente che ne risponde, finché non ha consegnato, e il capofila; a relazione presentata solo ciò che la Regione ha riaperto. */
export function puoScrivere(azione: {
  statoRapporto: StatoRapporto;
  riaperto: boolean;
  statoParte: StatoParte | null;
  mia: boolean;
  capofila: boolean;
}): boolean {
  if (!azione.mia && !azione.capofila) return false;
  if (azione.statoRapporto === 'BOZZA') return azione.capofila || azione.statoParte === 'APERTO' || azione.statoParte === 'RINVIATO';
  return azione.statoRapporto === 'CHIARIMENTI' && azione.riaperto;
}

// ---------------------------------------------------------------- contenuto di un'azione

/** Che cosa manca perché un'azione sia completa; vuoto = completa. `oggi` come AAAA-MM-GG. */
export type Mancanza = { campo: string; messaggio: string };

type Dichiarato = Pick<SalvaAvanzamento, 'percentuale' | 'inizioEffettivo' | 'fineStimata' | 'fineEffettiva'> & {
  stato: StatoAzione | null;
  cause: { codice: string }[];
};

const AVVIATE: readonly StatoAzione[] = ['IN_CORSO', 'PARZIALMENTE_REALIZZATA', 'COMPLETATA'];

/** Ciò che manca per poter consegnare: lo stato, l'avanzamento, le date che lo stato richiede, la causa se c'è ritardo. */
export function mancanze(a: Dichiarato, piano: { finePrevista: string | null }): Mancanza[] {
  if (a.stato === 'ANNULLATA') return []; // l'ha annullata una modifica del progetto: l'ente non ha altro da dirne
  const elenco: Mancanza[] = [];
  if (a.stato === null) elenco.push({ campo: 'stato', messaggio: 'Scegli lo stato dell’azione.' });
  if (a.percentuale === null) elenco.push({ campo: 'percentuale', messaggio: 'Scrivi l’avanzamento. Se nessuno, scrivi 0.' });
  if (a.stato && AVVIATE.includes(a.stato) && !a.inizioEffettivo)
    elenco.push({ campo: 'inizioEffettivo', messaggio: 'Scrivi quando l’azione è cominciata.' });
  if (a.stato === 'COMPLETATA' && !a.fineEffettiva)
    elenco.push({ campo: 'fineEffettiva', messaggio: 'Scrivi quando l’azione si è conclusa.' });
  if (giorniDiRitardo(a, piano) > 0 && a.cause.length === 0)
    elenco.push({ campo: 'cause', messaggio: 'L’azione finisce dopo il previsto: indica almeno una causa.' });
  if (a.stato === 'SOSPESA' && a.cause.length === 0)
    elenco.push({ campo: 'cause', messaggio: 'L’azione è sospesa: indica almeno una causa.' });
  return elenco.filter((m, i) => elenco.findIndex((altra) => altra.campo === m.campo) === i);
}

/** Ciò che è contraddittorio e si rifiuta già al salvataggio, campo per campo. `oggi` come AAAA-MM-GG, Europe/Rome. */
export function contraddizioni(
  a: Pick<SalvaAvanzamento, 'stato' | 'percentuale' | 'inizioEffettivo' | 'fineStimata' | 'fineEffettiva'>,
  oggi: string,
): Mancanza[] {
  const elenco: Mancanza[] = [];
  const no = (campo: string, messaggio: string) => elenco.push({ campo, messaggio });
  if (a.inizioEffettivo && a.inizioEffettivo > oggi) no('inizioEffettivo', 'L’inizio effettivo non può essere nel futuro.');
  if (a.fineEffettiva && a.fineEffettiva > oggi) no('fineEffettiva', 'La fine effettiva non può essere nel futuro: usa la fine stimata.');
  if (a.fineEffettiva && !a.inizioEffettivo) no('inizioEffettivo', 'C’è una fine effettiva: scrivi anche l’inizio.');
  if (a.inizioEffettivo && a.fineEffettiva && a.fineEffettiva < a.inizioEffettivo)
    no('fineEffettiva', 'La fine non può venire prima dell’inizio.');
  if (a.inizioEffettivo && a.fineStimata && a.fineStimata < a.inizioEffettivo)
    no('fineStimata', 'La fine stimata non può venire prima dell’inizio.');
  if (a.stato === 'NON_AVVIATA' && a.inizioEffettivo)
    no('inizioEffettivo', 'L’azione risulta non avviata: togli l’inizio o cambia lo stato.');
  if (a.stato === 'NON_AVVIATA' && (a.percentuale ?? 0) > 0)
    no('percentuale', 'L’azione risulta non avviata: l’avanzamento deve essere 0.');
  if (a.stato === 'COMPLETATA' && a.percentuale !== null && a.percentuale < 100)
    no('percentuale', 'Un’azione conclusa è al 100%. Se non lo è, scegli «Realizzata in parte».');
  if (a.fineEffettiva && a.stato !== null && a.stato !== 'COMPLETATA')
    no('fineEffettiva', 'C’è una fine effettiva: lo stato deve essere «Conclusa».');
  return elenco;
}

const GIORNO = 86_400_000;
/** Giorni solari tra due date AAAA-MM-GG (b − a). */
export const giorniTra = (a: string, b: string): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / GIORNO);

/** Ritardo in giorni sulla fine prevista: dalla fine effettiva o, se manca, da quella stimata; negativo = in anticipo; 0 se non si può dire. */
export function giorniDiRitardo(
  a: { fineStimata: string | null; fineEffettiva: string | null },
  piano: { finePrevista: string | null },
): number {
  const fine = a.fineEffettiva ?? a.fineStimata;
  return fine && piano.finePrevista ? giorniTra(piano.finePrevista, fine) : 0;
}

// ---------------------------------------------------------------- scadenze

/** Somma giorni solari a una data AAAA-MM-GG. */
export const piuGiorni = (data: string, giorni: number): string =>
  new Date(Date.parse(`${data}T00:00:00Z`) + giorni * GIORNO).toISOString().slice(0, 10);

/** Un periodo si apre quando è finito: `oggi` AAAA-MM-GG, Europe/Rome. */
export const periodoApribile = (periodo: { al: string }, oggi: string): boolean => oggi > periodo.al;

type Verifica = { presentatoIl: Date; sospesoDal: Date | null; sospesoSecondi: number };

/** Il giorno a Roma da cui si contano i giorni della verifica: quello della presentazione, spostato in avanti di quanto l'orologio è rimasto fermo. */
function giornoIniziale(r: Verifica, adesso: Date): string {
  const fermoOra = r.sospesoDal ? Math.max(0, adesso.getTime() - r.sospesoDal.getTime()) : 0;
  return giornoDi(new Date(r.presentatoIl.getTime() + r.sospesoSecondi * 1000 + fermoOra));
}

/**
 * Il termine entro cui la Regione decide: la fine del giorno che cade `giorniVerifica` giorni solari dopo la presentazione, come se la relazione
 * fosse arrivata più tardi di tutto il tempo in cui l'orologio è rimasto fermo. Si contano giorni del calendario: l'ora legale non li sposta.
 */
export const termineVerifica = (r: Verifica, giorniVerifica: number, adesso: Date): Date =>
  fineGiornata(piuGiorni(giornoIniziale(r, adesso), giorniVerifica));

/** Giorni della verifica già usati dalla Regione (l'orologio fermo non conta): con quelli che mancano al termine fanno i giorni previsti. */
export const giorniUsati = (r: Verifica, adesso: Date): number => Math.max(0, giorniTra(giornoIniziale(r, adesso), giornoDi(adesso)));

/** A chi tocca muovere la pratica. */
export const toccaA = (stato: StatoRapporto): 'ENTE' | 'REGIONE' | 'NESSUNO' =>
  stato === 'BOZZA' || stato === 'CHIARIMENTI' ? 'ENTE' : stato === 'PRESENTATO' || stato === 'IN_VERIFICA' ? 'REGIONE' : 'NESSUNO';
