import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { avviaIncorporato, cancellaIncorporato, type Incorporato } from '@/prisma/incorporato';
import { leggiPidPostmaster } from '@/prisma/incorporato/postmaster';
import { attendi, nascita } from '@/prisma/incorporato/processi';

let radice: string;
let cartella: string;
let aperti: Incorporato[];

beforeEach(() => {
  radice = mkdtempSync(path.join(tmpdir(), 'cantiere-incorporato-'));
  chmodSync(radice, 0o755);
  cartella = path.join(radice, 'postgres');
  aperti = [];
});
afterEach(async () => {
  for (const server of aperti) await server.ferma();
  rmSync(radice, { recursive: true, force: true });
});

async function avvia(opzioni = {}): Promise<Incorporato> {
  const server = await avviaIncorporato({ cartella, spegniConProcesso: true, impostazioni: SENZA_DISCO, ...opzioni });
  aperti.push(server);
  return server;
}

async function chiedi(url: string, ...comandi: string[]): Promise<unknown[]> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    let righe: unknown[] = [];
    for (const comando of comandi) righe = (await db.query({ text: comando, rowMode: 'array' })).rows.flat();
    return righe;
  } finally {
    await db.end();
  }
}

const pidPostmaster = () => leggiPidPostmaster(readFileSync(path.join(cartella, 'dati/postmaster.pid'), 'utf8'))?.pid ?? 0;
// what is killed here is a process, not the machine: the system's cache survives
const SENZA_DISCO = { fsync: 'off' };
const CREA = ['create table prova (n int)', 'insert into prova values (7)'];
const LEGGI = 'select n from prova';

test('ordina le parole in italiano e ascolta solo in locale, con password', async () => {
  const { url } = await avvia();
  expect(await chiedi(url, "select x from unnest(array['zeta', 'è', 'Ancona', 'asti']) x order by x")).toEqual([
    'Ancona',
    'asti',
    'è',
    'zeta',
  ]);
  expect(await chiedi(url, 'show listen_addresses')).toEqual(['127.0.0.1']);
  const senza = new URL(url);
  senza.password = 'sbagliata';
  await expect(chiedi(senza.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('i dati restano da un avvio all’altro', async () => {
  await chiedi((await avvia()).url, ...CREA);
  await aperti.pop()?.ferma();
  expect(await chiedi((await avvia()).url, LEGGI)).toEqual([7]);
});

test('ucciso il postmaster con kill -9, la cartella si riapre con i suoi dati', async () => {
  const primo = await avvia();
  await chiedi(primo.url, ...CREA);
  process.kill(pidPostmaster(), 'SIGKILL');
  await primo.finito;
  await primo.ferma();
  expect(await chiedi((await avvia()).url, LEGGI)).toEqual([7]);
});

test('ucciso con kill -9 il comando che lo aveva avviato, il server si spegne da solo e la cartella si riapre', async () => {
  const comando = await avviaInAltroProcesso(true);
  await chiedi(comando.url, ...CREA);
  const postmaster = pidPostmaster();
  comando.uccidi();
  expect(await attendi(() => nascita(postmaster) === null, 15)).toBe(true);
  expect(await chiedi((await avvia()).url, LEGGI)).toEqual([7]);
});

test('un server rimasto orfano si ferma e si riavvia', async () => {
  const comando = await avviaInAltroProcesso(false);
  await chiedi(comando.url, ...CREA);
  const orfano = pidPostmaster();
  comando.uccidi();
  await attendi(() => nascita(comando.pid) === null, 5);
  expect(nascita(orfano)).not.toBeNull();
  expect(await chiedi((await avvia()).url, LEGGI)).toEqual([7]);
  expect(nascita(orfano)).toBeNull();
});

test('uccisi insieme comando e postmaster, la cartella si riapre', async () => {
  const comando = await avviaInAltroProcesso(true);
  await chiedi(comando.url, ...CREA);
  process.kill(pidPostmaster(), 'SIGKILL');
  comando.uccidi();
  expect(await chiedi((await avvia()).url, LEGGI)).toEqual([7]);
});

test('una creazione interrotta si rifà', async () => {
  mkdirSync(path.join(cartella, 'dati.bozza-1'), { recursive: true });
  mkdirSync(path.join(cartella, 'dati/base'), { recursive: true });
  writeFileSync(path.join(cartella, 'dati.bozza-1/PG_VERSION'), '18\n');
  expect(await chiedi((await avvia()).url, 'select 1')).toEqual([1]);
  expect(readdirSync(cartella).some((nome) => nome.includes('bozza'))).toBe(false);
});

test('se la porta voluta è occupata ne prende un’altra', async () => {
  const altro = createServer();
  altro.listen(0, '127.0.0.1');
  await once(altro, 'listening');
  const { port: porta } = altro.address() as { port: number };
  try {
    const server = await avvia({ porta });
    expect(server.porta).not.toBe(porta);
    expect(await chiedi(server.url, 'select 1')).toEqual([1]);
  } finally {
    altro.close();
  }
});

test('perso il file dei segreti, i dati si riaprono con una password nuova', async () => {
  const { url: prima } = await avvia();
  await chiedi(prima, ...CREA);
  await aperti.pop()?.ferma();
  rmSync(path.join(radice, 'segreti.json'));
  const { url } = await avvia();
  expect(new URL(url).password).not.toBe(new URL(prima).password);
  expect(await chiedi(url, LEGGI)).toEqual([7]);
});

test('due comandi condividono il server, e chi non lo ha avviato non lo spegne', async () => {
  const primo = await avvia();
  const secondo = await avvia({ condividi: true });
  await secondo.ferma();
  expect(secondo.porta).toBe(primo.porta);
  expect(await chiedi(primo.url, 'select 1')).toEqual([1]);
});

test('cancellata, la cartella rinasce vuota', async () => {
  await chiedi((await avvia()).url, ...CREA);
  await aperti.pop()?.ferma();
  await cancellaIncorporato(cartella);
  expect(existsSync(path.join(cartella, 'dati'))).toBe(false);
  expect(await chiedi((await avvia()).url, "select to_regclass('prova')::text")).toEqual([null]);
});

/** The same call made by another process, which can be killed as a person would. */
async function avviaInAltroProcesso(spegniConProcesso: boolean): Promise<{ url: string; pid: number; uccidi: () => void }> {
  const programma = `
    const { avviaIncorporato } = await import(${JSON.stringify(path.resolve('prisma/incorporato.ts'))});
    const server = await avviaIncorporato({ cartella: ${JSON.stringify(cartella)}, spegniConProcesso: ${spegniConProcesso}, impostazioni: ${JSON.stringify(SENZA_DISCO)} });
    console.log(server.url);`;
  const figlio = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', programma], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [riga] = (await once(figlio.stdout, 'data')) as [Buffer];
  return { url: riga.toString().trim(), pid: figlio.pid ?? 0, uccidi: () => figlio.kill('SIGKILL') };
}
