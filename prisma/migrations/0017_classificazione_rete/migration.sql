-- Ricerca: classificazione con due codificatori che non si vedono, e rete di collaborazione dei progetti.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- ---------------------------------------------------------------- classificazione

-- Uno schema non si corregge: se ne scrive un'altra versione, e le codifiche gia fatte restano legate alla loro.
create table schema_classificazione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  codice text not null check (codice ~ '^[A-Z0-9_]{2,40}$'),
  versione integer not null default 1 check (versione > 0),
  titolo text not null check (length(titolo) between 3 and 200),
  descrizione text not null default '' check (length(descrizione) <= 2000),
  -- una voce sola per progetto, o piu d'una
  esclusivo boolean not null default false,
  -- [{ codice, etichetta, gruppo, definizione, categoria }]: la categoria, se c'e, e la colonna delle Tabelle 1.2-1.5
  voci jsonb not null check (jsonb_typeof(voci) = 'array'),
  creato_il timestamptz(3) not null default app.adesso(),
  unique (regione_id, codice, versione),
  unique (regione_id, id)
);
-- La proposta dell'ente capofila; quelle di prima restano con il giorno in cui sono state sostituite.
create table proposta_classificazione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  schema_id uuid not null,
  voci text[] not null,
  motivo text not null check (length(motivo) <= 1000),
  proposta_il timestamptz(3) not null default app.adesso(),
  sostituita_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, schema_id) references schema_classificazione (regione_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
create unique index proposta_vigente on proposta_classificazione (progetto_id, schema_id) where sostituita_il is null;
-- Un giro di codifica sui progetti approvati di un bando. Quanti hanno preso un foglio e quanti l'hanno chiuso si sa; che cosa c'e dentro no.
create table tornata_codifica (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  schema_id uuid not null,
  bando_id uuid not null,
  numero integer not null check (numero > 0),
  aperta_il timestamptz(3) not null default app.adesso(),
  codificatori smallint not null default 0 check (codificatori between 0 and 2),
  chiusi smallint not null default 0 check (chiusi between 0 and codificatori),
  svelata_il timestamptz(3),
  unique (schema_id, bando_id, numero),
  unique (regione_id, id),
  unique (regione_id, id, schema_id),
  foreign key (regione_id, schema_id) references schema_classificazione (regione_id, id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
create unique index tornata_aperta on tornata_codifica (schema_id, bando_id) where svelata_il is null;
create table foglio_codifica (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  tornata_id uuid not null,
  -- primo o secondo: lo mette app.verifica_foglio
  posizione smallint not null default 1 check (posizione in (1, 2)),
  codificatore_id uuid not null references utente (id),
  preso_il timestamptz(3) not null default app.adesso(),
  chiuso_il timestamptz(3),
  svelato boolean not null default false,
  unique (tornata_id, posizione),
  unique (tornata_id, codificatore_id),
  unique (regione_id, id, codificatore_id),
  foreign key (regione_id, tornata_id) references tornata_codifica (regione_id, id)
);
create table codifica (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  foglio_id uuid not null,
  codificatore_id uuid not null references utente (id),
  voci text[] not null,
  nota text check (length(nota) <= 1000),
  scritta_il timestamptz(3) not null default app.adesso(),
  svelata boolean not null default false,
  unique (foglio_id, progetto_id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, foglio_id, codificatore_id) references foglio_codifica (regione_id, id, codificatore_id)
);
-- La classificazione decisa dopo le due codifiche, con il motivo; le precedenti restano.
create table classificazione_decisa (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  schema_id uuid not null,
  tornata_id uuid not null,
  voci text[] not null,
  motivo text not null check (length(motivo) <= 1000),
  decisa_il timestamptz(3) not null default app.adesso(),
  decisa_da uuid not null references utente (id),
  sostituita_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, tornata_id, schema_id) references tornata_codifica (regione_id, id, schema_id)
);
create unique index classificazione_decisa_vigente on classificazione_decisa (progetto_id, schema_id) where sostituita_il is null;

/* Il foglio prende il posto libero; chiuderlo vuole tutti i progetti codificati, e non si riapre. @errore CT001 non e piu possibile */
create function app.verifica_foglio() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare t record;
begin
  if tg_op = 'UPDATE' and new.svelato <> old.svelato then return new; end if;
  select * into t from public.tornata_codifica x where x.id = new.tornata_id for update;
  if tg_op = 'INSERT' then
    if t.codificatori >= 2 or t.svelata_il is not null then raise exception 'la tornata ha gia due codificatori' using errcode = 'CT001'; end if;
    new.posizione := t.codificatori + 1;
    update public.tornata_codifica set codificatori = codificatori + 1 where id = t.id;
    return new;
  end if;
  if old.chiuso_il is not null or new.chiuso_il is null or exists (
    select from public.progetto p where p.bando_id = t.bando_id
      and p.stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')
      and not exists (select from public.codifica c where c.foglio_id = new.id and c.progetto_id = p.id)
  ) then raise exception 'il foglio non si puo chiudere' using errcode = 'CT001'; end if;
  new.chiuso_il := app.adesso();
  return new;
end $$;
/* Chiusi tutti e due i fogli, si vedono tutti e due, nello stesso istante. */
create function app.svela_tornata() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.tornata_codifica set chiusi = chiusi + 1, svelata_il = case when chiusi = 1 then app.adesso() end where id = new.tornata_id;
  if exists (select from public.tornata_codifica t where t.id = new.tornata_id and t.svelata_il is not null) then
    update public.foglio_codifica set svelato = true where tornata_id = new.tornata_id;
    update public.codifica c set svelata = true from public.foglio_codifica f where f.id = c.foglio_id and f.tornata_id = new.tornata_id;
  end if;
  return null;
end $$;
/* Si codifica un progetto approvato del bando della tornata, su un foglio aperto. @errore CT001 il foglio e chiuso, o il progetto non c'entra */
create function app.verifica_codifica() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new.svelata <> old.svelata then return new; end if;
  -- in fila con chi sta chiudendo il foglio
  perform from public.foglio_codifica f where f.id = new.foglio_id for update;
  if not exists (
    select from public.foglio_codifica f join public.tornata_codifica t on t.id = f.tornata_id join public.progetto p on p.bando_id = t.bando_id
    where f.id = new.foglio_id and f.chiuso_il is null and p.id = new.progetto_id
      and p.stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')
  ) then raise exception 'il foglio e chiuso o il progetto non e della tornata' using errcode = 'CT001'; end if;
  new.scritta_il := app.adesso();
  return new;
end $$;

-- ---------------------------------------------------------------- rete

create table ondata_rete (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  bando_id uuid not null,
  numero integer not null check (numero >= 0),
  -- il primo giorno del mese a cui si riferiscono le risposte
  mese date not null check (extract(day from mese) = 1),
  aperta_il timestamptz(3) not null default app.adesso(),
  chiusa_il timestamptz(3),
  unique (bando_id, numero),
  unique (regione_id, id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
create unique index ondata_aperta on ondata_rete (bando_id) where chiusa_il is null;
create table nodo_rete (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  -- un ente del progetto; nulla per chi non vi partecipa
  organizzazione_id uuid,
  nome text not null check (length(nome) between 2 and 200),
  tipo text not null check (tipo in ('ENTE_GESTORE', 'COMUNE', 'ASL', 'COOPERATIVA', 'ASSOCIAZIONE', 'ETS', 'SCUOLA', 'IMPRESA', 'CENTRO_IMPIEGO', 'ALTRO')),
  creato_il timestamptz(3) not null default app.adesso(),
  unique (progetto_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
-- due enti del progetto possono avere la stessa sigla: si distinguono per organizzazione
create unique index nodo_rete_uno on nodo_rete (progetto_id, lower(nome)) where organizzazione_id is null;
create unique index nodo_rete_ente on nodo_rete (progetto_id, organizzazione_id) where organizzazione_id is not null;
create table legame_rete (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  ondata_id uuid not null,
  da uuid not null,
  a uuid not null check (a <> da),
  -- 0 nessuna, 1 informazione, 2 coordinamento, 3 progettazione insieme, 4 realizzazione insieme
  intensita smallint not null check (intensita between 0 and 4),
  prima_del_progetto boolean not null,
  scritto_il timestamptz(3) not null default app.adesso(),
  unique (ondata_id, progetto_id, da, a),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, ondata_id) references ondata_rete (regione_id, id),
  foreign key (progetto_id, da) references nodo_rete (progetto_id, id),
  foreign key (progetto_id, a) references nodo_rete (progetto_id, id)
);
create index legame_rete_progetto on legame_rete (progetto_id, ondata_id);

do $$
declare f text;
begin
  foreach f in array array['app.verifica_foglio()', 'app.svela_tornata()', 'app.verifica_codifica()'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
create trigger verifica_foglio before insert or update on foglio_codifica for each row execute function app.verifica_foglio();
create trigger svela_tornata after update of chiuso_il on foglio_codifica for each row when (old.chiuso_il is null and new.chiuso_il is not null)
  execute function app.svela_tornata();
create trigger verifica_codifica before insert or update on codifica for each row execute function app.verifica_codifica();

-- ---------------------------------------------------------------- chi vede, chi scrive

do $$
declare t text;
begin
  foreach t in array array['schema_classificazione', 'proposta_classificazione', 'tornata_codifica', 'foglio_codifica', 'codifica', 'classificazione_decisa',
    'ondata_rete', 'nodo_rete', 'legame_rete'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
  end loop;
  foreach t in array array['tornata_codifica', 'foglio_codifica', 'codifica'] loop
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
    execute format('grant select on %I to app_custode', t);
  end loop;
end $$;
grant update (codificatori, chiusi, svelata_il) on tornata_codifica to app_custode;
grant update (svelato) on foglio_codifica to app_custode;
grant update (svelata) on codifica to app_custode;

-- gli schemi: li legge chi propone, chi codifica e la Regione; li scrive la ricerca
grant select on schema_classificazione to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, codice, versione, titolo, descrizione, esclusivo, voci) on schema_classificazione to app_ricerca;
create policy schema_degli_enti on schema_classificazione for select to app_ente using (regione_id = (select app.regione_id()));
create policy schema_della_regione on schema_classificazione for select to app_regione using (regione_id = (select app.regione_id()));
create policy schema_della_ricerca on schema_classificazione for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy schema_nuovo on schema_classificazione for insert to app_ricerca with check (regione_id = (select app.regione_id()));

grant select on proposta_classificazione to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, progetto_id, organizzazione_id, schema_id, voci, motivo), update (sostituita_il) on proposta_classificazione to app_ente;
create policy proposta_di_chi_partecipa on proposta_classificazione for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy proposta_della_regione on proposta_classificazione for select to app_regione using (regione_id = (select app.regione_id()));
create policy proposta_della_ricerca on proposta_classificazione for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy proposta_del_capofila on proposta_classificazione for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and organizzazione_id = (select app.organizzazione_id()));
create policy proposta_sostituita on proposta_classificazione for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[])) with check (progetto_id = any ((select app.capofila())::uuid[]));

grant select on tornata_codifica to app_regione, app_ricerca;
grant insert (id, regione_id, schema_id, bando_id, numero) on tornata_codifica to app_ricerca;
create policy tornata_della_regione on tornata_codifica for select to app_regione using (regione_id = (select app.regione_id()));
create policy tornata_della_ricerca on tornata_codifica for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy tornata_nuova on tornata_codifica for insert to app_ricerca with check (regione_id = (select app.regione_id()));

-- chi codifica vede il proprio foglio; quello dell'altro soltanto quando sono chiusi tutti e due. La Regione legge solo cio che si decide.
grant select (id, regione_id, tornata_id, posizione, preso_il, chiuso_il, svelato), insert (id, regione_id, tornata_id, codificatore_id), update (chiuso_il)
  on foglio_codifica to app_ricerca;
create policy foglio_proprio_o_svelato on foglio_codifica for select to app_ricerca
  using (regione_id = (select app.regione_id()) and (svelato or codificatore_id = (select app.utente_id())));
create policy foglio_preso on foglio_codifica for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));
create policy foglio_chiuso on foglio_codifica for update to app_ricerca
  using (codificatore_id = (select app.utente_id())) with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));
