import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { giorniDiScadenza, type PeriodoConDate, prossimeScadenze, statoPeriodo } from './stato';

const p: PeriodoConDate = { dal: '2020-03-01', al: '2020-04-30', scadenza: '2020-05-31', dovuto: true, presentatoIl: null };

describe('lo stato di un periodo viene dalle date', () => {
  it.each([
    ['2020-02-29', 'FUTURO'],
    ['2020-03-01', 'IN_CORSO'],
    ['2020-04-30', 'IN_CORSO'],
    ['2020-05-01', 'DA_PRESENTARE'],
    ['2020-05-23', 'DA_PRESENTARE'],
    ['2020-05-24', 'IN_SCADENZA'],
    ['2020-05-31', 'IN_SCADENZA'],
    ['2020-06-01', 'SCADUTO'],
  ])('il %s è %s', (oggi, stato) => expect(statoPeriodo(p, oggi, false)).toBe(stato));

  it('una sospensione ferma ciò che è dovuto, non ciò che è già presentato o non dovuto', () => {
    expect(statoPeriodo(p, '2020-06-10', true)).toBe('SOSPESO');
    expect(statoPeriodo({ ...p, presentatoIl: '2020-05-10T08:00:00Z' }, '2020-06-10', true)).toBe('PRESENTATO');
    expect(statoPeriodo({ ...p, dovuto: false }, '2020-06-10', true)).toBe('NON_DOVUTO');
  });

  it('in ritardo lo è solo un periodo scaduto, di almeno un giorno', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 400 }), fc.boolean(), (giorni, sospeso) => {
        const oggi = piuGiorni(p.al, giorni);
        expect(giorniDiScadenza(p, oggi, sospeso) > 0).toBe(statoPeriodo(p, oggi, sospeso) === 'SCADUTO');
      }),
    );
  });

  it('le prossime scadenze saltano ciò che è fatto, non dovuto o passato', () => {
    const altro = (scadenza: string, cambio: Partial<PeriodoConDate> = {}) => ({ ...p, scadenza, ...cambio });
    const elenco = [
      altro('2020-09-30'),
      altro('2020-07-31'),
      altro('2020-08-31', { dovuto: false }),
      altro('2020-05-31'),
      altro('2020-07-15', { presentatoIl: '2020-07-01T00:00:00Z' }),
    ];
    expect(prossimeScadenze(elenco, '2020-07-09', 5).map(({ scadenza }) => scadenza)).toEqual(['2020-07-31', '2020-09-30']);
  });
});
