import type { Punto } from './proiezione';

export type Cerchio = Punto & { r: number; nome: string };

export type Etichetta = Punto & { ancora: 'start' | 'middle' | 'end' };

type Scatola = { x1: number; y1: number; x2: number; y2: number };

export type Foglio = { larghezza: number; altezza: number; corpo: number; sporgenza?: number; ostacoli?: Scatola[] };

/** Larghezza media di una lettera di Titillium Web, in parti del corpo. */
const LETTERA = 0.5;

const tocca = (a: Scatola, b: Scatola): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

const scatolaCerchio = ({ x, y, r }: Cerchio): Scatola => ({ x1: x - r, y1: y - r, x2: x + r, y2: y + r });

/** I quattro posti possibili, dal preferito: di lato verso il centro del disegno, dall'altro lato, sotto, sopra. */
function posti({ x, y, r }: Cerchio, larghezza: number, corpo: number): Etichetta[] {
  const lati: Etichetta[] = [
    { x: x + r + 4, y: y + corpo / 3, ancora: 'start' },
    { x: x - r - 4, y: y + corpo / 3, ancora: 'end' },
  ];
  return [
    ...(x > larghezza * 0.55 ? lati.reverse() : lati),
    { x, y: y + r + corpo, ancora: 'middle' },
    { x, y: y - r - corpo / 3, ancora: 'middle' },
  ];
}

function scatolaTesto({ x, y, ancora }: Etichetta, nome: string, corpo: number): Scatola {
  const larghezza = nome.length * corpo * LETTERA;
  const x1 = ancora === 'start' ? x : ancora === 'end' ? x - larghezza : x - larghezza / 2;
  return { x1, y1: y - corpo * 0.8, x2: x1 + larghezza, y2: y + corpo * 0.25 };
}

/**
 * Dove scrivere il nome di ogni cerchio: il primo posto che non copre altri cerchi o nomi e resta nel disegno, altrimenti quello
 * che copre meno. Un nome che sta nel suo cerchio ci va dentro. Le misure sono in unità del disegno; `corpo` è l'altezza del carattere,
 * `sporgenza` di quanto un nome può uscire di lato.
 */
export function disponiEtichette(cerchi: Cerchio[], { larghezza, altezza, corpo, sporgenza = 0, ostacoli = [] }: Foglio): Etichetta[] {
  const occupati = [...ostacoli, ...cerchi.map(scatolaCerchio)];
  return cerchi.map((cerchio) => {
    if (cerchio.r * 1.8 > cerchio.nome.length * corpo * LETTERA) return { x: cerchio.x, y: cerchio.y + corpo / 3, ancora: 'middle' };
    const valutati = posti(cerchio, larghezza, corpo).map((posto) => {
      const scatola = scatolaTesto(posto, cerchio.nome, corpo);
      const fuori = scatola.x1 < -sporgenza || scatola.x2 > larghezza + sporgenza || scatola.y1 < 0 || scatola.y2 > altezza;
      return { posto, scatola, costo: occupati.filter((altra) => tocca(scatola, altra)).length + (fuori ? 10 : 0) };
    });
    const scelto = valutati.reduce((migliore, questo) => (questo.costo < migliore.costo ? questo : migliore));
    occupati.push(scelto.scatola);
    return scelto.posto;
  });
}
