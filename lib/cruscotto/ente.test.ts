import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';
import { azioniMie, calendario, GIORNI_CALENDARIO, type ProgettoMio, partiMie, richiesteMie } from './ente';

const OGGI = '2020-07-09';
const vuoto = { scadenze: [], azioni: [], richieste: [] };
const progetto = (cambio: Partial<ProgettoMio> = {}): ProgettoMio => ({
  ...{
    id: 'p1',
    codice: 'P01',
    titolo: 'Progetto',
    stato: 'AVVIATO',
    capofila: true,
    capofilaNome: null,
    giorniVerifica: 15,
    popolazione: null,
  },
  ...{ enti: 1, ambiti: 1, azioniMie: 1, dataAvvio: null, dataFinePrevista: null, azioni: [], domanda: null, periodi: [], mio: vuoto },
  ...cambio,
});

test('il calendario guarda sessanta giorni, oggi compreso, dalla scadenza più vicina', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 200 }), { maxLength: 20 }), (giorni) => {
      const scadenze = giorni.map((n, i) => ({ periodoId: String(i), dal: OGGI, al: OGGI, scadenza: piuGiorni(OGGI, n) }));
      const viste = calendario([progetto({ mio: { ...vuoto, scadenze } })], OGGI).map(({ scadenza }) => giorniTra(OGGI, scadenza));
      expect(viste).toEqual(giorni.filter((n) => n >= 0 && n <= GIORNI_CALENDARIO).sort((a, b) => a - b));
    }),
  );
});

test('chi non prepara nulla in un progetto non ne vede le scadenze', () => {
  const scadenze = [{ periodoId: '1', dal: OGGI, al: OGGI, scadenza: OGGI }];
  expect(calendario([progetto({ capofila: false, azioniMie: 0, mio: { ...vuoto, scadenze } })], OGGI)).toEqual([]);
  expect(calendario([progetto({ capofila: false, azioniMie: 1, mio: { ...vuoto, scadenze } })], OGGI)).toHaveLength(1);
  expect(calendario([progetto({ mio: null })], OGGI)).toEqual([]);
});

test('prima le azioni in più ritardo, poi in ordine di codice come numeri', () => {
  const azione = (codice: string, ritardo: number) => ({
    id: codice,
    codice,
    titolo: codice,
    stato: null,
    percentuale: null,
    fine: null,
    ritardo,
  });
  const azioni = [azione('A10', 0), azione('A2', 0), azione('A3', 30)];
  expect(azioniMie([progetto({ mio: { ...vuoto, azioni } })]).map(({ codice }) => codice)).toEqual(['A3', 'A2', 'A10']);
});

test('una richiesta in bozza aspetta il capofila, presentata la Regione', () => {
  const richiesta = (stato: 'BOZZA' | 'PRESENTATA' | 'CHIESTA', dal: string) => ({
    id: stato,
    genere: 'MODIFICA' as const,
    numero: 1,
    stato,
    dal,
  });
  const richieste = [richiesta('PRESENTATA', '2020-07-02'), richiesta('BOZZA', '2020-07-01'), richiesta('CHIESTA', '2020-07-03')];
  expect(richiesteMie([progetto({ mio: { ...vuoto, richieste } })]).map(({ tocca }) => tocca)).toEqual(['CAPOFILA', 'REGIONE', 'REGIONE']);
});

test('le parti sono quelle delle relazioni di cui il capofila è un altro, dovute', () => {
  const rapporto = {
    id: 'r',
    stato: 'BOZZA',
    presentatoIl: null,
    sospesoDal: null,
    sospesoSecondi: 0,
    decisoIl: null,
    notaDecisione: null,
    notaRinvio: null,
  };
  const periodi = (['APERTO', 'NON_DOVUTO', null] as const).map((miaParte, i) => ({
    ...{ id: String(i), dal: OGGI, al: OGGI, scadenza: OGGI },
    rapporto: { ...rapporto, miaParte, parti: [], compilate: 0, chiarimenti: [] },
  })) as unknown as ProgettoMio['periodi'];
  expect(partiMie([progetto({ periodi })])).toEqual([]);
  expect(partiMie([progetto({ capofila: false, periodi })]).map(({ stato }) => stato)).toEqual(['APERTO']);
});
