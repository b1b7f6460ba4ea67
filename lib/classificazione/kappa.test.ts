import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coppia, concordano, kappa, kappaComplessivo, kappaPerVoce } from './kappa';

const ripeti = (coppia: [string, string], volte: number): [string, string][] => Array.from({ length: volte }, () => coppia);

describe('i casi calcolati a mano', () => {
  test('20 sì insieme, 15 no insieme, 5 e 10 discordi: 0,4', () => {
    // osservato 35/50 = 0,7; atteso (25·30 + 25·20)/2500 = 0,5; kappa 0,2/0,5
    const coppie = [...ripeti(['si', 'si'], 20), ...ripeti(['si', 'no'], 5), ...ripeti(['no', 'si'], 10), ...ripeti(['no', 'no'], 15)];
    expect(kappa(coppie)).toEqual({ n: 50, concordi: 35, osservato: 0.7, atteso: 0.5, kappa: 0.4, perche: null });
  });
  test('tre categorie: (2 + 1 + 1) su 6, atteso 12/36', () => {
    // a: 3 e 2 volte; b: 2 e 2; c: 1 e 2 → 6 + 4 + 2 = 12; (24 − 12)/(36 − 12) = 0,5
    const coppie: [string, string][] = [
      ['a', 'a'],
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
      ['b', 'c'],
      ['c', 'c'],
    ];
    expect(kappa(coppie)).toMatchObject({ concordi: 4, atteso: 12 / 36, kappa: 0.5 });
  });
  test('sempre il contrario l’uno dell’altro: −1', () => {
    expect(kappa([...ripeti(['si', 'no'], 4), ...ripeti(['no', 'si'], 4)]).kappa).toBe(-1);
  });
  test('sempre la stessa risposta da tutti e due: accordo pieno, kappa non definito', () => {
    expect(kappa(ripeti(['no', 'no'], 22))).toMatchObject({ osservato: 1, atteso: 1, kappa: null, perche: 'UNA_SOLA_RISPOSTA' });
  });
  test('uno risponde sempre sì e l’altro varia: kappa zero, e definito', () => {
    expect(kappa([...ripeti(['si', 'si'], 9), ['si', 'no']])).toMatchObject({ osservato: 0.9, kappa: 0, perche: null });
  });
  test('nessun progetto codificato da tutti e due: non definito', () => {
    expect(kappa([])).toEqual({ n: 0, concordi: 0, osservato: null, atteso: null, kappa: null, perche: 'NESSUN_OGGETTO' });
  });
});

const risposte = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), { maxLength: 60 });

test('il kappa sta tra −1 e 1, vale 1 solo con accordo pieno, e non cambia scambiando i codificatori, l’ordine o i nomi', () => {
  fc.assert(
    fc.property(risposte, (coppie) => {
      const { kappa: k, n, concordi } = kappa(coppie);
      if (k === null) return;
      expect(k).toBeGreaterThanOrEqual(-1);
      expect(k).toBeLessThanOrEqual(1);
      expect(k === 1).toBe(concordi === n);
      expect(kappa(coppie.map(([a, b]) => [b, a] as const)).kappa).toBe(k);
      expect(kappa(coppie.toReversed()).kappa).toBe(k);
      expect(kappa(coppie.map(([a, b]) => [`x${a}`, `x${b}`] as const)).kappa).toBe(k);
    }),
  );
});

test('il kappa è (osservato − atteso) / (1 − atteso), e non è definito soltanto quando l’atteso è 1', () => {
  fc.assert(
    fc.property(risposte, (coppie) => {
      const { kappa: k, osservato, atteso } = kappa(coppie);
      if (osservato === null || atteso === null) expect(coppie).toEqual([]);
      else if (k === null) expect(atteso).toBe(1);
      else expect(k).toBeCloseTo((osservato - atteso) / (1 - atteso), 9);
    }),
  );
});

const COPPIE: Coppia[] = [
  { primo: ['x', 'y'], secondo: ['y', 'x'] },
  { primo: ['x'], secondo: ['y'] },
  { primo: [], secondo: [] },
];

test('due elenchi di voci concordano se hanno le stesse, in qualunque ordine', () => {
  expect(COPPIE.map(concordano)).toEqual([true, false, true]);
  expect(concordano({ primo: ['x'], secondo: ['x', 'y'] })).toBe(false);
  expect(concordano({ primo: ['x', 'y'], secondo: ['x'] })).toBe(false);
});

test('per voce si conta presente o assente; nello schema a più voci si contano tutte le decisioni', () => {
  // x: si/si, si/no, no/no → n 3, concordi 2, atteso (2·1 + 1·2)/9 = 4/9 → (6 − 4)/(9 − 4) = 0,4
  expect(kappaPerVoce(COPPIE, ['x', 'y']).map(({ voce, accordo }) => [voce, accordo.kappa])).toEqual([
    ['x', 0.4],
    ['y', 0.4],
  ]);
  // sei decisioni, 4 concordi, tre sì ciascuno: (24 − 18)/(36 − 18)
  expect(kappaComplessivo(COPPIE, ['x', 'y'], false).kappa).toBeCloseTo(1 / 3, 12);
});

test('con una voce sola, «nessuna» è una risposta come le altre', () => {
  const coppie: Coppia[] = [
    { primo: ['x'], secondo: ['x'] },
    { primo: [], secondo: [] },
  ];
  expect(kappaComplessivo(coppie, ['x', 'y'], true)).toMatchObject({ n: 2, kappa: 1 });
});
