-- Le tabelle sulle persone si leggono solo pubblicate; la traccia di una lettura si conferma prima della lettura; chi ha chiesto la limitazione non si tratta
-- (docs/decisioni/0013).

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app, accesso to app_custode;

-- ---------------------------------------------------------------- la traccia prima della lettura

-- Chi legge e poi disfa la transazione non cancella la traccia: la scrive una transazione, la usa un'altra. L'ora e quella vera, non quella del portale.
alter table accesso_identita add column transazione bigint, add column scritta_il timestamptz(3);
alter table accesso_identita alter column transazione set default pg_current_xact_id()::text::bigint, alter column scritta_il set default clock_timestamp();
create index accesso_identita_utente on accesso_identita (utente_id, scritta_il desc) where scritta_il is not null;
alter table verifica_sovrapposizione add column transazione bigint, add column scritta_il timestamptz(3);
alter table verifica_sovrapposizione alter column transazione set default pg_current_xact_id()::text::bigint, alter column scritta_il set default clock_timestamp();
-- la risposta non si legge nella transazione che ha fatto la domanda: disfatta quella, non resterebbe nulla
drop policy verifica_dell_ente on verifica_sovrapposizione;
create policy verifica_dell_ente on verifica_sovrapposizione for select to app_ente
  using (organizzazione_id = (select app.organizzazione_id()) and transazione is distinct from (select pg_current_xact_id_if_assigned()::text::bigint));

/* Quanto vale una traccia confermata: la lettura la segue subito. */
create function app.durata_traccia() returns interval language sql immutable set search_path = pg_catalog as $$ select interval '1 minute' $$;
/*
 * Annota che chi chiede sta per leggere le identita di quelle tra le proprie persone. Confermata, app.leggi_identita le da. Di chi ha la limitazione non si
 * esporta nulla. @returns quante. @errore CT001 non spetta a chi chiede
 */
create function app.annuncia_lettura(p_persone uuid[], p_scopo text) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare quali uuid[];
begin
  if session_user <> 'app_ente' or app.organizzazione_id() is null or p_scopo not in ('SCHEDA', 'ELENCO', 'RICERCA', 'ESPORTAZIONE', 'INTERESSATO') then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  select array_agg(i.persona_id order by i.persona_id) into quali from public.identita i join public.persona p on p.id = i.persona_id
    where i.persona_id = any (p_persone) and i.organizzazione_id = app.organizzazione_id() and not (p.limitata and p_scopo = 'ESPORTAZIONE');
  if quali is null then return 0; end if;
  insert into public.accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone)
    values (app.regione_id(), app.organizzazione_id(), app.utente_id(), p_scopo, quali);
  return cardinality(quali);
end $$;
/*
 * Le identita cifrate delle proprie persone che una traccia gia confermata, di chi chiede e con lo stesso scopo, dice che si stanno leggendo.
 * @errore CT001 non spetta a chi chiede, o la traccia di una di loro manca
 */
