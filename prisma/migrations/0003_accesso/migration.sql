-- L'accesso: password, sessioni, dispositivi e tentativi si toccano solo con le funzioni di questo schema.
-- Il login app_accesso non ha alcun diritto sulle tabelle: chi leggesse le sue credenziali non potrebbe elencare ne le persone ne gli hash.
-- Qui il tempo e sempre now(), mai app.adesso(): l'orologio dimostrativo non deve aprire ne chiudere sessioni.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema accesso to app_custode;

-- La ricerca per e-mail e esatta: due utenti che differiscono solo per una maiuscola sarebbero la stessa persona.
alter table utente add constraint utente_email_minuscola check (email = lower(email));

grant select on credenziale to app_custode;
grant select, insert, delete, update (incarico_id, usata_il, chiusa_il) on sessione to app_custode;
grant select, insert, delete, update (scade_il) on dispositivo_noto to app_custode;
grant select, insert, delete on tentativo_accesso to app_custode;
grant insert (regione_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, riservato) on evento to app_custode;
grant usage on sequence evento_id_seq, tentativo_accesso_id_seq to app_custode;
create policy credenziale_del_custode on credenziale for select to app_custode using (true);
create policy sessione_del_custode on sessione to app_custode using (true) with check (true);
create policy dispositivo_del_custode on dispositivo_noto to app_custode using (true) with check (true);
create policy tentativo_del_custode on tentativo_accesso to app_custode using (true) with check (true);
create policy evento_dell_accesso on evento for insert to app_custode with check (progetto_id is null and riservato and atto like 'accesso.%');

-- ---------------------------------------------------------------- le misure, in un posto solo

/* Una sessione dura al massimo otto ore e finisce dopo trenta minuti senza uso. */
create function accesso.durata_sessione() returns interval language sql immutable set search_path = pg_catalog as $$ select interval '8 hours' $$;
create function accesso.termine(scade timestamptz, usata timestamptz) returns timestamptz language sql immutable set search_path = pg_catalog as
$$ select least(scade, usata + interval '30 minutes') $$;
create function accesso.durata_dispositivo() returns interval language sql immutable set search_path = pg_catalog as $$ select interval '365 days' $$;

/* Quanti tentativi falliti ammette un contatore, e in quanto tempo. «email» conta solo i dispositivi mai visti (NIST SP 800-63B: al piu 100);
   «indirizzo» e piu largo di «coppia» perche dietro un indirizzo puo stare un ente intero. */
create function accesso.soglia(contatore text, out limite integer, out finestra interval) language sql immutable set search_path = pg_catalog as $$
  select l, f from (values
    ('coppia', 10, interval '15 minutes'), ('dispositivo', 10, interval '15 minutes'),
    ('indirizzo', 50, interval '15 minutes'), ('email', 100, interval '1 hour')) s (c, l, f) where c = contatore
$$;

-- ---------------------------------------------------------------- parti comuni, che nessun login puo chiamare

/* Gli incarichi di una persona che valgono oggi: le stesse condizioni di app.firma_incarico. */
create function accesso.incarichi_attivi(p_utente uuid) returns setof public.incarico
language sql stable security definer set search_path = pg_catalog as $$
  select i.* from public.incarico i join public.utente u on u.id = i.utente_id
  where i.utente_id = p_utente and u.stato = 'ATTIVO' and i.revocato_il is null
    and i.dal <= app.oggi() and (i.al is null or i.al >= app.oggi())
$$;

create function accesso.sessione_viva(p_segreto bytea) returns setof public.sessione
language sql stable security definer set search_path = pg_catalog as $$
  select s.* from public.sessione s join public.utente u on u.id = s.utente_id
  where s.token_hash = p_segreto and s.chiusa_il is null and u.stato = 'ATTIVO' and now() < accesso.termine(s.scade_il, s.usata_il)
$$;

