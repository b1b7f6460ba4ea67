-- I conti del cruscotto gia fatti per ogni progetto, e le sole cause ancora aperte: leggerli non costa quanto le azioni, ne quanto la storia.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- Quante azioni (non annullate) di un progetto sono in ogni stato secondo l'ultima relazione presentata, e quante finiranno dopo la fine prevista.
create table situazione_progetto (
  progetto_id uuid primary key,
  regione_id uuid not null,
  non_rilevate integer not null default 0,
  non_avviate integer not null default 0,
  in_preparazione integer not null default 0,
  in_corso integer not null default 0,
  parziali integer not null default 0,
  completate integer not null default 0,
  sospese integer not null default 0,
  annullate integer not null default 0,
  in_ritardo integer not null default 0,
  foreign key (regione_id, progetto_id) references progetto (regione_id, id) on delete cascade
);
create index situazione_progetto_regione on situazione_progetto (regione_id);

-- Le cause non risolte, dette nell'ultima relazione presentata, di un'azione non finita.
create table causa_aperta (
  azione_id uuid not null,
  causa text not null,
  regione_id uuid not null,
  progetto_id uuid not null,
  primaria boolean not null,
  mese_dal date,
  primary key (azione_id, causa),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id) on delete cascade,
  foreign key (progetto_id, azione_id) references azione (progetto_id, id) on delete cascade,
  foreign key (regione_id, causa) references causa_ritardo (regione_id, codice)
);
create index causa_aperta_progetto on causa_aperta (progetto_id);
create index causa_aperta_causa on causa_aperta (regione_id, causa);

