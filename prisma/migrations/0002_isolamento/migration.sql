-- Chi vede che cosa, detto una volta sola, in SQL.
--
-- Il contesto di una transazione e un testo JSON in app.contesto con la sua firma HMAC-SHA-256 in app.firma. Lo prepara solo
-- accesso.leggi_sessione, per una sessione viva; la chiave sta in una tabella che nessun lettore puo leggere. Anche chi riuscisse a
-- eseguire SQL con il login di un ente non puo quindi presentarsi come un altro: set_config senza firma non vale nulla.
-- Le policy confrontano colonne con valori calcolati una volta per istruzione: sempre (select app.…()), mai una lettura per riga.

-- app_custode possiede le funzioni definer: serve esserne membri per il tempo della migrazione.
do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app, accesso to app_custode;

create table app.chiave_contesto (
  uno boolean primary key default true check (uno),
  -- le due chiavi di HMAC (K xor ipad, K xor opad), gia pronte
  interna bytea not null,
  esterna bytea not null
);
do $$
declare
  chiave bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || decode(repeat('00', 32), 'hex');
  i_pad bytea := chiave;
  o_pad bytea := chiave;
begin
  for i in 0..63 loop
    i_pad := set_byte(i_pad, i, get_byte(chiave, i) # 54);
    o_pad := set_byte(o_pad, i, get_byte(chiave, i) # 92);
  end loop;
  insert into app.chiave_contesto (interna, esterna) values (i_pad, o_pad);
end $$;
alter table app.chiave_contesto enable row level security;
alter table app.chiave_contesto force row level security;
grant select on app.chiave_contesto to app_custode;
create policy chiave_del_custode on app.chiave_contesto for select to app_custode using (true);

create function app.hmac(testo text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare k app.chiave_contesto%rowtype;
begin
  select * into strict k from app.chiave_contesto;
  return encode(sha256(k.esterna || sha256(k.interna || convert_to(testo, 'UTF8'))), 'hex');
end $$;

/* Il contesto firmato e ancora valido di questo login, altrimenti NULL: senza contesto non si vede nulla. */
create function app.contesto() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  testo text := current_setting('app.contesto', true);
  c jsonb;
begin
  -- dopo la prima set_config locale il valore fuori transazione e '' e non NULL
  if testo is null or testo = '' then return null; end if;
  if app.hmac(testo) is distinct from current_setting('app.firma', true) then return null; end if;
  c := testo::jsonb;
  if c ->> 'login' is distinct from session_user::text then return null; end if;
  if (c ->> 'scade')::double precision < extract(epoch from transaction_timestamp()) then return null; end if;
  return c;
end $$;

create function app.utente_id() returns uuid language sql stable set search_path = pg_catalog as $$ select (app.contesto() ->> 'utente')::uuid $$;
create function app.regione_id() returns uuid language sql stable set search_path = pg_catalog as $$ select (app.contesto() ->> 'regione')::uuid $$;
create function app.organizzazione_id() returns uuid language sql stable set search_path = pg_catalog as $$ select (app.contesto() ->> 'organizzazione')::uuid $$;
create function app.ruolo() returns public.ruolo language sql stable set search_path = pg_catalog as $$ select (app.contesto() ->> 'ruolo')::public.ruolo $$;
/* I progetti in cui l'organizzazione partecipa oggi. */
create function app.progetti() returns uuid[] language sql stable set search_path = pg_catalog as
$$ select array(select jsonb_array_elements_text(app.contesto() -> 'progetti')::uuid) $$;
/* Quelli di cui e capofila. */
create function app.capofila() returns uuid[] language sql stable set search_path = pg_catalog as
$$ select array(select jsonb_array_elements_text(app.contesto() -> 'capofila')::uuid) $$;

/* I progetti della Regione ancora in bozza: pochi, e privati di chi li scrive. Calcolati una volta per istruzione. */
create function app.bozze() returns uuid[] language sql stable security definer set search_path = pg_catalog as
$$ select array(select id from public.progetto where regione_id = app.regione_id() and stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')) $$;

/* Con che login entra un ruolo. */
create function app.login_del_ruolo(r public.ruolo) returns text language sql immutable set search_path = pg_catalog as $$
  select case
    when r in ('REFERENTE', 'OPERATORE') then 'app_ente'
    when r = 'RICERCATORE' then 'app_ricerca'
    else 'app_regione' end
$$;

/* Il contesto di un incarico attivo oggi, con la firma; nessuna riga se l'incarico non vale. Scade dopo cinque minuti. */
create function app.firma_incarico(p_incarico uuid) returns table (contesto text, firma text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  with valido as (
    select i.* from public.incarico i join public.utente u on u.id = i.utente_id
    where i.id = p_incarico and u.stato = 'ATTIVO' and i.revocato_il is null
      and i.dal <= app.oggi() and (i.al is null or i.al >= app.oggi())
  ), partecipa as (
    select p.progetto_id, p.ruolo from public.partecipazione p join valido v on v.regione_id = p.regione_id and v.organizzazione_id = p.organizzazione_id
    where p.dal <= app.oggi() and (p.al is null or p.al >= app.oggi())
      and (v.progetto_id is null or v.progetto_id = p.progetto_id)
      and app.login_del_ruolo(v.ruolo) = 'app_ente'
  ), testo as (
    select jsonb_build_object(
      'login', app.login_del_ruolo(v.ruolo), 'utente', v.utente_id, 'incarico', v.id, 'ruolo', v.ruolo,
      'regione', v.regione_id, 'organizzazione', v.organizzazione_id,
      'progetti', (select coalesce(jsonb_agg(progetto_id), '[]') from partecipa),
      'capofila', (select coalesce(jsonb_agg(progetto_id), '[]') from partecipa where ruolo = 'CAPOFILA'),
      'scade', ceil(extract(epoch from now()) + 300))::text as t
    from valido v
  )
  select t, app.hmac(t) from testo;
end $$;

-- ---------------------------------------------------------------- transizioni ammesse: le stesse di lib/attuazione/rules.ts, un test le confronta

create table app.transizione (
  oggetto text not null,
  da text not null,
  a text not null,
  login text not null,
  primary key (oggetto, da, a, login)
);
insert into app.transizione (oggetto, da, a, login) values
  ('rapporto_progetto', 'BOZZA', 'PRESENTATO', 'app_ente'),
  ('rapporto_progetto', 'PRESENTATO', 'IN_VERIFICA', 'app_regione'),
  ('rapporto_progetto', 'IN_VERIFICA', 'CHIARIMENTI', 'app_regione'),
  ('rapporto_progetto', 'CHIARIMENTI', 'IN_VERIFICA', 'app_ente'),
  ('rapporto_progetto', 'IN_VERIFICA', 'APPROVATO', 'app_regione'),
  ('rapporto_progetto', 'IN_VERIFICA', 'APPROVATO_CON_RILIEVI', 'app_regione'),
  ('rapporto_progetto', 'IN_VERIFICA', 'RESPINTO', 'app_regione'),
  ('rapporto_progetto', 'RESPINTO', 'CHIARIMENTI', 'app_regione'),
  ('rapporto_ente', 'APERTO', 'CONSEGNATO', 'app_ente'),
  ('rapporto_ente', 'CONSEGNATO', 'RINVIATO', 'app_ente'),
  ('rapporto_ente', 'RINVIATO', 'CONSEGNATO', 'app_ente'),
  ('rapporto_ente', 'CONSEGNATO', 'INCLUSO', 'app_ente'),
  ('chiarimento', 'APERTO', 'RISPOSTO', 'app_ente'),
  ('chiarimento', 'RISPOSTO', 'CHIUSO', 'app_regione');
alter table app.transizione enable row level security;
alter table app.transizione force row level security;
grant select on app.transizione to app_custode, app_sistema;
create policy transizione_del_custode on app.transizione for select to app_custode, app_sistema using (true);

/* Rifiuta un cambio di stato che la tabella non prevede per chi scrive, anche se l'applicazione lo chiedesse; rinviare e includere la parte
   di un ente spetta al capofila. La data del passaggio la mette qui il database: nessuno puo spostare l'orologio della verifica. */
create function app.verifica_transizione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare adesso timestamptz := app.adesso();
begin
  if new.stato = old.stato then return new; end if;
  if not exists (
      select from app.transizione t
      where t.oggetto = tg_table_name and t.da = old.stato::text and t.a = new.stato::text and t.login = session_user::text)
    or (tg_table_name = 'rapporto_ente' and new.stato::text in ('RINVIATO', 'INCLUSO') and not new.progetto_id = any (app.capofila()))
  then
    raise exception 'transizione non ammessa: % da % a %', tg_table_name, old.stato, new.stato using errcode = 'CT001';
  end if;
  if tg_table_name = 'rapporto_ente' then
    if new.stato::text = 'CONSEGNATO' then new.consegnato_il := adesso; end if;
  elsif tg_table_name = 'chiarimento' then
    if new.stato::text = 'RISPOSTO' then new.risposto_il := adesso; else new.chiuso_il := adesso; end if;
  else
    case new.stato::text
      when 'PRESENTATO' then new.presentato_il := adesso;
      -- una relazione respinta e riaperta resta ferma da quando fu respinta: quel tempo non e della Regione
      when 'CHIARIMENTI' then new.sospeso_dal := coalesce(old.deciso_il, adesso); new.deciso_il := null;
      when 'IN_VERIFICA' then
        if old.stato::text = 'PRESENTATO' then
          new.preso_in_carico_il := adesso;
        else
          new.sospeso_secondi := old.sospeso_secondi + greatest(0, extract(epoch from adesso - old.sospeso_dal))::int;
          new.sospeso_dal := null;
        end if;
      else new.deciso_il := adesso;
    end case;
  end if;
  return new;
end $$;

/* La relazione cambia stato: le sue parti diventano leggibili (o riapribili) tutte insieme, qui e in nessun altro posto. */
create function app.propaga_stato_rapporto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  d public.diffusione := case
    when new.stato = 'BOZZA' then 'BOZZA'
    when new.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI') then 'APPROVATO'
    else 'PRESENTATO' end;
begin
  if new.stato = old.stato then return null; end if;
  update public.rapporto_ente set diffusione = d where rapporto_id = new.id;
  update public.rapporto_causa set diffusione = d where rapporto_id = new.id;
  -- una relazione respinta e riaperta si corregge tutta; un chiarimento riapre solo la sua azione (app.riapri_azione)
  update public.avanzamento set diffusione = d, riaperto = (old.stato = 'RESPINTO' and new.stato = 'CHIARIMENTI')
    where rapporto_id = new.id and (diffusione <> d or new.stato <> 'CHIARIMENTI' or old.stato = 'RESPINTO');
  update public.quantita_realizzata q set diffusione = d from public.avanzamento a where a.rapporto_id = new.id and q.avanzamento_id = a.id;
  update public.avanzamento_causa c set diffusione = d from public.avanzamento a where a.rapporto_id = new.id and c.avanzamento_id = a.id;
  return null;
end $$;

create function app.riapri_azione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.avanzamento set riaperto = true where rapporto_id = new.rapporto_id and azione_id = new.azione_id;
  return null;
end $$;

create function app.rifiuta_modifica() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'la tabella % si puo solo allungare', tg_table_name using errcode = 'CT002';
end $$;

alter function app.hmac(text) owner to app_custode;
alter function app.contesto() owner to app_custode;
alter function app.bozze() owner to app_custode;
alter function app.firma_incarico(uuid) owner to app_custode;
alter function app.verifica_transizione() owner to app_custode;
alter function app.propaga_stato_rapporto() owner to app_custode;
alter function app.riapri_azione() owner to app_custode;
revoke execute on all functions in schema app from public;
grant execute on function app.hmac(text), app.firma_incarico(uuid) to app_custode;
grant execute on function app.firma_incarico(uuid) to app_sistema;
grant execute on function app.adesso(), app.oggi(), app.login_del_ruolo(public.ruolo) to public;
grant execute on function app.bozze() to app_regione, app_ricerca;
grant execute on function app.contesto(), app.utente_id(), app.regione_id(), app.organizzazione_id(), app.ruolo(), app.progetti(), app.capofila()
  to app_ente, app_regione, app_ricerca, app_pubblico, app_custode;

create trigger transizione_ammessa before update of stato on rapporto_progetto for each row execute function app.verifica_transizione();
create trigger transizione_ammessa before update of stato on rapporto_ente for each row execute function app.verifica_transizione();
create trigger transizione_ammessa before update of stato on chiarimento for each row execute function app.verifica_transizione();
create trigger propaga_stato after update of stato on rapporto_progetto for each row execute function app.propaga_stato_rapporto();
create trigger riapri_azione after insert on chiarimento for each row execute function app.riapri_azione();
create trigger solo_aggiunte before update or delete on evento for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on evento for each statement execute function app.rifiuta_modifica();
create trigger solo_aggiunte before update or delete on rapporto_versione for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on rapporto_versione for each statement execute function app.rifiuta_modifica();

-- ---------------------------------------------------------------- row level security: accesa e forzata su ogni tabella

do $$
declare t record;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', t.relname);
    execute format('alter table %I force row level security', t.relname);
    -- i comandi da terminale (importazione, dati dimostrativi): il server web non ha questo login
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t.relname || '_del_sistema', t.relname);
    execute format('grant select, insert, update, delete on %I to app_sistema', t.relname);
  end loop;
end $$;
grant usage on all sequences in schema public to app_sistema;
grant usage on sequence evento_id_seq to app_ente, app_regione, app_ricerca;

-- ---------------------------------------------------------------- dati comuni della Regione

grant select on regione, ambito, organizzazione, ente_gestore, ente_gestore_ambito, programma, bando, fase_bando,
  categoria_intervento, gruppo_destinatari, causa_ritardo to app_ente, app_regione, app_ricerca;

create policy regione_degli_enti on regione for select to app_ente using (id = (select app.regione_id()));
create policy regione_della_regione on regione for select to app_regione using (id = (select app.regione_id()));
create policy regione_della_ricerca on regione for select to app_ricerca using (id = (select app.regione_id()));
create policy ambito_degli_enti on ambito for select to app_ente using (regione_id = (select app.regione_id()));
create policy ambito_della_regione on ambito for select to app_regione using (regione_id = (select app.regione_id()));
create policy ambito_della_ricerca on ambito for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy organizzazione_degli_enti on organizzazione for select to app_ente using (regione_id = (select app.regione_id()));
create policy organizzazione_della_regione on organizzazione for select to app_regione using (regione_id = (select app.regione_id()));
create policy organizzazione_della_ricerca on organizzazione for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy ente_gestore_degli_enti on ente_gestore for select to app_ente using (regione_id = (select app.regione_id()));
create policy ente_gestore_della_regione on ente_gestore for select to app_regione using (regione_id = (select app.regione_id()));
create policy ente_gestore_della_ricerca on ente_gestore for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy ente_gestore_ambito_degli_enti on ente_gestore_ambito for select to app_ente using (regione_id = (select app.regione_id()));
create policy ente_gestore_ambito_della_regione on ente_gestore_ambito for select to app_regione using (regione_id = (select app.regione_id()));
create policy ente_gestore_ambito_della_ricerca on ente_gestore_ambito for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy programma_degli_enti on programma for select to app_ente using (regione_id = (select app.regione_id()));
create policy programma_della_regione on programma for select to app_regione using (regione_id = (select app.regione_id()));
create policy programma_della_ricerca on programma for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy bando_degli_enti on bando for select to app_ente using (regione_id = (select app.regione_id()));
create policy bando_della_regione on bando for select to app_regione using (regione_id = (select app.regione_id()));
create policy bando_della_ricerca on bando for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy fase_bando_degli_enti on fase_bando for select to app_ente using (regione_id = (select app.regione_id()));
create policy fase_bando_della_regione on fase_bando for select to app_regione using (regione_id = (select app.regione_id()));
create policy fase_bando_della_ricerca on fase_bando for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy categoria_intervento_degli_enti on categoria_intervento for select to app_ente using (regione_id = (select app.regione_id()));
create policy categoria_intervento_della_regione on categoria_intervento for select to app_regione using (regione_id = (select app.regione_id()));
create policy categoria_intervento_della_ricerca on categoria_intervento for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy gruppo_destinatari_degli_enti on gruppo_destinatari for select to app_ente using (regione_id = (select app.regione_id()));
create policy gruppo_destinatari_della_regione on gruppo_destinatari for select to app_regione using (regione_id = (select app.regione_id()));
create policy gruppo_destinatari_della_ricerca on gruppo_destinatari for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy causa_ritardo_degli_enti on causa_ritardo for select to app_ente using (regione_id = (select app.regione_id()));
create policy causa_ritardo_della_regione on causa_ritardo for select to app_regione using (regione_id = (select app.regione_id()));
create policy causa_ritardo_della_ricerca on causa_ritardo for select to app_ricerca using (regione_id = (select app.regione_id()));

-- ---------------------------------------------------------------- persone

grant select on utente, incarico to app_ente, app_regione;
create policy utente_se_stesso on utente for select to app_ente using (id = (select app.utente_id()));
create policy utente_della_regione on utente for select to app_regione
  using (exists (select from incarico i where i.utente_id = utente.id and i.regione_id = (select app.regione_id())));
create policy incarico_proprio on incarico for select to app_ente
  using (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()));
create policy incarico_della_regione on incarico for select to app_regione using (regione_id = (select app.regione_id()));

-- ---------------------------------------------------------------- progetti: chi vi partecipa, la sua Regione, la ricerca

grant select on progetto, progetto_ambito, partecipazione, classificazione_progetto, azione, azione_destinatari, quantita, periodo
  to app_ente, app_regione, app_ricerca;

create policy progetto_di_chi_partecipa on progetto for select to app_ente using (id = any ((select app.progetti())::uuid[]));
create policy progetto_della_regione on progetto for select to app_regione
  using (regione_id = (select app.regione_id()) and stato not in ('IDEA_BOZZA', 'PROGETTO_BOZZA'));
create policy progetto_della_ricerca on progetto for select to app_ricerca
  using (regione_id = (select app.regione_id()) and stato not in ('IDEA_BOZZA', 'PROGETTO_BOZZA'));
create policy progetto_ambito_di_chi_partecipa on progetto_ambito for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy progetto_ambito_della_regione on progetto_ambito for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy progetto_ambito_della_ricerca on progetto_ambito for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy partecipazione_di_chi_partecipa on partecipazione for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy partecipazione_della_regione on partecipazione for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy partecipazione_della_ricerca on partecipazione for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy classificazione_di_chi_partecipa on classificazione_progetto for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy classificazione_della_regione on classificazione_progetto for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy classificazione_della_ricerca on classificazione_progetto for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy azione_di_chi_partecipa on azione for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy azione_della_regione on azione for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy azione_della_ricerca on azione for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy azione_destinatari_di_chi_partecipa on azione_destinatari for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy azione_destinatari_della_regione on azione_destinatari for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy azione_destinatari_della_ricerca on azione_destinatari for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy quantita_di_chi_partecipa on quantita for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy quantita_della_regione on quantita for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy quantita_della_ricerca on quantita for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy periodo_di_chi_partecipa on periodo for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy periodo_della_regione on periodo for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy periodo_della_ricerca on periodo for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));

-- ---------------------------------------------------------------- relazioni

grant select on rapporto_progetto to app_ente, app_regione;
-- la ricerca non sa quale persona ha in carico la pratica
grant select (id, regione_id, progetto_id, periodo_id, stato, sintesi, presentato_il, deciso_il, nota_decisione, sospeso_secondi, dimostrativo) on rapporto_progetto to app_ricerca;
grant insert (id, regione_id, progetto_id, periodo_id, stato) on rapporto_progetto to app_ente;
-- le date dei passaggi le scrive il trigger: qui non ci sono
grant update (stato, sintesi, rev) on rapporto_progetto to app_ente;
grant update (stato, assegnato_a, nota_decisione) on rapporto_progetto to app_regione;
create policy rapporto_di_chi_partecipa on rapporto_progetto for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy rapporto_aperto_da_chi_partecipa on rapporto_progetto for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and stato = 'BOZZA');
create policy rapporto_del_capofila on rapporto_progetto for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato in ('BOZZA', 'CHIARIMENTI'))
  with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy rapporto_della_regione on rapporto_progetto for select to app_regione using (regione_id = (select app.regione_id()) and stato <> 'BOZZA');
