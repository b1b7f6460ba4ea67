import fc from 'fast-check';
import { expect, test } from 'vitest';
import { esitoCessazione } from './labels';
import { blocchi, type DaConcludere, daApprovare, esigiFineEffettiva, esigiRecupero, esigiRinunciabile } from './rules';
import { Conclusione, Revoca } from './schema';

const OGGI = '2021-04-10';
const FINE = '2021-03-31';
const periodo = (dal: string, al: string, altro: object = {}) => ({
  id: dal,
  dal,
  al,
  dovuto: true,
  approvato: true,
  rapportoId: null,
  ...altro,
});
const progetto = (altro: Partial<DaConcludere> = {}): DaConcludere => ({
  ...{ id: 'p', stato: 'AVVIATO', fine: FINE, periodi: [], prescrizioni: 0 },
  aperte: { modifiche: 0, proroghe: 0, rinuncia: false },
  ...altro,
});

test('si conclude quando nulla lo impedisce; ciò che impedisce dice dove si risolve', () => {
  expect(blocchi(progetto({ periodi: [periodo('2021-01-01', FINE)] }), FINE)).toEqual([]);
  const tutto = progetto({
    stato: 'SOSPESO',
    periodi: [
      periodo('2020-11-01', '2020-12-31', { approvato: false, rapportoId: 'r1' }),
      periodo('2021-01-01', FINE, { approvato: false }),
    ],
    aperte: { modifiche: 2, proroghe: 1, rinuncia: true },
    prescrizioni: 1,
  });
  expect(blocchi(tutto, FINE).map(({ frase, href }) => `${href} ${frase}`)).toEqual([
    '/coda/r1 La relazione novembre–dicembre 2020 non è approvata.',
    '/progetti/p/calendario La relazione gennaio–marzo 2021 non è approvata.',
    '/progetti/p/sospensioni Il progetto è sospeso: prima si dispone la ripresa.',
    '/progetti/p/modifiche 2 richieste di modifica aspettano la Regione.',
    '/progetti/p/proroghe Una richiesta di proroga aspetta la Regione.',
    '/progetti/p/cessazione Una rinuncia aspetta la Regione.',
    '/progetti/p/prescrizioni Una prescrizione non è verificata.',
  ]);
});

test('ciò che non è dovuto, o comincia dopo la fine effettiva, non impedisce nulla', () => {
  const periodi = [
    periodo('2020-03-01', '2020-04-30', { dovuto: false, approvato: false }),
    periodo('2021-01-01', '2021-01-31'),
    periodo('2021-02-01', FINE, { approvato: false }),
  ];
  expect(daApprovare({ periodi }, '2021-01-31')).toEqual([]);
  expect(daApprovare({ periodi }, '2021-02-01')).toHaveLength(1);
});

test('concludere prima è concludere con meno relazioni da approvare, mai con più', () => {
  const giorno = fc.integer({ min: 1, max: 28 }).map((n) => `2021-02-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.record({ dal: giorno, approvato: fc.boolean(), dovuto: fc.boolean() })), giorno, giorno, (righe, a, b) => {
      const periodi = righe.map((riga) => periodo(riga.dal, FINE, riga));
      const [prima, dopo] = a < b ? [a, b] : [b, a];
      expect(daApprovare({ periodi }, prima).length).toBeLessThanOrEqual(daApprovare({ periodi }, dopo).length);
    }),
  );
});

test('la data della conclusione: arrivata, non oltre la fine, e se anticipata con la ragione', () => {
  const prova =
    (data: string, motivo: string | null = null) =>
    () =>
      esigiFineEffettiva(data, { fine: FINE }, '2019-10-01', motivo, OGGI);
  expect(prova(FINE)).not.toThrow();
  expect(prova('2021-01-31', 'Attività finite prima.')).not.toThrow();
  expect(prova('2021-01-31')).toThrow(/scrivi perché/);
  expect(prova('2021-04-11')).toThrow(/non nel futuro/);
  expect(prova('2021-04-10')).toThrow(/serve una proroga/);
  expect(prova('2019-09-30', 'x')).toThrow(/non può finire prima/);
});

test('si recupera al massimo l’assegnato, al centesimo', () => {
  expect(() => esigiRecupero(100_000n, 100_000n)).not.toThrow();
  expect(() => esigiRecupero(100_001n, 100_000n)).toThrow(/1\.000,00/);
  expect(() => esigiRecupero(null, 1n)).not.toThrow();
  expect(() => esigiRecupero(5n, null)).not.toThrow();
});

test('si rinuncia a un progetto avviato, una volta sola', () => {
  expect(() => esigiRinunciabile('AVVIATO', false)).not.toThrow();
  expect(() => esigiRinunciabile('SOSPESO', true)).toThrow(/già una richiesta/);
  expect(() => esigiRinunciabile('APPROVATO', false)).toThrow(/avviato/);
});

test('i moduli leggono importi e date italiani', () => {
  const progettoId = '0190a5f0-0000-7000-8000-000000000001';
  const revoca = {
    progettoId,
    atto: 'D.D. 1',
    dataAtto: '1/4/2021',
    motivazione: 'Mai cominciato davvero.',
    pianoRecupero: 'In un’unica soluzione.',
  };
  expect(Revoca.parse({ ...revoca, recupero: '1.234,56' })).toMatchObject({ recupero: 123_456n, dataAtto: '2021-04-01' });
  expect(Revoca.parse({ ...revoca, recupero: '' }).recupero).toBeNull();
  expect(Revoca.safeParse({ ...revoca, recupero: '-5' }).success).toBe(false);
  expect(Conclusione.safeParse({ progettoId, atto: 'D.D. 1', dataAtto: '', data: '' }).success).toBe(false);
  expect(esitoCessazione('concluso')).toBe('Progetto concluso.');
  expect(esitoCessazione('altro')).toBeUndefined();
});
