-- Le stesse regole di 0002, calcolate con meno lavoro: il contesto si verifica una volta per ogni tabella di ogni istruzione, quindi pesa.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

/* Il contesto firmato e ancora valido di questo login, altrimenti NULL: senza contesto non si vede nulla. La firma e verificata qui, con una sola lettura. */
create or replace function app.contesto() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  testo text := current_setting('app.contesto', true);
  firma text := current_setting('app.firma', true);
  c jsonb;
begin
  -- dopo la prima set_config locale il valore fuori transazione e '' e non NULL
  if testo is null or testo = '' or firma is null then return null; end if;
  perform from app.chiave_contesto k where encode(sha256(k.esterna || sha256(k.interna || convert_to(testo, 'UTF8'))), 'hex') = firma;
  if not found then return null; end if;
  c := testo::jsonb;
  if c ->> 'login' is distinct from session_user::text then return null; end if;
  if (c ->> 'scade')::double precision < extract(epoch from transaction_timestamp()) then return null; end if;
  return c;
end $$;

-- Il corpo «begin atomic» lega i nomi ora: non serve fissare search_path, e PostgreSQL puo scrivere la funzione dentro la policy.
create or replace function app.utente_id() returns uuid language sql stable begin atomic select (app.contesto() ->> 'utente')::uuid; end;
create or replace function app.regione_id() returns uuid language sql stable begin atomic select (app.contesto() ->> 'regione')::uuid; end;
create or replace function app.organizzazione_id() returns uuid language sql stable begin atomic select (app.contesto() ->> 'organizzazione')::uuid; end;
create or replace function app.ruolo() returns public.ruolo language sql stable begin atomic select (app.contesto() ->> 'ruolo')::public.ruolo; end;
/* I progetti in cui l'organizzazione partecipa oggi. */
create or replace function app.progetti() returns uuid[] language sql stable
begin atomic select array(select jsonb_array_elements_text(app.contesto() -> 'progetti')::uuid); end;
/* Quelli di cui e capofila. */
create or replace function app.capofila() returns uuid[] language sql stable
begin atomic select array(select jsonb_array_elements_text(app.contesto() -> 'capofila')::uuid); end;

-- app.bozze() non scorre piu i progetti della Regione.
create index progetto_in_bozza on progetto (regione_id) include (id) where stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA');

-- Detto come sulle tabelle figlie: con «stato not in (…)» il pianificatore, che sotto policy non puo leggere le statistiche, prevedeva una riga sola.
drop policy progetto_della_regione on progetto;
drop policy progetto_della_ricerca on progetto;
create policy progetto_della_regione on progetto for select to app_regione using (regione_id = (select app.regione_id()) and id <> all ((select app.bozze())::uuid[]));
create policy progetto_della_ricerca on progetto for select to app_ricerca using (regione_id = (select app.regione_id()) and id <> all ((select app.bozze())::uuid[]));

-- Una domanda aperta per azione e relazione, anche se due istruttori la scrivono insieme.
create unique index chiarimento_uno_aperto on chiarimento (rapporto_id, azione_id) where stato = 'APERTO';

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
