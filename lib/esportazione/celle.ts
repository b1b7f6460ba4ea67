import type { Colonna, RigaGrezza, TipoColonna } from '@/lib/dizionario/contratto';
import type { Cella } from '@/lib/format/csv';

/** Da come una cella esce dal database a come la scrive un formato. */

const NUMERI: readonly TipoColonna[] = ['int', 'dec', 'bool'];
export const eNumero = (tipo: TipoColonna): boolean => NUMERI.includes(tipo);

/** @throws RangeError se un intero non sta in un numero senza perdere cifre */
export function numeroDi(testo: string): number {
  const numero = Number(testo);
  if (!Number.isFinite(numero) || (Number.isInteger(numero) && !Number.isSafeInteger(numero)))
    throw new RangeError(`«${testo}» non è un numero che si esporta.`);
  return numero;
}

/** Una riga per i formati di testo: i numeri restano numeri, perché ogni dialetto scriva i suoi decimali. */
export const celleDi =
  (colonne: readonly Colonna[]) =>
  (riga: RigaGrezza): Cella[] =>
    colonne.map(({ tipo }, n) => {
      const cella = riga[n] ?? null;
      return cella === null || !eNumero(tipo) ? cella : numeroDi(cella);
    });
