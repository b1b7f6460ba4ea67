import pg from 'pg';

// Everything the owner made: its schemas, and what it put into `public`, which may belong to somebody else. The commands are gathered before
// the first is run, because a cascade takes away things still in the list.
const SVUOTA = `do $$
declare
  io constant oid := (select oid from pg_roles where rolname = current_user);
  comandi text[];
  comando text;
begin
  select array_agg(testo order by ordine) into comandi from (
    select 1 as ordine, format('drop schema if exists %I cascade', nspname) as testo from pg_namespace where nspowner = io and nspname <> 'public'
    union all
    select 2, format('drop %s if exists public.%I cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, relname)
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relowner = io
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    union all
    select 3, format('drop routine if exists %s cascade', p.oid::regprocedure)
      from pg_proc p where pronamespace = 'public'::regnamespace and proowner = io
        and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select 4, format('drop type if exists public.%I cascade', typname)
      from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') and typowner = io
        and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')) as tutto;
  foreach comando in array coalesce(comandi, '{}') loop
    execute comando;
  end loop;
end $$`;

/** Empties a database that is not ours to delete. The roles, which belong to the whole server, stay. @param url of the owner */
export async function svuotaDatabase(url: string): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    await db.query("set lock_timeout = '5s'");
    await db.query(SVUOTA);
  } finally {
    await db.end();
  }
}
