import { numero } from '@/lib/format/euro';
import { COLORI, cifra, inColonna, paragrafo, rettangolo, scritta, UTILE } from './forme';
import { aCapo, larghezzaDi } from './testo';
import type { Grafico, Pezzo, Serie } from './tipi';

type Impilate = Extract<Grafico, { genere: 'impilate' }>;

const ETICHETTA = 300;
const SPAZIO = 16;
const CORPO = 14;
const INTERLINEA = 18;
const ALTEZZA = 22;
const CAMPIONE = 14;

const trama = (n: number): string => `trama-${n}`;
const somma = (valori: readonly number[]): number => valori.reduce((tutto, valore) => tutto + valore, 0);

const segmento = (serie: Serie, n: number, x: number, y: number, larghezza: number, altezza: number): string =>
  rettangolo(x, y, larghezza, altezza, serie.trama ? `url(#${trama(n)})` : serie.colore, serie.bordo);

/** Nome e totale di ogni serie, su più righe se serve. */
function legenda({ serie, righe }: Impilate): Pezzo {
  let [x, y] = [0, 0];
  let svg = '';
  for (const [n, una] of serie.entries()) {
    const totale = numero(somma(righe.map(({ valori }) => valori[n] ?? 0)));
    const larghezza = CAMPIONE + 8 + larghezzaDi(`${una.etichetta} ${totale}`, CORPO + 1) + 20;
    if (x > 0 && x + larghezza > UTILE) [x, y] = [0, y + 24];
    svg += segmento(una, n, x, y + 3, CAMPIONE, CAMPIONE);
    svg += scritta(`${una.etichetta} ${totale}`, { x: x + CAMPIONE + 8, y: y + 15 });
    x += larghezza;
  }
  return { svg, altezza: serie.length === 0 ? 0 : y + 24 };
}

function riga(etichetta: string, valori: readonly number[], serie: readonly Serie[], massimo: number): Pezzo {
  const nomi = aCapo(etichetta, ETICHETTA - 40, CORPO);
  const altezza = Math.max(ALTEZZA, nomi.length * INTERLINEA) + 8;
  const y = (altezza - ALTEZZA) / 2;
  const perUno = (UTILE - ETICHETTA - SPAZIO) / massimo;
  let x = ETICHETTA + SPAZIO;
  let svg = nomi.map((testo, n) => scritta(testo, { x: 0, y: n * INTERLINEA + (altezza - nomi.length * INTERLINEA) / 2 + CORPO })).join('');
  svg += scritta(numero(somma(valori)), { x: ETICHETTA, y: altezza / 2 + 5, forte: true, ancora: 'end' });
  for (const [n, una] of serie.entries()) {
    const valore = valori[n] ?? 0;
    if (valore <= 0) continue;
    const larghezza = valore * perUno;
    const visibile = Math.max(1, larghezza - 2);
    svg += segmento(una, n, x, y, visibile, ALTEZZA);
    // un numero che non entra nel segmento non si scrive: è nella tabella
    if (larghezzaDi(numero(valore), 13) + 4 <= visibile)
      svg += scritta(numero(valore), { x: x + visibile / 2, y: y + 15.5, corpo: 13, colore: una.testo, ancora: 'middle' });
    x += larghezza;
  }
  return { svg, altezza };
}

/** Barre impilate, una per riga, alla stessa scala; sopra, la legenda con i totali. */
export function impilate(grafico: Impilate): Pezzo {
  const { serie, righe } = grafico;
  if (righe.length === 0) return paragrafo('Nessun valore da disegnare.', { colore: COLORI.tenue });
  const massimo = Math.max(1, ...righe.map(({ valori }) => somma(valori)));
  const trame = serie
    .map((una, n) =>
      una.trama
        ? `<pattern id="${trama(n)}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${una.colore}"/><rect width="${cifra(4)}" height="8" fill="${una.trama}"/></pattern>`
        : '',
    )
    .join('');
  const disegnate = inColonna([
    legenda(grafico),
    { ...inColonna(righe.map(({ etichetta, valori }) => riga(etichetta, valori, serie, massimo))), prima: 8 },
  ]);
  return { ...disegnate, svg: (trame && `<defs>${trame}</defs>`) + disegnate.svg };
}
