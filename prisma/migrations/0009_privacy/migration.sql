-- Conservazione e diritti: fino a quando si tiene un'identita, e come una persona diventa anonima lasciando lo scheletro che gli indicatori contano.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

/*
 * L'ultimo giorno in cui l'identita di ogni persona ancora riconoscibile si tiene; null = non si sa ancora (un progetto non e chiuso, una richiesta o un
 * controllo sono aperti). La stessa regola di lib/privacy/conservazione.ts: una prova le confronta. p_mesi: quanto possono durare i controlli dopo la chiusura.
 */
create function app.scadenze_identita(p_mesi integer) returns table (persona_id uuid, regione_id uuid, scade date)
language sql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
  with recursive salita as (
    -- le righe unite a un'altra sono poche: solo loro si seguono fino a quella che resta
    select p.id, p.unita_a as su, 1 as passo from public.persona p where p.unita_a is not null
    union all select s.id, p.unita_a, s.passo + 1 from salita s join public.persona p on p.id = s.su where p.unita_a is not null and s.passo < 50
  ), unite as (select distinct on (s.id) s.id, s.su as radice from salita s order by s.id, s.passo desc),
  progetti as materialized (
    select g.id, case when g.stato in ('CONCLUSO', 'REVOCATO', 'RITIRATO') then coalesce(g.data_fine_effettiva,
      (select max(c.decisa_il at time zone 'Europe/Rome')::date from public.cessazione c where c.progetto_id = g.id and c.stato = 'DISPOSTA')) end as chiuso
    from public.progetto g
  ), fatti as (
    select coalesce(u.radice, t.persona_id) as persona_id, bool_or(g.chiuso is null) as aperto, max(greatest((g.chiuso + make_interval(months => p_mesi))::date,
      (coalesce(t.uscita, g.chiuso) + interval '6 months')::date + 30)) as fine
    from public.partecipante t join progetti g on g.id = t.progetto_id left join unite u on u.id = t.persona_id group by 1
  ), sospesi as (
    select coalesce(u.radice, q.persona_id) as persona_id from public.richiesta_interessato q left join unite u on u.id = q.persona_id
      where q.stato = 'APERTA' and q.persona_id is not null
    union select coalesce(u.radice, t.persona_id) from public.accesso_motivato a join public.partecipante t on t.progetto_id = a.progetto_id
      and t.organizzazione_id = a.organizzazione_id left join unite u on u.id = t.persona_id where a.autorizzato_il is null or a.scade_il >= app.adesso()
  )
  select p.id, p.regione_id, case
    when f.aperto or coalesce(u.radice, p.id) in (select s.persona_id from sospesi s) then null
    when f.persona_id is null then (p.creata_il at time zone 'Europe/Rome')::date + 30
    else f.fine end
  from public.persona p left join unite u on u.id = p.id left join fatti f on f.persona_id = coalesce(u.radice, p.id) where p.anonimizzata_il is null
$$;
/*
 * Quante persone per voce: solo numeri, per chi amministra o dirige in Regione (la sua) e per il comando del terminale (tutte).
 * @errore CT001 non spetta a chi chiede
 */
