-- I promemoria delle scadenze: li accoda la stessa mano che spedisce la posta, ciascuno una volta sola.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema accesso to app_custode;
grant select on chiarimento to app_custode;
create policy chiarimento_del_custode on chiarimento for select to app_custode using (true);

/*
 * Accoda i promemoria dovuti oggi e ancora non mandati, e dice quanti messaggi ha accodato. Una sola istruzione: due giri insieme ne mandano uno.
 * Ogni scadenza ha gradini (a quanti giorni si ricorda); si manda il gradino a cui si e arrivati, anche se il giorno giusto il server era spento.
 * La data sta nella chiave: una scadenza spostata ha i suoi promemoria, e quelli di prima non si ripetono. Con il progetto sospeso si tace.
 * Il testo e fisso: codice del progetto, date e collegamento, mai nomi o testo scritto da persone.
 * @param p_indirizzo l'indirizzo del portale, intero (https://…)
 */
create function accesso.accoda_promemoria(p_indirizzo text) returns integer language sql security definer set search_path = pg_catalog as $$
  with scadenze as (
    -- relazioni: agli enti con la parte da consegnare, e al capofila
    select p.regione_id, p.id as progetto_id, e.id as oggetto_id, 'SCADENZA' as genere, e.scadenza as giorno, p.codice, '/progetti/' || p.id as percorso,
      'La relazione del periodo ' || to_char(e.dal, 'DD/MM/YYYY') || '-' || to_char(e.al, 'DD/MM/YYYY') || ' del progetto ' || p.codice as che, 'va presentata' as verbo,
      array(select x.organizzazione_id from public.partecipazione x where x.progetto_id = p.id and (x.ruolo = 'CAPOFILA'
        or exists (select from public.rapporto_progetto r join public.rapporto_ente t on t.rapporto_id = r.id
          where r.periodo_id = e.id and t.organizzazione_id = x.organizzazione_id and t.stato in ('APERTO', 'RINVIATO'))
        or not exists (select from public.rapporto_progetto r where r.periodo_id = e.id)
          and exists (select from public.azione z where z.progetto_id = p.id and z.organizzazione_id = x.organizzazione_id and z.annullata_il is null))) as enti
    from public.periodo e join public.progetto p on p.id = e.progetto_id
    where p.stato = 'AVVIATO' and e.dovuto and e.presentato_il is null and e.scadenza between app.oggi() - 3 and app.oggi() + 7
    union all
    -- domande in bozza: a tutti quelli che le scrivono, prima che il bando chiuda
    select p.regione_id, p.id, p.id, 'DEPOSITO', (b.chiude at time zone 'Europe/Rome')::date, p.codice, '/progetti/' || p.id || '/deposito',
      'La domanda ' || p.codice, 'va presentata', null
    from public.progetto p join public.passo_bando b on b.bando_id = p.bando_id and b.fase = case p.stato when 'IDEA_BOZZA' then 'IDEA' else 'PROGETTO' end
    where p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA') and b.chiude > app.adesso() and (b.chiude at time zone 'Europe/Rome')::date <= app.oggi() + 14
    union all
    -- chiarimenti: all'ente dell'azione e al capofila
    select p.regione_id, p.id, c.id, 'CHIARIMENTO', c.entro, p.codice, '/progetti/' || p.id, 'Una richiesta di chiarimento sul progetto ' || p.codice, 'aspetta risposta',
      array(select x.organizzazione_id from public.partecipazione x where x.progetto_id = p.id and (x.ruolo = 'CAPOFILA'
        or exists (select from public.azione z where z.id = c.azione_id and z.organizzazione_id = x.organizzazione_id)))
    from public.chiarimento c join public.progetto p on p.id = c.progetto_id
    where p.stato = 'AVVIATO' and c.stato = 'APERTO' and c.entro between app.oggi() and app.oggi() + 2
    union all
    -- integrazioni e preavvisi: a tutti quelli che scrivono la domanda
    select p.regione_id, p.id, i.id, 'INTEGRAZIONE', (i.entro at time zone 'Europe/Rome')::date, p.codice, '/progetti/' || p.id,
      'Una richiesta di integrazioni sulla domanda ' || p.codice, 'aspetta risposta', null
    from public.integrazione i join public.progetto p on p.id = i.progetto_id
    where i.stato = 'APERTA' and i.entro > app.adesso() and (i.entro at time zone 'Europe/Rome')::date <= app.oggi() + 2
      and p.stato not in ('SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO')
  ), gradini as (
    select s.*, s.giorno - app.oggi() as mancano, case when s.giorno < app.oggi() then 'DOPO' when s.giorno - app.oggi() <= 1 and s.genere in ('SCADENZA', 'DEPOSITO') then '1'
      when s.giorno - app.oggi() <= 2 then '2' when s.giorno - app.oggi() <= 7 then '7' else '14' end as gradino from scadenze s
  ), a_chi as (
    select g.*, array(select distinct r from unnest(coalesce(g.enti, array[null::uuid])) o, app.recapiti(g.progetto_id, o) r) as indirizzi from gradini g
  ), nuovi as (
    insert into public.promemoria (regione_id, progetto_id, oggetto_id, genere, destinatari)
      select a.regione_id, a.progetto_id, a.oggetto_id, a.genere || '_' || a.giorno || '_' || a.gradino, cardinality(a.indirizzi) from a_chi a where cardinality(a.indirizzi) > 0
      on conflict (oggetto_id, genere) do nothing returning oggetto_id, genere
  ), accodati as (
    insert into public.posta (regione_id, destinatario, oggetto, testo)
      select a.regione_id, i, 'Promemoria: ' || case when a.mancano < 0 then 'scaduto il ' else 'scade il ' end || to_char(a.giorno, 'DD/MM/YYYY') || ', ' || a.codice,
        a.che || ' ' || case when a.mancano < 0 then 'andava presentata' else a.verbo end || ' entro il '
          || to_char(a.giorno, 'DD/MM/YYYY') || case when a.mancano > 1 then ': mancano ' || a.mancano || ' giorni.' when a.mancano = 1 then ': domani.'
            when a.mancano = 0 then ': oggi.' else ': la scadenza è passata.' end
          || E'\n\n' || rtrim(p_indirizzo, '/') || a.percorso || E'\n\nQuesto messaggio è automatico: non serve rispondere.'
      from nuovi n join a_chi a on a.oggetto_id = n.oggetto_id and a.genere || '_' || a.giorno || '_' || a.gradino = n.genere, unnest(a.indirizzi) i
      returning 1
  ) select count(*)::integer from accodati
$$;
alter function accesso.accoda_promemoria(text) owner to app_custode;
revoke execute on function accesso.accoda_promemoria(text) from public;
grant execute on function accesso.accoda_promemoria(text) to app_accesso;

revoke create on schema accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
