/** Un tratto di calendario. Le date sono giorni (mezzanotte UTC). */
export type Intervallo = { da: Date; a: Date };

/** Il calendario comune a tutte le righe: estremi dell'asse, oggi, periodi in cui le attività erano ferme. */
export type ScalaGantt = { inizio: Date; fine: Date; oggi: Date; sospensioni?: Intervallo[]; traguardi?: Traguardo[] };

/** Un giorno che conta per tutte le righe: la fine del progetto com'è, o com'era (`superato`: una proroga l'ha spostata). */
export type Traguardo = { giorno: Date; etichetta: string; superato?: boolean };

export type RigaGantt = {
  /** Il piano approvato all'inizio, se quello in vigore è diverso. */
  originario?: Intervallo;
  previsto?: Intervallo;
  /** Senza fine effettiva l'azione è in corso: `a` è oggi. */
  effettivo?: Intervallo;
  /** Da oggi alla fine stimata. */
  stima?: Intervallo;
  /** Quando questa sola riga era ferma. */
  ferma?: Intervallo[];
};

/** Posizione di un giorno sull'asse, in percentuale da 0 a 100, tagliata agli estremi. */
export function posizione(giorno: Date, { inizio, fine }: Pick<ScalaGantt, 'inizio' | 'fine'>): number {
  const lunghezza = fine.getTime() - inizio.getTime();
  if (lunghezza <= 0) return 0;
  return Math.min(100, Math.max(0, ((giorno.getTime() - inizio.getTime()) / lunghezza) * 100));
}

/** Dov'è oggi; null se cade sugli estremi dell'asse o fuori. */
export function oggiSullAsse(scala: ScalaGantt): number | null {
  const oggi = posizione(scala.oggi, scala);
  return oggi > 0 && oggi < 100 ? oggi : null;
}

const MESE = new Intl.DateTimeFormat('it-IT', { month: 'short', timeZone: 'UTC' });
// I mesi sono dodici e un cronoprogramma li scrive a ogni riga: si chiedono a Intl una volta.
const MESI = Array.from({ length: 12 }, (_, mese) => MESE.format(Date.UTC(2020, mese, 1)));
const mese = (giorno: Date): string => MESI[giorno.getUTCMonth()] ?? '';

/** «mag 2019». */
const meseAnno = (giorno: Date): string => `${mese(giorno)} ${giorno.getUTCFullYear()}`;

/** Le tacche dell'asse: ogni tre mesi fino a due anni, poi ogni sei, poi ogni dodici; l'anno compare sulla prima e a gennaio. */
export function tacche(scala: ScalaGantt): { etichetta: string; x: number }[] {
  const { inizio, fine } = scala;
  const mesi = (fine.getUTCFullYear() - inizio.getUTCFullYear()) * 12 + fine.getUTCMonth() - inizio.getUTCMonth();
  const passo = mesi <= 24 ? 3 : mesi <= 48 ? 6 : 12;
  const primo = Math.ceil((inizio.getUTCMonth() + (inizio.getUTCDate() > 1 ? 1 : 0)) / passo) * passo;
  const esito: { etichetta: string; x: number }[] = [];
  for (let m = primo; ; m += passo) {
    const giorno = new Date(Date.UTC(inizio.getUTCFullYear(), m, 1));
    if (giorno >= fine) return esito;
    const conAnno = esito.length === 0 || giorno.getUTCMonth() === 0;
    esito.push({ etichetta: conAnno ? meseAnno(giorno) : mese(giorno), x: posizione(giorno, scala) });
  }
}

/** Quanto posto vuole un'etichetta, in percentuale dell'asse: con l'anno è lunga il doppio. */
const larga = (etichetta: string): number => (etichetta.includes(' ') ? 14 : 9);

/** Le tacche che si possono scrivere senza coprirsi tra loro né coprire «oggi», se oggi è sull'asse. */
export function etichetteAsse(scala: ScalaGantt): { etichetta: string; x: number }[] {
  const oggi = oggiSullAsse(scala);
  const libere = tacche(scala).filter(({ x }) => x < 92 && (oggi === null || Math.abs(x - oggi) > 9));
  const scritte: { etichetta: string; x: number }[] = [];
  for (const tacca of libere) {
    const ultima = scritte.at(-1);
    if (!ultima || tacca.x - ultima.x >= larga(ultima.etichetta)) scritte.push(tacca);
  }
  return scritte;
}

/** La riga in parole, per chi non vede il disegno. */
export function inParole({ originario, previsto, effettivo, stima }: RigaGantt): string {
  if (!previsto && !effettivo && !stima && !originario) return 'Date non rilevate.';
  const parti = originario ? [`All’inizio previsto ${meseAnno(originario.da)} – ${meseAnno(originario.a)}.`] : [];
  parti.push(previsto ? `Previsto ${meseAnno(previsto.da)} – ${meseAnno(previsto.a)}.` : 'Date previste non rilevate.');
  if (!effettivo) parti.push('Non ancora iniziata.');
  else if (stima) parti.push(`Iniziata a ${meseAnno(effettivo.da)}.`);
  else parti.push(`Svolta tra ${meseAnno(effettivo.da)} e ${meseAnno(effettivo.a)}.`);
  if (stima) parti.push(`Fine stimata ${meseAnno(stima.a)}.`);
  return parti.join(' ');
}
