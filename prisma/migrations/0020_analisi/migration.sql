-- Le analisi che chi fa ricerca salva: una domanda, non un risultato. Riaperta, si calcola di nuovo (docs/decisioni/0020).

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

create table analisi (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  titolo text not null check (length(titolo) between 3 and 120),
  -- i parametri dell'indirizzo, per nome: { "tabella": "progetto", "righe": "stato", … }
  domanda jsonb not null check (jsonb_typeof(domanda) = 'object' and length(domanda::text) <= 8000),
  -- la versione del dizionario con cui e stata scritta
  dizionario integer not null check (dizionario > 0),
  -- la vede chi l'ha scritta; condivisa, chi fa ricerca nella stessa Regione
  condivisa boolean not null default false,
  creata_il timestamptz(3) not null default app.adesso(),
  aggiornata_il timestamptz(3) not null default app.adesso(),
  creata_da uuid not null references utente (id),
  unique (regione_id, id)
);
create index analisi_recenti on analisi (regione_id, aggiornata_il desc);

/* Chi ha scritto ogni analisi che si vede, e se e di chi chiede: la ricerca non legge gli utenti, e di questi vede solo il nome. */
create function app.autori_analisi() returns table (analisi_id uuid, nome text, mia boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, u.nome || ' ' || u.cognome, a.creata_da = app.utente_id() from public.analisi a join public.utente u on u.id = a.creata_da
  where a.regione_id = app.regione_id() and session_user = 'app_ricerca' and (a.condivisa or a.creata_da = app.utente_id())
$$;
alter function app.autori_analisi() owner to app_custode;
revoke execute on function app.autori_analisi() from public;
grant execute on function app.autori_analisi() to app_ricerca;

alter table analisi enable row level security;
alter table analisi force row level security;
create policy analisi_del_sistema on analisi to app_sistema using (true) with check (true);
grant select, insert, update, delete on analisi to app_sistema;
create policy analisi_del_custode on analisi to app_custode using (true) with check (true);
grant select on analisi to app_custode;

grant select (id, regione_id, titolo, domanda, dizionario, condivisa, creata_il, aggiornata_il), insert (id, regione_id, titolo, domanda, dizionario, creata_da),
  update (titolo, condivisa, aggiornata_il), delete on analisi to app_ricerca;
create policy analisi_propria_o_condivisa on analisi for select to app_ricerca
  using (regione_id = (select app.regione_id()) and (condivisa or creata_da = (select app.utente_id())));
create policy analisi_nuova on analisi for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()));
create policy analisi_scritta on analisi for update to app_ricerca
  using (regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()))
  with check (regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()));
create policy analisi_cancellata on analisi for delete to app_ricerca
  using (regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()));

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
