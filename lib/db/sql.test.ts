import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costante, sql } from './sql';

test('una costante entra nel testo e non tra i parametri', () => {
  const { text, values } = sql`select ${costante('AZIONE_OLTRE_FINE')}, ${costante(-3)}, ${'dato'}`;
  expect([text, values]).toEqual(["select 'AZIONE_OLTRE_FINE', -3, $1", ['dato']]);
});

test('ciò che non è un intero o una parola in maiuscole non entra nel testo', () => {
  for (const altro of ["A'", 'a', '', 'A B', 'A;B', '1', 0.5, Number.NaN, 2 ** 60]) expect(() => costante(altro)).toThrow('solo interi');
  fc.assert(
    fc.property(fc.string(), (testo) => {
      fc.pre(!/^[A-Z][A-Z_]*$/.test(testo));
      expect(() => costante(testo)).toThrow('solo interi');
    }),
  );
});