/* Rifa i conti di un progetto. La riga del progetto si prende per prima: chi arriva insieme aspetta, e poi legge anche cio che l'altro ha confermato. */
create function app.conta_progetto(p_progetto uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.situazione_progetto (progetto_id, regione_id) select p.id, p.regione_id from public.progetto p where p.id = p_progetto on conflict do nothing;
  perform from public.situazione_progetto x where x.progetto_id = p_progetto for update;
  update public.situazione_progetto x set non_rilevate = c.non_rilevate, non_avviate = c.non_avviate, in_preparazione = c.in_preparazione, in_corso = c.in_corso,
    parziali = c.parziali, completate = c.completate, sospese = c.sospese, annullate = c.annullate, in_ritardo = c.in_ritardo
  from (select count(*) filter (where s.stato is null) as non_rilevate, count(*) filter (where s.stato = 'NON_AVVIATA') as non_avviate,
      count(*) filter (where s.stato = 'IN_PREPARAZIONE') as in_preparazione, count(*) filter (where s.stato = 'IN_CORSO') as in_corso,
      count(*) filter (where s.stato = 'PARZIALMENTE_REALIZZATA') as parziali, count(*) filter (where s.stato = 'COMPLETATA') as completate,
      count(*) filter (where s.stato = 'SOSPESA') as sospese, count(*) filter (where s.stato = 'ANNULLATA') as annullate,
      count(*) filter (where coalesce(s.fine_effettiva, s.fine_stimata) > z.fine_prevista) as in_ritardo
    from public.azione z left join public.situazione_azione s on s.azione_id = z.id where z.progetto_id = p_progetto and z.annullata_il is null) c
  where x.progetto_id = p_progetto;
  delete from public.causa_aperta x where x.progetto_id = p_progetto;
  insert into public.causa_aperta (azione_id, causa, regione_id, progetto_id, primaria, mese_dal)
    select z.id, c.causa, c.regione_id, z.progetto_id, c.primaria, c.mese_dal
    from public.azione z join public.situazione_azione s on s.azione_id = z.id join public.avanzamento_causa c on c.avanzamento_id = s.avanzamento_id
    where z.progetto_id = p_progetto and z.annullata_il is null and (s.stato is null or s.stato not in ('COMPLETATA', 'ANNULLATA'))
      and not c.risolta and c.diffusione <> 'BOZZA';
end $$;

/*
 * Alla conferma della transazione, quando ogni altra riga e gia stata presa: due atti sullo stesso progetto si mettono in fila qui senza potersi bloccare
 * a vicenda. Un atto che tocca dieci azioni conta una volta: se la riga del progetto l'ha gia scritta questa transazione, il conto e gia quello finale.
 */
create function app.riconta_progetto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  p_progetto uuid := case when tg_op = 'DELETE' then old.progetto_id else new.progetto_id end;
begin
  if not exists (select from public.situazione_progetto x where x.progetto_id = p_progetto and x.xmin = pg_current_xact_id()::xid) then
    perform app.conta_progetto(p_progetto);
  end if;
  return null;
end $$;

alter function app.conta_progetto(uuid) owner to app_custode;
alter function app.riconta_progetto() owner to app_custode;
revoke execute on function app.conta_progetto(uuid), app.riconta_progetto() from public;

create constraint trigger riconta_nuova after insert or delete on azione deferrable initially deferred for each row execute function app.riconta_progetto();
create constraint trigger riconta after update of annullata_il, fine_prevista on azione deferrable initially deferred for each row
  when ((old.annullata_il, old.fine_prevista) is distinct from (new.annullata_il, new.fine_prevista)) execute function app.riconta_progetto();
create constraint trigger riconta_nuova after insert or delete on situazione_azione deferrable initially deferred for each row execute function app.riconta_progetto();
create constraint trigger riconta after update on situazione_azione deferrable initially deferred for each row
  when ((old.avanzamento_id, old.stato, old.fine_stimata, old.fine_effettiva) is distinct from (new.avanzamento_id, new.stato, new.fine_stimata, new.fine_effettiva))
  execute function app.riconta_progetto();
-- le cause di una bozza non contano: passano con la relazione
create constraint trigger riconta_nuova after insert on avanzamento_causa deferrable initially deferred for each row when (new.diffusione <> 'BOZZA')
  execute function app.riconta_progetto();
create constraint trigger riconta_tolta after delete on avanzamento_causa deferrable initially deferred for each row when (old.diffusione <> 'BOZZA')
  execute function app.riconta_progetto();
create constraint trigger riconta after update on avanzamento_causa deferrable initially deferred for each row
  when ((old.causa, old.primaria, old.mese_dal, old.risolta, old.diffusione = 'BOZZA') is distinct from (new.causa, new.primaria, new.mese_dal, new.risolta, new.diffusione = 'BOZZA'))
  execute function app.riconta_progetto();

-- ---------------------------------------------------------------- chi vede, chi scrive

do $$
declare t text;
begin
  foreach t in array array['situazione_progetto', 'causa_aperta'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
    execute format('grant select, insert, update on %I to app_custode', t);
    execute format('grant select on %I to app_ente, app_regione', t);
    execute format('create policy %I on %I for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]))', t || '_di_chi_partecipa', t);
    execute format('create policy %I on %I for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]))', t || '_della_regione', t);
  end loop;
end $$;
grant delete on causa_aperta to app_custode;

-- ---------------------------------------------------------------- cercare cio che manca senza scorrere cio che e fatto

create index periodo_aperto on periodo (progetto_id) where presentato_il is null;
create index rapporto_non_approvato on rapporto_progetto (progetto_id) where stato not in ('APPROVATO', 'APPROVATO_CON_RILIEVI');
create index rapporto_del_periodo on rapporto_progetto (periodo_id);

-- ---------------------------------------------------------------- l'atto di una fusione resta scritto accanto all'ente che non c'e piu

alter table organizzazione add column fusione_atto text check (length(fusione_atto) <= 200), add column fusione_data_atto date;
grant update (fusione_atto, fusione_data_atto) on organizzazione to app_custode;

/* La sola porta per fondere due enti: app.fondi_enti, con l'atto che la dispone. @returns quante persone hanno un incarico nell'ente nuovo */
create function app.registra_fusione(p_da uuid, p_a uuid, p_dal date, p_atto text, p_data_atto date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare n integer := app.fondi_enti(p_da, p_a, p_dal);
begin
  if coalesce(btrim(p_atto), '') = '' or p_data_atto is null or p_data_atto > app.oggi() then
    raise exception 'fusione senza atto' using errcode = 'CT001';
  end if;
  update public.organizzazione set fusione_atto = btrim(p_atto), fusione_data_atto = p_data_atto where id = p_da;
  return n;
end $$;
alter function app.registra_fusione(uuid, uuid, date, text, date) owner to app_custode;
revoke execute on function app.registra_fusione(uuid, uuid, date, text, date) from public;
revoke execute on function app.fondi_enti(uuid, uuid, date) from app_regione;
grant execute on function app.registra_fusione(uuid, uuid, date, text, date) to app_regione;

-- ---------------------------------------------------------------- cio che c'era gia

alter table progetto no force row level security;
select count(app.conta_progetto(p.id)::text) from progetto p;
alter table progetto force row level security;

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
