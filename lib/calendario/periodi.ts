import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attuazione } from '@/lib/bandi/configurazione';
import { domani, fineMese, ieri, piuMesi } from './date';

/** I periodi di rendicontazione di un progetto, dalla regola del bando (domain 0.1): puri, date AAAA-MM-GG con gli estremi compresi. */

export type RegolaPeriodi = Pick<Attuazione, 'calendario' | 'dallAvvio' | 'date' | 'giorniConsegna'>;
export type Periodo = { numero: number; dal: string; al: string; scadenza: string };
/** Un periodo già scritto; `fermo` = finito o già presentato: non si tocca. */
export type PeriodoScritto = Periodo & { fermo: boolean };

const MESI = { MENSILE: 1, BIMESTRALE: 2, TRIMESTRALE: 3, SEMESTRALE: 6 } as const;

/** Solari: gennaio-febbraio, marzo-aprile… contati dall'inizio dell'anno. */
const fineSolare = (giorno: string, mesi: number): string => fineMese(giorno, mesi - 1 - ((Number(giorno.slice(5, 7)) - 1) % mesi));

/** Dall'avvio: il confine n-esimo si conta sempre dal primo giorno del progetto, così un mese corto non sposta i successivi. */
function fineDallAvvio(giorno: string, inizio: string, mesi: number): string {
  const passati = (Number(giorno.slice(0, 4)) - Number(inizio.slice(0, 4))) * 12 + Number(giorno.slice(5, 7)) - Number(inizio.slice(5, 7));
  let n = Math.max(0, Math.floor(passati / mesi) - 1);
  while (piuMesi(inizio, n * mesi) <= giorno) n += 1;
  return ieri(piuMesi(inizio, n * mesi));
}

/** L'ultimo giorno del periodo in cui cade `giorno`; nullo se la regola è a date scelte e non ce ne sono altre. */
function fineNaturale(giorno: string, inizio: string, regola: RegolaPeriodi): string | null {
  if (regola.calendario === 'DATE') return regola.date.toSorted().find((data) => data >= giorno) ?? null;
  const mesi = MESI[regola.calendario];
  return regola.dallAvvio ? fineDallAvvio(giorno, inizio, mesi) : fineSolare(giorno, mesi);
}

const dopo = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b);
const prima = (a: string | null, b: string): string => (a !== null && a < b ? a : b);

function daGiorno(dal: string, al: string, numero: number, inizio: string, regola: RegolaPeriodi): Periodo[] {
  const periodi: Periodo[] = [];
  for (let giorno = dal; giorno <= al; ) {
    const fine = prima(fineNaturale(giorno, inizio, regola), al);
    periodi.push({ numero: numero + periodi.length, dal: giorno, al: fine, scadenza: piuGiorni(fine, regola.giorniConsegna) });
    giorno = domani(fine);
  }
  return periodi;
}

/** I periodi da `dal` ad `al` senza buchi né sovrapposizioni; il primo e l'ultimo possono essere parziali. Vuoto se `al` viene prima di `dal`. */
export const generaPeriodi = ({ dal, al, regola }: { dal: string; al: string; regola: RegolaPeriodi }): Periodo[] =>
  daGiorno(dal, al, 1, dal, regola);

/** Un periodo aperto e parziale si allunga fino al suo confine naturale, o si taglia alla fine nuova; la scadenza segue. */
function adattato<T extends PeriodoScritto>(periodo: T, nuovaFine: string, inizio: string, regola: RegolaPeriodi, ultimo: boolean): T {
  const naturale = ultimo ? prima(fineNaturale(periodo.dal, inizio, regola), nuovaFine) : periodo.al;
  // un periodo già più lungo del suo confine (importato) non si accorcia se la fine nuova lo contiene
  const al = periodo.al > nuovaFine ? nuovaFine : dopo(naturale, periodo.al);
  return al === periodo.al ? periodo : { ...periodo, al, scadenza: piuGiorni(al, regola.giorniConsegna) };
}

/**
 * I periodi dopo che la fine del progetto si è spostata: quelli fermi restano com'erano, quelli del tutto oltre la fine cadono, l'ultimo aperto si
 * allunga o si taglia, i nuovi si aggiungono in coda con i numeri che seguono. Solo periodi ordinari, almeno uno.
 */
export function spostaFine<T extends PeriodoScritto>(periodi: readonly T[], nuovaFine: string, regola: RegolaPeriodi): (T | Periodo)[] {
  const ordinati = periodi.toSorted((a, b) => a.dal.localeCompare(b.dal));
  const inizio = ordinati[0]?.dal;
  if (inizio === undefined) return [];
  const tenuti = ordinati.filter((p) => p.fermo || p.dal <= nuovaFine);
  const restano = tenuti.map((p, i) => (p.fermo ? p : adattato(p, nuovaFine, inizio, regola, i === tenuti.length - 1)));
  const ultimo = restano.at(-1);
  // tutti aperti e tutti oltre la fine nuova: si ricomincia dal primo giorno
  if (!ultimo) return daGiorno(inizio, nuovaFine, ordinati[0]?.numero ?? 1, inizio, regola);
  const numero = Math.max(...restano.map((p) => p.numero)) + 1;
  return [...restano, ...daGiorno(domani(ultimo.al), nuovaFine, numero, inizio, regola)];
}
