-- La sessione di 0003 e la firma di 0002, le stesse regole con meno lavoro. Il giorno del portale si chiedeva al database per ogni riga: chi entra per un ente,
-- che partecipa a molti progetti, lo chiedeva per ognuno a ogni pagina.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app, accesso to app_custode;

/* Il contesto firmato di un incarico attivo; nessuna riga se non lo e. Che cosa contiene lo dice 0002. */
create or replace function app.firma_incarico(p_incarico uuid) returns table (contesto text, firma text)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  oggi date := app.oggi();
  v record;
  login text;
  progetti jsonb := '[]';
  capofila jsonb := '[]';
begin
  select i.* into v from public.incarico i join public.utente u on u.id = i.utente_id
    where i.id = p_incarico and u.stato = 'ATTIVO' and i.revocato_il is null and i.dal <= oggi and (i.al is null or i.al >= oggi);
  if not found then return; end if;
  login := app.login_del_ruolo(v.ruolo);
  -- solo chi agisce per un ente vede per partecipazione
  if login = 'app_ente' then
    select coalesce(jsonb_agg(p.progetto_id), '[]'), coalesce(jsonb_agg(p.progetto_id) filter (where p.ruolo = 'CAPOFILA'), '[]') into progetti, capofila
      from public.partecipazione p
      where p.regione_id = v.regione_id and p.organizzazione_id = v.organizzazione_id and p.dal <= oggi and (p.al is null or p.al >= oggi)
        and (v.progetto_id is null or v.progetto_id = p.progetto_id);
  end if;
  contesto := jsonb_build_object(
    'login', login, 'utente', v.utente_id, 'incarico', v.id, 'ruolo', v.ruolo, 'regione', v.regione_id, 'organizzazione', v.organizzazione_id,
    'progetti', progetti, 'capofila', capofila, 'scade', ceil(extract(epoch from now()) + 300))::text;
  firma := app.hmac(contesto);
  return next;
end $$;

/* Di chi e la sessione e con quale incarico agisce. L'orologio si legge con la sessione. */
create or replace function accesso.leggi_sessione(p_segreto bytea)
returns table (esito text, termine timestamptz, sessione_id uuid, utente_id uuid, nome text, cognome text, n_incarichi integer, incarico_id uuid, ruolo public.ruolo,
  regione_id uuid, regione_nome text, organizzazione_id uuid, organizzazione_nome text, adesso timestamptz, orologio_spostato boolean, contesto text, firma text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s record;
begin
  select x.id, x.utente_id, x.incarico_id, x.scade_il, x.usata_il, x.chiusa_il, u.nome, u.cognome, u.stato, o.scarto into s
    from public.sessione x join public.utente u on u.id = x.utente_id cross join app.orologio o where x.token_hash = p_segreto;
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
  adesso := now() + s.scarto;
  orologio_spostato := s.scarto <> interval '0';
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

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
