import fc from 'fast-check';
import { expect, test } from 'vitest';
import { euro, numero } from './euro';

test.for([
  [0n, '0,00 €'],
  [5n, '0,05 €'],
  [100n, '1,00 €'],
  [99999n, '999,99 €'],
  [123456n, '1.234,56 €'],
  [1234567n, '12.345,67 €'],
  [100000000n, '1.000.000,00 €'],
  [-5n, '−0,05 €'],
  [-123456n, '−1.234,56 €'],
  // oltre 2^53 un numero JavaScript non distingue più i centesimi
  [9007199254740993n, '90.071.992.547.409,93 €'],
  [12345678901234567890123n, '123.456.789.012.345.678.901,23 €'],
] as const)('%s centesimi si scrivono %s', ([cents, testo]) => {
  expect(euro(cents)).toBe(testo.replace(' ', '\u00a0'));
});

test('dalle cifre scritte si torna sempre agli stessi centesimi, con due decimali e gruppi di tre', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (cents) => {
      const testo = euro(cents);
      expect(testo).toMatch(/^−?\d{1,3}(\.\d{3})*,\d{2}\u00a0€$/);
      const cifre = BigInt(testo.replaceAll(/[^\d]/g, ''));
      expect(testo.startsWith('−') ? -cifre : cifre).toBe(cents);
    }),
    { numRuns: 1000 },
  );
});

test('i numeri in tabella hanno punti ogni tre cifre e al più due decimali', () => {
  expect([643111, 1000, 12.5, 0, -3].map(numero)).toEqual(['643.111', '1.000', '12,5', '0', '-3']);
});
