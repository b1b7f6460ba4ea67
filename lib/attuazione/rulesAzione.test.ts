import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contraddizioni, giorniDiRitardo, mancanze } from './rules';
import { type SalvaAvanzamento, STATI_DICHIARABILI } from './schema';

const OGGI = '2020-07-09';
const PIANO = { finePrevista: '2020-03-31' };
type Azione = Pick<SalvaAvanzamento, 'stato' | 'percentuale' | 'inizioEffettivo' | 'fineStimata' | 'fineEffettiva'> & {
  cause: { codice: string }[];
};
const vuota: Azione = { stato: null, percentuale: null, inizioEffettivo: null, fineStimata: null, fineEffettiva: null, cause: [] };
const azione = (parte: Partial<Azione>): Azione => ({ ...vuota, ...parte });
const campi = (elenco: { campo: string }[]) => elenco.map(({ campo }) => campo);

test.for([
  ['nulla di scritto', {}, ['stato', 'percentuale']],
  ['non avviata allo 0%', { stato: 'NON_AVVIATA', percentuale: 0 }, []],
  ['in preparazione', { stato: 'IN_PREPARAZIONE', percentuale: 5 }, []],
  ['in corso senza inizio', { stato: 'IN_CORSO', percentuale: 40 }, ['inizioEffettivo']],
  ['in corso con inizio', { stato: 'IN_CORSO', percentuale: 40, inizioEffettivo: '2019-11-01' }, []],
  ['in parte senza inizio', { stato: 'PARZIALMENTE_REALIZZATA', percentuale: 40 }, ['inizioEffettivo']],
  ['conclusa senza date', { stato: 'COMPLETATA', percentuale: 100 }, ['inizioEffettivo', 'fineEffettiva']],
  ['conclusa in tempo', { stato: 'COMPLETATA', percentuale: 100, inizioEffettivo: '2019-11-01', fineEffettiva: '2020-03-31' }, []],
  [
    'conclusa un giorno dopo',
    { stato: 'COMPLETATA', percentuale: 100, inizioEffettivo: '2019-11-01', fineEffettiva: '2020-04-01' },
    ['cause'],
  ],
  ['stima oltre il previsto', { stato: 'IN_CORSO', percentuale: 40, inizioEffettivo: '2019-11-01', fineStimata: '2020-06-30' }, ['cause']],
  ['sospesa senza causa', { stato: 'SOSPESA', percentuale: 10 }, ['cause']],
  ['sospesa e in ritardo: una sola volta', { stato: 'SOSPESA', percentuale: 10, fineStimata: '2020-06-30' }, ['cause']],
  ['sospesa con causa', { stato: 'SOSPESA', percentuale: 10, cause: [{ codice: 'V01' }] }, []],
] as [string, Partial<Azione>, string[]][])('completezza: %s', ([, parte, attese]) => {
  expect(campi(mancanze(azione(parte), PIANO))).toEqual(attese);
});

test('senza fine prevista non c’è ritardo da spiegare', () => {
  const scritta = azione({ stato: 'IN_CORSO', percentuale: 40, inizioEffettivo: '2019-11-01', fineStimata: '2030-01-01' });
  expect(mancanze(scritta, { finePrevista: null })).toEqual([]);
});

test.for([
  ['inizio domani', { inizioEffettivo: '2020-07-10' }, ['inizioEffettivo']],
  ['inizio oggi', { inizioEffettivo: OGGI }, []],
  ['fine domani', { inizioEffettivo: '2020-01-01', fineEffettiva: '2020-07-10' }, ['fineEffettiva']],
  ['fine senza inizio', { fineEffettiva: '2020-06-01' }, ['inizioEffettivo']],
  ['fine prima dell’inizio', { inizioEffettivo: '2020-06-02', fineEffettiva: '2020-06-01' }, ['fineEffettiva']],
  ['stessa data', { inizioEffettivo: '2020-06-01', fineEffettiva: '2020-06-01' }, []],
  ['stima prima dell’inizio', { inizioEffettivo: '2020-06-02', fineStimata: '2020-06-01' }, ['fineStimata']],
  ['stima futura', { inizioEffettivo: '2020-06-02', fineStimata: '2021-06-01' }, []],
  ['non avviata con inizio', { stato: 'NON_AVVIATA', inizioEffettivo: '2020-06-02' }, ['inizioEffettivo']],
  ['non avviata all’1%', { stato: 'NON_AVVIATA', percentuale: 1 }, ['percentuale']],
  ['non avviata allo 0%', { stato: 'NON_AVVIATA', percentuale: 0 }, []],
  ['conclusa al 99%', { stato: 'COMPLETATA', percentuale: 99 }, ['percentuale']],
  ['conclusa, avanzamento da scrivere', { stato: 'COMPLETATA' }, []],
  ['fine effettiva ma in corso', { stato: 'IN_CORSO', inizioEffettivo: '2020-06-01', fineEffettiva: '2020-06-02' }, ['fineEffettiva']],
  ['nulla di scritto', {}, []],
] as [string, Partial<Azione>, string[]][])('contraddizioni: %s', ([, parte, attese]) => {
  expect(campi(contraddizioni(azione(parte), OGGI))).toEqual(attese);
});

test.for([
  ['2020-03-31', null, '2020-03-31', 0],
  ['2020-04-30', null, '2020-03-31', 30],
  ['2020-04-30', '2020-03-30', '2020-03-31', -1],
  ['2020-03-01', null, '2020-02-28', 2],
  [null, null, '2020-03-31', 0],
  ['2020-04-30', null, null, 0],
] as const)('ritardo: stimata %s, effettiva %s, prevista %s → %s giorni', ([fineStimata, fineEffettiva, finePrevista, giorni]) => {
  expect(giorniDiRitardo({ fineStimata, fineEffettiva }, { finePrevista })).toBe(giorni);
});

test('ogni frase è una frase, e ciò che è completo e coerente lo è davvero', () => {
  const giorno = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2018, 5, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const scritta = fc.record({
    stato: fc.option(fc.constantFrom(...STATI_DICHIARABILI.options)),
    percentuale: fc.option(fc.constantFrom(0, 40, 100)),
    inizioEffettivo: fc.option(giorno),
    fineStimata: fc.option(giorno),
    fineEffettiva: fc.option(giorno),
    cause: fc.constantFrom<{ codice: string }[]>([], [{ codice: 'V01' }]),
  });
  fc.assert(
    fc.property(scritta, (a) => {
      for (const voce of [...mancanze(a, PIANO), ...contraddizioni(a, OGGI)]) expect(voce.messaggio).toMatch(/^\p{Lu}.*\.$/u);
      if (a.stato === 'COMPLETATA' && contraddizioni(a, OGGI).length === 0 && mancanze(a, PIANO).length === 0) {
        expect(a.percentuale).toBe(100);
        expect(a.fineEffettiva && a.inizioEffettivo && a.inizioEffettivo <= a.fineEffettiva && a.fineEffettiva <= OGGI).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