/* Un evento nella Regione dell'incarico; senza incarico scelto, in ogni Regione in cui la persona ne ha avuto uno. Mai e-mail ne indirizzi. */
create function accesso.registra(p_atto text, p_oggetto text, p_oggetto_id uuid, p_utente uuid, p_incarico uuid, p_attore uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if p_incarico is null then
    insert into public.evento (regione_id, atto, oggetto, oggetto_id, attore_id, riservato)
      select distinct i.regione_id, p_atto, p_oggetto, p_oggetto_id, p_attore, true from public.incarico i where i.utente_id = p_utente;
  else
    insert into public.evento (regione_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, riservato)
      select i.regione_id, p_atto, p_oggetto, p_oggetto_id, p_attore, i.organizzazione_id, i.ruolo, true from public.incarico i where i.id = p_incarico;
  end if;
end $$;

-- ---------------------------------------------------------------- entrare

/*
 * Prenota un tentativo prima di verificare la password: lo conta subito come fallito, cosi cento tentativi insieme non superano la soglia.
 * Chi arriva da un dispositivo da cui la persona e gia entrata ha un contatore suo: i tentativi degli estranei non lo fermano.
 * Con attesa_s non nulla il tentativo e rifiutato (secondi da aspettare) e non si conta. L'hash manca se la persona non c'e o non e attiva.
 */
create function accesso.prenota_tentativo(p_email text, p_coppia bytea, p_per_email bytea, p_indirizzo bytea, p_per_dispositivo bytea, p_dispositivo bytea)
returns table (attesa_s integer, rimasti integer, prenotazioni bigint[], utente_id uuid, hash text, dimostrativo boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  u record;
  chiavi bytea[] := array[p_coppia, p_per_email, p_indirizzo];
  contatori text[] := array['coppia', 'email', 'indirizzo'];
  chiave bytea;
  soglia record;
  quando timestamptz;
  libero timestamptz := now();
begin
  select p.id, p.stato, p.dimostrativo, c.hash into u from public.utente p left join public.credenziale c on c.utente_id = p.id where p.email = p_email;
  if exists (select from public.dispositivo_noto d where d.utente_id = u.id and d.token_hash = sha256(p_dispositivo || uuid_send(u.id)) and d.scade_il > now()) then
    chiavi := array[p_per_dispositivo];
    contatori := array['dispositivo'];
  end if;

  -- sempre nello stesso ordine, perche due tentativi non si aspettino a vicenda
  for chiave in select k from unnest(chiavi) k order by k loop
    perform pg_advisory_xact_lock(('x' || encode(substr(chiave, 1, 8), 'hex'))::bit(64)::bigint);
  end loop;
  -- una sola pulizia per volta: due si aspetterebbero sulle stesse righe
  if pg_try_advisory_xact_lock(hashtextextended('accesso.pulizia', 0)) then
    delete from public.tentativo_accesso t where t.istante < now() - interval '2 hours';
  end if;

  for i in 1 .. cardinality(chiavi) loop
    soglia := accesso.soglia(contatori[i]);
    select t.istante into quando from public.tentativo_accesso t
      where t.chiave = chiavi[i] and t.istante > now() - soglia.finestra order by t.istante desc offset soglia.limite - 1 limit 1;
    libero := greatest(libero, quando + soglia.finestra);
  end loop;
  if libero > now() then
    attesa_s := ceil(extract(epoch from libero - now()));
    return next;
    return;
  end if;

  with inserite as (insert into public.tentativo_accesso (chiave) select k from unnest(chiavi) k returning id)
    select array_agg(id) into prenotazioni from inserite;
  soglia := accesso.soglia(contatori[1]);
  select soglia.limite - count(*) into rimasti from public.tentativo_accesso t where t.chiave = chiavi[1] and t.istante > now() - soglia.finestra;
  utente_id := u.id;
  hash := case when u.stato = 'ATTIVO' then u.hash end;
  dimostrativo := coalesce(u.dimostrativo, false);
  return next;
end $$;

/* La password non e stata verificata (troppe richieste insieme): il tentativo non conta. */
create function accesso.annulla_tentativo(p_prenotazioni bigint[]) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from public.tentativo_accesso where id = any (p_prenotazioni);
  return found;
end $$;

/* La prenotazione resta come tentativo fallito; se la persona esiste ne resta traccia. Attore ignoto: chi ci ha provato non si sa chi sia. */
create function accesso.tentativo_fallito(p_utente uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform accesso.registra('accesso.rifiutato', 'utente', p_utente, p_utente, null, null);
  return p_utente is not null;
end $$;

/*
 * La password era giusta: toglie il tentativo dai contatori (e azzera quelli personali in p_azzera), apre la sessione, ricorda il dispositivo.
 * Con un solo incarico attivo lo sceglie. p_precedente e la sessione che il browser aveva gia: si chiude. Nessuna riga se la persona non e attiva.
 */
create function accesso.apri_sessione(p_utente uuid, p_prenotazioni bigint[], p_azzera bytea[], p_segreto bytea, p_precedente bytea, p_dispositivo bytea, p_descrizione text)
returns table (incarico_id uuid, ruolo public.ruolo, n_incarichi integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare sessione_id uuid;
begin
  perform from public.utente u where u.id = p_utente and u.stato = 'ATTIVO';
  if not found then return; end if;
  -- solo cio che la pulizia non tocca: le righe vecchie se ne vanno da sole
  delete from public.tentativo_accesso t where (t.id = any (p_prenotazioni) or t.chiave = any (p_azzera)) and t.istante > now() - interval '1 hour';
  update public.sessione s set chiusa_il = now() where s.token_hash = p_precedente and s.chiusa_il is null;
  delete from public.sessione s where s.utente_id = p_utente and s.creata_il < now() - interval '30 days';
  delete from public.dispositivo_noto d where d.utente_id = p_utente and d.scade_il <= now();

  select count(*), case when count(*) = 1 then min(i.id::text)::uuid end, case when count(*) = 1 then min(i.ruolo) end
    into n_incarichi, incarico_id, ruolo from accesso.incarichi_attivi(p_utente) i;
  insert into public.sessione (token_hash, utente_id, incarico_id, scade_il, dispositivo)
    values (p_segreto, p_utente, apri_sessione.incarico_id, now() + accesso.durata_sessione(), left(p_descrizione, 80)) returning id into sessione_id;
  insert into public.dispositivo_noto (utente_id, token_hash, scade_il)
    values (p_utente, sha256(p_dispositivo || uuid_send(p_utente)), now() + accesso.durata_dispositivo())
    on conflict (token_hash) do update set scade_il = excluded.scade_il;
  perform accesso.registra('accesso.riuscito', 'sessione', sessione_id, p_utente, apri_sessione.incarico_id, p_utente);
  return next;
end $$;

-- ---------------------------------------------------------------- essere dentro

/*
 * La sessione e chi la usa, riletti a ogni richiesta. esito: VIVA, SCADUTA (con termine), CHIUSA, SCONOSCIUTA. Se l'incarico scelto non vale
 * piu, o non e stato scelto, i campi dell'incarico, contesto e firma sono NULL: la persona deve sceglierne uno.
 */
create function accesso.leggi_sessione(p_segreto bytea)
returns table (esito text, termine timestamptz, sessione_id uuid, utente_id uuid, nome text, cognome text, n_incarichi integer, incarico_id uuid, ruolo public.ruolo,
  regione_id uuid, regione_nome text, organizzazione_id uuid, organizzazione_nome text, adesso timestamptz, orologio_spostato boolean, contesto text, firma text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  select x.*, u.nome, u.cognome, u.stato into s from public.sessione x join public.utente u on u.id = x.utente_id where x.token_hash = p_segreto;
  if not found then
    esito := 'SCONOSCIUTA';
    return next;
    return;
  end if;
  termine := accesso.termine(s.scade_il, s.usata_il);
  esito := case when s.chiusa_il is not null or s.stato <> 'ATTIVO' then 'CHIUSA' when now() >= termine then 'SCADUTA' else 'VIVA' end;
  if esito <> 'VIVA' then
    return next;
    return;
  end if;
  -- al piu una scrittura al minuto per sessione
  if s.usata_il < now() - interval '1 minute' then
    update public.sessione x set usata_il = now() where x.id = s.id and x.chiusa_il is null and x.usata_il < now() - interval '1 minute';
    termine := accesso.termine(s.scade_il, now());
  end if;
  sessione_id := s.id;
  utente_id := s.utente_id;
  nome := s.nome;
  cognome := s.cognome;
  select app.adesso(), o.scarto <> interval '0' into adesso, orologio_spostato from app.orologio o;
  select count(*) into n_incarichi from accesso.incarichi_attivi(s.utente_id);
  select i.id, i.ruolo, i.regione_id, r.nome, i.organizzazione_id, coalesce(z.sigla, z.denominazione), f.contesto, f.firma
    into incarico_id, ruolo, regione_id, regione_nome, organizzazione_id, organizzazione_nome, contesto, firma
    from public.incarico i
    join public.regione r on r.id = i.regione_id
    join public.organizzazione z on z.id = i.organizzazione_id
    cross join lateral app.firma_incarico(i.id) f
    where i.id = s.incarico_id and i.utente_id = s.utente_id;
  return next;
end $$;

create function accesso.elenca_incarichi(p_segreto bytea)
returns table (incarico_id uuid, ruolo public.ruolo, organizzazione_nome text, regione_nome text, un_solo_progetto boolean, al date, scelto boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, i.ruolo, z.denominazione, r.nome, i.progetto_id is not null, i.al, i.id is not distinct from s.incarico_id
  from accesso.sessione_viva(p_segreto) s
  cross join lateral accesso.incarichi_attivi(s.utente_id) i
  join public.organizzazione z on z.id = i.organizzazione_id
  join public.regione r on r.id = i.regione_id
  order by r.nome, z.denominazione, i.ruolo, i.id
$$;

/* Sceglie un incarico proprio e attivo: ne restituisce il ruolo, o NULL se non si puo. */
create function accesso.scegli_incarico(p_segreto bytea, p_incarico uuid) returns public.ruolo language plpgsql security definer set search_path = pg_catalog as $$
declare s record; scelto record;
begin
  select * into s from accesso.sessione_viva(p_segreto);
  select i.id, i.ruolo into scelto from accesso.incarichi_attivi(s.utente_id) i where i.id = p_incarico;
  if scelto.id is null then return null; end if;
  update public.sessione x set incarico_id = scelto.id where x.id = s.id and x.chiusa_il is null;
  if not found then return null; end if;
  perform accesso.registra('accesso.profiloScelto', 'sessione', s.id, s.utente_id, scelto.id, s.utente_id);
  return scelto.ruolo;
end $$;

create function accesso.elenca_sessioni(p_segreto bytea)
returns table (sessione_id uuid, dispositivo text, creata_il timestamptz, usata_il timestamptz, questa boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select x.id, x.dispositivo, x.creata_il, x.usata_il, x.id = s.id
  from accesso.sessione_viva(p_segreto) s join public.sessione x on x.utente_id = s.utente_id
  where x.chiusa_il is null and now() < accesso.termine(x.scade_il, x.usata_il)
  order by x.id = s.id desc, x.usata_il desc
$$;

-- ---------------------------------------------------------------- uscire

/* Esce da questa sessione. Vero se era viva. */
create function accesso.esci(p_segreto bytea) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  update public.sessione x set chiusa_il = now() where x.token_hash = p_segreto and x.chiusa_il is null
    returning x.id, x.utente_id, x.incarico_id, x.scade_il, x.usata_il into s;
  if not found or now() >= accesso.termine(s.scade_il, s.usata_il) then return false; end if;
  perform accesso.registra('accesso.uscita', 'sessione', s.id, s.utente_id, s.incarico_id, s.utente_id);
  return true;
end $$;

/* Chiude una propria sessione o, con p_sessione NULL, tutte, compresa questa. Restituisce quante ne ha chiuse. */
create function accesso.chiudi_sessioni(p_segreto bytea, p_sessione uuid) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare s record; quante integer;
begin
  select * into s from accesso.sessione_viva(p_segreto);
  if s.id is null then return 0; end if;
  update public.sessione x set chiusa_il = now() where x.utente_id = s.utente_id and x.chiusa_il is null and (p_sessione is null or x.id = p_sessione);
  get diagnostics quante = row_count;
  if quante > 0 then
    perform accesso.registra(case when p_sessione is null then 'accesso.uscitaOvunque' else 'accesso.sessioneChiusa' end,
      'sessione', coalesce(p_sessione, s.id), s.utente_id, s.incarico_id, s.utente_id);
  end if;
  return quante;
end $$;

/* Una persona disattivata esce subito da ogni dispositivo, e riattivarla non riapre le sessioni di prima. */
create function accesso.chiudi_sessioni_di_chi_si_disattiva() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.sessione s set chiusa_il = now() where s.utente_id = new.id and s.chiusa_il is null;
  return null;
end $$;
create trigger chiudi_sessioni after update of stato on utente for each row
  when (new.stato = 'DISATTIVATO' and old.stato <> 'DISATTIVATO') execute function accesso.chiudi_sessioni_di_chi_si_disattiva();

-- ---------------------------------------------------------------- account dimostrativi

create function accesso.esistono_account_dimostrativi() returns boolean language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from public.utente where dimostrativo) $$;

/* Una riga per incarico attivo di un account dimostrativo; di nessun altro. */
create function accesso.account_dimostrativi() returns table (email text, nome text, cognome text, ruolo public.ruolo, organizzazione_nome text)
language sql stable security definer set search_path = pg_catalog as $$
  select u.email, u.nome, u.cognome, i.ruolo, coalesce(z.sigla, z.denominazione)
  from public.utente u
  cross join lateral accesso.incarichi_attivi(u.id) i
  join public.organizzazione z on z.id = i.organizzazione_id
  where u.dimostrativo order by i.ruolo, u.email, z.denominazione
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'accesso'::regnamespace loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function
  accesso.prenota_tentativo(text, bytea, bytea, bytea, bytea, bytea), accesso.annulla_tentativo(bigint[]), accesso.tentativo_fallito(uuid),
  accesso.apri_sessione(uuid, bigint[], bytea[], bytea, bytea, bytea, text), accesso.leggi_sessione(bytea), accesso.elenca_incarichi(bytea),
  accesso.scegli_incarico(bytea, uuid), accesso.elenca_sessioni(bytea), accesso.esci(bytea), accesso.chiudi_sessioni(bytea, uuid),
  accesso.esistono_account_dimostrativi(), accesso.account_dimostrativi() to app_accesso;

revoke create on schema accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
