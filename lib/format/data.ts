/** Date e ore per le persone, sempre Europe/Rome. Le date del calendario (colonne DATE) sono UTC a mezzanotte o testo AAAA-MM-GG. */

const FUSO = 'Europe/Rome';
const MESE = new Intl.DateTimeFormat('it-IT', { month: 'long', timeZone: 'UTC' });
const SETTIMANA = new Intl.DateTimeFormat('it-IT', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const ORA = new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', timeZone: FUSO });
const ISO_ROMA = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: FUSO });

const daIso = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

// I mesi sono dodici e un elenco li scrive a centinaia: si chiedono a Intl una volta.
const MESI = new Map(Array.from({ length: 12 }, (_, mese) => [String(mese + 1).padStart(2, '0'), MESE.format(Date.UTC(2020, mese, 1))]));

/** Una colonna DATE come AAAA-MM-GG. */
export const isoDiData = (data: Date): string => data.toISOString().slice(0, 10);
export const isoDiDataONull = (data: Date | null): string | null => (data ? isoDiData(data) : null);

const ORA_MS = 3_600_000;

// A Roma il giorno cambia sempre allo scoccare di un'ora: gli istanti della stessa ora sono dello stesso giorno. Una storia ne chiede a decine, vicini tra loro.
const giorni = new Map<number, string>();
const MASSIMO_GIORNI = 5000;

/** Il giorno di calendario a Roma di un istante, AAAA-MM-GG. @throws RangeError se l'istante non è valido */
export function giornoDi(istante: Date): string {
  const ora = Math.floor(istante.getTime() / ORA_MS);
  const noto = giorni.get(ora);
  if (noto !== undefined) return noto;
  const giorno = ISO_ROMA.format(istante);
  if (giorni.size >= MASSIMO_GIORNI) giorni.clear();
  giorni.set(ora, giorno);
  return giorno;
}

/** L'ultimo millesimo di secondo di un giorno (AAAA-MM-GG) a Roma, con l'ora legale o solare di quel giorno. */
export function fineGiornata(iso: string): Date {
  const mezzanotteUtc = daIso(iso).getTime() + 24 * ORA_MS;
  const estiva = new Date(mezzanotteUtc - 2 * ORA_MS - 1);
  return oraDi(estiva) === '23:59' ? estiva : new Date(mezzanotteUtc - ORA_MS - 1);
}

/** `2020-07-09` → `9 luglio 2020` (nel testo). */
export const dataLunga = (iso: string): string => `${giornoEMese(iso)} ${iso.slice(0, 4)}`;
/** `2020-07-09` → `9 luglio`. */
export const giornoEMese = (iso: string): string => `${Number(iso.slice(8, 10))} ${nomeMese(iso)}`;
/** `2020-07-09` → `giovedì 9 luglio 2020`. */
export const dataConGiorno = (iso: string): string => SETTIMANA.format(daIso(iso));
/** `2020-07-09` → `luglio 2020`. */
export const meseEAnno = (iso: string): string => `${nomeMese(iso)} ${iso.slice(0, 4)}`;
/** `2020-07-09` → `luglio`. */
export const nomeMese = (iso: string): string => MESI.get(iso.slice(5, 7)) ?? MESE.format(daIso(iso));
/** `2020-07-09` → `09/07/2020` (campi e tabelle). */
export const dataBreve = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
/** `2020-07` o `2020-07-01` → `07/2020`. */
export const meseBreve = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
/** L'ora a Roma: `10:42`. */
export const oraDi = (istante: Date): string => ORA.format(istante);
/** `9 luglio 2020 alle 10:42`. */
export const dataEOra = (istante: Date): string => `${dataLunga(giornoDi(istante))} alle ${oraDi(istante)}`;

const MESE_CORTO = new Intl.DateTimeFormat('it-IT', { month: 'short', timeZone: 'UTC' });

/** "gennaio–giugno 2020", "gennaio 2020": il nome di un periodo, estremi AAAA-MM-GG compresi. `corto`: "gen–giù 2020", per le tabelle fitte. */
export function nomePeriodo(periodo: { dal: string; al: string }, corto = false): string {
  if (corto && periodo.dal.slice(0, 7) !== periodo.al.slice(0, 7) && periodo.dal.slice(0, 4) === periodo.al.slice(0, 4))
    return `${MESE_CORTO.format(daIso(periodo.dal))}–${MESE_CORTO.format(daIso(periodo.al))} ${periodo.al.slice(0, 4)}`;
  if (periodo.dal.slice(0, 7) === periodo.al.slice(0, 7)) return meseEAnno(periodo.dal);
  return periodo.dal.slice(0, 4) === periodo.al.slice(0, 4)
    ? `${nomeMese(periodo.dal)}–${meseEAnno(periodo.al)}`
    : `${meseEAnno(periodo.dal)}–${meseEAnno(periodo.al)}`;
}

const quanti = (giorni: number): string => (giorni === 1 ? '1 giorno' : `${giorni} giorni`);

/** Il tempo che manca o che è passato, in parole: "Oggi", "Domani", "Tra 6 giorni", "3 giorni di ritardo". */
export const mancano = (giorni: number): string =>
  giorni < 0 ? `${quanti(-giorni)} di ritardo` : giorni === 0 ? 'Oggi' : giorni === 1 ? 'Domani' : `Tra ${quanti(giorni)}`;
