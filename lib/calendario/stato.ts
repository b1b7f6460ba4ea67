import { giorniTra, periodoApribile } from '@/lib/attuazione/rules';

/** Lo stato di un periodo: si calcola dalle date ogni volta, non si scrive. Date AAAA-MM-GG; `oggi` a Roma. */

export const STATI_PERIODO = [
  'PRESENTATO',
  'NON_DOVUTO',
  'FUTURO',
  'IN_CORSO',
  'SOSPESO',
  'SCADUTO',
  'IN_SCADENZA',
  'DA_PRESENTARE',
] as const;
export type StatoPeriodo = (typeof STATI_PERIODO)[number];

export type PeriodoConDate = { dal: string; al: string; scadenza: string; dovuto: boolean; presentatoIl: string | null };

/** Entro quanti giorni una scadenza è vicina. */
export const VICINO = 7;
/** Lo stesso per una pratica della Regione: i suoi passaggi durano pochi giorni. */
export const VICINO_IN_CODA = 3;

/** `sospeso`: oggi il progetto è sospeso, e una relazione non presentata non è dovuta finché non riprende. */
export function statoPeriodo(p: PeriodoConDate, oggi: string, sospeso: boolean): StatoPeriodo {
  if (p.presentatoIl !== null) return 'PRESENTATO';
  if (!p.dovuto) return 'NON_DOVUTO';
  if (oggi < p.dal) return 'FUTURO';
  if (sospeso) return 'SOSPESO';
  if (!periodoApribile(p, oggi)) return 'IN_CORSO';
  const giorni = giorniTra(oggi, p.scadenza);
  return giorni < 0 ? 'SCADUTO' : giorni <= VICINO ? 'IN_SCADENZA' : 'DA_PRESENTARE';
}

/** I giorni di ritardo di un periodo scaduto; 0 se non lo è. */
export const giorniDiScadenza = (p: PeriodoConDate, oggi: string, sospeso: boolean): number =>
  statoPeriodo(p, oggi, sospeso) === 'SCADUTO' ? giorniTra(p.scadenza, oggi) : 0;

/** Le scadenze che vengono, dalla prima, di ciò che è ancora da presentare. */
export const prossimeScadenze = <P extends PeriodoConDate>(periodi: readonly P[], oggi: string, quante: number): P[] =>
  periodi
    .filter((p) => p.presentatoIl === null && p.dovuto && p.scadenza >= oggi)
    .toSorted((a, b) => a.scadenza.localeCompare(b.scadenza))
    .slice(0, quante);