create policy rapporto_deciso_dalla_regione on rapporto_progetto for update to app_regione
  using (regione_id = (select app.regione_id()) and stato <> 'BOZZA') with check (regione_id = (select app.regione_id()) and stato <> 'BOZZA');
create policy rapporto_della_ricerca on rapporto_progetto for select to app_ricerca
  using (regione_id = (select app.regione_id()) and stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI'));

grant select on rapporto_ente to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, progetto_id, rapporto_id, organizzazione_id, stato) on rapporto_ente to app_ente;
grant update (stato, nota_rinvio) on rapporto_ente to app_ente;
create policy parte_di_chi_partecipa on rapporto_ente for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy parte_aperta_da_chi_partecipa on rapporto_ente for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and stato in ('APERTO', 'NON_DOVUTO'));
create policy parte_propria on rapporto_ente for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and diffusione = 'BOZZA'
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[])))
  with check (progetto_id = any ((select app.progetti())::uuid[]));
create policy parte_della_regione on rapporto_ente for select to app_regione using (regione_id = (select app.regione_id()) and diffusione <> 'BOZZA');
create policy parte_della_ricerca on rapporto_ente for select to app_ricerca using (regione_id = (select app.regione_id()) and diffusione = 'APPROVATO');

grant select on avanzamento to app_ente, app_regione;
-- la ricerca non sa quale persona ha scritto
grant select (id, regione_id, progetto_id, rapporto_id, azione_id, organizzazione_id, diffusione, stato, fonte_stato, percentuale,
  inizio_effettivo, fine_stimata, fine_effettiva, contromisura, nota, aggiornato_il) on avanzamento to app_ricerca;
