import { expect, test } from 'vitest';
import { leggiFiltri } from './schema';

const adesso = new Date('2020-07-09T08:30:00Z');

test('senza niente si legge a oggi, senza filtri', () => {
  expect(leggiFiltri({}, adesso)).toEqual({ filtri: { data: '2020-07-09', bando: null, ambito: null, categoria: null }, errori: {} });
});

test('oggi è il giorno di Roma, non di Greenwich', () => {
  expect(leggiFiltri({}, new Date('2020-07-08T22:30:00Z')).filtri.data).toBe('2020-07-09');
});

test.each([
  ['31/03/2020', '2020-03-31'],
  ['2020-03-31', '2020-03-31'],
  ['01/01/1990', '1990-01-01'],
  ['09/07/2020', '2020-07-09'],
])('la data %s è %s', (scritta, letta) => {
  expect(leggiFiltri({ data: scritta }, adesso)).toMatchObject({ filtri: { data: letta }, errori: {} });
});

test.each([['31/02/2020'], ['2020-13-01'], ['ieri'], ['10/07/2020'], ['2020-07-09; drop table progetto']])(
  'la data %s si rifiuta e si resta a oggi',
  (data) => {
    const { filtri, errori } = leggiFiltri({ data }, adesso);
    expect(filtri.data).toBe('2020-07-09');
    expect(errori.data).toMatch(/data|mese|Il 31|anno/);
  },
);

test.each([[{ ambito: '1; drop' }], [{ categoria: 'a b' }], [{ bando: "x'y" }], [{ ambito: '-1' }]])(
  'un filtro impossibile (%o) si dice e non filtra',
  (grezzi) => {
    expect(leggiFiltri(grezzi, adesso)).toMatchObject({
      filtri: { ambito: null, categoria: null, bando: null },
      errori: { filtro: expect.any(String) },
    });
  },
);

test('un parametro ripetuto vale la prima volta', () => {
  expect(leggiFiltri({ ambito: ['3', '4'] }, adesso).filtri.ambito).toBe(3);
});
