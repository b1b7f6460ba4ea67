import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cella, tabellaCoppie, trimestreFinito } from './regole';

test.each([
  ['2020-07-09', '2020-T2', '2020-06-30'],
  ['2020-06-30', '2020-T1', '2020-03-31'],
  ['2020-01-01', '2019-T4', '2019-12-31'],
  ['2020-12-31', '2020-T3', '2020-09-30'],
])('al %s l’ultimo trimestre finito è %s', (oggi, codice, al) => expect(trimestreFinito(oggi)).toEqual({ codice, al }));

test('una cella nascosta nasconde i totali che la contengono, e solo quelli', () => {
  const t = tabellaCoppie([
    { a: 'e1', b: 'e2', categoria: 'CASA', persone: null },
    { a: 'e1', b: 'e2', categoria: 'LAVORO', persone: 8 },
    { a: 'e1', b: 'e3', categoria: 'LAVORO', persone: 6 },
  ]);
  expect(t.categorie).toEqual(['CASA', 'LAVORO']);
  expect(t.righe.map(({ celle, totale }) => [...celle, totale])).toEqual([
    ['soppresso', 8, 'soppresso'],
    [0, 6, 6],
  ]);
  expect(t.totali).toEqual(['soppresso', 14]);
  expect(t.totale).toBe('soppresso');
});

const cella = fc.record({
  a: fc.constantFrom('e1', 'e2'),
  b: fc.constantFrom('e3', 'e4'),
  categoria: fc.constantFrom('CASA', 'LAVORO', 'SCUOLA'),
  persone: fc.option(fc.integer({ min: 5, max: 90 })),
});
const unica = (c: Cella) => `${c.a}${c.b}${c.categoria}`;

test('due tabelle che differiscono solo nelle celle nascoste si pubblicano uguali: da ciò che si mostra non si ricava nulla', () => {
  fc.assert(
    fc.property(fc.uniqueArray(cella, { selector: unica }), (celle) => {
      const t = tabellaCoppie(celle);
      // ogni totale mostrato è la somma di celle mostrate
      for (const { celle: sue, totale } of t.righe)
        expect(totale).toBe(sue.includes('soppresso') ? 'soppresso' : sue.reduce<number>((s, c) => s + Number(c), 0));
      expect(t.totale === 'soppresso').toBe(celle.some(({ persone }) => persone === null));
      expect(tabellaCoppie([...celle].reverse())).toEqual(t);
    }),
  );
});
