import { afterEach, expect, test, vi } from 'vitest';
import { analizzaEnv } from '@/lib/env';
import { RUOLI, type RuoloDatabase } from '@/prisma/migra';
import { variabiliServer } from './ambiente';

const url = Object.fromEntries(RUOLI.map((ruolo) => [ruolo, `postgresql://${ruolo}:x@127.0.0.1:5432/cantiere`])) as Record<
  RuoloDatabase,
  string
>;
const ambiente = { modo: 'incorporato' as const, demo: true, url, segreto: 's'.repeat(32) };
afterEach(() => vi.unstubAllEnvs());

test('il server web non riceve le chiavi del proprietario né l’accesso di sistema', () => {
  for (const nome of ['DATABASE_URL', 'DATABASE_URL_SISTEMA', 'CANTIERE_SEGRETO', 'TEST_DATABASE_URL'])
    vi.stubEnv(nome, 'postgresql://cantiere:parola@x/y');
  const variabili = variabiliServer(ambiente, 'http://localhost:3000');
  expect(Object.values(variabili).filter((valore) => valore?.includes('parola') || valore?.includes('app_sistema'))).toEqual([]);
});

test('le chiavi delle identità arrivano al server', () => {
  vi.stubEnv('CANTIERE_FILE_CHIAVI', '/dati/chiavi.json');
  expect(variabiliServer(ambiente, 'http://localhost:3000').CANTIERE_FILE_CHIAVI).toBe('/dati/chiavi.json');
});

test('le variabili preparate bastano al server', () => {
  for (const nome of ['NEXTAUTH_SECRET', 'NEXTAUTH_URL']) vi.stubEnv(nome, undefined);
  const env = analizzaEnv(variabiliServer(ambiente, 'http://localhost:3000'));
  expect(env).toMatchObject({
    DATABASE_URL_ENTE: url.app_ente,
    CANTIERE_DEMO: true,
    CANTIERE_MODO: 'incorporato',
    NEXTAUTH_URL: 'http://localhost:3000',
  });
  expect(env.NEXTAUTH_SECRET).toHaveLength(64);
});

test('una variabile mancante o sbagliata è detta per nome, senza il valore', () => {
  const sbagliate = { ...variabiliServer(ambiente, 'http://localhost:3000'), DATABASE_URL_ENTE: undefined, NEXTAUTH_SECRET: 'corta' };
  expect(() => analizzaEnv(sbagliate)).toThrow(/DATABASE_URL_ENTE: manca\n- NEXTAUTH_SECRET: deve avere almeno 32 caratteri$/);
  expect(() => analizzaEnv(sbagliate)).not.toThrow(/corta/);
});
