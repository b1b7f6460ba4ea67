import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dividiRighe, leggiRiga, type RigaLetta } from './copiaTesto';

/** Il formato testo di COPY come lo scrive PostgreSQL (COPY, «Text Format»). */
const scritta = (riga: RigaLetta): string =>
  riga
    .map((cella) =>
      cella === null
        ? '\\N'
        : cella.replace(/[\\\b\f\n\r\t\v]/g, (c) => `\\${({ '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v' })[c] ?? c}`),
    )
    .join('\t');
const celle = fc.oneof(fc.constantFrom(null, '', '\\N', '\\', 'N', 'a\tb', 'a\nb', '\\t', 'è 😀'), fc.string({ unit: 'grapheme' }));

test('ogni riga torna com’era', () => {
  fc.assert(
    fc.property(fc.array(celle, { minLength: 1, maxLength: 6 }), (riga) => {
      expect(leggiRiga(scritta(riga))).toEqual(riga);
    }),
  );
});

test('comunque si taglino i byte, le righe sono le stesse', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(celle, celle), { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (righe, misura) => {
      const byte = Buffer.from(righe.map((riga) => `${scritta(riga)}\n`).join(''));
      const lette: RigaLetta[] = [];
      for await (const gruppo of dividiRighe(pezzi(byte, misura))) lette.push(...gruppo);
      expect(lette).toEqual(righe);
    }),
  );
});

test('tra un gruppo di righe e l’altro passa chi aspetta', async () => {
  let passati = 0;
  const conta = setInterval(() => (passati += 1), 0);
  const gruppi: number[] = [];
  const byte = Buffer.from('a\tb\n'.repeat(2000));
  for await (const gruppo of dividiRighe(pezzi(byte, byte.length))) {
    gruppi.push(gruppo.length);
    const fino = performance.now() + 2;
    while (performance.now() < fino);
  }
  clearInterval(conta);
  expect(gruppi).toEqual(Array(8).fill(250));
  expect(passati).toBeGreaterThanOrEqual(6);
});

test('una copia che finisce a metà di una riga si rifiuta', async () => {
  const leggi = async () => {
    for await (const _ of dividiRighe(pezzi(Buffer.from('a\tb\nc'), 3)));
  };
  await expect(leggi()).rejects.toThrow('metà');
});

async function* pezzi(byte: Buffer, misura: number): AsyncGenerator<Buffer> {
  for (let da = 0; da < byte.length; da += misura) yield byte.subarray(da, da + misura);
}