grant select (id, regione_id, progetto_id, foglio_id, voci, nota, scritta_il, svelata), insert (id, regione_id, progetto_id, foglio_id, codificatore_id, voci, nota),
  update (voci, nota) on codifica to app_ricerca;
create policy codifica_propria_o_svelata on codifica for select to app_ricerca
  using (regione_id = (select app.regione_id()) and (svelata or codificatore_id = (select app.utente_id())));
create policy codifica_nuova on codifica for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));
create policy codifica_scritta on codifica for update to app_ricerca
  using (codificatore_id = (select app.utente_id())) with check (regione_id = (select app.regione_id()) and codificatore_id = (select app.utente_id()));

-- la decisione: si prende quando le due codifiche si vedono
grant select (id, regione_id, progetto_id, schema_id, tornata_id, voci, motivo, decisa_il, sostituita_il) on classificazione_decisa to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, progetto_id, schema_id, tornata_id, voci, motivo, decisa_da), update (sostituita_il) on classificazione_decisa to app_ricerca;
create policy decisa_di_chi_partecipa on classificazione_decisa for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy decisa_della_regione on classificazione_decisa for select to app_regione using (regione_id = (select app.regione_id()));
create policy decisa_della_ricerca on classificazione_decisa for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy decisa_nuova on classificazione_decisa for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and decisa_da = (select app.utente_id())
    and exists (select from tornata_codifica t where t.id = tornata_id and t.svelata_il is not null));
