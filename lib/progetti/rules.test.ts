import { expect, test } from 'vitest';
import { tempoTrascorso } from './rules';

test.for([
  ['2019-04-01', '2020-12-31', '2020-07-09', { mesi: 15, totale: 21 }],
  ['2019-05-07', '2020-12-31', '2020-07-06', { mesi: 13, totale: 20 }],
  ['2019-05-07', '2020-12-31', '2019-01-01', { mesi: 0, totale: 20 }],
  ['2019-05-07', '2020-12-31', '2022-01-01', { mesi: 20, totale: 20 }],
  [null, '2020-12-31', '2020-07-09', null],
  ['2019-05-07', null, '2020-07-09', null],
  ['2021-05-07', '2020-12-31', '2020-07-09', null],
] as const)('avvio %s, fine %s, oggi %s', ([avvio, fine, oggi, atteso]) => {
  expect(tempoTrascorso(avvio, fine, oggi)).toEqual(atteso);
});
