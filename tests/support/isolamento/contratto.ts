import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Esecutore } from '../superutente';
import { SCHEMI } from './relazioni';

/**
 * Ciò che è concesso, ciò che dicono le policy, le funzioni, le chiavi esterne e i trigger: una riga ciascuno, in ordine. Il testo accettato sta in tests/fixtures: ogni allargamento
 * si vede come riga cambiata. Per accettarne uno: `npx vitest --project integration isolamentoCatalogo -u`, e leggere la differenza.
 */
const PERMESSI = `
  with ruoli as (select 0::oid as oid, 'PUBLIC' as nome union all select oid, rolname from pg_roles),
  relazioni as (
    select n.nspname || '.' || c.relname as cosa, c.oid, c.relacl, c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMI} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')),
  voci as (
    select r.cosa, a.grantee, lower(a.privilege_type) as privilegio, a.is_grantable from relazioni r, aclexplode(r.relacl) a where a.grantee <> r.relowner
    union all
    select r.cosa, a.grantee, lower(a.privilege_type) || ' (' || string_agg(c.attname, ', ' order by c.attname) || ')', bool_or(a.is_grantable)
    from relazioni r join pg_attribute c on c.attrelid = r.oid, aclexplode(c.attacl) a group by r.cosa, a.grantee, a.privilege_type
    union all
    select 'schema ' || n.nspname, a.grantee, lower(a.privilege_type), a.is_grantable from pg_namespace n, aclexplode(n.nspacl) a where ${SCHEMI} and a.grantee <> n.nspowner
    union all
    select 'database', a.grantee, lower(a.privilege_type), a.is_grantable from pg_database d, aclexplode(d.datacl) a
    where d.datname = current_database() and a.grantee <> d.datdba)
  select v.cosa || ' | ' || r.nome || ' | ' || string_agg(v.privilegio || case when v.is_grantable then ' con facoltà di concedere' else '' end, ', ' order by v.privilegio) as riga
  from voci v join ruoli r on r.oid = v.grantee group by v.cosa, r.nome`;

const POLICY = `
  select p.polrelid::regclass || ' | ' || p.polname || ' | ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    || ' | ' || (select string_agg(case when o = 0 then 'PUBLIC' else o::regrole::text end, ', ') from unnest(p.polroles) o) || case when p.polpermissive then '' else ' | restrittiva' end
    || ' | using ' || regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), '\\s+', ' ', 'g')
    || ' | check ' || regexp_replace(coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'), '\\s+', ' ', 'g') as riga
  from pg_policy p`;

const FUNZIONI = `
  select p.oid::regprocedure || ' | ' || case when p.prosecdef then 'definer' else 'invoker' end || ' | di ' || p.proowner::regrole
    || ' | ' || coalesce(array_to_string(p.proconfig, ' '), 'senza search_path')
    || ' | esegue: ' || case when p.proacl is null then 'PUBLIC' else coalesce((select string_agg(case when a.grantee = 0 then 'PUBLIC' else a.grantee::regrole::text end, ', ' order by a.grantee::regrole::text)
      from aclexplode(p.proacl) a where a.grantee <> p.proowner), 'nessuno') end as riga
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${SCHEMI}`;

const CHIAVI = `
  select f.conrelid::regclass || ' | ' || pg_get_constraintdef(f.oid) as riga
  from pg_constraint f join pg_namespace n on n.oid = f.connamespace where ${SCHEMI} and f.contype = 'f'`;

const TRIGGER = `
  select t.tgrelid::regclass || ' | ' || pg_get_triggerdef(t.oid) || ' | ' || t.tgenabled::text as riga
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${SCHEMI} and not t.tgisinternal`;

export const CONTRATTI = { permessi: PERMESSI, policy: POLICY, funzioni: FUNZIONI, chiavi: CHIAVI, trigger: TRIGGER };
export type Contratto = keyof typeof CONTRATTI;

export const fileDelContratto = (nome: Contratto): string => path.resolve(import.meta.dirname, '../../fixtures', `isolamento-${nome}.txt`);

/** Lo stato di adesso, nella forma del file. */
export async function stato(db: Esecutore, nome: Contratto): Promise<string> {
  const { rows } = await db.query(CONTRATTI[nome]);
  // l'ordine lo fa JavaScript: quello di PostgreSQL dipende dalla lingua del database
  return `${rows
    .map(({ riga }) => riga)
    .sort()
    .join('\n')}\n`;
}

/** @returns le righe comparse o sparite rispetto al contratto accettato */
export async function differenzeDalContratto(db: Esecutore): Promise<string[]> {
  const differenze: string[] = [];
  for (const nome of Object.keys(CONTRATTI) as Contratto[]) {
    const accettate = new Set(readFileSync(fileDelContratto(nome), 'utf8').trim().split('\n'));
    const presenti = new Set((await stato(db, nome)).trim().split('\n'));
    differenze.push(...[...presenti].filter((riga) => !accettate.has(riga)).map((riga) => `in più (${nome}): ${riga}`));
    differenze.push(...[...accettate].filter((riga) => !presenti.has(riga)).map((riga) => `in meno (${nome}): ${riga}`));
  }
  return differenze;
}
