import type { Valori } from '@/lib/domande/valori';

/** Ciò che il server non ha ancora: resta nella scheda del browser, e torna se la pagina si ricarica. Se lo spazio non basta il testo resta comunque nella pagina. */
export type Bozza = { rev: number; valori: Valori };

export const chiaveBozza = (progettoId: string, fase: string, sezione: string): string =>
  `cantiere.sezione.${progettoId}.${fase}.${sezione}`;

export function conservaBozza(chiave: string, bozza: Bozza): void {
  try {
    sessionStorage.setItem(chiave, JSON.stringify(bozza));
  } catch {
    sessionStorage.removeItem(chiave); // troppo grande: meglio nulla che una bozza vecchia
  }
}

export const buttaBozza = (chiave: string): void => sessionStorage.removeItem(chiave);

export function leggiBozza(chiave: string): Bozza | null {
  const testo = sessionStorage.getItem(chiave);
  if (!testo) return null;
  try {
    return JSON.parse(testo) as Bozza;
  } catch {
    buttaBozza(chiave);
    return null;
  }
}
