import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseDiProva } from '@/tests/support/database';
import { matrice } from '@/tests/support/isolamento/matrice';
import { allestisci, type Scena } from '@/tests/support/isolamento/scena';

let scena: Scena;
beforeAll(async () => {
  scena = await allestisci('isolamento');
});
afterAll(() => scena.chiudi());

test('ogni tabella, ogni comando, ogni lettore: ciascuno vede e scrive esattamente ciò che è suo', { timeout: 900_000 }, async () => {
  expect(await matrice(scena)).toEqual([]);
});

test('un contesto assente, inventato, ritoccato, scaduto o di un altro login non vale nulla', { timeout: 900_000 }, async () => {
  expect(await matrice({ ...scena, lettori: scena.senzaDiritto })).toEqual([]);
});

test('le righe restituite a chi non può leggerle sono zero anche chiedendo a PostgreSQL di spegnere le policy', async () => {
  for (const chi of scena.lettori.filter(({ login }) => ['app_ente', 'app_regione', 'app_ricerca', 'cantiere'].includes(login)))
    expect(await scena.banco(chi, 'set local row_security = off; select count(*) from progetto')).toMatchObject({ codice: '42501' });
});

test.each([
  'set session authorization app_regione',
  'set role app_regione',
  'set role app_custode',
  'set role cantiere',
  'select app.hmac($$x$$)',
  'select * from app.firma_incarico(gen_random_uuid())',
  'select accesso.leggi_sessione($$x$$)',
  'create table public.mia (x int)',
  'create temporary table mia (x int)',
  'create function public.mia() returns int language sql as $$ select 1 $$',
  'alter table avanzamento disable row level security',
  'create policy mia on avanzamento for select using (true)',
  'alter table evento disable trigger solo_aggiunte',
  'set local session_replication_role = replica',
  'select pg_read_file($$/etc/passwd$$)',
  'copy (select 1) to program $$true$$',
  'select lo_import($$/etc/passwd$$)',
  'select setval($$evento_id_seq$$, 1)',
])('un ente non può: %s', async (sql) => {
  const [ente] = scena.lettori;
  if (!ente) throw new Error('Il mondo non ha lettori.');
  expect(await scena.banco(ente, sql)).toMatchObject({ codice: '42501' });
});

test.each([
  ['con la chiave e senza firma', false, null],
  ['senza chiave e senza firma', true, null],
  ['senza chiave, con una firma vuota', true, ''],
  ['senza chiave, con una firma qualunque', true, 'ab'.repeat(32)],
])('un contesto scritto a mano non vale: %s', async (_, senzaChiave, firma) => {
  // una connessione nuova: su una già usata una firma mai data non è assente, è vuota
  const db = new pg.Client({ connectionString: (await databaseDiProva()).superutente });
  await db.connect();
  try {
    await db.query('begin');
    const contesto = { login: 'app_regione', ruolo: 'DIRIGENTE', scade: 4e9, progetti: [], capofila: [] };
    const { rows } = await db.query('select id as regione, gen_random_uuid() as utente from regione limit 1');
    if (senzaChiave) await db.query('delete from app.chiave_contesto');
    await db.query("select set_config('app.contesto', $1, true)", [JSON.stringify({ ...contesto, ...rows[0] })]);
    if (firma !== null) await db.query("select set_config('app.firma', $1, true)", [firma]);
    await db.query('set local session authorization app_regione');
    expect((await db.query('select app.contesto() as contesto, (select count(*)::int from progetto) as progetti')).rows).toEqual([
      { contesto: null, progetti: 0 },
    ]);
  } finally {
    await db.end();
  }
});
