import type { Esecutore } from '../superutente';
import { REGISTRO_MIGRAZIONI } from './matrice';
import { TABELLE } from './oracolo';
import { SCHEMI } from './relazioni';

/** Le sole chiavi esterne verso tabelle che non sono di nessun inquilino: persone. */
const SENZA_INQUILINO = ['public.utente'];
/**
 * La sola tabella che punta a un inquilino senza esserne: una sessione è di una persona, che può avere incarichi in più Regioni e passare
 * dall'uno all'altro; non ha quindi una Regione sua da portare nella chiave. Nessun lettore la vede: la leggono solo le funzioni di `accesso`.
 */
const DI_UNA_PERSONA = "f.conrelid = 'public.sessione'::regclass and f.confrelid = 'public.incarico'::regclass";

/** Regole che valgono per qualunque tabella, vista, funzione o ruolo, anche non ancora scritti. Ogni query restituisce le violazioni. */
const REGOLE: Record<string, string> = {
  'senza row level security accesa e forzata': `
    select n.nspname || '.' || c.relname as v from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) and n.nspname || '.' || c.relname <> '${REGISTRO_MIGRAZIONI}'`,
  'senza alcuna policy': `
    select n.nspname || '.' || c.relname as v from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind in ('r', 'p') and n.nspname || '.' || c.relname <> '${REGISTRO_MIGRAZIONI}'
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  'vista che legge con i diritti di chi la possiede': `
    select n.nspname || '.' || c.relname as v from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
  'vista materializzata o tabella esterna concessa a qualcuno (non conosce le policy)': `
    select n.nspname || '.' || c.relname as v from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind in ('m', 'f') and exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner)`,
  'policy per tutti i ruoli': `
    select p.polrelid::regclass || ' ' || p.polname as v from pg_policy p where 0 = any (p.polroles) and p.polrelid <> 'app.orologio'::regclass`,
  'ruolo che può troppo': `
    select rolname as v from pg_roles where rolname ~ '^app_'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit or rolcanlogin <> (rolname <> 'app_custode'))`,
  'proprietario con poteri sul server o che scavalca le policy': `
    select rolname as v from pg_roles where rolname = 'cantiere' and (rolsuper or rolbypassrls or rolreplication)`,
  'ruolo membro di un altro ruolo': `
    select m.rolname || ' in ' || r.rolname as v from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
    where m.rolname ~ '^app_' or (r.rolname ~ '^app_' and m.rolname <> 'cantiere')`,
  'ruolo che possiede qualcosa oltre alle funzioni definer': `
    select a.rolname || ' possiede ' || pg_describe_object(d.classid, d.objid, d.objsubid) as v
    from pg_shdepend d join pg_roles a on a.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass
    where a.rolname ~ '^app_' and d.deptype = 'o' and d.dbid = (select oid from pg_database where datname = current_database())
      and not (a.rolname = 'app_custode' and d.classid = 'pg_proc'::regclass)`,
  'funzione definer di un altro proprietario, senza search_path, o eseguibile da tutti': `
    select p.oid::regprocedure::text as v from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${SCHEMI} and p.prosecdef and (p.proowner <> 'app_custode'::regrole
      or not coalesce(p.proconfig @> '{search_path=pg_catalog}', false) or p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`,
  'schema in cui un ruolo del portale può creare': `
    select r.rolname || ' in ' || n.nspname as v from pg_roles r, pg_namespace n
    where r.rolname ~ '^app_' and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(r.rolname, n.oid, 'create')`,
  'ruolo che può creare schemi o tabelle temporanee': `
    select rolname as v from pg_roles where rolname ~ '^app_' and (has_database_privilege(rolname, current_database(), 'create')
      or has_database_privilege(rolname, current_database(), 'temporary'))`,
  'privilegi predefiniti per ciò che verrà': `
    select defaclrole::regrole || ' ' || defaclobjtype::text as v from pg_default_acl where defaclobjtype <> 'f'`,
  'chiave esterna tra tabelle di inquilini che non porta la colonna dell’inquilino': `
    select f.conrelid::regclass || ' ' || f.conname as v from pg_constraint f
    join pg_class padre on padre.oid = f.confrelid join pg_namespace n on n.oid = padre.relnamespace
    where f.contype = 'f' and ${SCHEMI} and n.nspname || '.' || padre.relname not in (${SENZA_INQUILINO.map((t) => `'${t}'`).join(', ')})
      and not (${DI_UNA_PERSONA}) and not exists (
        select from unnest(f.conkey, f.confkey) as k(figlio, genitore)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.figlio
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.genitore
        where a.attname in ('regione_id', 'progetto_id', 'organizzazione_id') and (b.attname = a.attname or (a.attname = 'regione_id' and padre.relname = 'regione')))`,
  'tabella con progetto_id ma senza la chiave (regione_id, progetto_id) verso progetto': `
    select t.oid::regclass::text as v from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where ${SCHEMI} and t.relkind in ('r', 'p') and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'progetto_id')
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = t.oid and f.confrelid = 'public.progetto'::regclass
        and (select array_agg(a.attname::text order by a.attname) from pg_attribute a where a.attrelid = t.oid and a.attnum = any (f.conkey)) = '{progetto_id,regione_id}')`,
  'tabella con regione_id e nessuna chiave esterna che la leghi alla Regione': `
    select t.oid::regclass::text as v from pg_class t join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'regione_id'
    where ${SCHEMI} and t.relkind in ('r', 'p') and not exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = t.oid and a.attnum = any (f.conkey))`,
  'vincolo non convalidato o trigger spento': `
    select conrelid::regclass || ' ' || conname as v from pg_constraint where not convalidated
    union all select tgrelid::regclass || ' ' || tgname from pg_trigger where tgenabled <> 'O'`,
};

/** Percorre le regole del catalogo. @returns le violazioni, in parole */
export async function violazioniCatalogo(db: Esecutore): Promise<string[]> {
  const violazioni: string[] = [];
  for (const [regola, query] of Object.entries(REGOLE)) {
    const { rows } = await db.query(query);
    violazioni.push(...rows.map(({ v }) => `${regola}: ${v}`));
  }
  const { rows } = await db.query(`select n.nspname || '.' || c.relname as v from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind in ('r', 'p', 'v', 'm', 'f')`);
  const ignote = rows.map(({ v }) => v).filter((nome) => nome !== REGISTRO_MIGRAZIONI && !TABELLE[nome]);
  return [...violazioni, ...ignote.map((nome) => `relazione di cui l'oracolo non sa nulla: ${nome}`)];
}
