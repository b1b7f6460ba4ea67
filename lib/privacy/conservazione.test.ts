import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { type FattiPersona, scadenzaDocumenti, scadenzaIdentita, scaduta, TERMINI } from './conservazione';

const giorno = fc.integer({ min: 0, max: 6000 }).map((n) => piuGiorni('2015-01-01', n));
const chiusa = fc.record({ uscita: fc.option(giorno), chiusoIl: giorno });
const fatti = (partecipazioni: FattiPersona['partecipazioni'], inSospeso = false): FattiPersona => ({
  registrataIl: '2019-05-01',
  partecipazioni,
  inSospeso,
});

test.each([
  ['controlli più lunghi della rilevazione', { uscita: '2020-01-31', chiusoIl: '2020-06-30' }, '2022-06-30'],
  ['chi non è uscito esce con il progetto', { uscita: null, chiusoIl: '2020-06-30' }, '2022-06-30'],
  ['il giorno si accorcia a fine mese', { uscita: null, chiusoIl: '2024-02-29' }, '2026-02-28'],
])('%s', (_, partecipazione, attesa) => {
  expect(scadenzaIdentita(fatti([partecipazione]))).toBe(attesa);
});

test('se i controlli durano poco decide la rilevazione: sei mesi di calendario e trenta giorni dall’uscita', () => {
  expect(scadenzaIdentita(fatti([{ uscita: '2020-08-31', chiusoIl: '2020-06-30' }]), 0)).toBe('2021-03-30');
});

test('un progetto aperto, o qualcosa in sospeso: nessuna scadenza', () => {
  fc.assert(
    fc.property(fc.array(chiusa, { maxLength: 3 }), fc.option(giorno), (altre, uscita) => {
      expect(scadenzaIdentita(fatti([...altre, { uscita, chiusoIl: null }]))).toBeNull();
      expect(scadenzaIdentita(fatti(altre, true))).toBeNull();
    }),
  );
});

test('la scadenza non viene mai prima della chiusura, dei controlli o dei sei mesi di nessuna partecipazione; aggiungerne una non l’anticipa', () => {
  fc.assert(
    fc.property(fc.array(chiusa, { minLength: 1, maxLength: 4 }), chiusa, fc.integer({ min: 0, max: 60 }), (sue, altra, mesi) => {
      const scade = scadenzaIdentita(fatti(sue), mesi) ?? '';
      for (const { uscita, chiusoIl } of sue) {
        expect(scade >= chiusoIl).toBe(true);
        expect(scade > piuGiorni(uscita ?? chiusoIl, 205)).toBe(true);
      }
      expect((scadenzaIdentita(fatti([...sue, altra]), mesi) ?? '') >= scade).toBe(true);
      expect((scadenzaIdentita(fatti(sue), mesi + 1) ?? '') >= scade).toBe(true);
      expect(scadenzaIdentita(fatti([...sue].reverse()), mesi)).toBe(scade);
    }),
  );
});

test('il giorno della scadenza si conserva ancora, il giorno dopo no; chi non ha progetti ha trenta giorni', () => {
  expect(scaduta('2024-03-01', '2024-03-01')).toBe(false);
  expect(scaduta('2024-03-01', '2024-03-02')).toBe(true);
  expect(scaduta(null, '2099-01-01')).toBe(false);
  expect(scadenzaIdentita(fatti([]))).toBe(piuGiorni('2019-05-01', TERMINI.giorniSenzaProgetto));
});

test('i documenti: cinque anni interi dal 31 dicembre dell’anno dell’ultimo pagamento', () => {
  expect(scadenzaDocumenti('2024-01-01')).toBe('2029-12-31');
  expect(scadenzaDocumenti('2024-12-31')).toBe('2029-12-31');
  fc.assert(
    fc.property(giorno, (pagamento) => {
      const scade = scadenzaDocumenti(pagamento);
      expect(scade.endsWith('-12-31')).toBe(true);
      expect(Number(scade.slice(0, 4)) - Number(pagamento.slice(0, 4))).toBe(5);
    }),
  );
});