grant insert (id, regione_id, progetto_id, rapporto_id, azione_id, organizzazione_id, stato, percentuale, inizio_effettivo, fine_stimata,
  fine_effettiva, contromisura, nota, rev, aggiornato_il, aggiornato_da) on avanzamento to app_ente;
grant update (stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva, contromisura, nota, rev, aggiornato_il, aggiornato_da) on avanzamento to app_ente;
create policy avanzamento_di_chi_partecipa on avanzamento for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy avanzamento_nuovo on avanzamento for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[])
    and (progetto_id = any ((select app.capofila())::uuid[]) or (organizzazione_id = (select app.organizzazione_id())
      and exists (select from rapporto_ente e where e.rapporto_id = avanzamento.rapporto_id and e.organizzazione_id = avanzamento.organizzazione_id
        and e.stato in ('APERTO', 'RINVIATO'))))
    and exists (select from rapporto_progetto r where r.id = rapporto_id and r.stato = 'BOZZA'));
create policy avanzamento_scritto on avanzamento for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and (diffusione = 'BOZZA' or riaperto)
    and (progetto_id = any ((select app.capofila())::uuid[]) or (organizzazione_id = (select app.organizzazione_id())
      and (riaperto or exists (select from rapporto_ente e where e.rapporto_id = avanzamento.rapporto_id and e.organizzazione_id = avanzamento.organizzazione_id
        and e.stato in ('APERTO', 'RINVIATO'))))))
  with check (progetto_id = any ((select app.progetti())::uuid[]));
