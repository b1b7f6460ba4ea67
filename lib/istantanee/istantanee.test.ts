import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confronta, type RigaFerma, righeFerme } from './confronta';
import { inPezzi } from './pezzi';

async function* di<T>(valori: readonly T[]): AsyncGenerator<T> {
  yield* valori;
}
const tutto = async (pezzi: AsyncIterable<Uint8Array>) => {
  const tutti: Uint8Array[] = [];
  for await (const pezzo of pezzi) tutti.push(pezzo);
  return tutti;
};

test('i pezzi sono tutti della stessa misura, tranne l’ultimo, e insieme ridanno il file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 16 }),
      async (gruppi, misura) => {
        const pezzi = await tutto(inPezzi(di(gruppi), misura));
        expect(Buffer.concat(pezzi)).toEqual(Buffer.concat(gruppi));
        for (const pezzo of pezzi.slice(0, -1)) expect(pezzo.length).toBe(misura);
        expect(pezzi.at(-1)?.length ?? 1).toBeGreaterThan(0);
      },
    ),
  );
});

const perChiave = (righe: Map<string, number>): RigaFerma[] =>
  [...righe].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(([k, v]) => ({ k, v }));

test('il confronto conta come chi confronta due dizionari', async () => {
  const serie = fc
    .array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.integer({ max: 3 })))
    .map((coppie) => new Map(coppie));
  await fc.assert(
    fc.asyncProperty(serie, serie, async (prima, dopo) => {
      const esito = await confronta(di(perChiave(prima)), di(perChiave(dopo)), ['k']);
      const comuni = [...dopo.keys()].filter((k) => prima.has(k));
      const uguali = comuni.filter((k) => prima.get(k) === dopo.get(k)).length;
      expect(esito).toMatchObject({
        uguali,
        ...{ aggiunte: dopo.size - comuni.length, tolte: prima.size - comuni.length, cambiate: comuni.length - uguali },
      });
    }),
  );
});

test('i numeri della chiave si ordinano come numeri', async () => {
  const righe = [2, 10].map((n) => ({ k: 'a', n }));
  expect(await confronta(di(righe), di(righe), ['k', 'n'])).toMatchObject({ uguali: 2, aggiunte: 0 });
});

test('una serie fuori ordine si rifiuta: il confronto direbbe il falso', async () => {
  await expect(confronta(di([{ k: 'b' }, { k: 'a' }]), di([]), ['k'])).rejects.toThrow('ordine');
});

test('una colonna nuova è un cambiamento solo dove ha un valore', async () => {
  const esito = await confronta(
    di([{ k: 'a' }, { k: 'b' }]),
    di([
      { k: 'a', v: null },
      { k: 'b', v: 1 },
    ]),
    ['k'],
  );
  expect(esito).toMatchObject({ uguali: 1, cambiate: 1, esempi: [{ chiave: 'b', colonne: [{ nome: 'v', prima: 'NA', dopo: '1' }] }] });
});

test('le righe si leggono anche se un carattere è diviso tra due pezzi; un file troncato si rifiuta', async () => {
  const byte = Buffer.from(`${JSON.stringify({ t: 'perché 😀' })}\n`);
  const spezzati = [...byte].map((b) => Uint8Array.of(b));
  const lette: RigaFerma[] = [];
  for await (const riga of righeFerme(di(spezzati))) lette.push(riga);
  expect(lette).toEqual([{ t: 'perché 😀' }]);
  await expect(righeFerme(di([byte.subarray(0, 8)])).next()).rejects.toThrow('metà');
});
