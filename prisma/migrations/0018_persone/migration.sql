-- Persone: anche un'azione si legge dai conti gia fatti; nessun login del portale conta in diretta le persone d'altri, ne legge righe prima che siano k-anonime.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app, accesso to app_custode;

-- ---------------------------------------------------------------- i conti per azione

-- Nulla: il conto di tutto il progetto, come prima (0013). Altrimenti, di chi frequenta o ha frequentato quell'azione.
alter table conto_partecipanti add column azione_id uuid;
alter table conto_partecipanti add foreign key (progetto_id, azione_id) references azione (progetto_id, id) on delete cascade;
drop index conto_partecipanti_chiave;
create index conto_partecipanti_chiave on conto_partecipanti (progetto_id, organizzazione_id, mese, sesso, completo) where azione_id is null;
create index conto_partecipanti_azione on conto_partecipanti (azione_id, organizzazione_id, mese, sesso, completo) where azione_id is not null;
alter type app.variazione add attribute azione_id uuid;

-- Come in 0013: aggiunge le variazioni e, dove le righe con la stessa chiave sono piu di otto, le riunisce saltando quelle che un altro sta riunendo.
do $crea$
declare corpo constant text := $f$
create or replace function app.scrivi_variazioni(p_variazioni app.variazione[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.conto_partecipanti (regione_id, programma_id, progetto_id, azione_id, organizzazione_id, mese, sesso, completo, contati, propri)
    select g.* from (
      select u.regione_id, u.programma_id, u.progetto_id, u.azione_id, u.organizzazione_id, u.mese, u.sesso, u.completo, array[SOMME_CONTATI]::integer[] as contati, array[SOMME_PROPRI]::integer[] as propri
      from unnest(p_variazioni) u group by 1, 2, 3, 4, 5, 6, 7, 8) g
    where g.contati <> array_fill(0, array[49]) or g.propri <> array_fill(0, array[49]);
  with scritte as (
    select distinct u.progetto_id, u.azione_id, u.organizzazione_id, u.mese, u.sesso, u.completo from unnest(p_variazioni) u
  ), piene as (
    select array_agg(c.id) as quali from scritte u join public.conto_partecipanti c using (progetto_id, organizzazione_id, mese, sesso, completo)
      where u.azione_id is null and c.azione_id is null group by progetto_id, organizzazione_id, mese, sesso, completo having count(*) > 8
    union all
    select array_agg(c.id) from scritte u join public.conto_partecipanti c using (azione_id, organizzazione_id, mese, sesso, completo)
      where c.azione_id is not null group by azione_id, organizzazione_id, mese, sesso, completo having count(*) > 8
  ), prese as materialized (
    select c.id from public.conto_partecipanti c where c.id in (select unnest(p.quali) from piene p) for update of c skip locked
  ), tolte as (
    delete from public.conto_partecipanti c where c.id in (select p.id from prese p) returning c.*
  )
  insert into public.conto_partecipanti (regione_id, programma_id, progetto_id, azione_id, organizzazione_id, mese, sesso, completo, contati, propri)
    select g.regione_id, g.programma_id, g.progetto_id, g.azione_id, g.organizzazione_id, g.mese, g.sesso, g.completo, array_agg(g.contati order by g.k), array_agg(g.propri order by g.k)
    from (select t.regione_id, t.programma_id, t.progetto_id, t.azione_id, t.organizzazione_id, t.mese, t.sesso, t.completo, x.k, sum(x.contati)::integer as contati, sum(x.propri)::integer as propri
      from tolte t cross join unnest(t.contati, t.propri) with ordinality x(contati, propri, k) group by 1, 2, 3, 4, 5, 6, 7, 8, 9) g
    group by 1, 2, 3, 4, 5, 6, 7, 8;
end $$ $f$;
  -- il totale, e uno per codice
  somme constant text := (select string_agg(format('coalesce(sum(u.CHI)%s, 0)', case when k > 0 then format(' filter (where u.segni & %s <> 0)', 1::bigint << (k - 1)) end), ', ' order by k)
    from generate_series(0, 48) k);
begin
  execute replace(replace(corpo, 'SOMME_CONTATI', replace(somme, 'CHI', 'contati')), 'SOMME_PROPRI', replace(somme, 'CHI', 'propri'));
end $crea$;

/* Come in 0013 e 0014. Quando un partecipante cambia, cambiano anche i conti delle azioni che frequenta; chi entra non ne frequenta ancora, chi e tolto non ne frequenta piu. */
create or replace function app.conta_scritti() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v app.variazione[];
  sue app.variazione[];
begin
  if tg_op = 'INSERT' then
    select array_agg(r::app.variazione) into v from (select n.regione_id, n.programma_id, n.progetto_id, n.organizzazione_id, date_trunc('month', n.ingresso)::date as mese,
      coalesce(n.sesso, 'ND') as sesso, n.completo, n.segni, count(*) filter (where n.conta) as contati, count(*) filter (where not n.limitato) as propri, null::uuid as azione_id
      from nuove n group by 1, 2, 3, 4, 5, 6, 7, 8) r;
  elsif tg_op = 'DELETE' then
    select array_agg(r::app.variazione) into v from (select o.regione_id, o.programma_id, o.progetto_id, o.organizzazione_id, date_trunc('month', o.ingresso)::date as mese,
      coalesce(o.sesso, 'ND') as sesso, o.completo, o.segni, -count(*) filter (where o.conta) as contati, -count(*) filter (where not o.limitato) as propri, null::uuid as azione_id
      from vecchie o group by 1, 2, 3, 4, 5, 6, 7, 8) r;
  else
    -- cio che non cambia si annulla qui: scrivere un comune, o lo pseudonimo di chi diventa anonimo, non tocca i conti
    select array_agg(r::app.variazione) into v from (select x.regione_id, x.programma_id, x.progetto_id, x.organizzazione_id, date_trunc('month', x.ingresso)::date as mese,
      coalesce(x.sesso, 'ND') as sesso, x.completo, x.segni, coalesce(sum(x.verso) filter (where x.conta), 0)::bigint as contati,
      coalesce(sum(x.verso) filter (where not x.limitato), 0)::bigint as propri, null::uuid as azione_id
      from (select 1 as verso, n.* from nuove n union all select -1, o.* from vecchie o) x group by 1, 2, 3, 4, 5, 6, 7, 8
      having coalesce(sum(x.verso) filter (where x.conta), 0) <> 0 or coalesce(sum(x.verso) filter (where not x.limitato), 0) <> 0) r;
    select array_agg(r::app.variazione) into sue from (select x.regione_id, x.programma_id, x.progetto_id, x.organizzazione_id, date_trunc('month', x.ingresso)::date as mese,
      coalesce(x.sesso, 'ND') as sesso, x.completo, x.segni, coalesce(sum(x.verso) filter (where x.conta), 0)::bigint as contati,
      coalesce(sum(x.verso) filter (where not x.limitato), 0)::bigint as propri, f.azione_id
      from (select n.id from nuove n join vecchie o on o.id = n.id
        where (n.organizzazione_id, n.ingresso, n.sesso, n.completo, n.segni, n.conta, n.limitato)
          is distinct from (o.organizzazione_id, o.ingresso, o.sesso, o.completo, o.segni, o.conta, o.limitato)) m
      join public.frequenza f on f.partecipante_id = m.id
      join (select 1 as verso, n.* from nuove n union all select -1, o.* from vecchie o) x on x.id = m.id group by 1, 2, 3, 4, 5, 6, 7, 8, 11
      having coalesce(sum(x.verso) filter (where x.conta), 0) <> 0 or coalesce(sum(x.verso) filter (where not x.limitato), 0) <> 0) r;
    v := coalesce(v, '{}') || coalesce(sue, '{}');
  end if;
  if cardinality(v) > 0 then perform app.scrivi_variazioni(v); end if;
  return null;
end $$;

/*
 * Chi comincia a frequentare un'azione, o non ne ha mai fatto parte, entra nei suoi conti o ne esce. Le righe delle persone si prendono in lettura: chi le corregge nello stesso
 * momento aspetta, o lo si aspetta, e cio che si conta e l'ultima versione.
 */
create function app.conta_frequenze() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v app.variazione[];
  verso constant bigint := case tg_op when 'INSERT' then 1 else -1 end;
begin
  select array_agg(r::app.variazione) into v from (select t.regione_id, t.programma_id, t.progetto_id, t.organizzazione_id, date_trunc('month', t.ingresso)::date as mese,
    coalesce(t.sesso, 'ND') as sesso, t.completo, t.segni, verso * count(*) filter (where t.conta) as contati, verso * count(*) filter (where not t.limitato) as propri, f.azione_id
    from toccate f cross join lateral (select x.* from public.partecipante x where x.id = f.partecipante_id for share) t group by 1, 2, 3, 4, 5, 6, 7, 8, 11) r;
  if v is not null then perform app.scrivi_variazioni(v); end if;
  return null;
end $$;
create trigger conta_nuove after insert on frequenza referencing new table as toccate for each statement execute function app.conta_frequenze();
create trigger conta_tolte after delete on frequenza referencing old table as toccate for each statement execute function app.conta_frequenze();
-- una frequenza non passa a un'altra persona ne a un'altra azione: si toglie e se ne scrive un'altra
create trigger stessa_frequenza before update of partecipante_id, azione_id on frequenza for each row
  when (old.partecipante_id <> new.partecipante_id or old.azione_id <> new.azione_id) execute function app.rifiuta_modifica();
/* Prima di togliere un partecipante si tolgono le sue frequenze, finche si sa ancora come contava. */
create function app.togli_frequenze() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from public.frequenza f where f.partecipante_id = old.id;
  return old;
end $$;
grant delete on frequenza to app_custode;
create trigger togli_frequenze before delete on partecipante for each row execute function app.togli_frequenze();

/* Come in 0013, anche per azione. */
create or replace function app.riconta_partecipanti() returns void language plpgsql security definer set search_path = pg_catalog as $$
declare uno record;
begin
  delete from public.conto_partecipanti;
  for uno in select p.id from public.progetto p loop
    perform app.scrivi_variazioni(array(select r::app.variazione from (
      select n.regione_id, n.programma_id, n.progetto_id, n.organizzazione_id, date_trunc('month', n.ingresso)::date as mese, coalesce(n.sesso, 'ND') as sesso, n.completo, n.segni,
        count(*) filter (where n.conta) as contati, count(*) filter (where not n.limitato) as propri, f.azione_id
      from public.partecipante n cross join lateral (select null::uuid as azione_id union all select q.azione_id from public.frequenza q where q.partecipante_id = n.id) f
      where n.progetto_id = uno.id group by 1, 2, 3, 4, 5, 6, 7, 8, 11) r));
  end loop;
end $$;

-- Gli indicatori di un ente, quando si pubblica: dagli stessi conti.
create or replace function app.conta_di_ente(p_progetto uuid, p_ente uuid, p_al date) returns table (codice text, sesso text, completi boolean, valore bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select x.codice, coalesce(m.sesso, 'T'), s.solo, sum(x.n)::bigint from app.somma_partecipanti(null, p_progetto, p_ente, null, null, p_al) m
    cross join unnest(array['TOTALE'] || app.codici_indicatori(), m.v) x(codice, n) cross join (values (false), (true)) s(solo)
    where x.n <> 0 and (m.completo or not s.solo) group by grouping sets ((x.codice, m.sesso, s.solo), (x.codice, s.solo));
end $$;

-- Queste funzioni si correggono in un punto solo (0014): se il punto non c'e piu, la migrazione si ferma.
do $$
declare
  c record;
  testo text;
begin
  for c in select * from (values
    ('app.somma_partecipanti(uuid, uuid, uuid, uuid, date, date)', 'if p_azione is not null or primo >= ultimo then', 'if primo >= ultimo then'),
    ('app.somma_partecipanti(uuid, uuid, uuid, uuid, date, date)', 'where (p_programma is null or c.programma_id = p_programma)',
      'where (p_azione is not null or c.azione_id is null) and (p_azione is null or c.azione_id = p_azione) and (p_programma is null or c.programma_id = p_programma)'),
    ('app.somma_partecipanti(uuid, uuid, uuid, uuid, date, date)', 'app.conta_righe(p_programma, p_progetto, p_ente, null, p_dal, primo - 1)',
      'app.conta_righe(p_programma, p_progetto, p_ente, p_azione, p_dal, primo - 1)'),
    ('app.somma_partecipanti(uuid, uuid, uuid, uuid, date, date)', 'app.conta_righe(p_programma, p_progetto, p_ente, null, ultimo, p_al)',
      'app.conta_righe(p_programma, p_progetto, p_ente, p_azione, ultimo, p_al)'),
    -- dal solo indice dei record incompleti
    ('accesso.conteggi_indicatori(text, text, uuid, uuid)', 'where t.conta and t.progetto_id = g.id and t.ingresso <= fino and m.manca',
      'where t.conta and not t.completo and t.progetto_id = g.id and t.ingresso <= fino and m.manca')) x(funzione, prima, dopo)
  loop
    testo := pg_get_functiondef(c.funzione::regprocedure);
    if strpos(testo, c.prima) = 0 then raise exception 'non trovo che cosa correggere in %', c.funzione; end if;
    execute replace(testo, c.prima, c.dopo);
  end loop;
end $$;

-- ---------------------------------------------------------------- la limitazione, senza rileggere tutto a ogni riga

/*
 * Come in 0014: l'ente non scrive nulla su una propria persona limitata. Con le policy di chi scrive, finche la tabella non ha statistiche, ogni riga di un'importazione rileggeva
 * tutte quelle gia scritte: qui si cerca per chiave, e di chi e la persona si guarda solo se e limitata.
 */
create or replace function app.rifiuta_limitata() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  chi uuid[];
  uno uuid;
  suo uuid;
begin
  if tg_table_name = 'frequenza' then
    select t.organizzazione_id into suo from public.partecipante t where t.id = coalesce(new.partecipante_id, old.partecipante_id) and t.limitato;
    if found then
      if suo = app.organizzazione_id() then raise exception 'trattamento limitato' using errcode = 'CT008'; end if;
    end if;
    return coalesce(new, old);
  elsif tg_table_name = 'partecipante' then
    chi := array[new.persona_id, nullif(old.persona_id, new.persona_id)];
  else
    if (new.unita_a, new.nucleo_id) is not distinct from (old.unita_a, old.nucleo_id) then return new; end if;
    chi := array[old.id, new.unita_a];
  end if;
  -- una chiave per volta: un elenco, su una tabella senza statistiche, la scorrerebbe tutta
  foreach uno in array chi loop
    continue when uno is null;
    select p.organizzazione_id into suo from public.persona p where p.id = uno and p.limitata;
    continue when not found;
    if suo = app.organizzazione_id() then raise exception 'trattamento limitato' using errcode = 'CT008'; end if;
  end loop;
  return coalesce(new, old);
end $$;
drop trigger a_limitata on partecipante;
drop trigger a_limitata on frequenza;
drop trigger a_limitata on persona;
-- le funzioni del custode (anonimizzare) passano
create trigger a_limitata before insert or update or delete on partecipante for each row when (current_user = 'app_ente') execute function app.rifiuta_limitata();
create trigger a_limitata before insert or update or delete on frequenza for each row when (current_user = 'app_ente') execute function app.rifiuta_limitata();
create trigger a_limitata before update of unita_a, nucleo_id on persona for each row when (current_user = 'app_ente') execute function app.rifiuta_limitata();

-- ---------------------------------------------------------------- chi conta, chi legge righe

-- Un ente conta in diretta solo le proprie persone (app.conta_indicatori_propri); del progetto legge cio che e pubblicato. Con questa, due letture dicevano chi era entrato da un altro.
revoke execute on function app.conta_indicatori(uuid, uuid, uuid, date, date) from app_ente;
drop function app.partecipanti_incompleti(uuid);
/*
 * Le righe di chi e uscito in un semestre, da rendere k-anonime prima che qualcuno le legga: senza persona, progetto, ente e date; di chi e deceduto non si dice che lo e.
 * Le legge il server, con il login degli accessi e il contesto di chi fa ricerca; nessun altro login. @errore CT001 non spetta a chi chiede
 */
create function accesso.righe_ricerca(p_contesto text, p_firma text, p_programma uuid, p_dal date, p_al date) returns json
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform accesso.delega(p_contesto, p_firma);
  if app.ruolo() is distinct from 'RICERCATORE' then raise exception 'non spetta a chi chiede' using errcode = 'CT001'; end if;
  return (select coalesce(json_agg(json_build_object(
      'classe_eta', case when t.eta < 18 then '0-17' when t.eta < 30 then '18-29' when t.eta < 55 then '30-54' when t.eta >= 55 then '55+' end,
      'sesso', t.sesso,
      'cittadinanza', case when t.cittadinanza = 'IT' then 'IT'
        when t.cittadinanza in ('AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','LT','LU','LV','MT','NL','PL','PT','RO','SE','SI','SK') then 'UE'
        when t.cittadinanza is not null then 'NON_UE' end,
      'titolo', case when t.isced <= 2 then '0-2' when t.isced <= 4 then '3-4' when t.isced >= 5 then '5-8' end,
      'condizione', t.condizione,
      'ambito', x.numero,
      'disoccupato_lungo', coalesce(t.condizione = 'DISOCCUPATO' and t.mesi_disoccupazione > case when t.eta < 25 then 6 else 12 end, false),
      'motivo_uscita', case when t.motivo_uscita = 'DECESSO' then 'ALTRO' else t.motivo_uscita end,
      'cerca_lavoro', (t.esito_4_settimane ->> 'cercaLavoro')::boolean, 'istruzione', (t.esito_4_settimane ->> 'istruzione')::boolean,
      'qualifica', (t.esito_4_settimane ->> 'qualifica')::boolean, 'lavoro', (t.esito_4_settimane ->> 'lavoro')::boolean,
      'lavoro_6_mesi', (t.esito_6_mesi ->> 'lavoro')::boolean, 'migliorato_6_mesi', (t.esito_6_mesi ->> 'migliorato')::boolean)), '[]')
    from public.partecipante t left join (select distinct on (pa.progetto_id) pa.progetto_id, a.numero::text as numero from public.progetto_ambito pa
      join public.ambito a on a.id = pa.ambito_id order by pa.progetto_id, pa.ambito_id) x on x.progetto_id = t.progetto_id
    where t.conta and t.programma_id = p_programma and t.regione_id = app.regione_id() and t.uscita between p_dal and p_al);
end $$;
drop function app.partecipanti_ricerca(uuid);
grant select on ambito to app_custode;
create policy ambito_del_custode on ambito for select to app_custode using (true);

do $$
declare f text;
begin
  foreach f in array array['app.conta_frequenze()', 'app.togli_frequenze()', 'app.rifiuta_limitata()', 'accesso.righe_ricerca(text, text, uuid, date, date)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function accesso.righe_ricerca(text, text, uuid, date, date) to app_accesso;
select app.riconta_partecipanti();

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
