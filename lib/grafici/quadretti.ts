import { numero } from '@/lib/format/euro';
import { COLORI, inColonna, paragrafo, scritta, UTILE } from './forme';
import type { CellaQuadretti, Grafico, Pezzo } from './tipi';

/** I quadretti: uno per unità, o uno per più unità quando sarebbero troppi. */

const PER_RIGA = 11;
const LATO = 12;
const PASSO = 16;
/** Oltre, un quadretto vale di più: venti righe si guardano ancora con un colpo d'occhio. */
const MASSIMO_QUADRETTI = 220;

/** Quante unità vale un quadretto: 1, 2, 5, 10, 20, 50… */
export function perQuadretto(totale: number): number {
  for (let base = 1; ; base *= 10)
    for (const passo of [1, 2, 5]) if (Math.ceil(totale / (base * passo)) <= MASSIMO_QUADRETTI) return base * passo;
}

/** Pieni e in tutto, in quadretti: chi ha almeno un'unità ha almeno un quadretto. */
export function quadrettiDi(pieni: number, totale: number): { pieni: number; totale: number; larghezza: number; altezza: number } {
  const unita = perQuadretto(totale);
  const tutti = Math.ceil(totale / unita);
  return {
    pieni: Math.min(tutti, Math.ceil(pieni / unita)),
    totale: tutti,
    larghezza: PER_RIGA * PASSO - (PASSO - LATO),
    altezza: Math.max(0, Math.ceil(tutti / PER_RIGA) * PASSO - (PASSO - LATO)),
  };
}

const quadretto = (indice: number, margine: number): string => {
  const lato = LATO - 2 * margine;
  return `M${(indice % PER_RIGA) * PASSO + margine} ${Math.floor(indice / PER_RIGA) * PASSO + margine}h${lato}v${lato}h-${lato}z`;
};

/** I due soli tracciati dei quadretti, quanti che siano: i pieni e i vuoti. */
export function tracciati(pieni: number, totale: number): { pieni: string; vuoti: string } {
  const conti = quadrettiDi(pieni, totale);
  const indici = Array.from({ length: conti.totale }, (_, indice) => indice);
  return {
    pieni: indici
      .slice(0, conti.pieni)
      .map((i) => quadretto(i, 0))
      .join(''),
    vuoti: indici
      .slice(conti.pieni)
      .map((i) => quadretto(i, 0.75))
      .join(''),
  };
}

const ETICHETTA = 200;

function cella({ pieni, descrizione }: CellaQuadretti, totale: number, larghezza: number): Pezzo {
  const { altezza } = quadrettiDi(pieni, totale);
  const d = tracciati(pieni, totale);
  return inColonna([
    { svg: scritta(`${numero(pieni)} su ${numero(totale)}`, { x: 0, y: 18, corpo: 18, forte: true }), altezza: 26 },
    {
      svg: `<path d="${d.pieni}" fill="${COLORI.barra}"/><path d="${d.vuoti}" fill="none" stroke="${COLORI.contorno}" stroke-width="1.5"/>`,
      altezza,
    },
    { ...paragrafo(descrizione, { larghezza: larghezza - 24, corpo: 13, colore: COLORI.secondo }), prima: 8 },
  ]);
}

/** La figura a riquadri: una riga per gruppo, una colonna per tipo, in ogni cella il conteggio e i quadretti. */
export function quadretti({ totale, colonne, righe }: Extract<Grafico, { genere: 'quadretti' }>): Pezzo {
  const larghezza = (UTILE - ETICHETTA) / Math.max(1, colonne.length);
  const testata: Pezzo = {
    svg: colonne.map((nome, n) => scritta(nome, { x: ETICHETTA + n * larghezza, y: 14, colore: COLORI.tenue, forte: true })).join(''),
    altezza: 22,
  };
  return inColonna([
    testata,
    ...righe.map(({ etichetta, sotto, celle }) => {
      const disegnate = celle.map((una) => cella(una, totale, larghezza));
      const nome = inColonna([
        paragrafo(etichetta, { larghezza: ETICHETTA - 16, corpo: 15, forte: true }),
        paragrafo(sotto, { larghezza: ETICHETTA - 16, corpo: 13, colore: COLORI.tenue }),
      ]);
      return {
        prima: 24,
        svg: nome.svg + disegnate.map(({ svg }, n) => `<g transform="translate(${ETICHETTA + n * larghezza} 0)">${svg}</g>`).join(''),
        altezza: Math.max(nome.altezza, ...disegnate.map(({ altezza }) => altezza)),
      };
    }),
  ]);
}
