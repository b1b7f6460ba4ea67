/** Foglio A4 in punti tipografici, e i colori (scala di grigi: si stampa). */
export const A4 = { larghezza: 595.28, altezza: 841.89 };
export const MARGINE = 56;
export const LARGHEZZA = A4.larghezza - MARGINE * 2;
/** Fin dove si scrive; sotto stanno il piede e il numero di pagina. */
export const ALTEZZA_UTILE = A4.altezza - 64;
export const COLORI = { testo: '#17212b', secondo: '#4a5763', riga: '#b4bcc4', fondo: '#eef1f4' };
