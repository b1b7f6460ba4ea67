import { giorniTra } from '@/lib/attuazione/rules';
import { euro, numero } from '@/lib/format/euro';

/** La differenza tra due valori, con il segno e in percentuale: «+1.200,00 € (+12,5%)». Da zero una percentuale non si può dire. */

const segno = (positivo: boolean): string => (positivo ? '+' : '−');

/** Millesimi di variazione arrotondati (mezzo per eccesso), con gli interi: gli importi superano ciò che un numero con la virgola sa contare. */
function percento(differenza: bigint, base: bigint): string {
  if (base === 0n) return '';
  const assoluta = differenza < 0n ? -differenza : differenza;
  const decimi = (assoluta * 2000n + base) / (base * 2n);
  return ` (${segno(differenza > 0n)}${numero(Number(decimi) / 10)}%)`;
}

export function scartoImporto(prima: bigint, ora: bigint): string {
  const differenza = ora - prima;
  const assoluta = differenza < 0n ? -differenza : differenza;
  return `${segno(differenza > 0n)}${euro(assoluta)}${percento(differenza, prima)}`;
}

/** Quanti giorni tra due date AAAA-MM-GG, con il segno: «+31 giorni». */
export function scartoGiorni(prima: string, ora: string): string {
  const giorni = giorniTra(prima, ora);
  return `${segno(giorni > 0)}${numero(Math.abs(giorni))} ${Math.abs(giorni) === 1 ? 'giorno' : 'giorni'}`;
}

export function scartoNumero(prima: number, ora: number): string {
  const differenza = ora - prima;
  const quota = prima > 0 ? ` (${segno(differenza > 0)}${numero(Math.round((Math.abs(differenza) / prima) * 1000) / 10)}%)` : '';
  return `${segno(differenza > 0)}${numero(Math.abs(differenza))}${quota}`;
}
