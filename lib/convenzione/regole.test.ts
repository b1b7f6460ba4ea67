import { describe, expect, it } from 'vitest';
import { Attuazione } from '@/lib/bandi/configurazione';
import { anteprimaAvvio } from './anteprima';
import { type Convenzione, datiMancanti, ostacoliAllAvvio } from './regole';
import { DatiConvenzione } from './schema';

const VUOTA: Convenzione = { cup: null, iban: null, intestatario: null, referente: null, email: null, telefono: null, sede: null };
const piena = { cup: 'C', iban: 'I', intestatario: 'x', referente: 'x', email: 'x', telefono: 'x', sede: 'x' };
const pronto = { convenzione: piena, assegnato: 100n, inPiano: 100n, cupAltrove: null };

describe('che cosa impedisce l’avvio', () => {
  it('niente, se c’è tutto', () => expect(ostacoliAllAvvio(pronto)).toEqual([]));
  it('ogni dato che manca ha il suo nome', () => {
    expect(datiMancanti(VUOTA)).toHaveLength(7);
    expect(ostacoliAllAvvio({ ...pronto, convenzione: { ...piena, sede: null } })).toEqual([
      'L’ente capofila non ha ancora scritto questo dato: sede.',
    ]);
  });
  it('le ragioni si dicono tutte insieme', () =>
    expect(ostacoliAllAvvio({ convenzione: VUOTA, assegnato: 99n, inPiano: 100n, cupAltrove: 'P9' })).toHaveLength(3));
  it('un contributo mai assegnato non è zero', () => expect(ostacoliAllAvvio({ ...pronto, assegnato: null })[0]).toMatch(/assegnato/));
});

describe('i dati si leggono come si scrivono', () => {
  const modulo = { progettoId: '00000000-0000-4000-8000-000000000001', rev: '0' };
  const errori = (campi: Record<string, string>) =>
    Object.keys(DatiConvenzione.safeParse({ ...modulo, ...campi }).error?.flatten().fieldErrors ?? {});
  it('vuoto è vuoto, e si può salvare a metà', () =>
    expect(DatiConvenzione.parse({ ...modulo, cup: '  ', sede: ' ' })).toMatchObject({ cup: null, sede: null }));
  it('i codici si puliscono, quelli storti si rifiutano sul loro campo', () => {
    expect(DatiConvenzione.parse({ ...modulo, cup: 'c11g 0600 0000 001' }).cup).toBe('C11G06000000001');
    expect(errori({ cup: 'X', iban: 'IT00', email: 'ufficio', telefono: 'chiamare Anna', intestatario: 'x'.repeat(201) }).sort()).toEqual([
      ...['cup', 'email', 'iban', 'intestatario', 'telefono'],
    ]);
  });
});

describe('l’anteprima dei periodi', () => {
  const regola = Attuazione.parse({});
  it('senza date: da oggi, per i mesi del bando', () => {
    const { date, periodi } = anteprimaAvvio({}, regola, '2020-07-09');
    expect(date).toEqual({ inizio: '2020-07-09', fine: '2022-01-08' });
    expect(periodi).toHaveLength(10);
  });
  it('una data storta non calcola niente e dice quale', () => {
    expect(anteprimaAvvio({ inizio: '31/02/2020' }, regola, '2020-07-09')).toMatchObject({
      date: null,
      periodi: [],
      errori: { inizio: expect.any(String) },
    });
    expect(anteprimaAvvio({ inizio: '01/01/2020', fine: '01/01/2020' }, regola, '2020-07-09').errori.fine).toMatch(/dopo/);
    expect(anteprimaAvvio({ inizio: '01/01/2020', fine: '01/01/2199' }, regola, '2020-07-09').errori.fine).toMatch(/dieci anni/);
  });
});
