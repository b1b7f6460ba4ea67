import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DatabaseVuoto, databaseVuoto } from '@/tests/support/databaseVuoto';
import { violazioniCatalogo } from '@/tests/support/isolamento/catalogo';
import { CONTRATTI, type Contratto, fileDelContratto, stato } from '@/tests/support/isolamento/contratto';

// Un database appena migrato: una copia del modello non eredita le concessioni sul database stesso.
let vuoto: DatabaseVuoto;
beforeAll(async () => {
  vuoto = await databaseVuoto('catalogo');
});
afterAll(() => vuoto.elimina());

test('tabelle, viste, funzioni, ruoli e chiavi esterne rispettano le regole dell’isolamento', async () => {
  expect(await violazioniCatalogo(vuoto.db)).toEqual([]);
});

test.each(Object.keys(CONTRATTI) as Contratto[])('%s: quelli accettati, né più né meno', async (nome) => {
  await expect(await stato(vuoto.db, nome)).toMatchFileSnapshot(fileDelContratto(nome));
});

test('la ricerca non può chiedere nessuna colonna che dica chi è una persona', async () => {
  const { rows } = await vuoto.db.query(`
    select c.oid::regclass || '.' || a.attname as colonna from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'app', 'accesso') and c.relkind in ('r', 'p', 'v', 'm', 'f') and has_column_privilege('app_ricerca', c.oid, a.attname, 'select')
      and (c.relname in ('utente', 'credenziale', 'incarico', 'sessione', 'dispositivo_noto', 'tentativo_accesso', 'evento')
        or a.attname ~ '(utente|attore|assegnato_a$|aggiornato_da|incarico|email|cognome|hash|dispositivo|persona|pseudonimo|impronta|cifrata|segno|nascita)'
        or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'utente'::regclass and a.attnum = any (f.conkey)))`);
  expect(rows).toEqual([]);
});