create or replace function app.leggi_identita(p_persone uuid[], p_scopo text) returns table (persona_id uuid, cifrata bytea, chiave_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare tracciate uuid[];
begin
  if session_user <> 'app_ente' or app.organizzazione_id() is null then raise exception 'non spetta a chi chiede' using errcode = 'CT001'; end if;
  select array_agg(distinct x) into tracciate from public.accesso_identita a cross join unnest(a.persone) x
    where a.utente_id = app.utente_id() and a.organizzazione_id = app.organizzazione_id() and a.scopo = p_scopo
      and a.scritta_il > clock_timestamp() - app.durata_traccia() and a.transazione is distinct from pg_current_xact_id_if_assigned()::text::bigint;
  if exists (select from public.identita i join public.persona p on p.id = i.persona_id where i.persona_id = any (p_persone)
      and i.organizzazione_id = app.organizzazione_id() and not (p.limitata and p_scopo = 'ESPORTAZIONE') and i.persona_id <> all (coalesce(tracciate, '{}'))) then
    raise exception 'la lettura non e annotata' using errcode = 'CT001';
  end if;
  return query select i.persona_id, i.cifrata, i.chiave_id from public.identita i
    where i.persona_id = any (p_persone) and i.persona_id = any (tracciate) and i.organizzazione_id = app.organizzazione_id();
end $$;
/* Il controllo autorizzato e non scaduto di chi chiede. @errore CT001 non autorizzato */
create function app.controllo_autorizzato(p_accesso uuid) returns public.accesso_motivato language plpgsql stable security definer set search_path = pg_catalog as $$
declare a public.accesso_motivato;
begin
  select * into a from public.accesso_motivato x where x.id = p_accesso and x.regione_id = app.regione_id() and x.chiesto_da = app.utente_id()
    and x.autorizzato_da is not null and x.scade_il > app.adesso();
  if session_user <> 'app_regione' or a.id is null or app.ruolo() not in ('ISTRUTTORE', 'CONTROLLORE', 'DIRIGENTE') then
    raise exception 'accesso non autorizzato' using errcode = 'CT001';
  end if;
  return a;
end $$;
/* Annota la lettura di un controllo: chi, quando, quali persone; l'ente la vede. @errore CT001 non autorizzato */
create function app.annuncia_lettura_motivata(p_accesso uuid) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  a public.accesso_motivato;
  quali uuid[];
begin
  a := app.controllo_autorizzato(p_accesso);
  select coalesce(array_agg(t.persona_id order by t.persona_id), '{}') into quali from public.partecipante t
    where t.progetto_id = a.progetto_id and t.organizzazione_id = a.organizzazione_id;
  insert into public.accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone, motivato_id)
    values (a.regione_id, a.organizzazione_id, app.utente_id(), 'CONTROLLO', quali, a.id);
  return cardinality(quali);
