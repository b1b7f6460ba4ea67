-- La firma di 0002, le stesse regole con meno lavoro: il giorno del portale si chiedeva al database per ogni partecipazione, a ogni pagina.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

/* Il contesto firmato di un incarico attivo; nessuna riga se non lo è. Che cosa contiene lo dice 0002. */
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

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
