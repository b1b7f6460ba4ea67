import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const DATABASE = 'postgresql://nessuno@localhost/nessuno';
const SEGRETO = 'a'.repeat(43);

beforeEach(() => {
  vi.resetModules();
  for (const nome of ['ENTE', 'REGIONE', 'RICERCA', 'PUBBLICO', 'ACCESSO']) vi.stubEnv(`DATABASE_URL_${nome}`, DATABASE);
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(32));
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  vi.stubEnv('CANTIERE_MODO', 'incorporato');
});
afterEach(() => vi.unstubAllEnvs());

test('con https il cookie è __Host-, Secure e HttpOnly', async () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://cantiere.example.it');
  const { cookieSessione, cookieDispositivo } = await import('./cookieSessione');
  const opzioni = { httpOnly: true, sameSite: 'lax', path: '/', secure: true };
  expect(cookieSessione()).toEqual({ name: '__Host-cantiere.sessione', options: opzioni });
  expect(cookieDispositivo()).toMatchObject({ name: '__Host-cantiere.dispositivo', options: opzioni });
});

test('senza https il nome è semplice, ma resta HttpOnly', async () => {
  const { cookieSessione } = await import('./cookieSessione');
  expect(cookieSessione()).toMatchObject({ name: 'cantiere.sessione', options: { httpOnly: true, secure: false } });
});

test('il cookie restituisce il segreto, e non lo mostra', async () => {
  const { scriviJwt, leggiJwt } = await import('./cookieSessione');
  const jwt = await scriviJwt(SEGRETO);
  expect(jwt).not.toContain(SEGRETO);
  expect(await leggiJwt(jwt)).toBe(SEGRETO);
});

test('un cookie falso, alterato, scaduto o con altro dentro vale quanto nessun cookie', async () => {
  const { scriviJwt, leggiJwt } = await import('./cookieSessione');
  const jwt = await scriviJwt(SEGRETO);
  const nostro = 's'.repeat(32);
  const casi = [
    undefined,
    '',
    'x.y.z',
    `${jwt.slice(0, -4)}AAAA`,
    await encode({ token: { segreto: SEGRETO }, secret: 'un altro segreto di trentadue caratteri' }),
    await encode({ token: { segreto: SEGRETO }, secret: nostro, maxAge: -60 }),
    await encode({ token: { segreto: 'corto' }, secret: nostro }),
    await encode({ token: { sub: SEGRETO }, secret: nostro }),
  ];
  expect(await Promise.all(casi.map(leggiJwt))).toEqual(casi.map(() => null));
});
