import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataBreve, meseBreve } from './data';
import { leggiData, leggiMese, leggiNumero } from './lettura';

test.for([
  ['15/10/2019', '2019-10-15'],
  ['1/1/2020', '2020-01-01'],
  ['01/01/2020', '2020-01-01'],
  ['29/02/2020', '2020-02-29'],
  ['2019-10-15', '2019-10-15'],
  ['  15/10/2019 ', '2019-10-15'],
  ['31/12/2199', '2199-12-31'],
  ['29/02/2000', '2000-02-29'],
  ['', null],
  ['   ', null],
] as const)('la data «%s» si legge %s', ([testo, iso]) => {
  expect(leggiData(testo)).toEqual({ ok: true, iso });
});

test.for([
  ['31/09/2019', 'Il 31 settembre 2019 non esiste'],
  ['29/02/2019', 'Il 29 febbraio 2019 non esiste'],
  ['29/02/1900', 'Il 29 febbraio 1900 non esiste'],
  ['0/10/2019', 'Il 0 ottobre 2019 non esiste'],
  ['2019-02-30', 'Il 30 febbraio 2019 non esiste'],
  ['10/15/2019', 'Il mese 15 non esiste'],
  ['10/00/2019', 'Il mese 0 non esiste'],
  ['15/10/0019', 'Scrivi l’anno con quattro cifre'],
  ['15/10/2200', 'Scrivi l’anno con quattro cifre'],
  ['15/10/19', 'Scrivi la data come gg/mm/aaaa'],
  ['15-10-2019', 'Scrivi la data come gg/mm/aaaa'],
  ['15.10.2019', 'Scrivi la data come gg/mm/aaaa'],
  ['2019-10-15T00:00:00Z', 'Scrivi la data come gg/mm/aaaa'],
  ['ottobre 2019', 'Scrivi la data come gg/mm/aaaa'],
  ['١٥/١٠/٢٠١٩', 'Scrivi la data come gg/mm/aaaa'],
] as const)('la data «%s» si rifiuta: %s', ([testo, frase]) => {
  expect(leggiData(testo)).toEqual({ ok: false, messaggio: expect.stringContaining(frase) });
});

const giornoVero = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

test('ogni data vera, scritta in italiano o ISO, si rilegge uguale', () => {
  fc.assert(
    fc.property(giornoVero, (iso) => {
      expect(leggiData(dataBreve(iso))).toEqual({ ok: true, iso });
      expect(leggiData(iso)).toEqual({ ok: true, iso });
      expect(leggiMese(meseBreve(iso))).toEqual({ ok: true, iso: iso.slice(0, 7) });
    }),
    { numRuns: 2000 },
  );
});

test('una data che non esiste non si legge mai come un’altra', () => {
  const numero = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(numero(99), numero(19), fc.integer({ min: 1900, max: 2199 }), (g, m, a) => {
      const vera = new Date(Date.UTC(a, m - 1, g));
      const esiste = vera.getUTCFullYear() === a && vera.getUTCMonth() === m - 1 && vera.getUTCDate() === g;
      expect(leggiData(`${g}/${m}/${a}`)).toMatchObject(esiste ? { ok: true, iso: vera.toISOString().slice(0, 10) } : { ok: false });
    }),
    { numRuns: 3000 },
  );
});

test.for([
  ['1250', 1250],
  ['1.250,50', 1250.5],
  ['1.250', 1250],
  ['1.250.000', 1_250_000],
  ['1 250,5', 1250.5],
  ['1\u00a0250,5', 1250.5],
  ['1,5', 1.5],
  ['0', 0],
  ['0,05', 0.05],
  ['-3', -3],
  ['', null],
  ['  ', null],
] as const)('il numero «%s» si legge %s', ([testo, valore]) => {
  expect(leggiNumero(testo)).toEqual({ ok: true, valore });
});

test.for([
  '1250.5',
  '1,250.50',
  '1.25',
  '12.50',
  '1,505',
  '1,',
  ',5',
  '−3',
  '--3',
  '1e3',
  '0x10',
  'dieci',
  '10%',
  '10 €',
  '1.250.00',
  '٣',
  'NaN',
  'Infinity',
])('il numero «%s» si rifiuta con la forma attesa', (testo) => {
  expect(leggiNumero(testo)).toEqual({ ok: false, messaggio: 'Scrivi un numero come 1250 o 1.250,50.' });
});

test('ogni numero con due decimali, scritto con o senza punti, si rilegge uguale', () => {
  const scritto = (n: number, useGrouping: 'always' | false) => n.toLocaleString('it-IT', { useGrouping, maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (centesimi) => {
      const n = centesimi / 100;
      for (const raggruppa of ['always', false] as const)
        expect(leggiNumero(scritto(n, raggruppa))).toEqual({ ok: true, valore: n === 0 ? 0 : n });
    }),
    { numRuns: 1000 },
  );
});

test('un mese si legge mm/aaaa o aaaa-mm, e non si indovina', () => {
  expect(['03/2020', '3/2020', '2020-03', ''].map(leggiMese)).toEqual(
    ['2020-03', '2020-03', '2020-03', null].map((iso) => ({ ok: true, iso })),
  );
  for (const testo of ['13/2020', '00/2020', '03/20', '2020-13', '03-2020', 'marzo 2020', '01/03/2020', '03/0020'])
    expect(leggiMese(testo), testo).toEqual({ ok: false, messaggio: 'Scrivi il mese come mm/aaaa, per esempio 03/2020.' });
});
