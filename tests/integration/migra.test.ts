import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { creaDatabasePieno, preparaDatabase } from '@/prisma/applicazione';
import { impostaPasswordRuoli, migra, passwordRuolo, RUOLI } from '@/prisma/migra';
import { svuotaDatabase } from '@/prisma/svuota';
import { prova } from '../support/database';
import { migrandoDaSoli } from '../support/databaseVuoto';
import { conSuperutente } from '../support/modello';

let cartella: string;
let nome: string;
let url: string;
let numero = 0;

beforeEach(async () => {
  cartella = mkdtempSync(path.join(tmpdir(), 'cantiere-migra-'));
  nome = `${prova().modello}_migra_${process.pid}_${++numero}`;
  url = await preparaDatabase(prova().superutente, nome, passwordRuolo('cantiere', prova().segreto));
});
afterEach(async () => {
  rmSync(cartella, { recursive: true });
  await conSuperutente(prova(), (db) => db.query(`drop database ${pg.escapeIdentifier(nome)} with (force)`));
});

function scrivi(migrazione: string, sql: string): void {
  mkdirSync(path.join(cartella, migrazione), { recursive: true });
  writeFileSync(path.join(cartella, migrazione, 'migration.sql'), sql);
}

async function chiedi(comando: string, indirizzo = url): Promise<unknown[]> {
  const db = new pg.Client({ connectionString: indirizzo });
  await db.connect();
  try {
    return (await db.query({ text: comando, rowMode: 'array' })).rows.flat();
  } finally {
    await db.end();
  }
}

const applicate = () => chiedi('select migration_name from _prisma_migrations order by 1');

test('applica in ordine quel che manca, una volta sola', async () => {
  scrivi('0002_b', 'insert into a values (2)');
  scrivi('0001_a', 'create table a (n int); do $$ begin insert into a values (1); end $$;');
  expect(await migra(url, cartella)).toEqual({ applicate: ['0001_a', '0002_b'] });
  expect(await migra(url, cartella)).toEqual({ applicate: [] });
  scrivi('0003_c', 'insert into a values (3)');
  expect(await migra(url, cartella)).toEqual({ applicate: ['0003_c'] });
  expect(await chiedi('select n from a order by n')).toEqual([1, 2, 3]);
});

test('due avvii insieme non si scontrano: ogni migrazione passa una volta', async () => {
  scrivi('0001_a', 'create table a (n int); select count(*) from generate_series(1, 300000)');
  scrivi('0002_b', 'insert into a values (1)');
  const esiti = await Promise.all([migra(url, cartella), migra(url, cartella), migra(url, cartella)]);
  expect(esiti.map((esito) => esito.applicate.length).sort()).toEqual([0, 0, 2]);
  expect(await chiedi('select n from a')).toEqual([1]);
});

test('una migrazione fallita non lascia nulla, dice la riga, e corretta passa', async () => {
  scrivi('0001_a', 'create table a (n int)');
  scrivi('0002_b', 'create table b (n int);\ninsert into a values (1);\nselect nonEsiste;');
  await expect(migra(url, cartella)).rejects.toThrow(/0002_b non è riuscita.*\(riga 3\)/);
  expect(await applicate()).toEqual(['0001_a']);
  expect(await chiedi("select to_regclass('b')::text, (select count(*)::int from a)")).toEqual([null, 0]);
  scrivi('0002_b', 'create table b (n int)');
  expect(await migra(url, cartella)).toEqual({ applicate: ['0002_b'] });
});

test('una migrazione già applicata non si tocca', async () => {
  scrivi('0001_a', 'create table a (n int)');
  await migra(url, cartella);
  scrivi('0001_a', 'create table a (n bigint)');
  scrivi('0002_b', 'create table b (n int)');
  await expect(migra(url, cartella)).rejects.toThrow(/0001_a è stata modificata/);
  expect(await applicate()).toEqual(['0001_a']);
});

test('un database più nuovo del codice si rifiuta', async () => {
  scrivi('0001_a', 'create table a (n int)');
  scrivi('0002_b', 'create table b (n int)');
  await migra(url, cartella);
  rmSync(path.join(cartella, '0002_b'), { recursive: true });
  await expect(migra(url, cartella)).rejects.toThrow(/0002_b, che qui manca/);
});

test('una migrazione rimasta a metà con prisma migrate ferma tutto', async () => {
  scrivi('0001_a', 'create table a (n int)');
  await migra(url, cartella);
  await chiedi('update _prisma_migrations set finished_at = null');
  await expect(migra(url, cartella)).rejects.toThrow(/0001_a è rimasta a metà/);
});

test('le password dei ruoli si impostano più volte e da due database insieme, e aprono', async () => {
  const { segreto } = prova();
  const altro = await preparaDatabase(prova().superutente, nome, passwordRuolo('cantiere', segreto));
  const modello = new URL(altro);
  modello.pathname = '/postgres';
  const volte = Array.from({ length: 6 }, (_, i) => impostaPasswordRuoli(i % 2 ? url : modello.href, segreto));
  const [primo] = await Promise.all(volte);
  for (const ruolo of RUOLI)
    expect(await chiedi('select current_user::text', primo?.[ruolo].replace('/postgres', `/${nome}`) ?? '')).toEqual([ruolo]);
});

test('le migrazioni vere passano da chi non è superutente, e il database svuotato le riprende', async () => {
  expect(await chiedi("select rolsuper or rolbypassrls from pg_roles where rolname = 'cantiere'")).toEqual([false]);
  const { applicate: prime } = await migrandoDaSoli(() => migra(url));
  expect(prime.length).toBeGreaterThan(0);
  await svuotaDatabase(url);
  expect(await chiedi("select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')")).toEqual([
    0,
  ]);
  expect(await migrandoDaSoli(() => migra(url))).toEqual({ applicate: prime });
});

test('un database riempito a metà non compare, e il tentativo dopo ricomincia', async () => {
  const { superutente, segreto } = prova();
  const password = passwordRuolo('cantiere', segreto);
  const pieno = `${nome}_pieno`;
  const esiste = () => chiedi(`select count(*)::int from pg_database where datname = '${pieno}'`);
  const riempi = (guasto: boolean) => async (proprietario: string) => {
    await chiedi('create table a (n int)', proprietario);
    if (guasto) throw new Error('interrotto');
  };
  await expect(creaDatabasePieno(superutente, pieno, password, riempi(true))).rejects.toThrow('interrotto');
  expect(await esiste()).toEqual([0]);
  await creaDatabasePieno(superutente, pieno, password, riempi(false));
  await creaDatabasePieno(superutente, pieno, password, riempi(true)); // already there: not filled again
  expect(await esiste()).toEqual([1]);
  await conSuperutente(prova(), (db) => db.query(`drop database ${pg.escapeIdentifier(pieno)}`));
});
