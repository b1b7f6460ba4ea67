-- Il sito pubblico legge anche le azioni dei progetti approvati, con lo stato che dice l'ultima relazione approvata; e il database annuncia quando
-- cambia qualcosa che il sito mostra, perche le pagine conservate si buttino.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

/*
 * Le azioni che chiunque puo leggere: quelle non annullate dei progetti approvati (gli stessi della policy progetto_pubblico). Lo stato e quello dell'ultima
 * relazione approvata, con l'ultimo giorno del periodo raccontato; null = non rilevato. Niente note, contromisure, percentuali, quantita: numeri di persone e
 * testo libero non escono di qui. p_progetto: un progetto solo, o tutti se e null.
 */
create function app.azioni_pubbliche(p_progetto uuid) returns table (progetto_id uuid, codice text, ordine integer, titolo text, tipo public.tipo_intervento,
  categoria text, organizzazione_id uuid, inizio_previsto date, fine_prevista date, stato public.stato_azione, stato_al date)
language sql stable security definer set search_path = pg_catalog as $$
  select z.progetto_id, z.codice, z.ordine, z.titolo, z.tipo, coalesce(z.categoria_valutatore, z.categoria_ente), z.organizzazione_id, z.inizio_previsto,
    z.fine_prevista, v.stato, v.al
  from public.azione z join public.progetto p on p.id = z.progetto_id
  left join lateral (select a.stato, e.al from public.avanzamento a join public.rapporto_progetto r on r.id = a.rapporto_id join public.periodo e on e.id = r.periodo_id
    where a.azione_id = z.id and a.diffusione = 'APPROVATO' order by e.al desc, e.numero desc limit 1) v on true
  where z.annullata_il is null and (p_progetto is null or z.progetto_id = p_progetto)
    and p.stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')
$$;
alter function app.azioni_pubbliche(uuid) owner to app_custode;
revoke execute on function app.azioni_pubbliche(uuid) from public;
grant execute on function app.azioni_pubbliche(uuid) to app_pubblico;

-- l'atto con cui il progetto e stato approvato: un provvedimento e pubblico
grant select (atto_approvazione) on progetto to app_pubblico;

/* Dice a chi ascolta il canale «pubblico» che qualcosa di cio che il sito mostra e cambiato. Non dice che cosa. */
create function app.annuncia_pubblico() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('pubblico', '');
  return null;
end $$;
revoke execute on function app.annuncia_pubblico() from public;

do $$
declare t text;
begin
  foreach t in array array['regione', 'ambito', 'organizzazione', 'programma', 'bando', 'categoria_intervento', 'classificazione_progetto', 'progetto_ambito',
    'partecipazione', 'azione', 'bando_versione', 'passo_bando', 'avviso'] loop
    execute format('create trigger annuncia after insert or update or delete on %I for each statement execute function app.annuncia_pubblico()', t);
  end loop;
end $$;
-- queste si scrivono di continuo: conta solo cio che il sito mostra
create trigger annuncia after insert or delete or update of bando_id, codice, titolo, acronimo, territorio, provincia, istat_comune, lat, lon, popolazione, n_comuni,
  stato, cup, atto_approvazione, data_approvazione, data_avvio, data_fine_prevista, importo_assegnato_cents, campi_dimostrativi on progetto
  for each statement execute function app.annuncia_pubblico();
create trigger annuncia after insert or delete or update of diffusione on avanzamento for each statement execute function app.annuncia_pubblico();
-- l'orologio apre e chiude bandi e avvisi
create trigger annuncia after update on app.orologio for each statement execute function app.annuncia_pubblico();

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
