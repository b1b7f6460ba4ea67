import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { CausaNelTempo, Situazione } from './letture';
import { causeNelTempo, giorniDiAttesa, meseDopo, pianoOriginario, ritardiDi, ritardoSu, storiaPerMese } from './rules';

const OGGI = '2020-07-09';
const situazione = (dati: Partial<Situazione> = {}): Situazione => ({
  periodoAl: '2020-06-30',
  stato: 'IN_CORSO',
  percentuale: 40,
  inizioEffettivo: '2019-10-01',
  fineStimata: null,
  fineEffettiva: null,
  ...dati,
});
const giorno = fc.integer({ min: 0, max: 2000 }).map((n) => piuGiorni('2018-01-01', n));

test.each<[string, string | null, Situazione | null, ReturnType<typeof ritardoSu>]>([
  [
    'la fine effettiva decide',
    '2020-06-30',
    situazione({ fineEffettiva: '2020-07-05', stato: 'COMPLETATA' }),
    { giorni: 5, fonte: 'FINE' },
  ],
  ['prima del previsto è in anticipo', '2020-06-30', situazione({ fineEffettiva: '2020-06-20' }), { giorni: -10, fonte: 'FINE' }],
  ['la stima vale se non è passata', '2020-06-30', situazione({ fineStimata: '2020-09-30' }), { giorni: 92, fonte: 'STIMA' }],
  ['una stima già passata vale come oggi', '2020-06-30', situazione({ fineStimata: '2020-07-01' }), { giorni: 9, fonte: 'OGGI' }],
  ['nessuna stima, fine passata', '2020-06-30', situazione(), { giorni: 9, fonte: 'OGGI' }],
  ['mai rilevata, fine passata', '2020-06-30', null, { giorni: 9, fonte: 'OGGI' }],
  ['nessuna stima, fine non passata', '2020-07-09', situazione(), null],
  ['conclusa senza data non si può dire', '2020-06-30', situazione({ stato: 'COMPLETATA' }), null],
  ['senza fine prevista non si può dire', null, situazione({ fineEffettiva: '2020-07-05' }), null],
])('ritardo: %s', (_, finePrevista, dati, atteso) => {
  expect(ritardoSu(finePrevista, dati, OGGI)).toEqual(atteso);
});

test('una proroga toglie dal ritardo in vigore proprio i giorni che concede, e non tocca quello sul piano di prima', () => {
  fc.assert(
    fc.property(giorno, fc.integer({ min: 1, max: 400 }), giorno, (prima, giorni, fine) => {
      const azione = { finePrevista: piuGiorni(prima, giorni), fineOriginaria: prima, situazione: situazione({ fineEffettiva: fine }) };
      const { inVigore, originario } = ritardiDi(azione, OGGI);
      expect((originario?.giorni ?? 0) - (inVigore?.giorni ?? 0)).toBe(giorni);
    }),
  );
});

test('senza una fine dichiarata il ritardo finora non diminuisce mai col passare dei giorni', () => {
  fc.assert(
    fc.property(giorno, giorno, (fine, oggi) => {
      const ora = ritardoSu(fine, situazione(), oggi)?.giorni ?? 0;
      expect(ritardoSu(fine, situazione(), piuGiorni(oggi, 1))?.giorni ?? 0).toBeGreaterThanOrEqual(ora);
    }),
  );
});

test('il piano di prima prende dal piano in vigore la data che nessuno ha cambiato', () => {
  const inVigore = { inizioPrevisto: '2020-01-01', finePrevista: '2021-03-31', inizioOriginario: null, fineOriginaria: null };
  expect(pianoOriginario(inVigore)).toBeNull();
  expect(pianoOriginario({ ...inVigore, fineOriginaria: '2020-12-31' })).toEqual({ inizio: '2020-01-01', fine: '2020-12-31' });
  expect(pianoOriginario({ ...inVigore, inizioPrevisto: null, fineOriginaria: '2020-12-31' })).toBeNull();
});

const voce = (dal: string, al: string, percentuale: number) => ({ dal, al, stato: 'IN_CORSO' as const, percentuale });

test('la storia per mese copre ogni mese di ogni periodo, con i buchi in vista, anche a cavallo d’anno', () => {
  const mesi = storiaPerMese([voce('2020-03-01', '2020-03-31', 30), voce('2019-11-01', '2020-01-31', 10)]);
  expect(mesi.map(({ mese, rilevato, percentuale }) => [mese, rilevato, percentuale])).toEqual([
    ['2019-11', true, 10],
    ['2019-12', true, 10],
    ['2020-01', true, 10],
    ['2020-02', false, null],
    ['2020-03', true, 30],
  ]);
  expect(storiaPerMese([])).toEqual([]);
});

test('nessun mese si ripete o manca, qualunque siano i periodi, e vale il periodo che finisce dopo', () => {
  const unPeriodo = fc
    .tuple(giorno, fc.integer({ min: 0, max: 200 }), fc.nat({ max: 100 }))
    .map(([dal, n, p]) => voce(dal, piuGiorni(dal, n), p));
  fc.assert(
    fc.property(fc.array(unPeriodo, { minLength: 1, maxLength: 8 }), (storia) => {
      const mesi = storiaPerMese(storia);
      for (const [indice, { mese }] of mesi.entries()) if (indice > 0) expect(mese).toBe(meseDopo(mesi[indice - 1]?.mese ?? ''));
      const ultima = [...storia].sort((a, b) => (a.al < b.al ? -1 : a.al > b.al ? 1 : 0)).at(-1);
      expect(mesi.at(-1)).toMatchObject({ mese: ultima?.al.slice(0, 7), rilevato: true, percentuale: ultima?.percentuale });
    }),
  );
});

const causa = (codice: string, dati: Partial<CausaNelTempo> = {}): CausaNelTempo => ({
  codice,
  etichetta: codice,
  primaria: false,
  gravita: null,
  meseDal: null,
  meseAl: null,
  risolta: false,
  dipendeRegione: false,
  ...dati,
});

test('di una causa vale l’ultima parola, e si conta in quante relazioni è comparsa', () => {
  const cause = causeNelTempo([
    { al: '2020-06-30', cause: [causa('C2', { risolta: true }), causa('C1', { gravita: 3 })] },
    { al: '2020-03-31', cause: [causa('C2', { primaria: true }), causa('C1', { gravita: 1 }), causa('C3', { primaria: true })] },
  ]);
  expect(cause.map(({ codice }) => codice)).toEqual(['C3', 'C1', 'C2']);
  expect(cause[1]).toMatchObject({ gravita: 3, relazioni: 2, primaVolta: '2020-03-31', ultimaVolta: '2020-06-30' });
  expect(cause[2]).toMatchObject({ risolta: true, primaria: false });
});

test('un’attesa non è mai negativa', () => {
  expect(giorniDiAttesa({ dal: '2020-06-09' }, OGGI)).toBe(30);
  expect(giorniDiAttesa({ dal: '2020-08-01' }, OGGI)).toBe(0);
});
