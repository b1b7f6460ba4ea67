-- Ricerca: interviste senza nomi, estratti codificati da due persone che non si vedono, rilascio dopo il controllo di un'altra persona.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- Chi e stato intervistato non si scrive da nessuna parte: un'intervista e un numero, un mese, un modo.
create table intervista (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  programma_id uuid not null,
  numero integer not null check (numero between 1 and 99999),
  -- nullo: parla del programma intero, o la fonte non lo dice
  progetto_id uuid,
  -- il primo giorno del mese; mese e modo sono nulli se la fonte non li dice
  mese date check (extract(day from mese) = 1),
  modalita text check (modalita in ('PRESENZA', 'ONLINE', 'TELEFONO')),
  dimostrativa boolean not null default false,
  registrata_il timestamptz(3) not null default app.adesso(),
  unique (programma_id, numero),
  unique (regione_id, id),
  foreign key (regione_id, programma_id) references programma (regione_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
-- Un brano di intervista. Si rilascia quando i codici sono decisi e il controllo non trova piu nulla, o qualcuno ha detto perche va bene.
create table estratto (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  intervista_id uuid not null,
  progetto_id uuid not null,
  azione_id uuid,
  -- di quale fase si parla; nullo se non si capisce
  fase text check (fase in ('PREPARAZIONE', 'ATTUAZIONE', 'RENDICONTAZIONE')),
  testo text not null check (length(testo) between 10 and 4000),
  -- chi ha scritto il testo com'e adesso
  autore_id uuid not null references utente (id),
  revisione integer not null default 1 check (revisione > 0),
  scritto_il timestamptz(3) not null default app.adesso(),
  corretto_il timestamptz(3),
  -- che cosa il controllo ha trovato: i generi, mai le parole
  segnali text[] not null default '{}',
  -- perche cio che ha trovato non fa riconoscere nessuno
  dichiarazione text check (length(dichiarazione) between 10 and 1000),
  dichiarato_il timestamptz(3),
  dichiarato_da uuid references utente (id),
  codifiche smallint not null default 0 check (codifiche between 0 and 2),
  svelato_il timestamptz(3),
  rilasciato_il timestamptz(3),
  rilasciato_da uuid references utente (id),
  dimostrativo boolean not null default false,
  unique (regione_id, id),
  foreign key (regione_id, intervista_id) references intervista (regione_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id),
  check ((svelato_il is null) = (codifiche < 2)),
  check ((dichiarazione is null) = (dichiarato_da is null)),
  check ((rilasciato_il is null) = (rilasciato_da is null)),
  -- chi rilascia non e chi ha scritto
  check (rilasciato_da <> autore_id),
  check (rilasciato_il is null or (svelato_il is not null and (segnali = '{}' or dichiarazione is not null)))
);
create index estratto_intervista on estratto (intervista_id);
create index estratto_progetto on estratto (progetto_id);
create index estratto_ordine on estratto (regione_id, scritto_il desc, id desc);
create index estratto_parole on estratto using gin (to_tsvector('pg_catalog.italian'::regconfig, testo));
-- Chi cancella un estratto puo solo se nessuno l'ha codificato (estratto_tolto): on delete cascade non porta via nulla, e lascia che a rifiutare sia la policy.
-- La codifica di una persona: l'altra la vede quando ci sono tutte e due.
create table codifica_estratto (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  estratto_id uuid not null,
  codificatore_id uuid not null references utente (id),
  -- 1 o 2, quando si svela: in tutti gli estratti che due persone codificano insieme, la stessa sta sempre dalla stessa parte
  posizione smallint check (posizione in (1, 2)),
  codici text[] not null,
  nota text check (length(nota) <= 1000),
  scritta_il timestamptz(3) not null default app.adesso(),
  svelata boolean not null default false,
  unique (estratto_id, codificatore_id),
  foreign key (regione_id, estratto_id) references estratto (regione_id, id) on delete cascade
);
-- I codici decisi dopo le due codifiche, con il motivo; i precedenti restano.
create table codifica_decisa (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  estratto_id uuid not null,
  codici text[] not null,
  motivo text not null check (length(motivo) <= 1000),
  decisa_il timestamptz(3) not null default app.adesso(),
  decisa_da uuid not null references utente (id),
  sostituita_il timestamptz(3),
  foreign key (regione_id, estratto_id) references estratto (regione_id, id) on delete cascade
);
create unique index codifica_decisa_vigente on codifica_decisa (estratto_id) where sostituita_il is null;

/* Il testo rilasciato non cambia; correggerlo prima toglie la dichiarazione che lo riguardava; chi scrive, dichiara e rilascia lo firma il database.
   @errore CT001 l'estratto e rilasciato, o non si puo ancora rilasciare, o lo rilascia chi l'ha scritto */
create function app.verifica_estratto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (new.testo, new.fase, new.segnali, new.dichiarazione) is distinct from (old.testo, old.fase, old.segnali, old.dichiarazione)
    and old.rilasciato_il is not null then raise exception 'un estratto rilasciato non si cambia' using errcode = 'CT001'; end if;
  if new.testo <> old.testo then
    new.revisione := old.revisione + 1;
    new.autore_id := coalesce(app.utente_id(), new.autore_id);
    new.corretto_il := app.adesso();
    new.dichiarazione := null;
  end if;
  if new.dichiarazione is distinct from old.dichiarazione then
    new.dichiarato_da := case when new.dichiarazione is not null then coalesce(app.utente_id(), new.dichiarato_da) end;
    new.dichiarato_il := case when new.dichiarazione is not null then app.adesso() end;
  end if;
  if new.rilasciato_il is null then
    new.rilasciato_da := null;
  elsif old.rilasciato_il is not null then
    new.rilasciato_il := old.rilasciato_il;
  else
    if new.autore_id = app.utente_id() or not exists (select from public.codifica_decisa d where d.estratto_id = new.id and d.sostituita_il is null)
    then raise exception 'l''estratto non si puo rilasciare' using errcode = 'CT001'; end if;
    new.rilasciato_il := app.adesso();
    new.rilasciato_da := coalesce(app.utente_id(), new.rilasciato_da);
  end if;
  return new;
end $$;
/* Si codifica finche non ci sono le due codifiche, una per persona. @errore CT001 l'estratto ha gia le sue due codifiche */
create function app.verifica_codifica_estratto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new.svelata <> old.svelata then return new; end if;
  -- in fila con chi codifica lo stesso estratto
  perform from public.estratto e where e.id = new.estratto_id for update;
  if exists (select from public.estratto e where e.id = new.estratto_id and e.svelato_il is not null)
  then raise exception 'l''estratto ha gia due codifiche' using errcode = 'CT001'; end if;
  new.scritta_il := app.adesso();
  return new;
end $$;
/* Arrivata la seconda codifica si vedono tutte e due, nello stesso istante. */
create function app.svela_estratto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.estratto set codifiche = codifiche + 1, svelato_il = case when codifiche = 1 then app.adesso() end where id = new.estratto_id;
  if exists (select from public.estratto e where e.id = new.estratto_id and e.svelato_il is not null) then
    update public.codifica_estratto c set svelata = true, posizione = n.posto
      from (select x.id, row_number() over (order by x.codificatore_id) as posto from public.codifica_estratto x where x.estratto_id = new.estratto_id) n
      where c.id = n.id;
  end if;
  return null;
end $$;
/* Gli estratti della propria Regione che contengono le parole cercate. Definer, perche sotto le policy l'indice non si userebbe: la sola ricerca lo chiama. */
create function app.estratti_con(domanda text) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select e.id from public.estratto e where e.regione_id = app.regione_id()
    and to_tsvector('pg_catalog.italian'::regconfig, e.testo) @@ websearch_to_tsquery('pg_catalog.italian'::regconfig, domanda)
$$;
/* Vero se il testo com'e adesso l'ha scritto chi chiede: chi siano gli altri non lo legge nemmeno la ricerca. */
create function app.estratto_mio(quale uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.estratto e where e.id = quale and e.autore_id = app.utente_id())
$$;

do $$
declare f text;
begin
  foreach f in array array['app.verifica_estratto()', 'app.verifica_codifica_estratto()', 'app.svela_estratto()', 'app.estratti_con(text)', 'app.estratto_mio(uuid)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.estratti_con(text), app.estratto_mio(uuid) to app_ricerca;
create trigger verifica_estratto before update on estratto for each row execute function app.verifica_estratto();
create trigger verifica_codifica_estratto before insert or update on codifica_estratto for each row execute function app.verifica_codifica_estratto();
create trigger svela_estratto after insert on codifica_estratto for each row execute function app.svela_estratto();

do $$
declare t text;
begin
  foreach t in array array['intervista', 'estratto', 'codifica_estratto', 'codifica_decisa'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
  end loop;
  foreach t in array array['estratto', 'codifica_estratto', 'codifica_decisa'] loop
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
    execute format('grant select on %I to app_custode', t);
  end loop;
end $$;
grant update (codifiche, svelato_il) on estratto to app_custode;
grant update (posizione, svelata) on codifica_estratto to app_custode;

-- chi fa ricerca legge e scrive le interviste della sua Regione; gli enti e il pubblico non ne vedono nulla
grant select, insert (id, regione_id, programma_id, numero, progetto_id, mese, modalita), update (mese, modalita) on intervista to app_ricerca;
create policy intervista_della_ricerca on intervista for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy intervista_nuova on intervista for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and (progetto_id is null or progetto_id <> all ((select app.bozze())::uuid[])));
create policy intervista_scritta on intervista for update to app_ricerca
  using (regione_id = (select app.regione_id())) with check (regione_id = (select app.regione_id()));

grant select (id, regione_id, intervista_id, progetto_id, azione_id, fase, testo, revisione, scritto_il, corretto_il, segnali, dichiarazione, dichiarato_il,
    codifiche, svelato_il, rilasciato_il, dimostrativo),
  insert (id, regione_id, intervista_id, progetto_id, azione_id, fase, testo, autore_id, segnali),
  update (testo, fase, segnali, dichiarazione, rilasciato_il), delete on estratto to app_ricerca;
create policy estratto_della_ricerca on estratto for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy estratto_nuovo on estratto for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and autore_id = (select app.utente_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy estratto_scritto on estratto for update to app_ricerca
  using (regione_id = (select app.regione_id())) with check (regione_id = (select app.regione_id()));
create policy estratto_tolto on estratto for delete to app_ricerca
  using (regione_id = (select app.regione_id()) and rilasciato_il is null and codifiche = 0);

-- la Regione legge solo cio che e rilasciato, senza chi l'ha scritto e senza cio che il controllo aveva trovato
grant select (id, regione_id, intervista_id, progetto_id, azione_id, fase, testo, scritto_il, rilasciato_il, dimostrativo) on estratto to app_regione;
create policy estratto_rilasciato on estratto for select to app_regione using (regione_id = (select app.regione_id()) and rilasciato_il is not null);
grant select on intervista to app_regione;
create policy intervista_con_rilasci on intervista for select to app_regione
  using (regione_id = (select app.regione_id()) and exists (select from estratto e where e.intervista_id = intervista.id));

grant select (id, regione_id, estratto_id, posizione, codici, nota, scritta_il, svelata),
  insert (id, regione_id, estratto_id, codificatore_id, codici, nota), update (codici, nota) on codifica_estratto to app_ricerca;
create policy codifica_estratto_propria_o_svelata on codifica_estratto for select to app_ricerca
  using (regione_id = (select app.regione_id()) and (svelata or codificatore_id = (select app.utente_id())));
create policy codifica_estratto_nuova on codifica_estratto for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));
create policy codifica_estratto_scritta on codifica_estratto for update to app_ricerca
  using (codificatore_id = (select app.utente_id())) with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));

grant select (id, regione_id, estratto_id, codici, motivo, decisa_il, sostituita_il),
  insert (id, regione_id, estratto_id, codici, motivo, decisa_da), update (sostituita_il) on codifica_decisa to app_ricerca;
create policy codifica_decisa_della_ricerca on codifica_decisa for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy codifica_decisa_nuova on codifica_decisa for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and decisa_da = (select app.utente_id())
    and exists (select from estratto e where e.id = estratto_id and e.svelato_il is not null));
create policy codifica_decisa_sostituita on codifica_decisa for update to app_ricerca
  using (regione_id = (select app.regione_id())) with check (regione_id = (select app.regione_id()));
grant select (id, regione_id, estratto_id, codici, decisa_il, sostituita_il) on codifica_decisa to app_regione;
create policy codifica_decisa_rilasciata on codifica_decisa for select to app_regione
  using (regione_id = (select app.regione_id()) and exists (select from estratto e where e.id = estratto_id));

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
