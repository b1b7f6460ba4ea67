import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cella, type Dialetto, neutralizza, toCsv } from './csv';

/** Lettore CSV secondo RFC 4180, scritto a parte: non conosce il nostro scrittore. */
function leggiCsv(testo: string, separatore: string): string[][] {
  const righe: string[][] = [];
  let riga: string[] = [];
  let campo = '';
  let dentro = false;
  for (let i = 0; i < testo.length; i += 1) {
    const c = testo[i];
    if (dentro && c === '"' && testo[i + 1] === '"') {
      campo += '"';
      i += 1;
    } else if (c === '"') dentro = !dentro;
    else if (!dentro && c === separatore) {
      riga.push(campo);
      campo = '';
    } else if (!dentro && c === '\r' && testo[i + 1] === '\n') {
      righe.push([...riga, campo]);
      riga = [];
      campo = '';
      i += 1;
    } else campo += c;
  }
  expect({ dentro, resto: riga.length, campo }).toEqual({ dentro: false, resto: 0, campo: '' });
  return righe;
}

const senzaApice = (letto: string): string => (/^'+[=+\-@\t\r\n\0＝＋－＠]/.test(letto) ? letto.slice(1) : letto);
const separatori: Record<Dialetto, string> = { 'excel-it': ';', r: ',' };

// testi difficili: segni di formula, separatori, virgolette, a capo, spazi, apici, qualunque carattere
const difficile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', "'", '"', ';', ',', ' ', 'a', '1', '＝') }),
);

describe.each(['excel-it', 'r'] as const)('CSV %s', (dialetto) => {
  test('mille testi qualsiasi si rileggono uguali e nessuna cella comincia come una formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(difficile, { minLength: 3, maxLength: 3 }), { maxLength: 4 }), (righe) => {
        const lette = leggiCsv(toCsv(['a', 'b', 'c'], righe, dialetto).replace(/^\uFEFF/, ''), separatori[dialetto]);
        expect(lette.map((riga) => riga.map(senzaApice))).toEqual([['a', 'b', 'c'], ...righe]);
        for (const cella of lette.flat()) expect(cella).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
      }),
      { numRuns: 1000 },
    );
  });
});

test('i numeri restano numeri, anche negativi, con la virgola o il punto del dialetto', () => {
  const righe: Cella[][] = [[-3.5, 0, 4392526]];
  expect(toCsv(['a', 'b', 'c'], righe, 'excel-it')).toBe('\uFEFFa;b;c\r\n-3,5;0;4392526\r\n');
  expect(toCsv(['a', 'b', 'c'], righe, 'r')).toBe('a,b,c\r\n-3.5,0,4392526\r\n');
});

test('il mancante è NA e non una cella vuota', () => {
  expect(toCsv(['a', 'b'], [[null, '']], 'r')).toBe('a,b\r\nNA,\r\n');
});

test('un numero non finito si rifiuta', () => {
  expect(() => toCsv(['a'], [[Number.NaN]], 'r')).toThrow(RangeError);
});

test.each([
  ['=1+1', "'=1+1"],
  ['@somma', "'@somma"],
  ["'=1", "''=1"],
  ["l'ente", "l'ente"],
  ['P01.A01', 'P01.A01'],
])('%s diventa %s', (testo, atteso) => {
  expect(neutralizza(testo)).toBe(atteso);
});
