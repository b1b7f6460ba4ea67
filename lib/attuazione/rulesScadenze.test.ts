import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giornoDi, oraDi } from '@/lib/format/data';
import { giorniTra, giorniUsati, periodoApribile, piuGiorni, termineVerifica } from './rules';

const GIORNO = 86_400_000;
const ORA = 3_600_000;
const presentata = (iso: string, sospesoSecondi = 0, sospesoDal: string | null = null) => ({
  presentatoIl: new Date(iso),
  sospesoSecondi,
  sospesoDal: sospesoDal ? new Date(sospesoDal) : null,
});
const termine = (r: ReturnType<typeof presentata>, giorni: number, adesso = '2021-01-01T00:00:00Z') =>
  termineVerifica(r, giorni, new Date(adesso)).toISOString();

test.for([
  ['di mattina', '2020-07-09T08:42:00Z', 15, '2020-07-24T21:59:59.999Z'],
  ['un minuto prima di mezzanotte', '2020-07-09T21:59:00Z', 15, '2020-07-24T21:59:59.999Z'],
  ['un minuto dopo: è già il 10', '2020-07-09T22:01:00Z', 15, '2020-07-25T21:59:59.999Z'],
  ['la vigilia dell’ora legale, alle 23:30', '2020-03-28T22:30:00Z', 1, '2020-03-29T21:59:59.999Z'],
  ['due settimane a cavallo dell’ora legale, alle 23:30', '2020-03-20T22:30:00Z', 15, '2020-04-04T21:59:59.999Z'],
  ['la vigilia dell’ora solare, a mezzanotte e mezza', '2020-10-23T22:30:00Z', 1, '2020-10-25T22:59:59.999Z'],
  ['a cavallo dell’ora solare, a mezzanotte e mezza', '2020-10-13T22:30:00Z', 15, '2020-10-29T22:59:59.999Z'],
  ['il 29 febbraio', '2020-02-29T11:00:00Z', 366, '2021-03-01T22:59:59.999Z'],
] as const)('il termine è la fine del giorno di calendario a Roma: %s', ([, iso, giorni, atteso]) => {
  expect(termine(presentata(iso), giorni)).toBe(atteso);
});

test('l’orologio fermo sposta il termine come se la relazione fosse arrivata dopo', () => {
  expect(termine(presentata('2020-07-09T08:00:00Z', (3 * GIORNO) / 1000), 15)).toBe('2020-07-27T21:59:59.999Z');
  // ferma adesso da due giorni
  expect(termine(presentata('2020-07-09T08:00:00Z', 0, '2020-07-11T08:00:00Z'), 15, '2020-07-13T08:00:00Z')).toBe(
    '2020-07-26T21:59:59.999Z',
  );
  // un orologio tornato indietro non accorcia il termine
  expect(termine(presentata('2020-07-09T08:00:00Z', 0, '2020-07-11T08:00:00Z'), 15, '2020-07-01T08:00:00Z')).toBe(
    '2020-07-24T21:59:59.999Z',
  );
});

const istante = fc.date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2022-01-01T00:00:00Z'), noInvalidDate: true });
const pratica = fc.record({
  presentatoIl: istante,
  giorni: fc.integer({ min: 1, max: 120 }),
  fermo: fc.integer({ min: 0, max: 90 * 86_400 }),
});

test('termine − presentazione = giorni + fermo, fino alla fine di quel giorno a Roma; mai prima', () => {
  fc.assert(
    fc.property(pratica, ({ presentatoIl, giorni, fermo }) => {
      const t = termineVerifica({ presentatoIl, sospesoDal: null, sospesoSecondi: fermo }, giorni, presentatoIl);
      const durata = t.getTime() - presentatoIl.getTime() - giorni * GIORNO - fermo * 1000;
      expect(durata).toBeGreaterThanOrEqual(-ORA); // il giorno dell'ora legale ne ha 23
      expect(durata).toBeLessThan(GIORNO + ORA);
      expect(giornoDi(t)).toBe(piuGiorni(giornoDi(new Date(presentatoIl.getTime() + fermo * 1000)), giorni));
      expect(oraDi(t)).toBe('23:59');
      expect(oraDi(new Date(t.getTime() + 1))).toBe('00:00');
    }),
    { numRuns: 2000 },
  );
});

test('fermarsi di più non anticipa mai il termine, e chi è fermo adesso conta come chi lo è stato', () => {
  fc.assert(
    fc.property(pratica, fc.integer({ min: 0, max: 30 * 86_400 }), ({ presentatoIl, giorni, fermo }, altro) => {
      const r = { presentatoIl, sospesoDal: null, sospesoSecondi: fermo };
      const adesso = new Date(presentatoIl.getTime() + 40 * GIORNO);
      const poi = termineVerifica({ ...r, sospesoSecondi: fermo + altro }, giorni, adesso);
      expect(poi.getTime()).toBeGreaterThanOrEqual(termineVerifica(r, giorni, adesso).getTime());
      const inCorso = { ...r, sospesoDal: new Date(adesso.getTime() - altro * 1000) };
      expect(termineVerifica(inCorso, giorni, adesso)).toEqual(poi);
      expect(giorniUsati(inCorso, adesso)).toBe(giorniUsati({ ...r, sospesoSecondi: fermo + altro }, adesso));
    }),
  );
});

test('giorni usati più giorni che mancano fanno sempre i giorni previsti', () => {
  fc.assert(
    fc.property(pratica, fc.integer({ min: 0, max: 200 * 86_400 }), ({ presentatoIl, giorni, fermo }, dopo) => {
      const r = { presentatoIl, sospesoDal: null, sospesoSecondi: fermo };
      const adesso = new Date(presentatoIl.getTime() + (fermo + dopo) * 1000);
      const mancano = giorniTra(giornoDi(adesso), giornoDi(termineVerifica(r, giorni, adesso)));
      expect(giorniUsati(r, adesso) + mancano).toBe(giorni);
    }),
    { numRuns: 2000 },
  );
  expect(giorniUsati(presentata('2020-07-09T08:00:00Z'), new Date('2020-07-01T00:00:00Z'))).toBe(0);
});

test('un periodo si apre dal giorno dopo la sua fine', () => {
  expect(['2020-06-29', '2020-06-30', '2020-07-01'].map((oggi) => periodoApribile({ al: '2020-06-30' }, oggi))).toEqual([
    false,
    false,
    true,
  ]);
});

test('i giorni solari non sentono l’ora legale né i mesi corti', () => {
  expect(piuGiorni('2020-03-28', 2)).toBe('2020-03-30');
  expect(piuGiorni('2020-10-24', 2)).toBe('2020-10-26');
  expect(piuGiorni('2019-02-28', 1)).toBe('2019-03-01');
  fc.assert(
    fc.property(istante, fc.integer({ min: -1000, max: 1000 }), (da, giorni) => {
      const iso = giornoDi(da);
      expect(giorniTra(iso, piuGiorni(iso, giorni))).toBe(giorni);
    }),
  );
});
