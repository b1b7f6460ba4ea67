import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grandezze } from './quantita';
import type { QuantitaAccettata } from './validaProgetti';

const riga = fc.record({
  tipo: fc.constantFrom('previsto' as const, 'realizzato' as const, 'contesto' as const),
  valore: fc.nat(1000),
  valore_max: fc.constant(null),
  unita: fc.constantFrom('persone', 'famiglie'),
  riferimento: fc.constantFrom(null, 'almeno'),
  approssimato: fc.boolean(),
  desunto: fc.constant(false),
});

test('nessuna riga della fonte si perde o si conta due volte, e i numeri non si ripetono', () => {
  fc.assert(
    fc.property(fc.array(riga, { maxLength: 12 }), (righe) => {
      const sorgenti: QuantitaAccettata[] = righe.map((r, posizione) => ({ ...r, posizione }));
      const unite = grandezze(sorgenti);
      const lati = unite.flatMap(({ previsto, realizzato }) => [previsto, realizzato]).filter((lato) => lato !== null);
      expect(lati.map(({ posizione }) => posizione).sort((a, b) => a - b)).toEqual(sorgenti.map(({ posizione }) => posizione));
      expect(new Set(unite.map(({ numero }) => numero)).size).toBe(unite.length);
      for (const { previsto, realizzato } of unite) {
        if (previsto && realizzato) expect([realizzato.unita, realizzato.riferimento]).toEqual([previsto.unita, previsto.riferimento]);
      }
    }),
  );
});

test('un previsto e un realizzato si uniscono solo con la stessa unità e lo stesso riferimento', () => {
  const base = { valore: 3, valore_max: null, unita: 'incontri', approssimato: false, desunto: false };
  const previsto: QuantitaAccettata = { ...base, tipo: 'previsto', riferimento: null, posizione: 0 };
  expect(grandezze([previsto, { ...previsto, tipo: 'realizzato', posizione: 1 }])).toHaveLength(1);
  expect(grandezze([previsto, { ...previsto, tipo: 'realizzato', riferimento: 'ulteriori', posizione: 1 }])).toHaveLength(2);
  expect(grandezze([previsto, { ...previsto, tipo: 'contesto', posizione: 1 }])[1]?.riferimento).toBe('dato di contesto');
});
