import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classeDi, dimensioneAggregazioni } from './dimensione';
import type { ProgettoTabelle } from './righe';
import { giorniCoperti, mesiDi, progettiSospesi } from './sospesi';

const progetto = (codice: string, popolazione: number | null, enti: number): ProgettoTabelle => ({
  ...{ codice, titolo: codice, territorio: codice, provincia: 'TO', popolazione, ambiti: [], classificazione: {} },
  enti: Array.from({ length: enti }, (_, n) => ({ codice: `EG${n}`, nome: 'Ente', capofila: n === 0 })),
});

test.each([
  [800_001, 'OLTRE_800'],
  [800_000, 'DA_500'],
  [500_000, 'DA_100'],
  [100_000, 'FINO_100'],
  [0, 'FINO_100'],
  [null, 'NON_NOTA'],
] as const)('%s abitanti: %s', (abitanti, classe) => {
  expect(classeDi(abitanti)).toBe(classe);
});

test('ogni progetto sta in una classe sola, e gli enti si dividono i progetti della classe', () => {
  const righe = dimensioneAggregazioni([progetto('a', 200_000, 1), progetto('b', 150_000, 4), progetto('c', null, 10)]);
  expect(righe.map(({ classe, progetti }) => [classe, progetti])).toEqual([
    ['OLTRE_800', 0],
    ['DA_500', 0],
    ['DA_100', 2],
    ['FINO_100', 0],
    ['NON_NOTA', 1],
  ]);
  expect(righe[2]).toMatchObject({ popolazione: 350_000, unEnte: 1, pochiEnti: 1, moltiEnti: 0 });
  expect(righe[4]).toMatchObject({ popolazione: 0, moltiEnti: 1 });
});

test.each([
  ['estremi compresi', [{ dal: '2020-03-01', al: '2020-03-31' }], 31],
  ['ancora aperta: fino alla data', [{ dal: '2020-07-01', al: null }], 9],
  [
    'sovrapposte: un giorno conta uno',
    [
      { dal: '2020-03-01', al: '2020-03-20' },
      { dal: '2020-03-10', al: '2020-03-31' },
    ],
    31,
  ],
  [
    'una dentro l’altra',
    [
      { dal: '2020-03-01', al: '2020-03-31' },
      { dal: '2020-03-10', al: '2020-03-12' },
    ],
    31,
  ],
  [
    'di fila',
    [
      { dal: '2020-03-16', al: '2020-03-31' },
      { dal: '2020-03-01', al: '2020-03-15' },
    ],
    31,
  ],
  ['dopo la data', [{ dal: '2020-07-10', al: null }], 0],
  ['a cavallo del 29 febbraio', [{ dal: '2020-02-28', al: '2020-03-01' }], 3],
] as const)('giorni sospesi, %s', (_, intervalli, giorni) => {
  expect(giorniCoperti(intervalli, '2020-07-09')).toBe(giorni);
});

const giorno = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2019, 5, 1 + n)).toISOString().slice(0, 10));
test('i giorni coperti sono quelli che si conterebbero uno per uno', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(giorno, giorno), { maxLength: 6 }), giorno, (coppie, data) => {
      const intervalli = coppie.map((coppia) => {
        const [dal = '', al = ''] = [...coppia].sort();
        return { dal, al };
      });
      const tutti = Array.from({ length: 401 }, (_, n) => new Date(Date.UTC(2019, 5, 1 + n)).toISOString().slice(0, 10));
      const contati = tutti.filter((g) => g <= data && intervalli.some(({ dal, al }) => dal <= g && g <= al)).length;
      expect(giorniCoperti(intervalli, data)).toBe(contati);
    }),
    { numRuns: 50 },
  );
});

test('le sospensioni di un’azione sola non sospendono il progetto', () => {
  const progetti = [{ codice: 'P01', titolo: '', territorio: 'Biella', ambiti: [], approvazione: null, avvio: null }];
  const sospensioni = [
    { progetto: 'P01', azione: null, dal: '2020-03-09', al: '2020-06-30' },
    { progetto: 'P01', azione: 'A1', dal: '2020-01-01', al: null },
  ];
  expect(progettiSospesi({ progetti, sospensioni }, '2020-07-09')).toEqual([
    { progetto: 'P01', capofila: 'Biella', sospensioni: 1, giorni: 114, inCorso: false },
  ]);
  expect(mesiDi(114)).toBe(3.7);
  expect(progettiSospesi({ progetti, sospensioni }, '2020-03-08')).toEqual([]);
});
