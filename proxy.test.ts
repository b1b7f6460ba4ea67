import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from './proxy';

const MB = 1024 * 1024;
const carica = '/progetti/00000000-0000-4000-8000-000000000001/documenti/carica';
const stato = (percorso: string, byte: number) =>
  proxy(
    new NextRequest(`https://cantiere.example.it${percorso}`, {
      method: 'POST',
      headers: { 'content-length': String(byte), origin: 'https://cantiere.example.it', host: 'cantiere.example.it' },
    }),
  );

test.for([
  ['/progetti/x/scrivi/contesto', 4 * MB, 200],
  ['/progetti/x/scrivi/contesto', 5 * MB, 413],
  [carica, 5 * MB, 200],
  [carica, 10 * MB + 1000, 200],
  [carica, 11 * MB, 413],
  // solo quell'indirizzo, per intero
  [`${carica}/altro`, 5 * MB, 413],
  [`/altro${carica}`, 5 * MB, 413],
  ['/progetti/a/b/documenti/carica', 5 * MB, 413],
] as const)('%s con %d byte: %d', async ([percorso, byte, atteso]) => {
  expect(stato(percorso, byte).status).toBe(atteso);
});

test('ogni rifiuto dice il massimo che vale lì', async () => {
  expect(await stato(carica, 20 * MB).text()).toContain('al massimo 10 MB');
  expect(await stato('/compiti', 20 * MB).text()).toContain('al massimo 4 MB');
});

const conservazione = (percorso: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`https://cantiere.example.it${percorso}`, { headers })).headers.get('cache-control');

test.each(['/api/v1/progetti', '/dati-aperti/scarica/progetti.csv', '/novita.xml', '/sitemap.xml', '/robots.txt'])(
  '%s decide da sé quanto si conserva; chiesto con un cookie, nessuno lo conserva',
  (percorso) => {
    expect(conservazione(percorso)).toBeNull();
    expect(conservazione(percorso, { cookie: 'a=1' })).toBe('private, no-store');
  },
);

test.each(['/', '/progetti', '/api/v1', '/api/v11/progetti', '/dati-aperti', '/persone/novita.xml', '/altro/api/v1/progetti'])(
  '%s non si conserva mai',
  (percorso) => {
    expect(conservazione(percorso)).toBe('private, no-store');
  },
);