create policy decisa_sostituita on classificazione_decisa for update to app_ricerca
  using (regione_id = (select app.regione_id())) with check (regione_id = (select app.regione_id()));

-- le Tabelle 1.2-1.5 si leggono da qui: la decisione le aggiorna
grant insert (id, regione_id, progetto_id, categoria, presente, fonte, attribuita_il), update (sostituita_il) on classificazione_progetto to app_ricerca;
create policy classificazione_decisa_dalla_ricerca on classificazione_progetto for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy classificazione_sostituita on classificazione_progetto for update to app_ricerca
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]))
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));

-- la rete: il capofila la dichiara finche l'ondata e aperta
grant select on ondata_rete, nodo_rete, legame_rete to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, bando_id, numero, mese), update (chiusa_il) on ondata_rete to app_ricerca;
create policy ondata_degli_enti on ondata_rete for select to app_ente using (regione_id = (select app.regione_id()));
create policy ondata_della_regione on ondata_rete for select to app_regione using (regione_id = (select app.regione_id()));
create policy ondata_della_ricerca on ondata_rete for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy ondata_nuova on ondata_rete for insert to app_ricerca with check (regione_id = (select app.regione_id()));
create policy ondata_chiusa on ondata_rete for update to app_ricerca
  using (regione_id = (select app.regione_id())) with check (regione_id = (select app.regione_id()));