end $$;
/* Le identita di un controllo autorizzato, gia annotate da una transazione confermata. @errore CT001 non autorizzato, o la traccia manca */
create or replace function app.leggi_identita_motivata(p_accesso uuid) returns table (persona_id uuid, cifrata bytea, chiave_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a public.accesso_motivato;
  tracciate uuid[];
begin
  a := app.controllo_autorizzato(p_accesso);
  select x.persone into tracciate from public.accesso_identita x where x.utente_id = app.utente_id() and x.motivato_id = a.id
    and x.scritta_il > clock_timestamp() - app.durata_traccia() and x.transazione is distinct from pg_current_xact_id_if_assigned()::text::bigint order by x.id desc limit 1;
  if not found then raise exception 'la lettura non e annotata' using errcode = 'CT001'; end if;
  return query select i.persona_id, i.cifrata, i.chiave_id from public.identita i
    where i.organizzazione_id = a.organizzazione_id and i.persona_id = any (tracciate)
      and exists (select from public.partecipante t where t.persona_id = i.persona_id and t.progetto_id = a.progetto_id);
end $$;
/*
 * Fa la domanda «gia seguita altrove nel programma, per lo stesso tipo di azione?» e ne annota la risposta, senza darla: confermata, la da app.gia_seguita. Solo
 * per una propria persona con il codice fiscale, non limitata, che ora frequenta un'azione di quel tipo, se il bando lo permette, al piu 60 volte all'ora.
 * @errore CT001 non spetta a chi chiede, CT007 troppe domande
 */
create function app.chiedi_se_seguita(p_persona uuid, p_categoria text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare p record;
begin
  select * into p from public.persona x where x.id = p_persona and x.organizzazione_id = app.organizzazione_id();
  if session_user <> 'app_ente' or p.id is null or p.impronta is null or p.unita_a is not null or p.limitata
      or not exists (select from public.partecipante t join public.frequenza f on f.partecipante_id = t.id join public.azione z on z.id = f.azione_id
        join public.progetto g on g.id = t.progetto_id left join public.bando_versione v on v.id = g.bando_versione_id
        where t.persona_id = p.id and t.uscita is null and t.informativa_il is not null and coalesce(z.categoria_valutatore, z.categoria_ente) = p_categoria
          and coalesce((v.configurazione #>> '{attuazione,sovrapposizioni}')::boolean, true)) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  -- due domande insieme si contano tutte e due
  perform pg_advisory_xact_lock(hashtextextended('sovrapposizione' || app.utente_id()::text, 2));
  if (select count(*) from public.verifica_sovrapposizione v where v.utente_id = app.utente_id() and v.istante > app.adesso() - interval '1 hour') >= 60 then
    raise exception 'troppe verifiche' using errcode = 'CT007';
  end if;
  insert into public.verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, categoria, risposta)
    values (p.regione_id, p.organizzazione_id, app.utente_id(), p.id, p_categoria,
      exists (select from public.partecipante t join public.frequenza f on f.partecipante_id = t.id join public.azione z on z.id = f.azione_id
        where t.programma_id = p.programma_id and t.pseudonimo = p.pseudonimo and t.organizzazione_id <> p.organizzazione_id and not t.limitato
          and coalesce(z.categoria_valutatore, z.categoria_ente) = p_categoria and (f.al is null or f.al >= app.oggi())));
end $$;
/* La risposta all'ultima domanda di chi chiede, se e appena stata confermata. @errore CT001 nessuna domanda */
create or replace function app.gia_seguita(p_persona uuid, p_categoria text) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare esito boolean;
begin
  select v.risposta into esito from public.verifica_sovrapposizione v where session_user = 'app_ente' and v.utente_id = app.utente_id()
    and v.organizzazione_id = app.organizzazione_id() and v.persona_id = p_persona and v.categoria = p_categoria
    and v.scritta_il > clock_timestamp() - app.durata_traccia() and v.transazione is distinct from pg_current_xact_id_if_assigned()::text::bigint order by v.id desc limit 1;
  if esito is null then raise exception 'non spetta a chi chiede' using errcode = 'CT001'; end if;
  return esito;
end $$;

-- ---------------------------------------------------------------- limitazione e opposizione (GDPR artt. 18 e 21)

-- Da quando la richiesta arriva finche l'ente la respinge o toglie la limitazione: i dati si conservano, e basta.
alter table richiesta_interessato add column tolta_il timestamptz(3);
alter table persona add column limitata boolean not null default false;
alter table partecipante add column limitato boolean not null default false;
grant update (tolta_il) on richiesta_interessato to app_ente;
grant select (limitata) on persona to app_ente;
grant select (limitato) on partecipante to app_ente;
grant update (limitata) on persona to app_custode;
grant update (limitato) on partecipante to app_custode;
/* La persona segue le sue richieste; chi e limitato non conta, e il suo posto lo prende la riga di un altro ente, se c'e. */
create function app.applica_limitazione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare ora boolean;
begin
  if new.persona_id is null or new.genere not in ('LIMITAZIONE', 'OPPOSIZIONE') then return null; end if;
  perform from public.persona p where p.id = new.persona_id for update;
  ora := exists (select from public.richiesta_interessato q where q.persona_id = new.persona_id and q.genere in ('LIMITAZIONE', 'OPPOSIZIONE')
    and q.tolta_il is null and q.stato <> 'RESPINTA');
  update public.persona set limitata = ora where id = new.persona_id and limitata <> ora;
  if not found then return null; end if;
  update public.partecipante set limitato = ora, conta = conta and not ora where persona_id = new.persona_id;
  update public.partecipante x set conta = true where x.id in (
    select distinct on (y.progetto_id) y.id from public.partecipante m join public.partecipante y on y.progetto_id = m.progetto_id and y.pseudonimo = m.pseudonimo
    where m.persona_id = new.persona_id and not y.limitato
      and not exists (select from public.partecipante z where z.progetto_id = y.progetto_id and z.pseudonimo = y.pseudonimo and z.conta)
    order by y.progetto_id, y.ingresso, y.id);
  return null;
end $$;
create trigger limitazione after insert or update of stato, tolta_il on richiesta_interessato for each row execute function app.applica_limitazione();
/* Anche quando un'altra riga cede il posto, chi e limitato non lo prende. */
create function app.non_conta_limitato() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.conta := false;
  return new;
end $$;
create trigger limitato_non_conta before insert or update on partecipante for each row when (new.limitato and new.conta) execute function app.non_conta_limitato();
/* L'ente non scrive nulla su chi e limitato: ne partecipazioni, ne frequenze, ne esiti, ne unioni. Le funzioni del custode (anonimizzare) passano. */
create function app.rifiuta_limitata() returns trigger language plpgsql set search_path = pg_catalog as $$
declare chi uuid[];
begin
  if current_user <> 'app_ente' then return coalesce(new, old); end if;
  if tg_table_name = 'frequenza' then
    chi := array(select t.persona_id from public.partecipante t where t.id = coalesce(new.partecipante_id, old.partecipante_id));
  elsif tg_table_name = 'partecipante' then
    chi := array_remove(array[new.persona_id, old.persona_id], null);
  else
    if (new.unita_a, new.nucleo_id) is not distinct from (old.unita_a, old.nucleo_id) then return new; end if;
    chi := array_remove(array[old.id, new.unita_a], null);
  end if;
  if exists (select from public.persona p where p.id = any (chi) and p.limitata) then raise exception 'trattamento limitato' using errcode = 'CT008'; end if;
  return coalesce(new, old);
end $$;
create trigger a_limitata before insert or update or delete on partecipante for each row execute function app.rifiuta_limitata();
create trigger a_limitata before insert or update or delete on frequenza for each row execute function app.rifiuta_limitata();
create trigger a_limitata before update of unita_a, nucleo_id on persona for each row execute function app.rifiuta_limitata();
/* Quante persone due enti seguono entrambi con lo stesso tipo di azione: le celle da 1 a 4 non si dicono nemmeno qui, e chi e limitato non e contato. */
create or replace function app.sovrapposizioni(p_programma uuid) returns table (ente_a uuid, ente_b uuid, categoria text, persone bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select a.organizzazione_id, b.organizzazione_id, coalesce(za.categoria_valutatore, za.categoria_ente), nullif(greatest(count(distinct a.pseudonimo), 4), 4)
  from public.partecipante a join public.partecipante b on b.programma_id = a.programma_id and b.pseudonimo = a.pseudonimo and a.organizzazione_id < b.organizzazione_id
  join public.frequenza fa on fa.partecipante_id = a.id join public.azione za on za.id = fa.azione_id
  join public.frequenza fb on fb.partecipante_id = b.id join public.azione zb on zb.id = fb.azione_id and coalesce(zb.categoria_valutatore, zb.categoria_ente) = coalesce(za.categoria_valutatore, za.categoria_ente)
  where a.programma_id = p_programma and a.regione_id = app.regione_id() and not a.limitato and not b.limitato group by 1, 2, 3
$$;
-- Queste funzioni si correggono in un punto solo, qualunque sia il resto: se il punto non c'e piu, la migrazione si ferma.
do $$
declare
  c record;
  testo text;
begin
  for c in select * from (values
    -- finche dura la limitazione i dati si conservano (art. 18 par. 1 lett. b e c)
    ('app.scadenze_identita(integer)', 'where q.stato = ''APERTA'' and q.persona_id is not null',
      'where q.persona_id is not null and (q.stato = ''APERTA'' or q.genere in (''LIMITAZIONE'', ''OPPOSIZIONE'') and q.stato = ''EVASA'' and q.tolta_il is null)'),
    ('app.conta_conservazione(integer)', 'where q.chiusa_il < ora - interval ''5 years''',
      'where q.chiusa_il < ora - interval ''5 years'' and not (q.genere in (''LIMITAZIONE'', ''OPPOSIZIONE'') and q.stato = ''EVASA'' and q.tolta_il is null)'),
    ('app.atto_riservato(text)', '''interessato.chiusa''', '''interessato.chiusa'', ''interessato.limitazioneTolta'''),
    -- fra le proprie persone chi e limitato non si conta: ne nei conti gia fatti (0013) ne riga per riga
    ('app.conta_scritti()', 'count(*) as propri from nuove n', 'count(*) filter (where not n.limitato) as propri from nuove n'),
    ('app.conta_scritti()', '-count(*) as propri from vecchie o', '-count(*) filter (where not o.limitato) as propri from vecchie o'),
    ('app.conta_scritti()', 'sum(x.verso)::bigint as propri', 'coalesce(sum(x.verso) filter (where not x.limitato), 0)::bigint as propri'),
    ('app.conta_scritti()', 'or sum(x.verso) <> 0', 'or coalesce(sum(x.verso) filter (where not x.limitato), 0) <> 0'),
    ('app.riconta_partecipanti()', 'count(*) as propri', 'count(*) filter (where not n.limitato) as propri'),
    ('app.conta_righe(uuid, uuid, uuid, uuid, date, date)', '(p_ente is not null or t.conta)', '(p_ente is not null and not t.limitato or t.conta)')) x(funzione, prima, dopo)
  loop
    testo := pg_get_functiondef(c.funzione::regprocedure);
    if strpos(testo, c.prima) = 0 then raise exception 'non trovo che cosa correggere in %', c.funzione; end if;
    execute replace(testo, c.prima, c.dopo);
  end loop;
end $$;

create policy evento_della_limitazione on evento for insert to app_ente
  with check (progetto_id is null and atto = 'interessato.limitazioneTolta' and riservato and regione_id = (select app.regione_id()) and attore_id = (select app.utente_id())
    and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo()));

-- ---------------------------------------------------------------- indicatori pubblicati

-- I conteggi da cui nasce una tabella pubblicata: li rilegge solo chi pubblica quella dopo, o quella del programma.
alter table rilascio add column grezzi jsonb;
create index rilascio_progetto on rilascio ((parametri ->> 'progetto'), rilasciato_il desc) where parametri ? 'progetto';
revoke select on rilascio from app_regione;
grant select (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_il, rilasciato_da) on rilascio to app_regione;
grant select (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_il) on rilascio to app_ente;
grant insert (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_da, grezzi) on rilascio to app_custode;
drop policy rilascio_della_regione on rilascio;
drop policy rilascio_della_ricerca on rilascio;
drop policy rilascio_nuovo on rilascio;
drop policy rilascio_nuovo_ricerca on rilascio;
create policy rilascio_della_regione on rilascio for select to app_regione
  using (regione_id = (select app.regione_id()) and tabella not in ('RIGHE_RICERCA', 'INDICATORI_ENTE'));
create policy rilascio_della_ricerca on rilascio for select to app_ricerca using (regione_id = (select app.regione_id()) and tabella <> 'INDICATORI_ENTE');
-- la stessa tabella, protetta da chi conosce gia le proprie persone: solo la sua
create policy rilascio_dell_ente on rilascio for select to app_ente
  using (tabella = 'INDICATORI_ENTE' and parametri ->> 'ente' = (select app.organizzazione_id())::text);
-- gli indicatori di un progetto li pubblica solo accesso.pubblica_indicatori
create policy rilascio_nuovo on rilascio for insert to app_regione
  with check (regione_id = (select app.regione_id()) and rilasciato_da = (select app.utente_id()) and tabella not in ('RIGHE_RICERCA', 'INDICATORI', 'INDICATORI_ENTE'));
create policy rilascio_nuovo_ricerca on rilascio for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and rilasciato_da = (select app.utente_id()) and tabella not in ('INDICATORI', 'INDICATORI_ENTE'));

-- i valori fissati, celle piccole comprese, non li legge nessun login del portale: restano per chi trasmette e per chi controlla
revoke select on indicatore_fissato from app_ente, app_regione, app_ricerca;
revoke insert (id, regione_id, progetto_id, rapporto_id, versione, codice, sesso, completi, valore) on indicatore_fissato from app_regione;
drop policy fissato_di_chi_partecipa on indicatore_fissato;
drop policy fissato_della_regione on indicatore_fissato;
drop policy fissato_della_ricerca on indicatore_fissato;
drop policy fissato_dalla_regione on indicatore_fissato;
grant insert (id, regione_id, progetto_id, rapporto_id, versione, codice, sesso, completi, valore) on indicatore_fissato to app_custode;
revoke execute on function app.conta_indicatori(uuid, uuid, uuid, date, date), app.partecipanti_incompleti(uuid) from app_regione, app_ricerca;
grant execute on function app.conta_indicatori(uuid, uuid, uuid, date, date), app.insieme_indicatori(uuid) to app_custode;

/*
 * Fissa gli indicatori di una relazione approvata: i partecipanti entrati fino all'ultimo giorno del suo periodo, con gli esiti noti adesso. Ogni volta una
 * versione nuova, le precedenti restano; chi chiama tiene la riga della relazione. @returns la versione; 0 se il bando non chiede indicatori. @errore CT001 non spetta a chi chiede
 */
create function app.fissa_indicatori(p_rapporto uuid) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  q record;
  nuova integer;
begin
  select r.id, r.progetto_id, r.regione_id, b.programma_id, w.al into q from public.rapporto_progetto r join public.periodo w on w.id = r.periodo_id
    join public.progetto p on p.id = r.progetto_id join public.bando b on b.id = p.bando_id
    where r.id = p_rapporto and r.regione_id = app.regione_id() and r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI');
  if session_user <> 'app_regione' or q.id is null or app.ruolo() not in ('ISTRUTTORE', 'DIRIGENTE') then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  if app.insieme_indicatori(q.progetto_id) = 'NESSUNO' then return 0; end if;
  select coalesce(max(g.versione), 0) + 1 into nuova from public.indicatore_fissato g where g.rapporto_id = q.id;
  insert into public.indicatore_fissato (id, regione_id, progetto_id, rapporto_id, versione, codice, sesso, completi, valore)
  with contato as materialized (select * from app.conta_indicatori(q.programma_id, q.progetto_id, null, null, q.al))
    select gen_random_uuid(), q.regione_id, q.progetto_id, q.id, nuova, c.codice, c.sesso, c.completi, c.valore from contato c
    union all
    -- chi non ha partecipanti ha comunque la sua versione: zero e un numero
    select gen_random_uuid(), q.regione_id, q.progetto_id, q.id, nuova, 'TOTALE', 'T', v.solo, 0 from (values (false), (true)) v(solo)
      where not exists (select from contato c where c.codice = 'TOTALE' and c.sesso = 'T' and c.completi = v.solo);
  return nuova;
end $$;
/* Le versioni fissate di un progetto, senza i valori: quale relazione, quante volte, quando. */
create function app.versioni_fissate(p_progetto uuid) returns table (rapporto_id uuid, periodo_id uuid, al date, versione integer, il timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select g.rapporto_id, w.id, w.al, max(g.versione), max(g.fissato_il) from public.indicatore_fissato g join public.rapporto_progetto r on r.id = g.rapporto_id
    join public.periodo w on w.id = r.periodo_id
  where g.progetto_id = p_progetto and g.regione_id = app.regione_id() and (session_user <> 'app_ente' or p_progetto = any (app.progetti())) group by 1, 2, 3
$$;
/* Gli indicatori delle persone di un ente entrate fino a un giorno, contate tutte: che cosa quell'ente sa gia, quando si pubblica. */
create function app.conta_di_ente(p_progetto uuid, p_ente uuid, p_al date) returns table (codice text, sesso text, completi boolean, valore bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with gruppi as materialized (
    select coalesce(t.sesso, 'ND') as s, t.completo as c, t.segni as b, count(*) as n from public.partecipante t
    where t.organizzazione_id = p_ente and t.progetto_id = p_progetto and t.ingresso <= p_al and not t.limitato group by 1, 2, 3
  )
  select x.codice, coalesce(g.s, 'T'), v.solo, sum(g.n)::bigint from gruppi g
  cross join unnest(array['TOTALE'] || app.codici_indicatori()) with ordinality x(codice, k) cross join (values (false), (true)) v(solo)
  where (g.c or not v.solo) and (x.k = 1 or g.b & (1::bigint << (x.k - 2)::int) <> 0)
  group by grouping sets ((x.codice, g.s, v.solo), (x.codice, v.solo))
$$;

-- La porta di chi pubblica: il server, con il login degli accessi e il contesto di una persona della Regione o della ricerca. Nessun altro login conta le persone.

/* Il contesto di un'altra connessione, verificato, vale per questa transazione. @errore CT001 firma, scadenza o persona non valide */
create function accesso.delega(p_contesto text, p_firma text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  c jsonb;
  testo text;
begin
  if p_contesto is null or app.hmac(p_contesto) is distinct from p_firma then raise exception 'contesto non valido' using errcode = 'CT001'; end if;
  c := p_contesto::jsonb;
  if coalesce(c ->> 'login', '') not in ('app_regione', 'app_ricerca') or (c ->> 'scade')::double precision < extract(epoch from transaction_timestamp()) then
    raise exception 'contesto non valido' using errcode = 'CT001';
  end if;
  testo := jsonb_set(c, '{login}', to_jsonb(session_user::text))::text;
  perform set_config('app.contesto', testo, true), set_config('app.firma', app.hmac(testo), true);
end $$;
/*
 * I conteggi di un progetto da cui nasce una tabella da pubblicare, di chi e entrato fino alla fine del periodo di una relazione approvata
 * (fino a oggi se nulla), con cio che si e gia pubblicato.
 * Nullo se il progetto non c'e o non e mai stato avviato. Tiene la serratura fino alla fine della transazione: due pubblicazioni vanno in fila.
 */
create function accesso.conteggi_indicatori(p_contesto text, p_firma text, p_progetto uuid, p_relazione uuid) returns json
language plpgsql security definer set search_path = pg_catalog as $$
declare
  g record;
  fino date;
begin
  perform accesso.delega(p_contesto, p_firma);
  perform pg_advisory_xact_lock(hashtextextended('indicatori' || p_progetto::text, 3));
  select p.id, b.programma_id into g from public.progetto p join public.bando b on b.id = p.bando_id
    where p.id = p_progetto and p.regione_id = app.regione_id() and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO');
  if g.id is null then return null; end if;
  fino := coalesce((select least(w.al, app.oggi()) from public.rapporto_progetto r join public.periodo w on w.id = r.periodo_id
    where r.id = p_relazione and r.progetto_id = g.id and r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI')), app.oggi());
  return (with conta as (
      select 'intera' as che, null::uuid as di, c.* from app.conta_indicatori(g.programma_id, g.id, null, null, fino) c
      union all select 'azione', z.id, c.* from public.azione z cross join lateral app.conta_indicatori(g.programma_id, g.id, z.id, null, fino) c where z.progetto_id = g.id
      union all select 'periodo', w.id, c.* from public.periodo w cross join lateral app.conta_indicatori(g.programma_id, g.id, null, w.dal, least(w.al, fino)) c
        where w.progetto_id = g.id and w.tipo <> 'STRAORDINARIO' and w.dal <= fino
      union all select 'ente', e.organizzazione_id, c.* from (select distinct organizzazione_id from public.partecipazione where progetto_id = g.id) e
        cross join lateral app.conta_di_ente(g.id, e.organizzazione_id, fino) c
    ), tabelle as (select che, di, json_agg(json_build_array(codice, sesso, completi, valore)) as righe from conta group by 1, 2),
    incompleti as (
      select t.organizzazione_id as ente, m.campo, count(*) as valore from public.partecipante t
      cross join lateral (values ('QUALCUNO', not t.completo), ('SESSO', t.sesso is null), ('ETA', t.eta is null), ('TITOLO', t.isced is null), ('CONDIZIONE', t.condizione is null)) m(campo, manca)
      where t.conta and t.progetto_id = g.id and t.ingresso <= fino and m.manca group by 1, 2
    ), gia as (select r.tabella, r.parametri, r.contenuto, r.rilasciato_il from public.rilascio r
      where r.parametri ->> 'progetto' = g.id::text and r.tabella in ('INDICATORI', 'INDICATORI_ENTE'))
    select json_build_object('al', fino, 'insieme', app.insieme_indicatori(g.id),
      'intera', coalesce((select righe from tabelle where che = 'intera'), '[]'),
      'azioni', coalesce((select json_object_agg(di, righe) from tabelle where che = 'azione'), '{}'),
      'periodi', coalesce((select json_object_agg(di, righe) from tabelle where che = 'periodo'), '{}'),
      'enti', (select json_object_agg(e.organizzazione_id, coalesce(x.righe, '[]')) from (select distinct organizzazione_id from public.partecipazione where progetto_id = g.id) e
        left join tabelle x on x.che = 'ente' and x.di = e.organizzazione_id),
      'incompleti', coalesce((select json_agg(json_build_array(ente, campo, valore)) from incompleti), '[]'),
      'numero', (select coalesce(max((parametri ->> 'numero')::int), 0) + 1 from gia),
      'ultimo', (select max(rilasciato_il) from gia),
      'prima', coalesce((select json_agg(contenuto order by rilasciato_il) from gia where tabella = 'INDICATORI'), '[]'),
      'primaEnti', coalesce((select json_object_agg(y.ente, y.contenuti) from (select parametri ->> 'ente' as ente, json_agg(contenuto order by rilasciato_il) as contenuti
        from gia where tabella = 'INDICATORI_ENTE' group by 1) y), '{}')));
end $$;
/*
 * Pubblica la tabella di un progetto e quella protetta da ciascun suo ente: con l'autore, l'istante, l'evento. Non si cambiano piu.
 * @errore CT001 non spetta a chi chiede, o un'altra pubblicazione e arrivata prima
 */
create function accesso.pubblica_indicatori(p_contesto text, p_firma text, p_progetto uuid, p_numero integer, p_contenuto jsonb, p_grezzi jsonb, p_enti jsonb)
returns timestamptz language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform accesso.delega(p_contesto, p_firma);
  if app.ruolo() not in ('ISTRUTTORE', 'DIRIGENTE') or not exists (select from public.progetto p where p.id = p_progetto and p.regione_id = app.regione_id())
      or exists (select from public.rilascio r where r.tabella = 'INDICATORI' and r.parametri ->> 'progetto' = p_progetto::text and (r.parametri ->> 'numero')::int >= p_numero) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  insert into public.rilascio (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_da, grezzi)
  select gen_random_uuid(), app.regione_id(), t.tabella, t.parametri, t.contenuto, encode(sha256(convert_to(t.contenuto::text, 'UTF8')), 'hex'), app.utente_id(), t.grezzi
  from (select 'INDICATORI' as tabella, jsonb_build_object('progetto', p_progetto, 'numero', p_numero) as parametri, p_contenuto as contenuto, p_grezzi as grezzi
    union all select 'INDICATORI_ENTE', jsonb_build_object('progetto', p_progetto, 'numero', p_numero, 'ente', e.key), e.value, null from jsonb_each(p_enti) e) t;
  insert into public.evento (regione_id, progetto_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, dopo, riservato)
    values (app.regione_id(), p_progetto, 'indicatori.pubblicati', 'progetto', p_progetto, app.utente_id(), app.organizzazione_id(), app.ruolo(),
      jsonb_build_object('numero', p_numero, 'al', p_contenuto ->> 'al'), false);
  return app.adesso();
end $$;
/* Le ultime tabelle pubblicate dei progetti di un programma con i conteggi da cui nascono, e quelle del programma gia pubblicate. */
create function accesso.conteggi_programma(p_contesto text, p_firma text, p_programma uuid) returns json
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform accesso.delega(p_contesto, p_firma);
  return json_build_object(
    'progetti', (select coalesce(json_agg(json_build_object('id', x.id, 'numero', (x.parametri ->> 'numero')::int, 'conteggi', x.grezzi, 'intera', x.contenuto -> 'intera') order by x.codice), '[]')
      from (select distinct on (p.id) p.id, p.codice, r.parametri, r.grezzi, r.contenuto from public.progetto p join public.bando b on b.id = p.bando_id
        join public.rilascio r on r.tabella = 'INDICATORI' and r.parametri ->> 'progetto' = p.id::text
        where b.programma_id = p_programma and p.regione_id = app.regione_id() order by p.id, (r.parametri ->> 'numero')::int desc) x),
    'prima', (select coalesce(json_agg(r.contenuto order by r.rilasciato_il), '[]') from public.rilascio r
      where r.tabella = 'INDICATORI_PROGRAMMA' and r.parametri ->> 'programma' = p_programma::text and r.regione_id = app.regione_id()));
end $$;
grant insert (dopo) on evento to app_custode;
create policy evento_delle_pubblicazioni on evento for insert to app_custode with check (atto = 'indicatori.pubblicati' and not riservato and progetto_id is not null);

do $$
declare f text;
begin
  foreach f in array array['app.durata_traccia()', 'app.annuncia_lettura(uuid[], text)', 'app.controllo_autorizzato(uuid)', 'app.annuncia_lettura_motivata(uuid)',
    'app.chiedi_se_seguita(uuid, text)', 'app.applica_limitazione()', 'app.non_conta_limitato()', 'app.fissa_indicatori(uuid)', 'app.versioni_fissate(uuid)',
    'app.conta_di_ente(uuid, uuid, date)', 'accesso.delega(text, text)', 'accesso.conteggi_indicatori(text, text, uuid, uuid)',
    'accesso.pubblica_indicatori(text, text, uuid, integer, jsonb, jsonb, jsonb)', 'accesso.conteggi_programma(text, text, uuid)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.rifiuta_limitata() from public;
grant execute on function app.annuncia_lettura(uuid[], text), app.chiedi_se_seguita(uuid, text) to app_ente;
grant execute on function app.annuncia_lettura_motivata(uuid), app.fissa_indicatori(uuid) to app_regione;
grant execute on function app.versioni_fissate(uuid) to app_ente, app_regione, app_ricerca;
grant execute on function accesso.conteggi_indicatori(text, text, uuid, uuid), accesso.pubblica_indicatori(text, text, uuid, integer, jsonb, jsonb, jsonb),
  accesso.conteggi_programma(text, text, uuid) to app_accesso;

-- chi aveva gia chiesto la limitazione
update richiesta_interessato set stato = stato where genere in ('LIMITAZIONE', 'OPPOSIZIONE');

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
