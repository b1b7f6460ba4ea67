import { describe, expect, it } from 'vitest';
import { type PassoPubblicato, passoAperto, statoBando } from './stato';

const idea: PassoPubblicato = { fase: 'IDEA', apre: '2020-06-01T07:00:00.000Z', chiude: '2020-09-30T10:00:00.999Z' };
const progetto: PassoPubblicato = { fase: 'PROGETTO', apre: '2020-11-01T08:00:00.000Z', chiude: null };
const il = (istante: string) => new Date(istante);

describe('a che punto è un bando', () => {
  it('gli estremi di un passo sono compresi, al millesimo', () => {
    expect(passoAperto(idea, il('2020-06-01T07:00:00.000Z'))).toBe(true);
    expect(passoAperto(idea, il('2020-06-01T06:59:59.999Z'))).toBe(false);
    expect(passoAperto(idea, il('2020-09-30T10:00:00.999Z'))).toBe(true);
    expect(passoAperto(idea, il('2020-09-30T10:00:01.000Z'))).toBe(false);
  });

  it.each([
    ['BOZZA', null, '2020-07-09T08:30:00Z'],
    ['PROGRAMMATO', 1, '2020-05-01T00:00:00Z'],
    ['APERTO', 1, '2020-07-09T08:30:00Z'],
    ['IN_ATTESA', 1, '2020-10-15T00:00:00Z'],
    ['APERTO', 2, '2030-01-01T00:00:00Z'],
  ] as const)('%s con versione %s il %s', (stato, versione, quando) =>
    expect(statoBando({ versione, passi: [idea, progetto] }, il(quando))).toBe(stato),
  );

  it('è chiuso quando ogni passo ha chiuso', () =>
    expect(statoBando({ versione: 1, passi: [idea] }, il('2021-01-01T00:00:00Z'))).toBe('CHIUSO'));
});
