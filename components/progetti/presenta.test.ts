import { expect, test } from 'vitest';
import { cicloVita } from './cicloVita';
import { rigaDi, scalaDi } from './cronoprogramma';

const FASI = [
  { nome: 'idea progettuale', dal: '2017-06-01', al: '2018-06-30' },
  { nome: 'valutazione idee', dal: '2018-06-01', al: '2018-09-30' },
  { nome: 'attuazione', dal: '2019-04-01', al: null },
];
const progetto = { bando: { fasi: FASI }, dataAvvio: '2019-04-01', dataFinePrevista: '2020-12-31' };

test('in attuazione: le fasi passate col loro mese, il mese corrente, la conclusione con la data', () => {
  expect(cicloVita(progetto, '2020-07-09')).toEqual({
    fasi: [
      { etichetta: 'Idea progettuale', data: 'giugno 2018', stato: 'fatta' },
      { etichetta: 'Valutazione idee', data: 'settembre 2018', stato: 'fatta' },
      { etichetta: 'Attuazione', data: 'mese 15 di 21', stato: 'corrente' },
      { etichetta: 'Conclusione', data: '31 dicembre 2020', stato: 'futura' },
    ],
    trascorso: 15 / 21,
  });
});

test('quando due fasi si accavallano è corrente l’ultima cominciata; tra una fase e l’altra nessuna', () => {
  const stati = (oggi: string) => cicloVita(progetto, oggi).fasi.map(({ stato }) => stato);
  expect(stati('2018-06-15')).toEqual(['fatta', 'corrente', 'futura', 'futura']);
  expect(stati('2018-12-15')).toEqual(['fatta', 'fatta', 'futura', 'futura']);
  expect(stati('2021-01-01')).toEqual(['fatta', 'fatta', 'fatta', 'fatta']);
});

test('senza le date del progetto la fase corrente dice da quando', () => {
  const { fasi, trascorso } = cicloVita({ ...progetto, dataAvvio: null, dataFinePrevista: null }, '2020-07-09');
  expect(fasi.at(-1)).toEqual({ etichetta: 'Attuazione', data: 'da aprile 2019', stato: 'corrente' });
  expect(trascorso).toBe(0);
});

const azione = { inizioPrevisto: '2019-06-15', finePrevista: '2020-06-30', ultimo: { inizioEffettivo: '2019-12-01', fineStimata: '2020-11-15', fineEffettiva: null } };

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
