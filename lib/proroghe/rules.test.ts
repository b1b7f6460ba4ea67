import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piuMesi } from '@/lib/calendario/date';
import { esitoProroga } from './labels';
import {
  conLaFine,
  esigiAttoProroga,
  esigiAzioni,
  esigiConcessa,
  esigiProrogabile,
  fineChiesta,
  fineMassima,
  type Oggetto,
  STATI_PROROGA,
} from './rules';
import { ProrogaDaConcedere, ProrogaNuova } from './schema';

const OGGI = '2020-07-09';
const progetto = (fine: string | null, originaria: string | null = null): Oggetto => ({
  fine,
  originaria,
  fineProgetto: fine,
  azione: false,
});
const chiesta = (oggetto: Oggetto, quanto: object, massimo = 12) =>
  fineChiesta(oggetto, { mesi: null, data: null, ...quanto }, massimo, OGGI);

test.each([
  ['2021-01-31', 1, '2021-02-28'],
  ['2020-08-31', 1, '2020-09-30'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2020-12-31', 2, '2021-02-28'],
])('i mesi si fermano a fine mese: %s + %i = %s', (fine, mesi, attesa) => {
  expect(chiesta(progetto(fine), { mesi })).toBe(attesa);
});

test('in fila contano dall’ultima fine concessa: 31/01, 28/02, 28/03', () => {
  const prima = chiesta(progetto('2021-01-31'), { mesi: 1 });
  expect([prima, chiesta(progetto(prima, '2021-01-31'), { mesi: 1 })]).toEqual(['2021-02-28', '2021-03-28']);
});

test('un giorno al posto dei mesi; uno dei due, non entrambi né nessuno', () => {
  expect(chiesta(progetto('2021-03-31'), { data: '2021-06-10' })).toBe('2021-06-10');
  for (const quanto of [{}, { mesi: 1, data: '2021-06-10' }]) expect(() => chiesta(progetto('2021-03-31'), quanto)).toThrow(/uno dei due/);
});

test('chiesta dopo la fine si rifiuta con la frase che lo spiega; l’ultimo giorno si può ancora', () => {
  expect(() => chiesta(progetto('2020-07-08'), { mesi: 3 })).toThrow(/finito il 08\/07\/2020: una proroga si chiede prima della fine/);
  expect(chiesta(progetto(OGGI), { mesi: 1 })).toBe('2020-08-09');
  expect(() => chiesta(progetto(null), { mesi: 1 })).toThrow(/non ha una fine prevista/);
});

test('il massimo vale in tutto, dalla fine originaria; un’azione non supera il progetto', () => {
  expect(() => chiesta(progetto('2021-12-31', '2021-03-31'), { mesi: 4 })).toThrow(/12 mesi in tutto: fino al 31\/03\/2022/);
  expect(chiesta(progetto('2021-12-31', '2021-03-31'), { mesi: 3 })).toBe('2022-03-31');
  const azione: Oggetto = { fine: '2020-12-31', originaria: null, fineProgetto: '2021-03-31', azione: true };
  expect(() => chiesta(azione, { mesi: 4 })).toThrow(/chiedi la proroga del progetto/);
  expect(fineMassima(azione, 12)).toBe('2021-03-31');
  expect(fineMassima(progetto(null), 12)).toBeNull();
});

test('concessa: uguale, più breve o più lunga, mai alla fine in vigore o prima; se diversa, con la ragione', () => {
  const oggetto = progetto('2021-03-31');
  expect(esigiConcessa(oggetto, '2021-06-30', '2021-06-30', null)).toBe('ACCOLTA');
  expect(esigiConcessa(oggetto, '2021-06-30', '2021-05-31', 'Basta.')).toBe('ACCOLTA_IN_PARTE');
  expect(esigiConcessa(oggetto, '2021-06-30', '2021-07-31', 'Fino a fine scuola.')).toBe('ACCOLTA');
  expect(() => esigiConcessa(oggetto, '2021-06-30', '2021-05-31', null)).toThrow(/scrivi perché/);
  expect(() => esigiConcessa(oggetto, '2021-06-30', '2021-03-31', 'x')).toThrow(/Non concedere/);
});

test('qualunque richiesta ammessa sta tra la fine in vigore e il massimo', () => {
  const giorno = fc
    .date({ min: new Date('2020-07-09'), max: new Date('2023-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  fc.assert(
    fc.property(giorno, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (fine, mesi, massimo) => {
      const oggetto = progetto(fine);
      if (mesi > massimo) return;
      const nuova = chiesta(oggetto, { mesi }, massimo);
      expect(nuova > fine && nuova <= (fineMassima(oggetto, massimo) ?? '')).toBe(true);
      expect(nuova).toBe(piuMesi(fine, mesi));
    }),
  );
});

test('gli stati: nessuna richiesta decisa o annullata si riapre, e ogni rifiuto dice perché', () => {
  const dirigente = { ruolo: 'DIRIGENTE', capofila: false } as const;
  const referente = { ruolo: 'REFERENTE', capofila: true } as const;
  for (const stato of STATI_PROROGA.filter((s) => s !== 'IN_ISTRUTTORIA'))
    expect(() => esigiAttoProroga('decidi', stato, dirigente)).toThrow(/Ricarica la pagina/);
  for (const stato of ['ACCOLTA', 'RESPINTA', 'ANNULLATA'] as const)
    expect(() => esigiAttoProroga('annulla', stato, referente)).toThrow(/Ricarica la pagina/);
  expect(() => esigiAttoProroga('presenta', 'BOZZA', { ...referente, capofila: false })).toThrow(/capofila/);
  expect(() => esigiAttoProroga('presenta', 'BOZZA', referente)).not.toThrow();
  expect(() => esigiProrogabile('CONCLUSO', false)).toThrow(/in attuazione/);
  expect(() => esigiProrogabile('SOSPESO', true)).toThrow(/rinuncia/);
});

test('le azioni che finivano con il progetto si offrono; le altre non si scelgono, e nessuna resta oltre la fine', () => {
  const azioni = [
    { id: 'a', codice: 'A1', fine: '2021-03-31' },
    { id: 'b', codice: 'A2', fine: '2020-12-31' },
    { id: 'c', codice: 'A3', fine: null },
  ];
  expect(conLaFine(azioni, '2021-03-31').map(({ id }) => id)).toEqual(['a']);
  expect(conLaFine(azioni, null)).toEqual([]);
  expect(() => esigiAzioni(azioni, ['b'], '2021-03-31', '2021-06-30')).toThrow(/non finisce con il progetto/);
  expect(() => esigiAzioni(azioni, [], '2021-03-31', '2021-02-28')).toThrow(/A1/);
  expect(() => esigiAzioni(azioni, ['a'], '2021-03-31', '2021-02-28')).not.toThrow();
});

test('i moduli: mesi interi, data italiana, azioni spuntate', () => {
  const [progettoId, azione] = ['0190a5f0-0000-7000-8000-000000000001', '0190a5f0-0000-7000-8000-000000000002'];
  expect(ProrogaNuova.parse({ progettoId, azioneId: '', mesi: '3', data: '', motivo: '' })).toMatchObject({
    mesi: 3,
    data: null,
    motivo: null,
  });
  for (const mesi of ['0', '61', '1,5', 'tre']) expect(ProrogaNuova.safeParse({ progettoId, mesi }).success).toBe(false);
  const decisa = { progettoId, prorogaId: azione, atto: 'D.D.', dataAtto: '1/7/2020', fine: '30/6/2021', [`azioni.${azione}`]: 'si' };
  expect(ProrogaDaConcedere.parse(decisa)).toMatchObject({ azioni: [azione], fine: '2021-06-30', nota: null });
  expect(esitoProroga('concessa')).toBeDefined();
  expect(esitoProroga('nulla')).toBeUndefined();
});