create policy avanzamento_della_regione on avanzamento for select to app_regione using (regione_id = (select app.regione_id()) and diffusione <> 'BOZZA');
create policy avanzamento_della_ricerca on avanzamento for select to app_ricerca using (regione_id = (select app.regione_id()) and diffusione = 'APPROVATO');

grant select on quantita_realizzata, avanzamento_causa, rapporto_causa to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, progetto_id, organizzazione_id, avanzamento_id, quantita_id, valore, valore_max, approssimato) on quantita_realizzata to app_ente;
grant update (valore, valore_max, approssimato) on quantita_realizzata to app_ente;
grant insert (id, regione_id, progetto_id, organizzazione_id, avanzamento_id, causa, primaria, gravita, mese_dal, mese_al, risolta) on avanzamento_causa to app_ente;
grant delete on quantita_realizzata, avanzamento_causa to app_ente;
create policy realizzata_di_chi_partecipa on quantita_realizzata for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy realizzata_nuova on quantita_realizzata for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[])
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[]))
    and exists (select from avanzamento a where a.id = avanzamento_id and (a.riaperto or (a.diffusione = 'BOZZA'
      and (a.progetto_id = any ((select app.capofila())::uuid[]) or exists (select from rapporto_ente e
        where e.rapporto_id = a.rapporto_id and e.organizzazione_id = a.organizzazione_id and e.stato in ('APERTO', 'RINVIATO')))))));
