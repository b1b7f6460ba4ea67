-- Quando qualcuno tace: l'ente che non integra la domanda, il commissario che non conclude. La Regione va avanti, con un atto che resta.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- ---------------------------------------------------------------- integrazioni mai arrivate

-- da una domanda da integrare si torna in istruttoria per due vie, di due lettori diversi: l'ente integra, la Regione prosegue senza
alter table app.transizione_progetto drop constraint transizione_progetto_pkey, add primary key (da, a, login);
alter table app.transizione_progetto no force row level security;
insert into app.transizione_progetto (atto, da, a, login, ruoli) values
  ('chiudiIntegrazioni', 'IDEA_DA_INTEGRARE', 'IDEA_PRESENTATA', 'app_regione', '{ISTRUTTORE}'),
  ('chiudiIntegrazioni', 'PROGETTO_DA_INTEGRARE', 'PROGETTO_PRESENTATO', 'app_regione', '{ISTRUTTORE}');
alter table app.transizione_progetto force row level security;

create or replace function app.verifica_progetto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  di_fase text;
  termine record;
begin
  if session_user = 'app_sistema' or session_user::name not in ('app_ente', 'app_regione') then return new; end if;
  if new.titolo is distinct from old.titolo and old.stato not in ('IDEA_BOZZA', 'PROGETTO_BOZZA') then
    raise exception 'titolo di un progetto presentato' using errcode = 'CT001';
  end if;
  -- una bozza passa a una versione piu nuova del suo bando; cio che e presentato tiene la sua
  if new.bando_versione_id is distinct from old.bando_versione_id and (old.stato not in ('IDEA_BOZZA', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA')
      or not exists (select from public.bando_versione v where v.id = new.bando_versione_id and v.bando_id = new.bando_id)) then
    raise exception 'versione del bando di un progetto presentato' using errcode = 'CT001';
  end if;
  if new.importo_assegnato_cents is distinct from old.importo_assegnato_cents and app.ruolo() is distinct from 'DIRIGENTE' then
    raise exception 'solo un dirigente assegna' using errcode = 'CT001';
  end if;
  if new.stato = old.stato then return new; end if;
  if not exists (
    select from app.transizione_progetto t
    where t.da = old.stato and t.a = new.stato and t.login = session_user::text and app.ruolo() = any (t.ruoli))
  then
    raise exception 'transizione non ammessa: progetto da % a %', old.stato, new.stato using errcode = 'CT001';
  end if;
  if new.stato in ('IDEA_PRESENTATA', 'PROGETTO_PRESENTATO') and old.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')
    or new.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA') and old.stato in ('IDEA_PRESENTATA', 'PROGETTO_PRESENTATO') then
    di_fase := case when old.stato::text like 'IDEA%' then 'IDEA' else 'PROGETTO' end;
    select * into termine from public.passo_bando p where p.bando_id = new.bando_id and p.fase = di_fase;
    if termine.apre > app.adesso() or termine.chiude < app.adesso() then
      raise exception 'fuori termine: %', di_fase using errcode = 'CT004';
    end if;
  end if;
  -- senza risposta la Regione va avanti solo quando il termine e passato: chiudere la richiesta, o farne un'altra, non lo accorcia
  if old.stato in ('IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE') and session_user = 'app_regione' and exists (select from public.integrazione i
      where i.progetto_id = new.id and i.genere = 'INTEGRAZIONE' and i.fase = case when old.stato::text like 'IDEA%' then 'IDEA' else 'PROGETTO' end
      and i.risposta_il is null and i.entro >= app.adesso()) then
    raise exception 'l''ente puo ancora rispondere' using errcode = 'CT001';
  end if;
  return new;
end $$;

-- ---------------------------------------------------------------- commissari esonerati

-- chi e esonerato resta nella storia della commissione con il suo atto; cio che ha concluso vale, la scheda lasciata a meta no
alter table commissario
  add column esonerato_il timestamptz(3),
  add column atto_esonero text check (length(atto_esonero) between 3 and 200),
  add constraint commissario_esonero check ((esonerato_il is null) = (atto_esonero is null) and not (presidente and esonerato_il is not null));
grant update (esonerato_il, atto_esonero) on commissario to app_regione;
-- un esonero non si disfa: ne con un altro aggiornamento, ne togliendo la riga
alter policy commissario_presiede on commissario
  using (regione_id = (select app.regione_id()) and esonerato_il is null and (select app.ruolo()) = 'DIRIGENTE');
alter policy commissario_tolto on commissario
  using (regione_id = (select app.regione_id()) and esonerato_il is null and (select app.ruolo()) = 'DIRIGENTE');
alter policy valutazione_dichiarata on valutazione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and utente_id = (select app.utente_id())
    and exists (select from commissario c join progetto p on p.bando_id = c.bando_id
      where p.id = progetto_id and c.fase = valutazione.fase and c.utente_id = valutazione.utente_id and c.esonerato_il is null)
    and (conflitto = 'PRESENTE' or not app.appartiene(progetto_id)));

