import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Criterio } from '@/lib/bandi/configurazione';
import { consolida, proposte } from './consolidamento';
import {
  divisoMetaSu,
  fuoriGriglia,
  inPunti,
  mancanze,
  motivazioneDovuta,
  totaleConsolidato,
  totaleMassimo,
  totaleScheda,
} from './punteggio';
import type { Punteggi } from './schema';

const criterio = (chiave: string, cambio: Partial<Criterio> = {}): Criterio => ({
  chiave,
  titolo: `Criterio ${chiave}`,
  aiuto: '',
  visibilita: 'ENTRAMBI',
  massimo: 10,
  soglia: 0,
  pesoCentesimi: 100,
  ...cambio,
});

const unCriterio = fc
  .record({
    massimo: fc.integer({ min: 1, max: 1000 }),
    pesoCentesimi: fc.integer({ min: 1, max: 1000 }),
    quota: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ massimo, pesoCentesimi, quota }) => ({ massimo, pesoCentesimi, soglia: Math.floor(massimo * quota) }));
const unaGriglia = fc.array(unCriterio, { minLength: 1, maxLength: 12 }).map((voci) => voci.map((v, i) => criterio(`c${i}`, v)));
const conSchede = unaGriglia.chain((griglia) =>
  fc
    .array(fc.tuple(...griglia.map(({ massimo }) => fc.integer({ min: 0, max: massimo }))), { minLength: 2, maxLength: 7 })
    .map((righe) => ({
      griglia,
      schede: righe.map(
        (riga): Punteggi => Object.fromEntries(griglia.map((c, i) => [c.chiave, { punti: riga[i] ?? 0, motivazione: '' }])),
      ),
    })),
);

test('il totale pesa ogni criterio: 8 × 1,00 + 5 × 1,50 = 15,50', () => {
  const griglia = [criterio('a'), criterio('b', { pesoCentesimi: 150 })];
  const scheda = { a: { punti: 8, motivazione: '' }, b: { punti: 5, motivazione: '' } };
  expect(inPunti(totaleScheda(griglia, scheda))).toBe('15,50');
  expect(inPunti(totaleMassimo(griglia))).toBe('25,00');
  expect(totaleScheda(griglia, { a: { punti: null, motivazione: '' } })).toBe(0);
});

test('ogni totale sta tra zero e il massimo, e cresce con i punti', () => {
  fc.assert(
    fc.property(conSchede, ({ griglia, schede }) => {
      for (const scheda of schede) {
        const totale = totaleScheda(griglia, scheda);
        expect(totale).toBeGreaterThanOrEqual(0);
        expect(totale).toBeLessThanOrEqual(totaleMassimo(griglia));
      }
    }),
  );
});

test('la media è arrotondata una volta alla metà superiore: tra il minimo e il massimo, mai lontana mezzo centesimo dal vero', () => {
  fc.assert(
    fc.property(conSchede, ({ griglia, schede }) => {
      for (const { punti, proposto } of proposte(griglia, schede, { scartoSegnalatoPercento: 25 })) {
        const vera = (punti.reduce((a, b) => a + b, 0) * 100) / punti.length;
        expect(Math.abs(proposto - vera)).toBeLessThanOrEqual(0.5);
        expect(proposto).toBeGreaterThanOrEqual(Math.min(...punti) * 100);
        expect(proposto).toBeLessThanOrEqual(Math.max(...punti) * 100);
      }
    }),
  );
  expect(divisoMetaSu(5, 2)).toBe(3);
  expect(divisoMetaSu(700, 3)).toBe(233);
});

test('con lo stesso punteggio da tutti il consolidato è quello, al centesimo', () => {
  fc.assert(
    fc.property(conSchede, ({ griglia, schede }) => {
      const [una = {}] = schede;
      const voci = proposte(griglia, [una, una, una], { scartoSegnalatoPercento: 1 });
      const { consolidati, errori } = consolida(voci, {});
      expect(errori).toEqual([]);
      expect(totaleConsolidato(griglia, consolidati)).toBe(totaleScheda(griglia, una));
      expect(voci.some(({ segnalato }) => segnalato)).toBe(false);
    }),
  );
});

test('lo scarto si segnala dalla quota del massimo in su', () => {
  const schede = (a: number, b: number): Punteggi[] => [{ a: { punti: a, motivazione: '' } }, { a: { punti: b, motivazione: '' } }];
  const segnalato = (a: number, b: number) =>
    proposte([criterio('a', { massimo: 20 })], schede(a, b), { scartoSegnalatoPercento: 25 })[0]?.segnalato;
  expect([segnalato(10, 14), segnalato(10, 15), segnalato(20, 3)]).toEqual([false, true, true]);
});

test.for([
  [0, true],
  [1, true],
  [5, true],
  [6, false],
  [17, false],
  [18, true],
  [20, true],
  [null, false],
] as [number | null, boolean][])('con massimo 20 e soglia 6, %j si motiva: %j', ([punti, atteso]) => {
  expect(motivazioneDovuta({ massimo: 20, soglia: 6 }, punti)).toBe(atteso);
});

test('per concludere servono tutti i criteri, dentro la griglia e con le motivazioni dovute', () => {
  const griglia = [criterio('a'), criterio('b'), criterio('c', { soglia: 6 })];
  expect(mancanze(griglia, { a: { punti: 9, motivazione: '' }, c: { punti: 5, motivazione: 'Poche azioni' } })).toEqual([
    { campo: 'motivazione.a', messaggio: 'Un punteggio del 90% o più del massimo va motivato.' },
    { campo: 'punti.b', messaggio: 'Dai i punti a «Criterio b».' },
  ]);
  expect(fuoriGriglia(griglia, { a: { punti: 11, motivazione: '' }, z: { punti: 1, motivazione: '' } }).map(({ campo }) => campo)).toEqual([
    'punti.a',
    'punti.z',
  ]);
});

test('chi presiede cambia un punteggio solo dicendo perché, e mai oltre il massimo', () => {
  const griglia = [criterio('a'), criterio('b')];
  const scheda = (a: number, b: number): Punteggi => ({ a: { punti: a, motivazione: '' }, b: { punti: b, motivazione: '' } });
  const voci = proposte(griglia, [scheda(7, 4), scheda(8, 4), scheda(8, 5)], { scartoSegnalatoPercento: 25 });
  expect(voci.map(({ proposto }) => proposto)).toEqual([767, 433]);
  const { errori } = consolida(voci, {
    a: { centesimi: 1001, motivazione: 'x' },
    b: { centesimi: 500, motivazione: '' },
    z: { centesimi: 1, motivazione: '' },
  });
  expect(errori.map(({ campo }) => campo)).toEqual(['punti.z', 'punti.a', 'motivazione.b']);
  const { consolidati } = consolida(voci, { b: { centesimi: 500, motivazione: 'Discusso in seduta' } });
  expect(consolidati).toEqual({
    a: { proposto: 767, centesimi: 767, motivazione: '' },
    b: { proposto: 433, centesimi: 500, motivazione: 'Discusso in seduta' },
  });
});
