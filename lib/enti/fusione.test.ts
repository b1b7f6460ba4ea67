import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContenutoVersione, Partner } from '@/lib/domande/valori';
import { ENTI, unPianoQualunque, uuid } from '@/tests/support/piano';
import { conEnteSostituito, motivoDelRifiuto } from './fusione';

const [IRIS, CISSABO] = [uuid(901), uuid(902)];
const A = { id: CISSABO, denominazione: 'Consorzio CISSABO' };
const partner = (organizzazioneId: string, ruolo: Partner['ruolo']): Partner => ({
  organizzazioneId,
  denominazione: organizzazioneId,
  ruolo,
});
const contenuto = (cambio: Partial<ContenutoVersione>): ContenutoVersione => ({
  ...{ titolo: 'Piano', fase: 'PROGETTO', bando: { titolo: 'Bando', versione: 1 }, ambiti: [], sezioni: {}, documenti: [] },
  partner: [partner(IRIS, 'CAPOFILA'), partner(CISSABO, 'PARTNER_GESTORE')],
  ...cambio,
});
const totale = (c: ContenutoVersione, chiave: 'contributoCents' | 'cofinanziamentoCents' | 'naturaCents') =>
  (c.piano?.voci ?? []).reduce((somma, v) => somma + BigInt(v[chiave]), 0n);

test('chi confluisce sparisce dal piano, e non si perde né un centesimo né un’azione', () => {
  fc.assert(
    fc.property(unPianoQualunque, (piano) => {
      const prima = contenuto({ piano });
      const dopo = conEnteSostituito(prima, IRIS, A);
      expect(JSON.stringify(dopo)).not.toContain(IRIS);
      for (const chiave of ['contributoCents', 'cofinanziamentoCents', 'naturaCents'] as const)
        expect(totale(dopo, chiave)).toBe(totale(prima, chiave));
      expect(dopo.piano?.azioni.map(({ id }) => id)).toEqual(piano.azioni.map(({ id }) => id));
      const celle = dopo.piano?.voci.map((v) => `${v.azioneId} ${v.categoria} ${v.organizzazioneId}`) ?? [];
      expect(new Set(celle).size).toBe(celle.length);
      expect(conEnteSostituito(dopo, IRIS, A)).toEqual(dopo);
    }),
  );
});

test('se c’erano entrambi ne resta uno, con il ruolo che conta di più', () => {
  const dopo = conEnteSostituito(contenuto({}), IRIS, A);
  expect(dopo.partner).toEqual([{ organizzazioneId: CISSABO, denominazione: 'Consorzio CISSABO', ruolo: 'CAPOFILA' }]);
  const rovescio = conEnteSostituito(contenuto({}), CISSABO, { id: IRIS, denominazione: 'Consorzio IRIS' });
  expect(rovescio.partner).toEqual([partner(IRIS, 'CAPOFILA')]);
});

test('ciò che è stato depositato nelle sezioni resta com’era', () => {
  const sezioni = { partner: { capofila: IRIS } };
  expect(conEnteSostituito(contenuto({ sezioni }), IRIS, A).sezioni).toEqual(sezioni);
  expect(ENTI).toHaveLength(2);
});

const gestore = (id: string, confluitaInId: string | null = null) => ({ id, tipo: 'ENTE_GESTORE', confluitaInId });

test.each([
  ['si può', gestore('1'), gestore('2'), '2020-07-09', null],
  ['lo stesso ente', gestore('1'), gestore('1'), '2020-07-01', 'diversi'],
  ['uno che non c’è', undefined, gestore('2'), '2020-07-01', 'non c’è'],
  ['già confluito', gestore('1', '3'), gestore('2'), '2020-07-01', 'già confluito'],
  ['in uno già confluito', gestore('1'), gestore('2', '3'), '2020-07-01', 'già confluito'],
  ['nella Regione', gestore('1'), { ...gestore('2'), tipo: 'REGIONE' }, '2020-07-01', 'Regione'],
  ['da domani', gestore('1'), gestore('2'), '2020-07-10', 'oggi o passata'],
])('%s', (_, da, a, dal, atteso) => {
  const motivo = motivoDelRifiuto(da, a, dal, '2020-07-09');
  if (atteso === null) expect(motivo).toBeNull();
  else expect(motivo).toContain(atteso);
});
