import type { QuantitaAccettata } from './validaProgetti';

/** Una grandezza del portale: il previsto, il realizzato alla rilevazione, o tutti e due. */
export type Grandezza = {
  numero: number;
  unita: string;
  riferimento: string | null;
  previsto: QuantitaAccettata | null;
  realizzato: QuantitaAccettata | null;
};

/** Come si riconosce una grandezza di contesto (quanti alloggi ci sono, non quanti se ne raggiungono). */
export const CONTESTO = 'dato di contesto';

/**
 * Unisce previsto e realizzato solo quando unita e riferimento coincidono, così ogni riga della fonte resta contabile.
 * Il numero è la posizione della riga nel file (della prima delle due): è la parte stabile del codice.
 */
export function grandezze(righe: QuantitaAccettata[]): Grandezza[] {
  const elenco: Grandezza[] = [];
  for (const riga of righe) {
    const { unita, posizione } = riga;
    const lato = riga.tipo === 'realizzato' ? 'realizzato' : 'previsto';
    const riferimento =
      riga.tipo === 'contesto' ? [CONTESTO, riga.riferimento].filter((testo) => testo !== null).join(': ') : riga.riferimento;
    const compagna = elenco.find((g) => g[lato] === null && g.unita === unita && g.riferimento === riferimento);
    if (compagna) compagna[lato] = riga;
    else elenco.push({ numero: posizione + 1, unita, riferimento, previsto: null, realizzato: null, [lato]: riga });
  }
  return elenco;
}
