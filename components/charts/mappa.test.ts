import italia from '@svg-maps/italy';
import { expect, test } from 'vitest';
import { disponiEtichette } from './etichetteMappa';
import { adatta, proietta, puntiDelTracciato } from './proiezione';

const PIEMONTE = { ovest: 6.6266, est: 9.2143, sud: 44.0601, nord: 46.4645 };

test('gli angoli del riquadro cadono agli angoli del disegno', () => {
  const { punto, altezza } = proietta(PIEMONTE, 500);
  expect(punto(PIEMONTE.ovest, PIEMONTE.nord)).toEqual({ x: 0, y: 0 });
  expect(punto(PIEMONTE.est, PIEMONTE.sud).x).toBeCloseTo(500);
  expect(punto(PIEMONTE.est, PIEMONTE.sud).y).toBeCloseTo(altezza);
});

test('il contorno riempie il disegno e non ne esce', () => {
  const piemonte = italia.locations.find(({ id }) => id === 'piedmont');
  const d = adatta(puntiDelTracciato(piemonte?.path ?? ''), 500, 660, 3);
  const numeri = d
    .slice(1, -1)
    .split('L')
    .map((coppia) => coppia.split(' ').map(Number));
  expect(numeri.length).toBeGreaterThan(150);
  for (const [x = Number.NaN, y = Number.NaN] of numeri) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(500);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(660);
  }
});

test('un tracciato di forma sconosciuta è rifiutato', () => {
  expect(() => puntiDelTracciato('M 0,0 C 1,1 2,2 3,3 z')).toThrow(/Tracciato/);
});

test('due cerchi vicini: il secondo nome non copre il primo', () => {
  const [a, b] = disponiEtichette(
    [
      { x: 100, y: 100, r: 6, nome: 'Novara' },
      { x: 120, y: 100, r: 6, nome: 'Romentino' },
    ],
    { larghezza: 300, altezza: 300, corpo: 15 },
  );
  expect([a?.ancora, b?.ancora]).toEqual(['end', 'start']);
});

test('un nome che entra nel cerchio ci sta dentro', () => {
  expect(disponiEtichette([{ x: 50, y: 50, r: 33, nome: 'Torino' }], { larghezza: 100, altezza: 100, corpo: 14 })[0]).toMatchObject({
    x: 50,
    ancora: 'middle',
  });
});