grant insert (id, regione_id, progetto_id, organizzazione_id, nome, tipo), delete on nodo_rete to app_ente;
create policy nodo_di_chi_partecipa on nodo_rete for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy nodo_della_regione on nodo_rete for select to app_regione using (regione_id = (select app.regione_id()));
create policy nodo_della_ricerca on nodo_rete for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy nodo_del_capofila on nodo_rete for insert to app_ente with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy nodo_tolto on nodo_rete for delete to app_ente using (progetto_id = any ((select app.capofila())::uuid[]));
grant insert (id, regione_id, progetto_id, ondata_id, da, a, intensita, prima_del_progetto), update (intensita, prima_del_progetto), delete on legame_rete to app_ente;
create policy legame_di_chi_partecipa on legame_rete for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy legame_della_regione on legame_rete for select to app_regione using (regione_id = (select app.regione_id()));
create policy legame_della_ricerca on legame_rete for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy legame_del_capofila on legame_rete for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from ondata_rete o where o.id = ondata_id and o.chiusa_il is null));
create policy legame_scritto on legame_rete for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from ondata_rete o where o.id = ondata_id and o.chiusa_il is null))
  with check (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from ondata_rete o where o.id = ondata_id and o.chiusa_il is null));
create policy legame_tolto on legame_rete for delete to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from ondata_rete o where o.id = ondata_id and o.chiusa_il is null));

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
