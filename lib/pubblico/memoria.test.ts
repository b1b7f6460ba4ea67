import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chiaveDi, creaMemoria, type Memoria } from './memoria';

let memoria: Memoria;
let server: Server;
let adesso: number;
let scritte: number;
let richieste: number;
/** Che cosa fa il portale dietro la memoria mentre scrive. */
let intanto: () => void;
let stato: number;
let altre: Record<string, string>;
let senzaNonce: boolean;
/** Se c'è, chi scrive la pagina aspetta questa promessa. */
let attesa: Promise<void> | undefined;
const ORIGINE = 'AAAAAAAAAAAAAAAAAAAAAA==';

beforeEach(async () => {
  memoria = creaMemoria();
  memoria.attiva(true);
  [adesso, scritte, stato, altre, intanto, attesa] = [0, 0, 200, {}, () => undefined, undefined];
  [richieste, senzaNonce] = [0, false];
  server = createServer((richiesta, risposta) => {
    richieste += 1;
    void memoria.servi(
      richiesta,
      risposta,
      async () => {
        const questa = ++scritte;
        intanto();
        await attesa;
        for (const [nome, valore] of Object.entries(altre)) risposta.setHeader(nome, valore);
        risposta.setHeader('Content-Security-Policy', `script-src 'nonce-${ORIGINE}'`);
        risposta.statusCode = stato;
        if (senzaNonce) return void risposta.end('dati');
        risposta.write(`<p>${questa} 👩🏽‍🔧</p><script nonce="${ORIGINE}">1</scr`);
        risposta.end(Buffer.from(`ipt><script nonce="${ORIGINE}">2</script>`));
      },
      adesso,
    );
  });
  await new Promise<void>((fatto) => server.listen(0, '127.0.0.1', fatto));
});
afterEach(() => new Promise((fatto) => server.close(fatto)));

const chiedi = (percorso: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ stato: number | undefined; headers: IncomingHttpHeaders; testo: string }>((fatto, rifiuta) => {
    const porta = (server.address() as AddressInfo).port;
    request({ host: '127.0.0.1', port: porta, path: percorso, method, headers, agent: false }, (risposta) => {
      let testo = '';
      risposta.setEncoding('utf8').on('data', (pezzo) => (testo += pezzo));
      risposta.on('end', () => fatto({ stato: risposta.statusCode, headers: risposta.headers, testo }));
    })
      .on('error', rifiuta)
      .end();
  });
const nonceDi = (criteri: unknown) => /'nonce-([^']+)'/.exec(String(criteri))?.[1];

test('la seconda risposta è quella conservata, con un nonce suo in ogni punto', async () => {
  await chiedi('/');
  const [una, altra] = [await chiedi('/'), await chiedi('/')];
  expect(scritte).toBe(1);
  const nonce = [una, altra].map(({ headers }) => nonceDi(headers['content-security-policy']));
  expect(new Set([ORIGINE, ...nonce]).size).toBe(3);
  expect(una.testo).toBe(`<p>1 👩🏽‍🔧</p><script nonce="${nonce[0]}">1</script><script nonce="${nonce[0]}">2</script>`);
  expect(Number(una.headers['content-length'])).toBe(Buffer.byteLength(una.testo));
});

test('quando qualcosa di pubblico cambia si riscrive, e anche dopo un minuto', async () => {
  await chiedi('/');
  memoria.svuota();
  await chiedi('/');
  adesso = 59_999;
  await chiedi('/');
  expect(scritte).toBe(2);
  adesso = 60_000;
  await chiedi('/');
  expect(scritte).toBe(3);
});

test('una pagina cambiata mentre si scriveva non si conserva', async () => {
  intanto = () => {
    if (scritte === 1) memoria.svuota();
  };
  await chiedi('/');
  await chiedi('/');
  await chiedi('/');
  expect(scritte).toBe(2);
});

test('dieci insieme la fanno scrivere una volta, e la leggono tutti', async () => {
  let libera: () => void = () => undefined;
  attesa = new Promise((fatto) => (libera = fatto));
  const prima = chiedi('/');
  await expect.poll(() => scritte).toBe(1);
  const altri = Promise.all(Array.from({ length: 9 }, () => chiedi('/')));
  await expect.poll(() => richieste).toBe(10);
  libera();
  const risposte = [await prima, ...(await altri)];
  expect(scritte).toBe(1);
  expect(new Set(risposte.map(({ headers }) => nonceDi(headers['content-security-policy']))).size).toBe(10);
  expect(risposte.every(({ testo }) => testo.startsWith('<p>1 '))).toBe(true);
});

