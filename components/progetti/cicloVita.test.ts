import { expect, test } from 'vitest';
import { cicloVita } from './cicloVita';

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
