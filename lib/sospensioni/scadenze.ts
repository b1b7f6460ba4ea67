import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';

/**
 * Come una sospensione sposta le scadenze: pura, date AAAA-MM-GG con gli estremi compresi. Si contano giorni del calendario, quindi l'ora legale non
 * entra; e l'esito dipende solo da quali giorni sono sospesi, non dall'ordine in cui le sospensioni si registrano.
 */

export type Intervallo = { dal: string; al: string };
export type Sospesa = { dal: string; al: string | null };
export type PeriodoSospendibile = {
  dal: string;
  al: string;
  scadenza: string;
  dovuto: boolean;
  /** Una relazione straordinaria la Regione la chiede per quel momento: la sospensione ne sposta la scadenza, non la toglie. */
  straordinario: boolean;
};

/** Le sospensioni concluse, in ordine di data: quelle aperte non si contano finché non si sa quanto durano. */
export const concluse = (sospensioni: readonly Sospesa[]): Intervallo[] =>
  sospensioni.flatMap(({ dal, al }) => (al === null ? [] : [{ dal, al }])).sort((a, b) => a.dal.localeCompare(b.dal));

/** I giorni che due intervalli hanno in comune. */
function comuni(a: Intervallo, b: Intervallo): number {
  const [, inizio = a.dal] = [a.dal, b.dal].sort();
  const [fine = a.al] = [a.al, b.al].sort();
  return Math.max(0, giorniTra(inizio, fine) + 1);
}

/** Quanti giorni di un intervallo sono sospesi; le sospensioni non si sovrappongono tra loro (lo impedisce il database). */
export const giorniSospesi = (intervallo: Intervallo, sospensioni: readonly Intervallo[]): number =>
  sospensioni.reduce((giorni, sospensione) => giorni + comuni(intervallo, sospensione), 0);

/** Il giorno che viene `giorni` giorni non sospesi dopo `da`; `sospensioni` in ordine di data. */
export function dopoGiorniUtili(da: string, giorni: number, sospensioni: readonly Intervallo[]): string {
  let fine = piuGiorni(da, giorni);
  for (const { dal, al } of sospensioni) {
    if (dal > fine) break;
    fine = piuGiorni(fine, comuni({ dal: piuGiorni(da, 1), al }, { dal, al }));
  }
  return fine;
}

/**
 * La scadenza e il dovere di un periodo quando le sospensioni del progetto passano da `prima` a `dopo`: restano gli stessi i giorni non sospesi tra la
 * fine del periodo e la scadenza; un periodo ordinario tutto dentro le sospensioni non si rendiconta.
 */
export function conSospensioni<P extends PeriodoSospendibile>(periodo: P, prima: readonly Intervallo[], dopo: readonly Intervallo[]): P {
  const attesa = { dal: piuGiorni(periodo.al, 1), al: periodo.scadenza };
  const giorni = Math.max(0, giorniTra(periodo.al, periodo.scadenza) - giorniSospesi(attesa, prima));
  const dentro = (sospensioni: readonly Intervallo[]): boolean =>
    !periodo.straordinario && giorniSospesi(periodo, sospensioni) === giorniTra(periodo.dal, periodo.al) + 1;
  // chi non è dovuto per un altro motivo (la fine del progetto) resta com'era
  const dovuto = dentro(dopo) ? false : dentro(prima) ? true : periodo.dovuto;
  return { ...periodo, scadenza: dopoGiorniUtili(periodo.al, giorni, dopo), dovuto };
}

/** La sospensione in corso in un giorno, se c'è: nei suoi giorni nulla è dovuto. */
export const inCorso = <S extends Sospesa>(sospensioni: readonly S[], oggi: string): S | undefined =>
  sospensioni.find(({ dal, al }) => dal <= oggi && (al === null || al >= oggi));
