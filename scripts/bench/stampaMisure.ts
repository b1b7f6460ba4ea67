import type { Attore } from '@/lib/auth/attore';
import { mediana, percentile } from './carico';

/** Come la parte «persone» misura e scrive i suoi numeri. */

export const intero = (n: number): string => n.toFixed(0);
export const riga = (nome: string, testo: string): void => console.log(`  ${`${nome}:`.padEnd(34)}${testo}`);

/** L'attore di un incarico, con il contesto firmato adesso: vale cinque minuti. */
export async function attore(incaricoId: string): Promise<Attore> {
  const { attoreDi } = await import('@/tests/support/attori');
  return attoreDi(incaricoId);
}

/** Millesimi di secondo di ogni volta. */
export async function ripeti(volte: number, lavora: () => Promise<unknown>): Promise<number[]> {
  const tempi: number[] = [];
  for (let n = 0; n < volte + 2; n += 1) {
    const inizio = performance.now();
    await lavora();
    if (n > 1) tempi.push(performance.now() - inizio); // i primi due aprono connessioni e preparano istruzioni
  }
  return tempi;
}

export const detto = (tempi: number[], atteso: number): string =>
  `mediana ${intero(mediana(tempi))} ms, 95° percentile ${intero(percentile(tempi, 0.95))} ms su ${tempi.length} (atteso ≤ ${atteso})`;