create function app.conta_conservazione(p_mesi integer) returns table (voce text, quante bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  ora constant timestamptz := app.adesso();
  g constant date := app.oggi();
  -- nulla per il terminale: tutte
  mia uuid;
begin
  if session_user <> 'app_sistema' and (session_user <> 'app_regione' or app.ruolo() is null or app.ruolo()::text not in ('DIRIGENTE', 'AMMINISTRATORE')) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  if session_user = 'app_regione' then mia := app.regione_id(); end if;
  return query
  with mie as (
    select count(*) filter (where s.scade < g) as scadute, count(*) filter (where s.scade >= g and s.scade < (g + interval '12 months')::date) as vicine,
      count(*) filter (where s.scade >= (g + interval '12 months')::date) as oltre, count(*) filter (where s.scade is null) as senza
    from app.scadenze_identita(p_mesi) s where mia is null or s.regione_id = mia
  )
  select x.voce, x.quante from mie m cross join lateral (values ('SCADUTE', m.scadute), ('ENTRO_UN_ANNO', m.vicine), ('OLTRE', m.oltre), ('SENZA_TERMINE', m.senza)) x(voce, quante)
  union all select 'ANONIME', count(*) from public.persona p where p.anonimizzata_il is not null and (mia is null or p.regione_id = mia)
  union all select 'SCHELETRI', count(*) from public.partecipante t where mia is null or t.regione_id = mia
  union all select 'ACCESSI', count(*) from public.accesso_identita a where mia is null or a.regione_id = mia
  union all select 'ACCESSI_SCADUTI', count(*) from public.accesso_identita a
    where a.istante < ora - interval '5 years' and (mia is null or a.regione_id = mia)
  union all select 'VERIFICHE_SCADUTE', count(*) from public.verifica_sovrapposizione v
    where v.istante < ora - interval '24 months' and (mia is null or v.regione_id = mia)
  union all select 'RICHIESTE_SCADUTE', count(*) from public.richiesta_interessato q
    where q.chiusa_il < ora - interval '5 years' and (mia is null or q.regione_id = mia);
end $$;
/*
 * Rende anonime le persone date, e le righe unite a loro: via identita, indice cieco, impronte, nascita, nucleo, comune; lo pseudonimo diventa un altro.
 * Le verifiche di sovrapposizione restano, senza la persona: chi le ha chieste non si libera del limite ne della traccia.
 * Restano le caratteristiche che gli indicatori contano, e nessun indicatore cambia. Chi e gia anonimo si salta.
 * @returns quante persone sono diventate anonime. @errore CT001 non spetta a chi chiede
 */
create function app.anonimizza_persone(p_persone uuid[]) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  tutte uuid[];
  nuclei uuid[];
  fatte integer;
begin
  if session_user = 'app_ente' then
    if app.ruolo() is null or app.ruolo()::text <> 'REFERENTE' or exists (select from unnest(p_persone) u(id) where not exists (
      select from public.persona p where p.id = u.id and p.organizzazione_id = app.organizzazione_id())) then
      raise exception 'non spetta a chi chiede' using errcode = 'CT001';
    end if;
  elsif session_user <> 'app_sistema' then raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  with recursive insieme as (
    select p.id from public.persona p where p.id = any (p_persone) union select p.id from public.persona p join insieme i on p.unita_a = i.id
  ) select array_agg(id order by id) into tutte from insieme;
  -- in fila con chi sta scrivendo la stessa persona
  select array_agg(b.id), array_agg(distinct b.nucleo_id) filter (where b.nucleo_id is not null) into tutte, nuclei
    from (select p.id, p.nucleo_id from public.persona p where p.id = any (tutte) and p.anonimizzata_il is null order by p.id for update) b;
  if tutte is null then return 0; end if;
  delete from public.identita where persona_id = any (tutte);
  delete from public.persona_cerca where persona_id = any (tutte);
  update public.verifica_sovrapposizione set persona_id = null where persona_id = any (tutte);
  update public.persona set impronta = null, impronta_base = null, chiave_id = null, senza_codice = null, data_nascita = null, sesso = null, nucleo_id = null,
    anonimizzata_il = app.adesso(), rev = rev + 1 where id = any (tutte);
  get diagnostics fatte = row_count;
  -- da sola: con l'impronta il trigger rimetterebbe quello di prima
  update public.persona set pseudonimo = gen_random_uuid() where id = any (tutte);
  update public.partecipante t set pseudonimo = p.pseudonimo, comune_residenza = null from public.persona p where p.id = t.persona_id and p.id = any (tutte);
  delete from public.nucleo n where n.id = any (nuclei) and not exists (select from public.persona p where p.nucleo_id = n.id);
  return fatte;
end $$;

do $$
declare f text;
begin
  foreach f in array array['app.scadenze_identita(integer)', 'app.conta_conservazione(integer)', 'app.anonimizza_persone(uuid[])'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.scadenze_identita(integer) to app_sistema, app_custode;
grant execute on function app.conta_conservazione(integer) to app_regione, app_sistema;
grant execute on function app.anonimizza_persone(uuid[]) to app_ente, app_sistema;
grant delete on identita, persona_cerca, nucleo to app_custode;
grant update (persona_id) on verifica_sovrapposizione to app_custode;
grant update (impronta, impronta_base, chiave_id, senza_codice, data_nascita, sesso, nucleo_id, pseudonimo, anonimizzata_il, rev) on persona to app_custode;
grant update (pseudonimo, comune_residenza) on partecipante to app_custode;

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
