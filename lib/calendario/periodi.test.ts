import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Attuazione, REGOLE_CALENDARIO } from '@/lib/bandi/configurazione';
import { domani, fineDopoMesi, giorniDelMese, ieri, piuMesi } from './date';
import { generaPeriodi, type Periodo, spostaFine } from './periodi';

const giorno = fc
  .record({ anno: fc.integer({ min: 1990, max: 2100 }), mese: fc.integer({ min: 1, max: 12 }), giorno: fc.integer({ min: 1, max: 31 }) })
  .map(
    ({ anno, mese, giorno: g }) =>
      `${anno}-${String(mese).padStart(2, '0')}-${String(Math.min(g, giorniDelMese(anno, mese))).padStart(2, '0')}`,
  );
const durata = fc.integer({ min: 0, max: 1500 });
const piu = (iso: string, giorni: number): string => new Date(Date.parse(iso) + giorni * 86_400_000).toISOString().slice(0, 10);
const regola = fc
  .record({
    calendario: fc.constantFrom(...REGOLE_CALENDARIO),
    dallAvvio: fc.boolean(),
    date: fc.array(giorno, { maxLength: 20 }),
    giorniConsegna: fc.integer({ min: 1, max: 365 }),
  })
  .map((r) => Attuazione.parse(r));

const copre = (periodi: readonly Periodo[], dal: string, al: string) => {
  expect(periodi[0]?.dal).toBe(dal);
  expect(periodi.at(-1)?.al).toBe(al);
  for (const [i, p] of periodi.entries()) {
    expect(p.dal <= p.al).toBe(true);
    if (i > 0) expect(p.dal).toBe(domani(periodi[i - 1]?.al ?? ''));
    expect(p.numero).toBe(i + 1);
  }
};

describe('date del calendario', () => {
  it('il mese che non ha il giorno vale fino alla sua fine', () => {
    expect(piuMesi('2021-01-31', 1)).toBe('2021-02-28');
    expect(piuMesi('2020-01-31', 1)).toBe('2020-02-29');
    expect(piuMesi('2020-02-29', 12)).toBe('2021-02-28');
    expect(piuMesi('2000-12-31', 2)).toBe('2001-02-28');
    expect(piuMesi('2020-03-31', -1)).toBe('2020-02-29');
  });
  it('proroghe in fila contano ciascuna dalla fine concessa prima', () => {
    expect(piuMesi(piuMesi('2021-01-31', 1), 1)).toBe('2021-03-28');
    fc.assert(
      fc.property(giorno, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (d, n, m) => {
        const inFila = piuMesi(piuMesi(d, n), m);
        const insieme = piuMesi(d, n + m);
        // lo stesso mese, e mai un giorno dopo: il taglio di una proroga resta in quelle che seguono
        expect(inFila.slice(0, 7)).toBe(insieme.slice(0, 7));
        expect(inFila <= insieme).toBe(true);
        if (Number(d.slice(8)) <= 28) expect(inFila).toBe(insieme);
      }),
    );
  });
  it('ieri e domani sono quelli del calendario, anche all’ora legale', () => {
    fc.assert(
      fc.property(giorno, (d) => {
        expect(domani(d)).toBe(piu(d, 1));
        expect(ieri(d)).toBe(piu(d, -1));
      }),
    );
  });
  it('diciotto mesi dal primo gennaio finiscono a giugno dell’anno dopo', () => {
    expect(fineDopoMesi('2020-01-01', 18)).toBe('2021-06-30');
    expect(fineDopoMesi('2019-08-31', 6)).toBe('2020-02-29');
    expect(fineDopoMesi('2019-12-15', 2)).toBe('2020-02-14');
  });
});

describe('periodi', () => {
  it('coprono il progetto senza buchi ne sovrapposizioni, con qualunque regola', () => {
    fc.assert(
      fc.property(giorno, durata, regola, (dal, giorni, r) => {
        const al = piu(dal, giorni);
        const periodi = generaPeriodi({ dal, al, regola: r });
        copre(periodi, dal, al);
        for (const p of periodi) expect(p.scadenza).toBe(piu(p.al, r.giorniConsegna));
      }),
    );
  });
  it('bimestri solari: il primo e l’ultimo sono parziali', () => {
    const r = Attuazione.parse({});
    expect(generaPeriodi({ dal: '2019-12-10', al: '2020-05-15', regola: r }).map((p) => [p.dal, p.al])).toEqual([
      ['2019-12-10', '2019-12-31'],
      ['2020-01-01', '2020-02-29'],
      ['2020-03-01', '2020-04-30'],
      ['2020-05-01', '2020-05-15'],
    ]);
  });
  it('dall’avvio: il 31 non scivola sui mesi che seguono febbraio', () => {
    const r = Attuazione.parse({ calendario: 'MENSILE', dallAvvio: true });
    expect(generaPeriodi({ dal: '2020-12-31', al: '2021-04-29', regola: r }).map((p) => [p.dal, p.al])).toEqual([
      ['2020-12-31', '2021-01-30'],
      ['2021-01-31', '2021-02-27'],
      ['2021-02-28', '2021-03-30'],
      ['2021-03-31', '2021-04-29'],
    ]);
  });
  it('spostare la fine tocca solo i periodi aperti, e rifarlo non cambia piu nulla', () => {
    fc.assert(
      fc.property(
        giorno,
        durata,
        fc.integer({ min: 0, max: 2500 }),
        fc.integer({ min: 0, max: 20 }),
        regola,
        (dal, giorni, nuovi, fermi, r) => {
          const scritti = generaPeriodi({ dal, al: piu(dal, giorni), regola: r }).map((p, i) => ({ ...p, fermo: i < fermi }));
          const fine = piu(dal, nuovi);
          const dopo = spostaFine(scritti, fine, r);
          const ultimoFermo = scritti.filter((p) => p.fermo).at(-1)?.al ?? '';
          copre(dopo, dal, [ultimoFermo, fine].sort().at(-1) ?? fine);
          expect(dopo.filter((p) => 'fermo' in p && p.fermo)).toEqual(scritti.filter((p) => p.fermo));
          const ancora = spostaFine(
            dopo.map((p) => ({ fermo: false, ...p })),
            fine,
            r,
          );
          expect(ancora.map(({ numero, dal: d, al, scadenza }) => ({ numero, dal: d, al, scadenza }))).toEqual(
            dopo.map(({ numero, dal: d, al, scadenza }) => ({ numero, dal: d, al, scadenza })),
          );
          // nessuno ancora fermo: è come se il progetto fosse nato con quella fine
          if (fermi === 0)
            expect(dopo.map((p) => [p.dal, p.al])).toEqual(generaPeriodi({ dal, al: fine, regola: r }).map((p) => [p.dal, p.al]));
        },
      ),
    );
  });
});
