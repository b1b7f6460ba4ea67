import { expect, test } from 'vitest';
import { durata, statoTermine } from './termine';

const MIN = 60_000;
test.for([
  [30_000, 'meno di un minuto'],
  [MIN, '1 minuto'],
  [61 * MIN, '1 ora e 1 minuto'],
  [2 * 60 * MIN, '2 ore'],
  [(3 * 24 + 4) * 60 * MIN + 59 * MIN, '3 giorni e 4 ore'],
  [24 * 60 * MIN, '1 giorno'],
] as const)('%d ms si dicono «%s»', ([ms, detto]) => {
  expect(durata(ms)).toBe(detto);
});

test('prima, durante e dopo: quando, e quanto manca', () => {
  const termine = { apre: '2026-11-01T08:00:00Z', chiude: '2026-11-20T11:00:00.999Z' };
  const a = (istante: string) => statoTermine(termine, new Date(istante));
  expect(a('2026-10-31T08:00:00Z')).toEqual({
    aperto: false,
    quando: 'Si presenta da domenica 1 novembre 2026 alle 09:00',
    manca: 'Mancano 1 giorno',
  });
  expect(a('2026-11-18T10:00:00Z')).toMatchObject({
    aperto: true,
    quando: 'Si presenta entro venerdì 20 novembre 2026 alle 12:00',
    manca: 'Restano 2 giorni e 1 ora',
  });
  expect(a('2026-11-20T11:00:00Z')).toMatchObject({ aperto: true, manca: 'Manca meno di un minuto' });
  expect(a('2026-11-20T11:00:01Z')).toEqual({
    aperto: false,
    quando: 'Il termine è scaduto venerdì 20 novembre 2026 alle 12:00',
    manca: '',
  });
  expect(statoTermine(undefined, new Date(0)).aperto).toBe(true);
  expect(statoTermine({ apre: '1970-01-01T00:00:00Z', chiude: null }, new Date(1)).manca).toBe('');
});
