import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dataBreve,
  dataConGiorno,
  dataEOra,
  dataLunga,
  fineGiornata,
  giornoDi,
  giornoEMese,
  isoDiData,
  mancano,
  meseBreve,
  nomeMese,
  nomePeriodo,
  oraDi,
} from './data';

test('una data del calendario si scrive in ogni forma senza cambiare giorno', () => {
  expect(dataLunga('2020-07-09')).toBe('9 luglio 2020');
  expect(dataLunga('2020-01-01')).toBe('1 gennaio 2020');
  expect(giornoEMese('2020-07-09')).toBe('9 luglio');
  expect(dataConGiorno('2020-07-09')).toBe('giovedì 9 luglio 2020');
  expect(nomeMese('2020-12-31')).toBe('dicembre');
  expect(dataBreve('2020-07-09')).toBe('09/07/2020');
  expect(meseBreve('2020-07')).toBe('07/2020');
  expect(isoDiData(new Date('2020-07-09T00:00:00Z'))).toBe('2020-07-09');
});

test('il giorno e l’ora di un istante sono quelli di Roma, anche a cavallo della mezzanotte e dell’ora legale', () => {
  expect(giornoDi(new Date('2020-07-09T21:59:59Z'))).toBe('2020-07-09');
  expect(giornoDi(new Date('2020-07-09T22:00:00Z'))).toBe('2020-07-10');
  expect(giornoDi(new Date('2020-01-09T22:59:59Z'))).toBe('2020-01-09');
  expect(giornoDi(new Date('2020-01-09T23:00:00Z'))).toBe('2020-01-10');
  expect([oraDi(new Date('2020-03-29T00:59:00Z')), oraDi(new Date('2020-03-29T01:00:00Z'))]).toEqual(['01:59', '03:00']);
  expect([oraDi(new Date('2020-10-25T00:59:00Z')), oraDi(new Date('2020-10-25T01:00:00Z'))]).toEqual(['02:59', '02:00']);
  expect(dataEOra(new Date('2020-07-09T08:42:00Z'))).toBe('9 luglio 2020 alle 10:42');
});

test('date e giorni sono quelli che scrive Intl, chiesti due volte e vicini al cambio di giorno, di ora e di anno', () => {
  const lunga = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const senzaAnno = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const roma = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Europe/Rome' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 * 24 }), fc.constantFrom(-1, 0, 1, 3_599_999), (ore, ms) => {
      const istante = new Date(Date.UTC(1900, 0, 1) + ore * 3_600_000 + ms);
      const iso = isoDiData(istante);
      expect([dataLunga(iso), giornoEMese(iso)]).toEqual([lunga.format(istante), senzaAnno.format(istante)]);
      expect([giornoDi(istante), giornoDi(new Date(istante))]).toEqual([roma.format(istante), roma.format(istante)]);
    }),
    { numRuns: 6000 }, // più delle ore che si tengono a mente
  );
  expect(() => giornoDi(new Date('mai'))).toThrow(RangeError);
});

test('la fine di un giorno è il suo ultimo millesimo a Roma', () => {
  expect(
    ['2020-01-09', '2020-07-09', '2020-03-28', '2020-03-29', '2020-10-24', '2020-10-25'].map((iso) => fineGiornata(iso).toISOString()),
  ).toEqual([
    '2020-01-09T22:59:59.999Z',
    '2020-07-09T21:59:59.999Z',
    '2020-03-28T22:59:59.999Z',
    '2020-03-29T21:59:59.999Z',
    '2020-10-24T21:59:59.999Z',
    '2020-10-25T22:59:59.999Z',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const iso = isoDiData(new Date(Date.UTC(1990, 0, 1) + n * 86_400_000));
      const fine = fineGiornata(iso);
      expect([giornoDi(fine), oraDi(fine)]).toEqual([iso, '23:59']);
      expect(giornoDi(new Date(fine.getTime() + 1))).not.toBe(iso);
    }),
  );
});

test.for([
  ['2020-01-01', '2020-06-30', 'gennaio–giugno 2020'],
  ['2020-01-01', '2020-01-31', 'gennaio 2020'],
  ['2019-10-01', '2020-03-31', 'ottobre 2019–marzo 2020'],
  ['2020-07-09', '2020-07-09', 'luglio 2020'],
] as const)('il periodo dal %s al %s si chiama «%s»', ([dal, al, nome]) => {
  expect(nomePeriodo({ dal, al })).toBe(nome);
});

test('quanto manca, in parole', () => {
  expect([-3, -1, 0, 1, 2, 6].map(mancano)).toEqual([
    '3 giorni di ritardo',
    '1 giorno di ritardo',
    'Oggi',
    'Domani',
    'Tra 2 giorni',
    'Tra 6 giorni',
  ]);
});