create policy realizzata_scritta on quantita_realizzata for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[])
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[]))
    and exists (select from avanzamento a where a.id = avanzamento_id and (a.riaperto or (a.diffusione = 'BOZZA'
      and (a.progetto_id = any ((select app.capofila())::uuid[]) or exists (select from rapporto_ente e
        where e.rapporto_id = a.rapporto_id and e.organizzazione_id = a.organizzazione_id and e.stato in ('APERTO', 'RINVIATO')))))))
  with check (progetto_id = any ((select app.progetti())::uuid[]));
create policy realizzata_tolta on quantita_realizzata for delete to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[])
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[]))
    and exists (select from avanzamento a where a.id = avanzamento_id and (a.riaperto or (a.diffusione = 'BOZZA'
      and (a.progetto_id = any ((select app.capofila())::uuid[]) or exists (select from rapporto_ente e
        where e.rapporto_id = a.rapporto_id and e.organizzazione_id = a.organizzazione_id and e.stato in ('APERTO', 'RINVIATO')))))));
create policy realizzata_della_regione on quantita_realizzata for select to app_regione using (regione_id = (select app.regione_id()) and diffusione <> 'BOZZA');
create policy realizzata_della_ricerca on quantita_realizzata for select to app_ricerca using (regione_id = (select app.regione_id()) and diffusione = 'APPROVATO');
create policy causa_di_chi_partecipa on avanzamento_causa for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy causa_nuova on avanzamento_causa for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[])
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[]))
    and exists (select from avanzamento a where a.id = avanzamento_id and (a.riaperto or (a.diffusione = 'BOZZA'
      and (a.progetto_id = any ((select app.capofila())::uuid[]) or exists (select from rapporto_ente e
        where e.rapporto_id = a.rapporto_id and e.organizzazione_id = a.organizzazione_id and e.stato in ('APERTO', 'RINVIATO')))))));