/*
 * I commissari leggono i punteggi degli altri solo quando tutti hanno concluso, e sono almeno due. Puo succedere quando uno conclude, ma anche quando
 * l'ultimo dichiara un conflitto, esce dalla commissione o ne e esonerato. Si mettono in fila: due che concludono insieme non si vedrebbero a vicenda.
 */
create or replace function app.svela_valutazioni() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  di_fase text := case when tg_op = 'DELETE' then old.fase else new.fase end;
  di_utente uuid := case when tg_op = 'DELETE' then old.utente_id else new.utente_id end;
  di_bando uuid;
  di_progetto uuid;
  in_commissione boolean;
begin
  -- rami separati: commissario non ha la colonna stato
  if tg_table_name = 'commissario' or tg_op = 'INSERT' then
    if session_user <> 'app_regione' then return null; end if;
  elsif new.stato <> 'CONCLUSA' or old.stato = 'CONCLUSA' then
    return null;
  end if;
  if tg_table_name = 'commissario' then
    di_bando := old.bando_id;
  else
    select p.bando_id, p.id into di_bando, di_progetto from public.progetto p where p.id = new.progetto_id;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(di_bando::text || di_fase, 0));
  in_commissione := exists (select from public.commissario c
    where c.bando_id = di_bando and c.fase = di_fase and c.utente_id = di_utente and c.esonerato_il is null);
  -- chi ha gia dichiarato esce solo con un esonero; chi e uscito non dichiara e non conclude, chi arriva a punteggi svelati non dichiara
  if tg_op = 'DELETE' and exists (select from public.valutazione v join public.progetto p on p.id = v.progetto_id
      where p.bando_id = di_bando and v.fase = di_fase and v.utente_id = di_utente)
    or tg_op = 'INSERT' and (not in_commissione
      or exists (select from public.valutazione v where v.progetto_id = di_progetto and v.fase = di_fase and v.svelata))
    or tg_table_name = 'valutazione' and session_user = 'app_regione' and not in_commissione
  then
    raise exception 'la commissione non puo cambiare cosi' using errcode = 'CT001';
  end if;
  -- una scheda a meta di chi e stato esonerato non si svela: non vale, e non la legge nessun altro
  update public.valutazione v set svelata = true from public.progetto p
    where p.id = v.progetto_id and p.bando_id = di_bando and (di_progetto is null or p.id = di_progetto) and v.fase = di_fase and not v.svelata
    and (v.conflitto = 'PRESENTE' or v.stato <> 'BOZZA')
    and not exists (select from public.commissario c
      left join public.valutazione x on x.progetto_id = p.id and x.fase = c.fase and x.utente_id = c.utente_id
      where c.bando_id = p.bando_id and c.fase = di_fase and c.esonerato_il is null and (x.id is null or (x.conflitto = 'NESSUNO' and x.stato = 'BOZZA')))
    and (select count(*) from public.valutazione x where x.progetto_id = p.id and x.fase = di_fase and x.stato = 'CONCLUSA') >= 2;
  return null;
end $$;
create trigger svela_esonero after update of esonerato_il on commissario for each row execute function app.svela_valutazioni();
/* Le domande che chi valuta non puo aprire: quelle su cui non ha ancora dichiarato di non avere conflitti, e quelle su cui ne ha uno. */
create or replace function app.precluse() returns uuid[] language sql stable security definer set search_path = pg_catalog as
$$ select array(
  select v.progetto_id from public.valutazione v where v.utente_id = app.utente_id() and v.conflitto = 'PRESENTE'
  union select p.id from public.progetto p
    join public.commissario c on c.bando_id = p.bando_id and c.fase = case p.stato when 'IDEA_AMMISSIBILE' then 'IDEA' when 'AMMISSIBILE' then 'PROGETTO' end
    where c.utente_id = app.utente_id() and c.esonerato_il is null and not exists (select from public.valutazione v
      where v.progetto_id = p.id and v.fase = c.fase and (v.utente_id = c.utente_id or v.svelata))) $$;

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
