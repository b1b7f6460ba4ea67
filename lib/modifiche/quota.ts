import type { VoceBudget } from '@/lib/domande/valori';
import { contributoPerCategoria, contributoTotale } from '@/lib/piano/bilancio';

/** Oltre non si conta: un piano da un centesimo può crescere di milioni di volte. */
const MASSIMA = 1_000_000n;

type Voci = readonly VoceBudget[];

/**
 * Quanta parte del contributo approvato cambia categoria di costo, in percento arrotondato per eccesso: la somma di ciò che cresce o di ciò che cala, la
 * maggiore. La stessa formula di app.quota_spostata (0006): una prova le confronta. Se non c'era contributo, qualunque importo è il massimo.
 */
export function quotaSpostata(prima: Voci, dopo: Voci): number {
  const totale = contributoTotale(prima);
  const spostato = contributoSpostato(prima, dopo);
  if (spostato === 0n) return 0;
  const quota = totale === 0n ? MASSIMA : (spostato * 100n + totale - 1n) / totale;
  return Number(quota > MASSIMA ? MASSIMA : quota);
}

/** Lo stesso in centesimi. */
export function contributoSpostato(prima: Voci, dopo: Voci): bigint {
  const [a, b] = [contributoPerCategoria(prima), contributoPerCategoria(dopo)];
  const scarti = [...new Set([...a.keys(), ...b.keys()])].map((categoria) => (b.get(categoria) ?? 0n) - (a.get(categoria) ?? 0n));
  const cresce = scarti.reduce((somma, n) => (n > 0n ? somma + n : somma), 0n);
  const cala = scarti.reduce((somma, n) => (n < 0n ? somma - n : somma), 0n);
  if (cala > cresce) return cala;
  return cresce;
}