create policy causa_tolta on avanzamento_causa for delete to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[])
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[]))
    and exists (select from avanzamento a where a.id = avanzamento_id and (a.riaperto or (a.diffusione = 'BOZZA'
      and (a.progetto_id = any ((select app.capofila())::uuid[]) or exists (select from rapporto_ente e
        where e.rapporto_id = a.rapporto_id and e.organizzazione_id = a.organizzazione_id and e.stato in ('APERTO', 'RINVIATO')))))));
create policy causa_della_regione on avanzamento_causa for select to app_regione using (regione_id = (select app.regione_id()) and diffusione <> 'BOZZA');
create policy causa_della_ricerca on avanzamento_causa for select to app_ricerca using (regione_id = (select app.regione_id()) and diffusione = 'APPROVATO');
create policy causa_progetto_di_chi_partecipa on rapporto_causa for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy causa_progetto_della_regione on rapporto_causa for select to app_regione using (regione_id = (select app.regione_id()) and diffusione <> 'BOZZA');
create policy causa_progetto_della_ricerca on rapporto_causa for select to app_ricerca using (regione_id = (select app.regione_id()) and diffusione = 'APPROVATO');

grant select on chiarimento to app_ente, app_regione;
grant insert (id, regione_id, progetto_id, rapporto_id, azione_id, stato, domanda, entro) on chiarimento to app_regione;
grant update (stato) on chiarimento to app_regione;
grant update (stato, risposta) on chiarimento to app_ente;
create policy chiarimento_di_chi_partecipa on chiarimento for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy chiarimento_risposto_dal_capofila on chiarimento for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'CHIUSO') with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy chiarimento_della_regione on chiarimento for select to app_regione using (regione_id = (select app.regione_id()));
create policy chiarimento_chiesto_dalla_regione on chiarimento for insert to app_regione
  with check (regione_id = (select app.regione_id()) and stato = 'APERTO'
    and exists (select from rapporto_progetto r where r.id = rapporto_id and r.stato in ('IN_VERIFICA', 'CHIARIMENTI')));
