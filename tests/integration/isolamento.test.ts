import { afterAll, beforeAll, expect, test } from 'vitest';
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
