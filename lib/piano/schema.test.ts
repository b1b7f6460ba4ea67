import { expect, test } from 'vitest';
import { uuid } from '@/tests/support/piano';
import { RimodulazioneDaApprovare, RimodulazioneDaRestituire, TaglioScelto } from './schema';

const taglio = { progettoId: uuid(1), metodo: 'MANUALE', revAzioni: '1', revBudget: '2' };

test('la scelta a mano arriva come testo JSON', () => {
  const scelta = { azioniTolte: [uuid(3)], contributi: { v1: '1200' } };
  expect(TaglioScelto.parse({ ...taglio, scelta: JSON.stringify(scelta) })).toEqual({
    ...taglio,
    scelta,
    revAzioni: 1,
    revBudget: 2,
  });
  expect(TaglioScelto.parse(taglio).scelta).toEqual({ azioniTolte: [], contributi: {} });
});

test.for([
  ['{non è json'],
  ['[]'],
  ['{"azioniTolte":["x"],"contributi":{}}'],
  ['{"azioniTolte":[],"contributi":{"v":"-5"}}'],
  ['{"azioniTolte":[],"contributi":{"v":"1,5"}}'],
])('una scelta storta si rifiuta: %s', ([scelta]) => {
  expect(TaglioScelto.safeParse({ ...taglio, scelta }).success).toBe(false);
});

test.for([[{ metodo: 'A_CASO' }], [{ revAzioni: '0' }], [{ revBudget: 'due' }], [{ progettoId: 'x' }]])('%j si rifiuta', ([cambio]) => {
  expect(TaglioScelto.safeParse({ ...taglio, ...cambio }).success).toBe(false);
});

test('approvare vuole numero e data dell’atto; la data si scrive gg/mm/aaaa', () => {
  const ok = RimodulazioneDaApprovare.parse({ progettoId: uuid(1), atto: ' DD 9/2019 ', dataAtto: '15/03/2019' });
  expect(ok).toEqual({ progettoId: uuid(1), atto: 'DD 9/2019', dataAtto: '2019-03-15' });
  for (const cambio of [{ atto: '  ' }, { dataAtto: '31/02/2019' }, { dataAtto: '' }])
    expect(RimodulazioneDaApprovare.safeParse({ progettoId: uuid(1), atto: 'DD 9', dataAtto: '15/03/2019', ...cambio }).success).toBe(
      false,
    );
});

test('restituire vuole almeno una sezione, e solo quelle del piano', () => {
  const base = { progettoId: uuid(1), testo: 'Correggete i beni', entro: '15/03/2019' };
  expect(RimodulazioneDaRestituire.parse({ ...base, 'sezioni.azioni': 'si' })).toMatchObject({ sezioni: ['azioni'] });
  expect(RimodulazioneDaRestituire.safeParse(base).success).toBe(false);
  expect(RimodulazioneDaRestituire.safeParse({ ...base, 'sezioni.a1': 'si' }).success).toBe(false);
});
