import { aCapo, proteggi } from './testo';
import type { Pezzo } from './tipi';

/** Le forme di cui sono fatti i disegni. I colori sono scritti: il file si apre fuori dal portale, senza il suo foglio di stile. */

/** Unità del disegno: pixel nel file SVG, metà dei pixel nel PNG. */
export const LARGHEZZA = 960;
export const MARGINE = 32;
export const UTILE = LARGHEZZA - 2 * MARGINE;

export const COLORI = {
  carta: '#ffffff',
  inchiostro: '#1a1a1a',
  secondo: '#2f475e',
  tenue: '#5c6f82',
  filo: '#d9dadb',
  barra: '#0066cc',
  contorno: '#929da9',
} as const;

/** Due decimali bastano, e il file resta leggibile. */
export const cifra = (valore: number): string => String(Math.round(valore * 100) / 100);

type Scritta = { x: number; y: number; corpo?: number; colore?: string; forte?: boolean; ancora?: 'start' | 'middle' | 'end' };

/** Una riga di testo; `y` è la linea di base. */
export const scritta = (
  testo: string,
  { x, y, corpo = 14, colore = COLORI.inchiostro, forte = false, ancora = 'start' }: Scritta,
): string =>
  `<text x="${cifra(x)}" y="${cifra(y)}" font-size="${corpo}" fill="${colore}"${forte ? ' font-weight="600"' : ''}${
    ancora === 'start' ? '' : ` text-anchor="${ancora}"`
  }>${proteggi(testo)}</text>`;

/** Un rettangolo pieno, con l'eventuale bordo dentro. */
export const rettangolo = (x: number, y: number, larghezza: number, altezza: number, riempimento: string, bordo?: string): string =>
  bordo && larghezza > 1.5
    ? `<rect x="${cifra(x + 0.75)}" y="${cifra(y + 0.75)}" width="${cifra(larghezza - 1.5)}" height="${cifra(altezza - 1.5)}" fill="${riempimento}" stroke="${bordo}" stroke-width="1.5"/>`
    : `<rect x="${cifra(x)}" y="${cifra(y)}" width="${cifra(Math.max(0, larghezza))}" height="${cifra(altezza)}" fill="${riempimento}"/>`;

type Paragrafo = { larghezza?: number; corpo?: number; colore?: string; forte?: boolean };

/** Un testo su più righe, dall'alto. Vuoto: alto zero. */
export function paragrafo(testo: string, { larghezza = UTILE, corpo = 14, ...stile }: Paragrafo = {}): Pezzo {
  const interlinea = Math.round(corpo * 1.4);
  const righe = aCapo(testo, larghezza, corpo);
  return {
    svg: righe.map((riga, n) => scritta(riga, { x: 0, y: n * interlinea + corpo, corpo, ...stile })).join(''),
    altezza: righe.length * interlinea,
  };
}

/** I pezzi uno sotto l'altro, ognuno con lo spazio che lo precede; quelli alti zero non lasciano spazio. */
export function inColonna(pezzi: readonly (Pezzo & { prima?: number })[]): Pezzo {
  let y = 0;
  let svg = '';
  for (const { svg: disegno, altezza, prima = 0 } of pezzi) {
    if (altezza === 0) continue;
    if (y > 0) y += prima;
    svg += `<g transform="translate(0 ${cifra(y)})">${disegno}</g>`;
    y += altezza;
  }
  return { svg, altezza: y };
}