create policy chiarimento_chiuso_dalla_regione on chiarimento for update to app_regione
  using (regione_id = (select app.regione_id()) and stato <> 'CHIUSO') with check (regione_id = (select app.regione_id()));

grant select on rapporto_versione to app_ente, app_regione;
grant insert (id, regione_id, progetto_id, rapporto_id, numero, contenuto, sha256) on rapporto_versione to app_ente;
create policy versione_di_chi_partecipa on rapporto_versione for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy versione_del_capofila on rapporto_versione for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[])
    and exists (select from rapporto_progetto r where r.id = rapporto_id and r.stato in ('BOZZA', 'CHIARIMENTI')));
create policy versione_della_regione on rapporto_versione for select to app_regione using (regione_id = (select app.regione_id()));

-- ---------------------------------------------------------------- registro degli eventi: chi scrive e chi dice di essere, e quando lo dice l'orologio

grant select on evento to app_ente, app_regione;
grant insert (regione_id, progetto_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, prima, dopo, riservato) on evento to app_ente, app_regione, app_ricerca;
create policy evento_di_chi_partecipa on evento for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy evento_dell_ente on evento for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and regione_id = (select app.regione_id()) and attore_id = (select app.utente_id())
    and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo())
    -- riservati solo gli atti su una bozza: nessuno puo nascondere alla Regione un atto che la riguarda
    and riservato = (atto in ('rapporto.aperto', 'rapporto.sintesiSalvata', 'avanzamento.salvato', 'parte.consegnata', 'parte.rinviata')));
