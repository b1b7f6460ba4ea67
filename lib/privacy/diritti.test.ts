import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';
import { compitiDiritti, esigiProrogabile, frenoCancellazione, prorogata, termineProrogato, termineRisposta } from './diritti';

const giorno = fc.integer({ min: 0, max: 8000 }).map((n) => piuGiorni('2016-01-01', n));

test.each([
  ['2020-01-31', '2020-02-29', '2020-04-30'],
  ['2021-01-31', '2021-02-28', '2021-04-30'],
  ['2020-12-15', '2021-01-15', '2021-03-15'],
])('ricevuta il %s: risposta entro il %s, con la proroga entro il %s', (ricevuta, entro, oltre) => {
  expect(termineRisposta(ricevuta)).toBe(entro);
  expect(termineProrogato(ricevuta)).toBe(oltre);
});

test('un mese è tra 28 e 31 giorni, la proroga al più tre mesi; prorogata si riconosce dalle date', () => {
  fc.assert(
    fc.property(giorno, (ricevutaIl) => {
      const [entro, oltre] = [termineRisposta(ricevutaIl), termineProrogato(ricevutaIl)];
      expect(giorniTra(ricevutaIl, entro)).toBeGreaterThanOrEqual(28);
      expect(giorniTra(ricevutaIl, entro)).toBeLessThanOrEqual(31);
      expect(giorniTra(ricevutaIl, oltre)).toBeLessThanOrEqual(92);
      expect(prorogata({ ricevutaIl, entro })).toBe(false);
      expect(prorogata({ ricevutaIl, entro: oltre })).toBe(true);
    }),
  );
});

test('si proroga una richiesta aperta, una volta, entro il mese', () => {
  const aperta = { stato: 'APERTA' as const, ricevutaIl: '2020-05-10', entro: '2020-06-10' };
  const code = (f: () => void) => {
    try {
      f();
      return 'fatto';
    } catch (e) {
      return (e as { code: string }).code;
    }
  };
  expect(code(() => esigiProrogabile(aperta, '2020-06-10'))).toBe('fatto');
  expect(code(() => esigiProrogabile(aperta, '2020-06-11'))).toBe('interessato.tardi');
  expect(code(() => esigiProrogabile({ ...aperta, entro: '2020-08-10' }, '2020-06-01'))).toBe('interessato.giaProrogata');
  expect(code(() => esigiProrogabile({ ...aperta, stato: 'EVASA' }, '2020-06-01'))).toBe('interessato.chiusa');
});

test('il compito dice che cosa e entro quando, mai chi; il freno tace quando i termini sono passati', () => {
  const [compito] = compitiDiritti([{ id: 'x', genere: 'ACCESSO', ricevutaIl: '2020-05-10', entro: '2020-06-10' }]);
  expect(compito).toMatchObject({ entro: '2020-06-10', titolo: 'Rispondi a una richiesta: accesso ai propri dati' });
  expect(frenoCancellazione(null, '2020-01-01')).toContain('ancora aperto');
  expect(frenoCancellazione('2020-01-01', '2020-01-01')).toContain('01/01/2020');
  expect(frenoCancellazione('2020-01-01', '2020-01-02')).toBe('');
});
