import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ambitiConImporto, spettaAgliAmbiti } from './importiAmbito';

const importi = (importiPerAmbito: { ambito: number; cents: string }[]) => ({ tipo: 'NON_COMPETITIVO' as const, importiPerAmbito });

test('spetta la somma degli ambiti scelti; un ambito senza importo vale zero, un bando che non ne assegna non dice nulla', () => {
  const bando = importi([
    { ambito: 1, cents: '10000' },
    { ambito: 3, cents: '9007199254740993' },
  ]);
  expect(spettaAgliAmbiti(bando, [3, 1, 7])).toBe(9007199254750993n); // oltre 2^53 non si perde un centesimo
  expect(spettaAgliAmbiti(bando, [7])).toBe(0n);
  expect(spettaAgliAmbiti(bando, [])).toBe(0n);
  expect(spettaAgliAmbiti(importi([]), [1])).toBeNull();
  for (const tipo of ['COMPETITIVO', 'SPORTELLO'] as const) expect(spettaAgliAmbiti({ ...bando, tipo }, [1])).toBeNull();
});

test('ogni ambito porta il suo importo, e la somma di ciò che si vede è ciò che spetta', () => {
  const quote = fc.uniqueArray(fc.record({ ambito: fc.integer({ min: 1, max: 40 }), cents: fc.bigInt(0n, 10n ** 15n - 1n).map(String) }), {
    selector: ({ ambito }) => ambito,
    minLength: 1,
  });
  fc.assert(
    fc.property(quote, fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (importiPerAmbito, scelti) => {
      const visti = ambitiConImporto(
        importi(importiPerAmbito),
        scelti.map((numero) => ({ numero })),
      );
      expect(visti.reduce((somma, { spettaCents }) => somma + BigInt(spettaCents ?? -1), 0n)).toBe(
        spettaAgliAmbiti(importi(importiPerAmbito), scelti),
      );
    }),
  );
  expect(ambitiConImporto(importi([]), [{ numero: 1 }])).toEqual([{ numero: 1 }]);
});
