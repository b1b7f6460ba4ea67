import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { istanteDiRoma, oraDiRoma } from './termini';

/** L'ultima domenica di un mese (0-11), alla una di tempo universale: quando l'Unione cambia l'ora, dal 1996. */
const cambio = (anno: number, mese: number): number => {
  const ultimo = new Date(Date.UTC(anno, mese + 1, 0, 1));
  return ultimo.getTime() - ultimo.getUTCDay() * 86_400_000;
};
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
const anno = fc.integer({ min: 1996, max: 2037 });
const minuto = fc.integer({ min: 0, max: 59 });

describe('i termini nell’ora di Roma', () => {
  it('entro le 12:00 comprende tutto il primo secondo delle 12, e non un millesimo in più', () => {
    expect(istanteDiRoma('2020-09-30T12:00', 'chiude').toISOString()).toBe('2020-09-30T10:00:00.999Z');
    expect(istanteDiRoma('2018-01-31T12:00', 'chiude').toISOString()).toBe('2018-01-31T11:00:00.999Z');
    expect(istanteDiRoma('2020-06-01T09:00', 'apre').toISOString()).toBe('2020-06-01T07:00:00.000Z');
  });

  it('un’ora che non esiste vale il primo istante dopo il salto', () => {
    fc.assert(
      fc.property(anno, minuto, (a, m) => {
        const salto = cambio(a, 2);
        const giorno = iso(salto).slice(0, 10);
        const inesistente = `${giorno}T02:${String(m).padStart(2, '0')}`;
        expect(istanteDiRoma(inesistente, 'apre').getTime()).toBe(salto);
        expect(istanteDiRoma(inesistente, 'chiude').getTime()).toBe(salto + 999);
        expect(oraDiRoma(new Date(salto - 60_000))).toBe(`${giorno}T01:59`);
        expect(oraDiRoma(new Date(salto))).toBe(`${giorno}T03:00`);
        expect(istanteDiRoma(`${giorno}T01:59`, 'apre').getTime()).toBe(salto - 60_000);
        expect(istanteDiRoma(`${giorno}T03:00`, 'apre').getTime()).toBe(salto);
      }),
    );
  });

  it('un’ora che esiste due volte vale la seconda', () => {
    fc.assert(
      fc.property(anno, minuto, (a, m) => {
        const ritorno = cambio(a, 9);
        const ripetuta = `${iso(ritorno).slice(0, 10)}T02:${String(m).padStart(2, '0')}`;
        const prima = new Date(ritorno + (m - 60) * 60_000);
        const seconda = new Date(ritorno + m * 60_000);
        expect([oraDiRoma(prima), oraDiRoma(seconda)]).toEqual([ripetuta, ripetuta]);
        expect(istanteDiRoma(ripetuta, 'apre')).toEqual(seconda);
        expect(istanteDiRoma(ripetuta, 'chiude').getTime()).toBe(seconda.getTime() + 999);
      }),
    );
  });

  it('andata e ritorno: ogni istante torna alla sua ora, e le ore restano in ordine', () => {
    const istante = fc
      .integer({ min: Date.UTC(1996, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 })
      .map((m) => new Date(m * 60_000));
    fc.assert(
      fc.property(istante, (i) => {
        const tornato = istanteDiRoma(oraDiRoma(i), 'apre').getTime() - i.getTime();
        // un'ora di differenza solo nella prima delle due ore ripetute di ottobre
        expect([0, 3_600_000]).toContain(tornato);
        expect(oraDiRoma(new Date(i.getTime() + tornato))).toBe(oraDiRoma(i));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(istante, fc.integer({ min: 1, max: 4000 }), (i, minuti) => {
        const prima = oraDiRoma(i);
        const civileDopo = iso(Date.parse(`${prima}:00Z`) + minuti * 60_000);
        expect(istanteDiRoma(civileDopo, 'apre').getTime()).toBeGreaterThanOrEqual(istanteDiRoma(prima, 'apre').getTime());
      }),
    );
  });

  it('una data che non c’è nel calendario si rifiuta', () => {
    for (const sbagliata of ['2020-02-30T10:00', '2020-13-01T10:00', '2020-01-01T24:00', '2020-01-01T10:60', '2020-01-01', ''])
      expect(() => istanteDiRoma(sbagliata, 'apre')).toThrow(RangeError);
  });

  it('la mezzanotte è l’inizio del giorno', () => {
    expect(istanteDiRoma('2020-07-01T00:00', 'apre').toISOString()).toBe('2020-06-30T22:00:00.000Z');
    expect(oraDiRoma(new Date('2020-06-30T22:00:00Z'))).toBe('2020-07-01T00:00');
  });
});
