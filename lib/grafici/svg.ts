import { barre } from './barre';
import { COLORI, cifra, inColonna, LARGHEZZA, MARGINE, paragrafo, UTILE } from './forme';
import { impilate } from './impilate';
import { quadretti } from './quadretti';
import { proteggi } from './testo';
import type { Cornice, Grafico, Pezzo } from './tipi';

/** Un disegno già fatto, con accanto l'elenco di ciò che vi è numerato. */
function disegno({ svg, lato, legenda }: Extract<Grafico, { genere: 'disegno' }>): Pezzo {
  const spazio = UTILE / 2;
  const scala = Math.min(1, spazio / lato);
  const nomi = inColonna(legenda.map((voce) => ({ ...paragrafo(voce, { larghezza: spazio - 32, corpo: 13 }), prima: 4 })));
  return {
    svg: `<g transform="scale(${cifra(scala)})">${svg}</g><g transform="translate(${spazio + 32} 0)">${nomi.svg}</g>`,
    altezza: Math.max(lato * scala, nomi.altezza),
  };
}

function disegna(grafico: Grafico): Pezzo {
  switch (grafico.genere) {
    case 'barre':
      return barre(grafico);
    case 'impilate':
      return impilate(grafico);
    case 'quadretti':
      return quadretti(grafico);
    case 'disegno':
      return disegno(grafico);
  }
}

/**
 * Un grafico come file SVG che sta in piedi da solo: titolo, unità, disegno, avvertenze, fonte, data e licenza, con i colori scritti.
 * Il carattere è quello del portale, o uno senza grazie se chi lo apre non ce l'ha. Gli stessi dati danno gli stessi byte.
 */
export function figuraSvg(grafico: Grafico, { titolo, nota, avvertenza, fonte }: Cornice): string {
  const filo: Pezzo = { svg: `<path d="M0 .5H${UTILE}" stroke="${COLORI.filo}"/>`, altezza: 1 };
  const { svg, altezza } = inColonna([
    paragrafo(titolo, { corpo: 22, forte: true }),
    { ...paragrafo(nota, { corpo: 15, colore: COLORI.secondo }), prima: 4 },
    { ...disegna(grafico), prima: 20 },
    { ...paragrafo(avvertenza ?? '', { corpo: 13, colore: COLORI.tenue }), prima: 16 },
    { ...filo, prima: 16 },
    ...fonte.map((riga, n) => ({ ...paragrafo(riga, { corpo: 13, colore: COLORI.tenue }), prima: n === 0 ? 8 : 0 })),
  ]);
  const alto = Math.ceil(altezza + 2 * MARGINE);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LARGHEZZA}" height="${alto}" viewBox="0 0 ${LARGHEZZA} ${alto}" role="img" `,
    `aria-labelledby="titolo descrizione" lang="it" font-family="'Titillium Web', 'Segoe UI', Arial, sans-serif">`,
    `<title id="titolo">${proteggi(titolo)}</title><desc id="descrizione">${proteggi([nota, ...fonte].join(' '))}</desc>`,
    `<rect width="${LARGHEZZA}" height="${alto}" fill="${COLORI.carta}"/>`,
    `<g transform="translate(${MARGINE} ${MARGINE})">${svg}</g></svg>\n`,
  ].join('');
}
