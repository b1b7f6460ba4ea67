import { expect, test } from 'vitest';
import { ritardoInParole } from './ritardo';

test.for([
  ['2020-06-30', '2020-06-30', 'nessuno'],
  ['2020-06-30', '2020-07-01', '+1 giorno'],
  ['2020-06-30', '2020-07-31', '+31 giorni'],
  ['2020-06-30', '2020-11-15', '+4,5 mesi'],
  ['2020-10-31', '2020-12-31', '+2 mesi'],
  ['2020-10-31', '2020-10-01', '30 giorni di anticipo'],
] as const)('fine prevista %s, stimata %s: %s', ([finePrevista, fineStimata, testo]) => {
  expect(ritardoInParole({ finePrevista, fineStimata, fineEffettiva: null })?.testo).toBe(testo);
});

test('la fine effettiva conta più di quella stimata', () => {
  expect(ritardoInParole({ finePrevista: '2020-06-30', fineStimata: '2020-12-31', fineEffettiva: '2020-06-30' })?.testo).toBe('nessuno');
});

test('senza una delle due date il ritardo non si può dire: non è zero', () => {
  expect(ritardoInParole({ finePrevista: null, fineStimata: '2020-12-31', fineEffettiva: null })).toBeNull();
  expect(ritardoInParole({ finePrevista: '2020-12-31', fineStimata: null, fineEffettiva: null })).toBeNull();
});
