import { afterAll, beforeAll, expect, test } from 'vitest';
import { bancoNellaTransazione } from '@/tests/support/isolamento/banco';
import { violazioniCatalogo } from '@/tests/support/isolamento/catalogo';
import { cessioni } from '@/tests/support/isolamento/cessioni';
import { differenzeDalContratto } from '@/tests/support/isolamento/contratto';
import type { Lettore } from '@/tests/support/isolamento/lettori';
import { matrice } from '@/tests/support/isolamento/matrice';
import { relazioni } from '@/tests/support/isolamento/relazioni';
import { allestisci, LOGIN, type Scena } from '@/tests/support/isolamento/scena';

type Policy = { nome: string; tabella: string; relazione: string; login: string[] | null; usa: string | null; controlla: string | null };

/** Lascia scrivere solo nella transazione che congela l'istantanea: qui non passa mai nessuno, e senza non passa nemmeno chi deve (esportazioni/istantanee). */
const PROVATE_ALTROVE = ['istantanea_file istantanea_file_nuovo'];

let scena: Scena;
beforeAll(async () => {
  scena = await allestisci('mutazioni');
});
afterAll(() => scena.chiudi());

/** Guasta il database in una transazione, guarda che cosa dicono le prove, rimette tutto com'era. */
async function conGuasto(sql: string, guarda: () => Promise<string[]>): Promise<string[]> {
  await scena.db.query('begin');
  try {
    await scena.db.query(sql);
    return await guarda();
  } finally {
    await scena.db.query('rollback');
  }
}

const riguarda = (policy: Policy) => (chi: Lettore) => policy.login === null || policy.login.includes(chi.login);

/** La stessa matrice delle prove vere, sulla tabella guasta e per i login a cui la policy parla. */
const matriceDi = (policy: Policy) => async () => {
  const banco = bancoNellaTransazione(scena.db);
  const elenco = await relazioni(scena.db, LOGIN, [policy.relazione]);
  const lettori = scena.lettori.filter(riguarda(policy));
  const prova = { banco, lettori, relazioni: elenco, dati: scena.dati, allaPrima: true };
  const violazioni = await matrice(prova);
  return violazioni.length > 0 ? violazioni : cessioni(scena.db, prova);
};

async function leggiPolicy(): Promise<Policy[]> {
  const { rows } = await scena.db.query(`
    select quote_ident(p.polname) as nome, p.polrelid::regclass::text as tabella, n.nspname || '.' || c.relname as relazione,
      case when 0 = any (p.polroles) then null else (select array_agg(o::regrole::text) from unnest(p.polroles) o) end as login,
      pg_get_expr(p.polqual, p.polrelid) as usa, pg_get_expr(p.polwithcheck, p.polrelid) as controlla
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace order by 3, 1`);
  return rows;
}

test('senza guasti il banco delle mutazioni è verde', { timeout: 900_000 }, async () => {
  expect(await conGuasto('select', () => matrice({ ...scena, banco: bancoNellaTransazione(scena.db) }))).toEqual([]);
});

test('una riga non si cede nemmeno se domani si concedesse di scrivere tutta la tabella', async () => {
  expect(await conGuasto('select', () => cessioni(scena.db, scena))).toEqual([]);
});

test('togliere una policy qualunque fa diventare rossa la matrice', { timeout: 900_000 }, async () => {
  const policy = await leggiPolicy();
  expect(policy.length).toBeGreaterThan(100);
  const nonViste: string[] = [];
  for (const p of policy) {
    const violazioni = await conGuasto(`drop policy ${p.nome} on ${p.tabella}`, matriceDi(p));
    if (violazioni.length === 0) nonViste.push(`${p.tabella} ${p.nome}`);
  }
  expect(nonViste).toEqual(PROVATE_ALTROVE);
});

test('allargare una policy qualunque fa diventare rossa la matrice', { timeout: 900_000 }, async () => {
  const nonViste: string[] = [];
  for (const p of await leggiPolicy()) {
    const allargamenti = [p.usa && p.usa !== 'true' && 'using (true)', p.controlla && p.controlla !== 'true' && 'with check (true)'];
    for (const allargamento of allargamenti.filter((a) => typeof a === 'string')) {
      const violazioni = await conGuasto(`alter policy ${p.nome} on ${p.tabella} ${allargamento}`, matriceDi(p));
      if (violazioni.length === 0) nonViste.push(`${p.tabella} ${p.nome} ${allargamento}`);
    }
  }
  expect(nonViste).toEqual([]);
});

test('senza la chiave composta un avanzamento penderebbe dalla relazione di un altro progetto, e la matrice lo vede', async () => {
  const relazione = 'public.avanzamento';
  const violazioni = await conGuasto('alter table avanzamento drop constraint avanzamento_progetto_id_rapporto_id_fkey', async () => {
    const elenco = await relazioni(scena.db, LOGIN, [relazione]);
    return matrice({ ...scena, relazioni: elenco, banco: bancoNellaTransazione(scena.db) });
  });
  expect(violazioni).not.toEqual([]);
  expect(violazioni.filter((violazione) => !violazione.startsWith(`${relazione}, inserire con rapporto_id di un altro`))).toEqual([]);
});

test.each([
  ['una tabella nuova senza row level security', 'create table nuova (regione_id uuid)'],
  [
    'una tabella nuova con RLS ma senza policy',
    'create table nuova (regione_id uuid); alter table nuova enable row level security, force row level security',
  ],
  ['la row level security spenta', 'alter table avanzamento disable row level security'],
  ['la row level security non più forzata', 'alter table avanzamento no force row level security'],
  ['una vista con i diritti del proprietario', 'create view vista as select * from avanzamento'],
  [
    'una vista materializzata concessa',
    'create materialized view vista as select * from avanzamento; grant select on vista to app_ricerca',
  ],
  ['utente concesso alla ricerca', 'grant select on utente to app_ricerca'],
  ['una colonna di persona concessa alla ricerca', 'grant select (aggiornato_da) on avanzamento to app_ricerca'],
  [
    'una funzione definer del proprietario',
    'create function app.scorciatoia() returns setof public.utente language sql security definer as $$ select * from public.utente $$',
  ],
  ['una funzione del custode aperta a tutti', 'grant execute on function app.firma_incarico(uuid) to public'],
  ['una funzione del custode aperta a un ente', 'grant execute on function app.hmac(text) to app_ente'],
  ['una policy per tutti', 'create policy spiraglio on avanzamento for select using (true)'],
  ['una policy in più', 'create policy spiraglio on avanzamento for select to app_ricerca using (true)'],
  ['un login che eredita', 'alter role app_ente inherit'],
  ['un login che scavalca le policy', 'alter role app_ente bypassrls'],
  ['un login membro di un altro', 'grant app_regione to app_ente'],
  ['una tabella ceduta a un login', 'grant create on schema public to app_ente; alter table avanzamento owner to app_ente'],
  ['una chiave esterna senza inquilino', 'alter table avanzamento add foreign key (rapporto_id) references rapporto_progetto (id)'],
  ['una relazione slegata dal suo progetto', 'alter table avanzamento drop constraint avanzamento_progetto_id_rapporto_id_fkey'],
  ['un registro senza il suo trigger', 'alter table evento disable trigger solo_aggiunte'],
])('%s fa diventare rosse le regole del catalogo o il contratto', async (_, guasto) => {
  const guarda = async () => [...(await violazioniCatalogo(scena.db)), ...(await differenzeDalContratto(scena.db))];
  expect(await guarda()).toEqual([]);
  expect(await conGuasto(guasto, guarda)).not.toEqual([]);
});
