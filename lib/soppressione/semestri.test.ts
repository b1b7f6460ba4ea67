import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nomeSemestre, semestre, semestriFiniti } from './semestri';

test('un semestre, quando è pronto, come si chiama', () => {
  expect(semestre('2019-1')).toEqual({ codice: '2019-1', dal: '2019-01-01', al: '2019-06-30', prontoIl: '2020-02-29' });
  expect(semestre('2019-2')).toMatchObject({ dal: '2019-07-01', al: '2019-12-31', prontoIl: '2020-08-31' });
  expect(nomeSemestre('2019-2')).toBe('Secondo semestre 2019');
});

test('dal più recente, solo quelli finiti, da quello in cui il programma comincia', () => {
  expect(semestriFiniti('2018-09-15', '2020-07-09').map(({ codice }) => codice)).toEqual(['2020-1', '2019-2', '2019-1', '2018-2']);
  expect(semestriFiniti('2020-07-09', '2020-07-09')).toEqual([]);
});

test('i semestri non hanno giorni in comune, e nessuno è di un giorno non ancora passato', () => {
  const giorno = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  fc.assert(
    fc.property(giorno, (oggi) => {
      const suoi = semestriFiniti('2010-01-01', oggi);
      for (const [n, s] of suoi.entries()) {
        expect(s.al < oggi).toBe(true);
        expect((suoi[n + 1]?.al ?? '') < s.dal).toBe(true);
        expect(s.prontoIl > s.al).toBe(true);
      }
    }),
  );
});
