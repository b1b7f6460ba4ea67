import { existsSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { portone } from './portone';

const MB = 1024 * 1024;
const carica = '/progetti/00000000-0000-4000-8000-000000000001/documenti/carica';

/** Bussa con una richiesta finta. @returns se entra, e le due facce con cui prosegue */
function bussa(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const richiesta = new IncomingMessage(new Socket());
  Object.assign(richiesta, { url, method, headers: { host: 'cantiere.example.it', ...headers } });
  const risposta = new ServerResponse(richiesta);
  let testo = '';
  risposta.end = ((pezzo: string) => {
    testo = pezzo;
    return risposta;
  }) as typeof risposta.end;
  const entra = portone(richiesta, risposta);
  return { entra, richiesta, risposta, stato: risposta.statusCode, testo };
}
const invia = (percorso: string, byte: number, headers: Record<string, string> = {}) =>
  bussa(percorso, { 'content-length': String(byte), origin: 'https://cantiere.example.it', ...headers }, 'POST');

test.for([
  ['/progetti/x/scrivi/contesto', 4 * MB, true],
  ['/progetti/x/scrivi/contesto', 5 * MB, false],
  [carica, 5 * MB, true],
  [carica, 10 * MB + 1000, true],
  [carica, 11 * MB, false],
  ['/persone/importa', 20 * MB, true],
  ['/persone/importa', 21 * MB, false],
  // solo quell'indirizzo, per intero
  [`${carica}/altro`, 5 * MB, false],
  [`/altro${carica}`, 5 * MB, false],
  ['/progetti/a/b/documenti/carica', 5 * MB, false],
] as const)('%s con %d byte: entra %s', ([percorso, byte, atteso]) => {
  const { entra, stato } = invia(percorso, byte);
  expect([entra, stato]).toEqual([atteso, atteso ? 200 : 413]);
});

test('ogni rifiuto dice il massimo che vale lì', () => {
  expect(invia(carica, 20 * MB).testo).toContain('al massimo 10 MB');
  expect(invia('/compiti', 20 * MB).testo).toContain('al massimo 4 MB');
  expect(invia('/persone/importa', 30 * MB).testo).toContain('al massimo 20 MB');
});

test('un corpo che non dice quanto è lungo non entra: nessun limite lo fermerebbe', () => {
  expect(bussa(carica, { 'transfer-encoding': 'chunked' }, 'POST')).toMatchObject({ entra: false, stato: 411 });
});

test.for([
  [{ origin: 'https://altrove.example' }, false],
  [{ origin: 'null' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{}, true],
] as const)('un modulo con %j: entra %s', ([headers, atteso]) => {
  const { entra, stato } = invia('/compiti', 10, headers);
  expect([entra, stato]).toEqual([atteso, atteso ? 200 : 403]);
});

const conservazione = (percorso: string, headers: Record<string, string> = {}) =>
  bussa(percorso, headers).risposta.getHeader('cache-control');

test.each(['/api/v1/progetti', '/dati-aperti/scarica/progetti.csv', '/novita.xml', '/sitemap.xml', '/robots.txt'])(
  '%s decide da sé quanto si conserva; chiesto con un cookie, nessuno lo conserva',
  (percorso) => {
    expect(conservazione(percorso)).toBeUndefined();
    expect(conservazione(percorso, { cookie: 'a=1' })).toBe('private, no-store');
  },
);

test.each([
  '/',
  '/progetti',
  '/progetti?q=x',
  '/api/v1',
  '/api/v11/progetti',
  '/dati-aperti',
  '/persone/novita.xml',
  '/altro/api/v1/progetti',
])('%s non si conserva mai', (percorso) => {
  expect(conservazione(percorso)).toBe('private, no-store');
});

test('la pagina chiede i suoi caratteri, che esistono; ciò che legge un programma no', () => {
  const righe = String(bussa('/progetti').risposta.getHeader('link'));
  const file = [...righe.matchAll(/<([^>]+)>; rel=preload; as=font; type="font\/woff2"; crossorigin/g)].map(([, url]) => url ?? '');
  expect(file).toHaveLength(2);
  for (const url of file) expect(existsSync(path.resolve(import.meta.dirname, `../../public${url}`)), url).toBe(true);
  expect(bussa('/api/v1/progetti').risposta.hasHeader('link')).toBe(false);
});

const ESCHE = { 'content-security-policy': "script-src 'nonce-falso'", 'x-percorso': '/altrove' };

test('la pagina riceve il nonce della risposta e il suo percorso, qualunque cosa dica chi chiede', () => {
  const { richiesta, risposta } = bussa('/progetti?q=a%20b?c', ESCHE);
  const criteri = String(risposta.getHeader('content-security-policy'));
  expect(criteri).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  expect(criteri).toMatch(/style-src 'self' 'nonce-[\w+/]{22}==';/);
  expect(criteri).toContain("frame-ancestors 'none'");
  expect(richiesta.headers['content-security-policy']).toBe(criteri);
  expect(richiesta.headers['x-percorso']).toBe('/progetti?q=a%20b?c');
  expect(bussa('/progetti').risposta.getHeader('content-security-policy')).not.toBe(criteri);
});

test.each(['/progetti', '/api/salute', '/_next/static/chunks/a.js', '/icona.svg'])(
  '%s porta le intestazioni che valgono per tutto',
  (percorso) => {
    expect(bussa(percorso).risposta.getHeaders()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  },
);

test.each([
  '/_next/static/chunks/a.js',
  '/_next/image',
  '/fonts/titillium.woff2',
  '/icone.svg',
  '/icona.svg',
  '/favicon.ico',
  '/anteprima.png',
])('%s non è una pagina: si conserva quanto dice Next', (percorso) => {
  const { entra, risposta } = bussa(percorso);
  expect([entra, risposta.hasHeader('cache-control'), risposta.hasHeader('content-security-policy')]).toEqual([true, false, false]);
});

test.for([
  ['https', true],
  ['https,http', true],
  ['http', false],
] as const)('con x-forwarded-proto %s: HTTPS d’ora in poi %s', ([proto, atteso]) => {
  const { risposta } = bussa('/', { 'x-forwarded-proto': proto });
  expect(risposta.hasHeader('strict-transport-security')).toBe(atteso);
  expect(String(risposta.getHeader('content-security-policy')).includes('upgrade-insecure-requests')).toBe(atteso);
});
