import fc from 'fast-check';
import { expect, test } from 'vitest';
import { riparti } from './riparto';

const pesi = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });
const totale = fc.bigInt({ min: 0n, max: 10n ** 14n });

test('le quote sommano al totale, nessuna è negativa, nessuna si scosta di un centesimo', () => {
  fc.assert(
    fc.property(totale, pesi, (intero, parti) => {
      const quote = riparti(intero, parti);
      const insieme = parti.reduce((a, b) => a + b, 0n);
      expect(quote.reduce((a, b) => a + b, 0n)).toBe(intero);
      for (const [i, quota] of quote.entries()) {
        expect(quota >= 0n).toBe(true);
        if (insieme === 0n) continue;
        const scarto = quota * insieme - intero * (parti[i] ?? 0n);
        expect(scarto < insieme && scarto > -insieme).toBe(true);
      }
    }),
  );
});

test('a parità di peso una riga prima non riceve mai meno di una dopo', () => {
  fc.assert(
    fc.property(totale, pesi, (intero, parti) => {
      const quote = riparti(intero, parti);
      for (const [i, peso] of parti.entries())
        for (const [j, altro] of parti.entries()) if (i < j && peso === altro) expect((quote[i] ?? 0n) >= (quote[j] ?? 0n)).toBe(true);
    }),
  );
});

test.for([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [1n, [0n, 1n, 1n], [0n, 1n, 0n]],
  [5n, [0n, 0n], [3n, 2n]],
  [0n, [], []],
] as [bigint, bigint[], bigint[]][])('%s tra %s fa %s', ([intero, parti, attese]) => {
  expect(riparti(intero, parti)).toEqual(attese);
});

test.for([
  [-1n, [1n]],
  [1n, [-1n]],
  [1n, []],
] as [bigint, bigint[]][])('%s tra %s non si fa', ([intero, parti]) => {
  expect(() => riparti(intero, parti)).toThrow(RangeError);
});
