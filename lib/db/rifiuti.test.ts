import { expect, test } from 'vitest';
import { isDomainError } from '@/lib/errors/domainError';
import { rifiutoDelDatabase, sqlstateDi } from './rifiuti';

/** Le forme in cui Prisma annida il codice di PostgreSQL: query tipizzata, query grezza, adattatore, errore di pg. */
const FORME = (codice: string): [string, unknown][] => [
  ['errore di pg', { code: codice }],
  ['query grezza', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: codice } } } }],
  ['query tipizzata', { code: 'P2004', cause: { originalCode: codice } }],
  ['adattatore', { name: 'DriverAdapterError', cause: { originalCode: codice, kind: 'postgres' } }],
];

test.for([
  ['CT001', 'stato.transizioneNonAmmessa'],
  ['42501', 'accesso.scritturaNonConsentita'],
  ['40001', 'database.riprova'],
  ['40P01', 'database.riprova'],
] as const)('%s è un rifiuto previsto: %s, con una frase intera', ([codice, atteso]) => {
  for (const [forma, errore] of FORME(codice)) {
    const rifiuto = rifiutoDelDatabase(errore);
    expect(isDomainError(rifiuto), forma).toBe(true);
    expect(rifiuto, forma).toMatchObject({ code: atteso, message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
  }
});

test('ogni altro errore resta quello che è: non si nasconde un guasto', () => {
  for (const errore of [
    new Error('guasto'),
    { code: '23505' },
    { code: 'P2002' },
    { code: 'P0001' },
    { code: 'ECONNREFUSED' },
    null,
    'testo',
  ])
    expect(rifiutoDelDatabase(errore)).toBe(errore);
});

test('un errore che contiene sé stesso non blocca la ricerca', () => {
  const errore: Record<string, unknown> = { message: 'giro' };
  errore.cause = errore;
  expect(sqlstateDi(errore)).toBeUndefined();
});
