-- Le istantanee: una fotografia dei dati per la ricerca, congelata con i byte di ogni suo file. Resta citabile anche se i dati cambiano o le persone
-- sono rese anonime (docs/decisioni/0015).

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

create table istantanea (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  -- progressivo nella Regione: con lui si cita
  numero integer not null check (numero > 0),
  data_riferimento date not null,
  dizionario integer not null check (dizionario > 0),
  -- SHA-256 dell'elenco dei file di dati: la stessa fotografia chiesta due volte e una sola
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- la transazione che la congela: solo lei ne scrive i file
  transazione bigint not null default pg_current_xact_id()::text::bigint,
  creata_il timestamptz(3) not null default app.adesso(),
  creata_da uuid not null references utente (id),
  unique (regione_id, id),
  unique (regione_id, numero),
  unique (regione_id, sha256)
);
-- Un pezzo di file, chiamato con l'impronta di cio che contiene: due istantanee con lo stesso file lo tengono una volta.
create table istantanea_pezzo (
  regione_id uuid not null references regione (id),
  sha256 text not null,
  contenuto bytea not null,
  primary key (regione_id, sha256),
  check (sha256 = encode(sha256(contenuto), 'hex')),
  check (length(contenuto) between 1 and 1048576)
);
create table istantanea_file (
  regione_id uuid not null,
  istantanea_id uuid not null,
  ordine integer not null check (ordine > 0),
  nome text not null check (nome ~ '^[A-Za-z0-9][A-Za-z0-9_./-]{0,99}$'),
  tabella text check (length(tabella) <= 60),
  righe bigint check (righe >= 0),
  byte bigint not null check (byte >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- i pezzi, nell'ordine in cui si leggono
  pezzi text[] not null,
  primary key (istantanea_id, ordine),
  unique (istantanea_id, nome),
  foreign key (regione_id, istantanea_id) references istantanea (regione_id, id)
);
create index istantanea_file_regione on istantanea_file (regione_id);

/* Chi ha congelato ogni istantanea: la ricerca non legge gli utenti, e di questi vede solo il nome. */
create function app.autori_istantanee() returns table (istantanea_id uuid, nome text)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, u.nome || ' ' || u.cognome from public.istantanea i join public.utente u on u.id = i.creata_da
  where i.regione_id = app.regione_id() and session_user = 'app_ricerca'
$$;
alter function app.autori_istantanee() owner to app_custode;
revoke execute on function app.autori_istantanee() from public;
grant execute on function app.autori_istantanee() to app_ricerca;

do $$
declare t text;
begin
  foreach t in array array['istantanea', 'istantanea_pezzo', 'istantanea_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
    execute format('create policy %I on %I for select to app_ricerca using (regione_id = (select app.regione_id()))', t || '_della_ricerca', t);
    execute format('create trigger solo_aggiunte before update or delete on %I for each row execute function app.rifiuta_modifica()', t);
    execute format('create trigger solo_aggiunte_tabella before truncate on %I for each statement execute function app.rifiuta_modifica()', t);
  end loop;
end $$;
create policy istantanea_del_custode on istantanea to app_custode using (true) with check (true);
grant select on istantanea to app_custode;

-- la ricerca non legge chi: il nome lo da app.autori_istantanee
grant select (id, regione_id, numero, data_riferimento, dizionario, sha256, transazione, creata_il),
  insert (id, regione_id, numero, data_riferimento, dizionario, sha256, creata_da) on istantanea to app_ricerca;
create policy istantanea_nuova on istantanea for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()));
grant select, insert on istantanea_pezzo, istantanea_file to app_ricerca;
create policy istantanea_pezzo_nuovo on istantanea_pezzo for insert to app_ricerca with check (regione_id = (select app.regione_id()));
-- i file si scrivono con la loro istantanea, da chi la sta congelando, e mai dopo
create policy istantanea_file_nuovo on istantanea_file for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and exists (select from istantanea i where i.id = istantanea_id and i.transazione = pg_current_xact_id()::text::bigint));

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
