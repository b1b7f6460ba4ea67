-- Le stesse regole di 0002, 0004, 0005 e 0011, calcolate con meno lavoro. Una pagina nomina decine di tabelle e di ciascuna la policy chiede il contesto e
-- l'elenco delle bozze: erano un terzo di quanto il database spende per la pagina di un progetto.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

/* Il contesto firmato e ancora valido di questo login, altrimenti NULL: senza contesto non si vede nulla. La sola lettura e quella della chiave: la firma si
   calcola fuori, con espressioni che PL/pgSQL tiene pronte invece di prepararle a ogni chiamata. */
create or replace function app.contesto() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  testo text := current_setting('app.contesto', true);
  interna bytea;
  esterna bytea;
  c jsonb;
begin
  -- dopo la prima set_config locale il valore fuori transazione e '' e non NULL
  if testo is null or testo = '' then return null; end if;
  select k.interna, k.esterna into interna, esterna from app.chiave_contesto k;
  -- senza chiave o senza firma il confronto e ignoto: non e una firma buona
  if (encode(sha256(esterna || sha256(interna || convert_to(testo, 'UTF8'))), 'hex') = current_setting('app.firma', true)) is not true then return null; end if;
  c := testo::jsonb;
  if c ->> 'login' is distinct from session_user or (c ->> 'scade')::double precision < extract(epoch from transaction_timestamp()) then return null; end if;
  return c;
end $$;

-- L'elenco JSON e di sole stringhe: con le graffe al posto delle quadre e il testo di un array, e la funzione e un'espressione che PostgreSQL scrive dentro la
-- policy. Con una sottoquery non poteva, e chiamarla costava quanto verificare il contesto. Conviene finche un ente ha meno di qualche decina di progetti.
/* I progetti in cui l'organizzazione partecipa oggi. */
create or replace function app.progetti() returns uuid[] language sql stable
begin atomic select coalesce(('{' || btrim(app.contesto() ->> 'progetti', '[]') || '}')::uuid[], '{}'); end;
/* Quelli di cui e capofila. */
create or replace function app.capofila() returns uuid[] language sql stable
begin atomic select coalesce(('{' || btrim(app.contesto() ->> 'capofila', '[]') || '}')::uuid[], '{}'); end;

/* I progetti della Regione che non si vedono ancora: le idee in scrittura e quelle ritirate senza averle mai presentate. Il contesto si legge una volta,
   i due casi con un indice solo. */
create or replace function app.bozze() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare regione uuid := app.regione_id();
begin
  return array(select p.id from public.progetto p where p.regione_id = regione and p.stato in ('IDEA_BOZZA', 'RITIRATO')
    -- ritirare un'idea mai presentata non la mette in vista
    and (p.stato = 'IDEA_BOZZA' or not exists (select from public.versione_progetto v where v.progetto_id = p.id)));
end $$;
drop index progetto_in_bozza;
drop index progetto_ritirato;
create index progetto_forse_in_bozza on progetto (regione_id) include (id, stato) where stato in ('IDEA_BOZZA', 'RITIRATO');

/* Le domande che chi valuta non puo aprire: quelle su cui non ha ancora dichiarato di non avere conflitti, e quelle su cui ne ha uno. */
create or replace function app.precluse() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare utente uuid := app.utente_id();
begin
  return array(
    select v.progetto_id from public.valutazione v where v.utente_id = utente and v.conflitto = 'PRESENTE'
    union select p.id from public.progetto p
      join public.commissario c on c.bando_id = p.bando_id and c.fase = case p.stato when 'IDEA_AMMISSIBILE' then 'IDEA' when 'AMMISSIBILE' then 'PROGETTO' end
      where c.utente_id = utente and c.esonerato_il is null and not exists (select from public.valutazione v
        where v.progetto_id = p.id and v.fase = c.fase and (v.utente_id = c.utente_id or v.svelata)));
end $$;

-- L'elenco dei progetti cerca di ognuno l'ultimo periodo finito: cosi e una sola voce d'indice, e non tutti i periodi messi in ordine.
create index periodo_ultimo on periodo (progetto_id, al desc, numero desc);

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
