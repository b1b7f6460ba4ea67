import { expect, test } from 'vitest';
import { rigaDi, scalaDi } from './cronoprogramma';

const azione = {
  inizioPrevisto: '2019-06-15',
  finePrevista: '2020-06-30',
  ultimo: { inizioEffettivo: '2019-12-01', fineStimata: '2020-11-15', fineEffettiva: null },
};

test('il calendario copre a mesi interi piano, fatti, stime e fine del progetto', () => {
  const scala = scalaDi([azione], '2020-07-09', '2020-12-31');
  expect([scala?.inizio.toISOString(), scala?.fine.toISOString()]).toEqual(['2019-06-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z']);
  expect(scalaDi([{ inizioPrevisto: null, finePrevista: null, ultimo: null }], '2020-07-09', '2020-12-31')).toBeNull();
});

test('un’azione in corso arriva a oggi e poi alla stima; conclusa si ferma alla fine; senza dichiarazione resta il piano', () => {
  const giorni = (tratto?: { da: Date; a: Date }) => tratto && [tratto.da, tratto.a].map((d) => d.toISOString().slice(0, 10));
  const inCorso = rigaDi(azione, '2020-07-09');
  expect([giorni(inCorso.previsto), giorni(inCorso.effettivo), giorni(inCorso.stima)]).toEqual([
    ['2019-06-15', '2020-06-30'],
    ['2019-12-01', '2020-07-09'],
    ['2020-07-09', '2020-11-15'],
  ]);
  const conclusa = rigaDi({ ...azione, ultimo: { ...azione.ultimo, fineEffettiva: '2020-05-31' } }, '2020-07-09');
  expect([giorni(conclusa.effettivo), giorni(conclusa.stima)]).toEqual([['2019-12-01', '2020-05-31'], undefined]);
  expect(rigaDi({ ...azione, ultimo: null }, '2020-07-09')).toEqual({ previsto: inCorso.previsto });
});
