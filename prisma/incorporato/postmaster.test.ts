import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leggiPidPostmaster, liberaCartella } from './postmaster';
import { detentore, lascia, prendi } from './serratura';

let cartella: string;
beforeEach(() => {
  cartella = mkdtempSync(path.join(tmpdir(), 'cantiere-unit-'));
});
afterEach(() => rmSync(cartella, { recursive: true }));

test('postmaster.pid dice processo, cartella e porta', () => {
  expect(leggiPidPostmaster('123\n/dati\n1700000000\n5433\n\n127.0.0.1\n')).toEqual({ pid: 123, cartella: '/dati', porta: 5433 });
});

test('un server che sta partendo non ha ancora la porta', () => {
  expect(leggiPidPostmaster('123\n/dati\n')).toEqual({ pid: 123, cartella: '/dati', porta: null });
});

test.for(['', '\n', '123\n', 'x\n/dati\n', '0\n/dati\n'])('un postmaster.pid troncato non dice nulla: %j', (testo) => {
  expect(leggiPidPostmaster(testo)).toBeNull();
});

test.for([
  ['il processo non c’è più', (dati: string) => `${processoFinito()}\n${dati}\n1\n5432\n`],
  ['il numero è di un programma che non è PostgreSQL', (dati: string) => `${process.pid}\n${dati}\n1\n5432\n`],
  ['la cartella è la copia di un’altra', () => `${process.pid}\n/altrove\n1\n5432\n`],
  ['il file è vuoto', () => ''],
] as const)('postmaster.pid si toglie quando %s', async ([, testo]) => {
  const file = path.join(cartella, 'postmaster.pid');
  writeFileSync(file, testo(cartella));
  await liberaCartella(cartella);
  expect(existsSync(file)).toBe(false);
});

test('la serratura è di chi la prende, e torna libera', () => {
  const file = path.join(cartella, 'serratura.json');
  expect(prendi(file)).toBeNull();
  expect(prendi(file)?.pid).toBe(process.pid);
  lascia(file);
  expect(detentore(file)).toBeNull();
});

test('la serratura di un processo ucciso, o con il numero riusato, si riprende', () => {
  const file = path.join(cartella, 'serratura.json');
  for (const resto of [{ pid: processoFinito(), nato: '1' }, { pid: process.pid, nato: 'in un altro momento' }, 'tronc']) {
    writeFileSync(file, JSON.stringify(resto).slice(0, typeof resto === 'string' ? 3 : undefined));
    expect(detentore(file)).toBeNull();
    expect(prendi(file)).toBeNull();
    lascia(file);
  }
});

const processoFinito = () => spawnSync(process.execPath, ['--version']).pid;