test('chi arriva dopo un cambiamento non aspetta la pagina di prima', async () => {
  let libera: () => void = () => undefined;
  attesa = new Promise((fatto) => (libera = fatto));
  const vecchia = chiedi('/');
  await expect.poll(() => scritte).toBe(1);
  memoria.svuota();
  attesa = undefined;
  expect((await chiedi('/')).testo).toContain('<p>2 ');
  libera();
  await vecchia;
  expect((await chiedi('/')).testo).toContain('<p>2 ');
});

test('senza nessuno che annunci i cambiamenti non si conserva nulla, e ciò che c’era si butta', async () => {
  await chiedi('/');
  memoria.attiva(false);
  await chiedi('/');
  await chiedi('/');
  memoria.attiva(true);
  await chiedi('/');
  expect(scritte).toBe(4);
});

test.each([
  ['con un cookie', '/', { cookie: 'a=1' }],
  ['con una parola d’accesso', '/', { authorization: 'Basic x' }],
  ['i dati di React', '/', { rsc: '1' }],
  ['l’anticipo di React', '/', { 'next-router-prefetch': '1' }],
  ['il salto del proxy', '/', { 'x-middleware-subrequest': 'proxy' }],
  ['un pezzo', '/', { range: 'bytes=0-1' }],
  ['una pagina di lavoro', '/progetti', {}],
  ['l’accesso', '/accesso', {}],
  ['un modulo', '/avvisi/00000000-0000-4000-8000-000000000001/candidatura', {}],
  ['un segreto', '/avvisi/conferma/segreto', {}],
  ['una domanda dove non si legge', '/?x=1', {}],
  ['un percorso che risale', '/dati-aperti/scarica/../../progetti', {}],
])('%s non si conserva', async (_, percorso, headers) => {
  await chiedi(percorso, headers as Record<string, string>);
  await chiedi(percorso, headers as Record<string, string>);
  expect(scritte).toBe(2);
});

test('chi ha un cookie non riceve la pagina conservata, né la lascia agli altri', async () => {
  await chiedi('/', { cookie: 'a=1' });
  await chiedi('/');
  await chiedi('/', { cookie: 'a=1' });
  expect(scritte).toBe(3);
});

test.each([404, 429, 500])('un esito %d non si conserva', async (esito) => {
  stato = esito;
  await chiedi('/progetti-approvati/x');
  stato = 200;
  expect((await chiedi('/progetti-approvati/x')).stato).toBe(200);
  expect(scritte).toBe(2);
});

test('una risposta che dà un cookie non si conserva', async () => {
  altre = { 'Set-Cookie': 'a=1' };
  await chiedi('/');
  await chiedi('/');
  expect(scritte).toBe(2);
});

test('http e https si conservano separati, e la domanda conta dove si legge', () => {
  const di = (url: string, proto?: string) => chiaveDi({ method: 'GET', url, headers: proto ? { 'x-forwarded-proto': proto } : {} });
  expect(di('/', 'https')).not.toBe(di('/'));
  expect(di('/api/v1/progetti?dopo=a')).not.toBe(di('/api/v1/progetti?dopo=b'));
  expect(di('/progetti-approvati?stato=AVVIATO')).not.toBeNull();
  expect(chiaveDi({ method: 'POST', url: '/', headers: {} })).toBeNull();
  expect(di(`/progetti-approvati?q=${'a'.repeat(600)}`)).toBeNull();
});

test('una pagina col nonce non risponde mai 304: il nonce conservato dal browser sarebbe un altro', async () => {
  altre = { ETag: '"x"' };
  await chiedi('/');
  expect((await chiedi('/', { 'if-none-match': '"x"' })).stato).toBe(200);
});

test.each(['"x"', 'W/"x"', '"y", "x"', '*'])('una risposta senza nonce già nota (%s) è un 304, senza corpo', async (quale) => {
  altre = { ETag: '"x"' };
  senzaNonce = true;
  await chiedi('/novita.xml');
  expect(await chiedi('/novita.xml', { 'if-none-match': quale })).toMatchObject({ stato: 304, testo: '', headers: { etag: '"x"' } });
  expect((await chiedi('/novita.xml', { 'if-none-match': '"y"' })).stato).toBe(200);
  expect(scritte).toBe(1);
});