create policy evento_della_regione on evento for select to app_regione using (regione_id = (select app.regione_id()) and not riservato);
create policy evento_scritto_dalla_regione on evento for insert to app_regione
  with check (regione_id = (select app.regione_id()) and attore_id = (select app.utente_id())
    and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo()) and not riservato);
create policy evento_della_ricerca on evento for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and attore_id = (select app.utente_id())
    and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo()) and not riservato);

-- ---------------------------------------------------------------- sito pubblico: progetti approvati, nessuna persona, nessun avanzamento

grant select on regione, ambito, programma, bando, categoria_intervento, classificazione_progetto, progetto_ambito to app_pubblico;
grant select (id, regione_id, tipo, denominazione, sigla, sede, provincia) on organizzazione to app_pubblico;
grant select (regione_id, progetto_id, organizzazione_id, ruolo) on partecipazione to app_pubblico;
grant select (id, regione_id, bando_id, codice, titolo, acronimo, territorio, provincia, istat_comune, lat, lon, popolazione, n_comuni, stato,
  cup, data_approvazione, data_avvio, data_fine_prevista, importo_assegnato_cents, campi_dimostrativi) on progetto to app_pubblico;
create policy regione_pubblica on regione for select to app_pubblico using (true);
create policy ambito_pubblico on ambito for select to app_pubblico using (true);
create policy programma_pubblico on programma for select to app_pubblico using (true);
create policy bando_pubblico on bando for select to app_pubblico using (true);
create policy categoria_pubblica on categoria_intervento for select to app_pubblico using (true);
create policy organizzazione_pubblica on organizzazione for select to app_pubblico using (true);
create policy progetto_pubblico on progetto for select to app_pubblico
  using (stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO'));
create policy progetto_ambito_pubblico on progetto_ambito for select to app_pubblico using (exists (select from progetto p where p.id = progetto_id));
create policy partecipazione_pubblica on partecipazione for select to app_pubblico using (exists (select from progetto p where p.id = progetto_id));
create policy classificazione_pubblica on classificazione_progetto for select to app_pubblico using (exists (select from progetto p where p.id = progetto_id));

-- ---------------------------------------------------------------- cio che servono le funzioni definer, e non di piu

grant select on utente, incarico, partecipazione, organizzazione, regione to app_custode;
grant select (id, regione_id, stato) on progetto to app_custode;
create policy progetto_del_custode on progetto for select to app_custode using (true);
create policy utente_del_custode on utente for select to app_custode using (true);
create policy incarico_del_custode on incarico for select to app_custode using (true);
create policy partecipazione_del_custode on partecipazione for select to app_custode using (true);
create policy organizzazione_del_custode on organizzazione for select to app_custode using (true);
create policy regione_del_custode on regione for select to app_custode using (true);
grant select, update (diffusione) on rapporto_ente to app_custode;
grant select, update (diffusione) on rapporto_causa to app_custode;
grant select, update (diffusione, riaperto) on avanzamento to app_custode;
grant select, update (diffusione) on quantita_realizzata to app_custode;
grant select, update (diffusione) on avanzamento_causa to app_custode;
create policy rapporto_ente_del_custode on rapporto_ente to app_custode using (true) with check (true);
create policy rapporto_causa_del_custode on rapporto_causa to app_custode using (true) with check (true);
create policy avanzamento_del_custode on avanzamento to app_custode using (true) with check (true);
create policy quantita_realizzata_del_custode on quantita_realizzata to app_custode using (true) with check (true);
create policy avanzamento_causa_del_custode on avanzamento_causa to app_custode using (true) with check (true);

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
