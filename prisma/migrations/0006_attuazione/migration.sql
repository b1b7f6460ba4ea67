-- Attuazione: convenzione e calendario, relazioni riaperte e rilievi, prove, modifiche in corso d'opera, proroghe, sospensioni, cessazioni, fusioni di enti,
-- e cio che i cruscotti leggono senza scorrere la storia.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app, accesso to app_custode;

alter type tipo_periodo add value if not exists 'STRAORDINARIO';

-- ---------------------------------------------------------------- convenzione: gli impegni e i recapiti del progetto

create table convenzione (
  progetto_id uuid primary key,
  regione_id uuid not null,
  cup text check (cup ~ '^[A-Z0-9]{15}$'),
  iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  intestatario text check (length(intestatario) <= 200),
  -- l'ufficio che risponde del progetto: recapiti d'ufficio, non di una persona
  referente text check (length(referente) <= 200),
  email text check (length(email) <= 200),
  telefono text check (length(telefono) <= 40),
  sede text check (length(sede) <= 300),
  rev integer not null default 0,
  -- li scrive la Regione quando avvia il progetto
  atto text check (length(atto) <= 200),
  data_atto date,
  avviata_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
alter table progetto add column data_fine_originaria date;

-- ---------------------------------------------------------------- calendario

alter table periodo
  -- un periodo tutto dentro una sospensione non si rendiconta
  add column dovuto boolean not null default true,
  -- la prima scadenza, se una sospensione o una proroga l'ha spostata
  add column scadenza_originaria date,
  -- perche la Regione ha chiesto una relazione straordinaria
  add column motivo text check (length(motivo) <= 300),
  -- quando la relazione e stata presentata la prima volta: lo scrive app.segna_presentazione
  add column presentato_il timestamptz(3);
create index periodo_da_presentare on periodo (regione_id, scadenza) where presentato_il is null and dovuto;

-- ---------------------------------------------------------------- relazioni: versione vigente, riaperture, rilievi, prove

create unique index versione_progetto_del_progetto on versione_progetto (progetto_id, id);
alter table rapporto_progetto
  -- la versione approvata in vigore quando la relazione e stata aperta; nulla se il piano e quello importato
  add column versione_id uuid,
  add foreign key (progetto_id, versione_id) references versione_progetto (progetto_id, id),
  -- la Regione riapre tutto solo l'ultima relazione; delle precedenti solo testi e prove
  add column riapertura text check (riapertura in ('PIENA', 'TESTI'));
alter table avanzamento
  -- l'ente ha confermato che non c'e nulla di nuovo
  add column invariato boolean not null default false,
  add column contromisura_esito text check (contromisura_esito in ('FUNZIONA', 'IN_PARTE', 'NON_FUNZIONA'));
-- La storia resta dell'ente che l'ha scritta anche se l'azione passa a un altro: la coppia si controlla alla scrittura, non per sempre.
alter table avanzamento drop constraint avanzamento_progetto_id_organizzazione_id_azione_id_fkey,
  add constraint avanzamento_progetto_id_azione_id_fkey foreign key (progetto_id, azione_id) references azione (progetto_id, id) on delete restrict on update cascade,
  add foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id);

create table rilievo (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  rapporto_id uuid not null,
  azione_id uuid,
  testo text not null check (length(testo) between 1 and 2000),
  stato text not null default 'APERTO' check (stato in ('APERTO', 'RISPOSTO', 'CHIUSO')),
  risposta text check (length(risposta) <= 2000),
  -- la relazione successiva in cui l'ente ha risposto
  risposto_in uuid,
  scritto_il timestamptz(3) not null default app.adesso(),
  risposto_il timestamptz(3),
  chiuso_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, rapporto_id) references rapporto_progetto (progetto_id, id),
  foreign key (progetto_id, risposto_in) references rapporto_progetto (progetto_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id)
);
create index rilievo_aperti on rilievo (progetto_id) where stato <> 'CHIUSO';
create index rilievo_rapporto on rilievo (rapporto_id);

-- I file che provano cio che si dichiara o si chiede.
create table evidenza (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  oggetto text not null check (oggetto in ('AVANZAMENTO', 'MODIFICA', 'PROROGA', 'CESSAZIONE')),
  oggetto_id uuid not null,
  organizzazione_id uuid not null,
  nome text not null check (length(nome) between 1 and 200),
  tipo text not null,
  byte integer not null check (byte between 1 and 10485760),
  sha256 text not null,
  contenuto bytea not null,
  presentata boolean not null default false,
  caricata_il timestamptz(3) not null default app.adesso(),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create index evidenza_oggetto on evidenza (oggetto_id);
create index evidenza_progetto on evidenza (progetto_id);

-- ---------------------------------------------------------------- modifiche del piano approvato

-- Le date approvate all'inizio, quando quelle in vigore sono cambiate; un'azione tolta da una modifica resta nella storia.
alter table azione
  add column inizio_originario date,
  add column fine_originaria date,
  add column annullata_il date;
alter table quantita
  -- la chiave del gruppo di destinatari nelle versioni; nulla per le quantita importate, che usano il proprio id
  add column destinatario_id text,
  add column tolta_il date;

create table richiesta_modifica (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  numero integer not null,
  dominio text not null check (dominio in ('budget', 'azioni', 'partner', 'destinatari', 'cronoprogramma', 'referente', 'sede', 'dati_bancari', 'altro')),
  stato text not null default 'BOZZA' check (stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA', 'ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA', 'ANNULLATA', 'REGISTRATA')),
  -- la regola del bando applicata alla presentazione: comunicazione o approvazione, chi e competente, e con quali numeri
  regime text check (regime in ('COMUNICAZIONE', 'APPROVAZIONE')),
  competente ruolo check (competente in ('ISTRUTTORE', 'DIRIGENTE')),
  regola jsonb,
  -- il piano da cui si parte e l'elenco delle operazioni (lib/modifiche/operazioni.ts)
  base_numero integer,
  base_sha256 text not null,
  operazioni jsonb not null default '[]' check (pg_column_size(operazioni) <= 2000000),
  motivazione text not null default '' check (length(motivazione) <= 4000),
  rev integer not null default 0,
  organizzazione_id uuid not null,
  aperta_il timestamptz(3) not null default app.adesso(),
  presentata_il timestamptz(3),
  protocollo text,
  assegnata_a uuid references utente (id),
  accolte text[],
  nota_decisione text check (length(nota_decisione) <= 4000),
  atto text check (length(atto) <= 200),
  data_atto date,
  decisa_da uuid references utente (id),
  decisa_il timestamptz(3),
  versione_id uuid,
  unique (progetto_id, numero),
  foreign key (progetto_id, versione_id) references versione_progetto (progetto_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create unique index richiesta_una_aperta on richiesta_modifica (progetto_id, dominio) where stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA');
create index richiesta_in_coda on richiesta_modifica (regione_id, presentata_il) where stato in ('PRESENTATA', 'IN_ISTRUTTORIA');

create table proroga (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  -- nulla: del progetto intero
  azione_id uuid,
  numero integer not null,
  stato text not null default 'BOZZA' check (stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA', 'ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA', 'ANNULLATA')),
  fine_attuale date not null,
  mesi_chiesti integer check (mesi_chiesti between 1 and 60),
  fine_chiesta date not null,
  motivo text not null default '' check (length(motivo) <= 4000),
  rev integer not null default 0,
  organizzazione_id uuid not null,
  aperta_il timestamptz(3) not null default app.adesso(),
  presentata_il timestamptz(3),
  protocollo text,
  assegnata_a uuid references utente (id),
  fine_concessa date,
  nota_decisione text check (length(nota_decisione) <= 4000),
  atto text check (length(atto) <= 200),
  data_atto date,
  decisa_da uuid references utente (id),
  decisa_il timestamptz(3),
  -- la proroga che questa corregge: la prima resta com'era
  corregge_id uuid,
  check (fine_chiesta > fine_attuale or corregge_id is not null),
  unique (progetto_id, id),
  unique (progetto_id, numero),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id),
  foreign key (progetto_id, corregge_id) references proroga (progetto_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create unique index proroga_una_aperta on proroga (progetto_id, coalesce(azione_id, progetto_id)) where stato in ('BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA');
create index proroga_in_coda on proroga (regione_id, presentata_il) where stato in ('PRESENTATA', 'IN_ISTRUTTORIA');

-- ---------------------------------------------------------------- sospensioni e cessazioni

create table sospensione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  azione_id uuid,
  motivo text not null check (motivo in ('EMERGENZA_SANITARIA', 'ATTESA_REGIONE', 'CONTENZIOSO', 'RICHIESTA_ENTE', 'ALTRO')),
  nota text check (length(nota) <= 2000),
  dal date not null,
  -- l'ultimo giorno; nullo finche non si riprende
  al date,
  atto text not null check (length(atto) between 1 and 200),
  data_atto date not null,
  -- le sospensioni disposte insieme, per tutti i progetti di un bando
  lotto uuid,
  disposta_il timestamptz(3) not null default app.adesso(),
  atto_ripresa text check (length(atto_ripresa) <= 200),
  ripresa_il timestamptz(3),
  check (al >= dal),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id)
);
create index sospensione_progetto on sospensione (progetto_id, dal);
create index sospensione_in_corso on sospensione (regione_id) where al is null;

create table cessazione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  genere text not null check (genere in ('RINUNCIA', 'REVOCA', 'CONCLUSIONE')),
  stato text not null check (stato in ('CHIESTA', 'DISPOSTA', 'RESPINTA', 'ANNULLATA')),
  motivazione text not null check (length(motivazione) between 1 and 4000),
  -- come si restituisce cio che non spettava, e quanto (centesimi)
  piano_recupero text check (length(piano_recupero) <= 4000),
  recupero_cents bigint check (recupero_cents >= 0),
  atto text check (length(atto) <= 200),
  data_atto date,
  nota_decisione text check (length(nota_decisione) <= 4000),
  organizzazione_id uuid not null,
  chiesta_il timestamptz(3) not null default app.adesso(),
  decisa_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create unique index cessazione_una_chiesta on cessazione (progetto_id) where stato = 'CHIESTA';
create index cessazione_progetto on cessazione (progetto_id);

-- ---------------------------------------------------------------- cruscotti: la situazione di oggi, senza scorrere i periodi

-- L'ultima situazione presentata di ogni azione.
create table situazione_azione (
  azione_id uuid primary key,
  regione_id uuid not null,
  progetto_id uuid not null,
  avanzamento_id uuid not null,
  periodo_al date not null,
  stato stato_azione,
  percentuale smallint,
  inizio_effettivo date,
  fine_stimata date,
  fine_effettiva date,
  -- la fine stimata nella relazione di prima: dice se il ritardo cresce
  fine_stimata_prima date,
  -- da quante relazioni di fila stato e percentuale non cambiano
  senza_progressi integer not null default 0,
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id)
);
create index situazione_azione_progetto on situazione_azione (progetto_id);
create index situazione_azione_stato on situazione_azione (regione_id, stato);
-- Quante azioni in ogni stato, per progetto e mese di fine del periodo.
create table situazione_mese (
  progetto_id uuid not null,
  -- primo giorno del mese
  mese date not null,
  regione_id uuid not null,
  non_rilevate integer not null default 0,
  non_avviate integer not null default 0,
  in_preparazione integer not null default 0,
  in_corso integer not null default 0,
  parziali integer not null default 0,
  completate integer not null default 0,
  sospese integer not null default 0,
  annullate integer not null default 0,
  primary key (progetto_id, mese),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create index situazione_mese_regione on situazione_mese (regione_id, mese);

-- I filtri che una persona della Regione tiene pronti.
create table vista_salvata (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  utente_id uuid not null references utente (id),
  pagina text not null check (length(pagina) <= 60),
  nome text not null check (length(nome) between 1 and 80),
  filtri jsonb not null check (pg_column_size(filtri) <= 8000),
  creata_il timestamptz(3) not null default app.adesso(),
  unique (utente_id, pagina, nome)
);
-- Cio che si e ricordato a qualcuno: un promemoria parte una volta sola.
create table promemoria (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  progetto_id uuid,
  oggetto_id uuid not null,
  -- «SCADENZA_7», «DEPOSITO_14», «SOLLECITO_2020-07-09», …
  genere text not null check (length(genere) <= 40),
  destinatari integer not null default 0,
  creato_il timestamptz(3) not null default app.adesso(),
  unique (oggetto_id, genere),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);

-- ---------------------------------------------------------------- transizioni

-- chi migra possiede le tabelle, ma le loro policy valgono anche per lui: le si tiene ferme il tempo di scrivere
alter table app.transizione no force row level security;
alter table app.transizione_progetto no force row level security;
insert into app.transizione (oggetto, da, a, login) values
  ('rapporto_progetto', 'APPROVATO', 'CHIARIMENTI', 'app_regione'),
  ('rapporto_progetto', 'APPROVATO_CON_RILIEVI', 'CHIARIMENTI', 'app_regione'),
  -- la domanda a cui nessuno risponde si ritira, e la relazione torna in verifica
  ('chiarimento', 'APERTO', 'CHIUSO', 'app_regione'),
  ('rapporto_progetto', 'CHIARIMENTI', 'IN_VERIFICA', 'app_regione'),
  -- una modifica puo togliere o dare azioni a un ente mentre compila la sua parte
  ('rapporto_ente', 'NON_DOVUTO', 'APERTO', 'app_regione'),
  ('rapporto_ente', 'APERTO', 'NON_DOVUTO', 'app_regione'),
  ('rapporto_ente', 'RINVIATO', 'NON_DOVUTO', 'app_regione'),
  ('rapporto_ente', 'CONSEGNATO', 'NON_DOVUTO', 'app_regione'),
  ('rilievo', 'APERTO', 'RISPOSTO', 'app_ente'),
  ('rilievo', 'RISPOSTO', 'APERTO', 'app_regione'),
  ('rilievo', 'RISPOSTO', 'CHIUSO', 'app_regione'),
  ('rilievo', 'APERTO', 'CHIUSO', 'app_regione'),
  ('richiesta_modifica', 'BOZZA', 'PRESENTATA', 'app_ente'),
  ('richiesta_modifica', 'BOZZA', 'REGISTRATA', 'app_ente'),
  ('richiesta_modifica', 'BOZZA', 'ANNULLATA', 'app_ente'),
  ('richiesta_modifica', 'PRESENTATA', 'ANNULLATA', 'app_ente'),
  ('richiesta_modifica', 'IN_ISTRUTTORIA', 'ANNULLATA', 'app_ente'),
  ('richiesta_modifica', 'PRESENTATA', 'IN_ISTRUTTORIA', 'app_regione'),
  ('richiesta_modifica', 'IN_ISTRUTTORIA', 'ACCOLTA', 'app_regione'),
  ('richiesta_modifica', 'IN_ISTRUTTORIA', 'ACCOLTA_IN_PARTE', 'app_regione'),
  ('richiesta_modifica', 'IN_ISTRUTTORIA', 'RESPINTA', 'app_regione'),
  ('proroga', 'BOZZA', 'PRESENTATA', 'app_ente'),
  ('proroga', 'BOZZA', 'ANNULLATA', 'app_ente'),
  ('proroga', 'PRESENTATA', 'ANNULLATA', 'app_ente'),
  ('proroga', 'IN_ISTRUTTORIA', 'ANNULLATA', 'app_ente'),
  ('proroga', 'PRESENTATA', 'IN_ISTRUTTORIA', 'app_regione'),
  ('proroga', 'IN_ISTRUTTORIA', 'ACCOLTA', 'app_regione'),
  ('proroga', 'IN_ISTRUTTORIA', 'ACCOLTA_IN_PARTE', 'app_regione'),
  ('proroga', 'IN_ISTRUTTORIA', 'RESPINTA', 'app_regione'),
  ('cessazione', 'CHIESTA', 'ANNULLATA', 'app_ente'),
  ('cessazione', 'CHIESTA', 'DISPOSTA', 'app_regione'),
  ('cessazione', 'CHIESTA', 'RESPINTA', 'app_regione');
insert into app.transizione_progetto (atto, da, a, login, ruoli) values
  ('confermaRinuncia', 'AVVIATO', 'RITIRATO', 'app_regione', '{DIRIGENTE}'),
  ('confermaRinuncia', 'SOSPESO', 'RITIRATO', 'app_regione', '{DIRIGENTE}');
alter table app.transizione force row level security;
alter table app.transizione_progetto force row level security;

/* Rilievi: chi passa da uno stato all'altro, e quando, lo dice il database. */
create function app.verifica_rilievo() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- la risposta presentata con la relazione non si riscrive
  if session_user = 'app_ente' and old.stato = 'RISPOSTO' and exists (select from public.rapporto_progetto r where r.id = old.risposto_in and r.stato <> 'BOZZA') then
    raise exception 'rilievo gia risposto' using errcode = 'CT001';
  end if;
  if new.stato = old.stato or session_user = 'app_sistema' then return new; end if;
  if not exists (select from app.transizione t where t.oggetto = 'rilievo' and t.da = old.stato and t.a = new.stato and t.login = session_user::text) then
    raise exception 'transizione non ammessa: rilievo da % a %', old.stato, new.stato using errcode = 'CT001';
  end if;
  if new.stato = 'RISPOSTO' then new.risposto_il := app.adesso(); elsif new.stato = 'CHIUSO' then new.chiuso_il := app.adesso(); end if;
  return new;
end $$;

/*
 * Modifiche, proroghe e cessazioni: presenta e ritira il referente del capofila, decide chi e competente, e cio che si e presentato non si tocca piu.
 * Con il progetto concluso, revocato o ritirato, o con una rinuncia in corso, non se ne presentano.
 */
create function app.verifica_richiesta() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  decisa boolean := new.stato in ('ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA', 'DISPOSTA');
  riga jsonb := to_jsonb(new);
begin
  if session_user = 'app_sistema' or session_user::name not in ('app_ente', 'app_regione') then return new; end if;
  -- chi ritira cio che ha presentato non lo riscrive; cio che e deciso, registrato o annullato non lo tocca piu nessuno
  if session_user = 'app_ente' and old.stato not in ('BOZZA', 'CHIESTA') and (new.stato <> 'ANNULLATA' or riga - 'stato' - 'rev' <> to_jsonb(old) - 'stato' - 'rev')
    or session_user = 'app_regione' and old.stato not in ('PRESENTATA', 'IN_ISTRUTTORIA', 'CHIESTA') or old.stato = 'ANNULLATA' then
    raise exception '% gia presentata o decisa', tg_table_name using errcode = 'CT001';
  end if;
  if session_user = 'app_ente' and riga -> 'versione_id' is distinct from to_jsonb(old) -> 'versione_id' and to_jsonb(old) ->> 'versione_id' is not null then
    raise exception 'comunicazione gia in vigore' using errcode = 'CT001';
  end if;
  if new.stato = old.stato then return new; end if;
  if not exists (select from app.transizione t where t.oggetto = tg_table_name and t.da = old.stato and t.a = new.stato and t.login = session_user::text)
    or (session_user = 'app_ente' and app.ruolo() <> 'REFERENTE')
    or (session_user = 'app_regione' and not decisa and app.ruolo() not in ('ISTRUTTORE', 'DIRIGENTE'))
    or (decisa and tg_table_name <> 'richiesta_modifica' and app.ruolo() <> 'DIRIGENTE')
    or (decisa and tg_table_name = 'richiesta_modifica' and app.ruolo()::text not in ('DIRIGENTE', coalesce(riga ->> 'competente', 'DIRIGENTE')))
  then
    raise exception 'transizione non ammessa: % da % a %', tg_table_name, old.stato, new.stato using errcode = 'CT001';
  end if;
  if new.stato in ('PRESENTATA', 'REGISTRATA') then
    if not exists (select from public.progetto p where p.id = new.progetto_id and p.stato in ('AVVIATO', 'SOSPESO'))
      or exists (select from public.cessazione c where c.progetto_id = new.progetto_id and c.stato = 'CHIESTA') then
      raise exception 'progetto non piu modificabile' using errcode = 'CT001';
    end if;
    if tg_table_name = 'richiesta_modifica' and not app.regola_applicata(riga) then raise exception 'serve un''altra regola' using errcode = 'CT001'; end if;
    new := jsonb_populate_record(new, jsonb_build_object('presentata_il', app.adesso()));
  end if;
  if decisa or new.stato in ('ANNULLATA', 'REGISTRATA') then
    new := jsonb_populate_record(new, jsonb_build_object('decisa_il', app.adesso()));
    if decisa and tg_table_name <> 'cessazione' then new := jsonb_populate_record(new, jsonb_build_object('decisa_da', app.utente_id())); end if;
  end if;
  if new.stato <> 'ANNULLATA' then
    update public.evidenza e set presentata = true where e.oggetto_id = new.id and not e.presentata;
  end if;
  return new;
end $$;

/*
 * La regola dichiarata alla presentazione e quella del bando: decide il dirigente, salvo gli ambiti che il bando lascia a chi istruisce; e una
 * comunicazione e registrata solo se la sua versione c'e, ed e sua. I valori quando il bando tace sono quelli di lib/bandi/configurazione.ts.
 */
create function app.regola_applicata(p_riga jsonb) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select case when p_riga ->> 'stato' = 'PRESENTATA' then p_riga ->> 'regime' = 'APPROVAZIONE' and (p_riga ->> 'competente' = 'DIRIGENTE'
      or coalesce(v.configurazione #> '{attuazione,competenti}', '{"destinatari": "ISTRUTTORE", "cronoprogramma": "ISTRUTTORE", "referente": "ISTRUTTORE",
        "sede": "ISTRUTTORE", "dati_bancari": "ISTRUTTORE"}') ->> (p_riga ->> 'dominio') = 'ISTRUTTORE')
    else p_riga ->> 'regime' = 'COMUNICAZIONE' and p_riga ->> 'versione_id' is not null
      and not exists (select from public.richiesta_modifica r where r.versione_id = (p_riga ->> 'versione_id')::uuid and r.id <> (p_riga ->> 'id')::uuid) end is true
  from public.progetto p left join public.bando_versione v on v.id = p.bando_versione_id where p.id = (p_riga ->> 'progetto_id')::uuid
$$;

/* Due periodi ordinari dello stesso progetto non si sovrappongono mai: nulla si rendiconta due volte. Un periodo presentato non si sposta piu. */
create function app.verifica_periodo() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare r record := case when tg_op = 'DELETE' then old else new end;
begin
  if session_user <> 'app_regione' then return r; end if;
  perform pg_advisory_xact_lock(hashtextextended('calendario' || r.progetto_id::text, 0));
  if tg_op <> 'INSERT' and exists (select from public.rapporto_progetto x where x.periodo_id = old.id and x.stato <> 'BOZZA') then
    raise exception 'periodo gia presentato' using errcode = 'CT001';
  end if;
  if tg_op <> 'DELETE' and new.tipo::text <> 'STRAORDINARIO' and exists (select from public.periodo p
      where p.progetto_id = new.progetto_id and p.id <> new.id and p.tipo::text <> 'STRAORDINARIO' and p.dal <= new.al and p.al >= new.dal) then
    raise exception 'periodi sovrapposti' using errcode = 'CT006';
  end if;
  return r;
end $$;

/* Due sospensioni dello stesso progetto, o della stessa azione, non si sovrappongono. */
create function app.verifica_sospensione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user <> 'app_regione' then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('sospensioni' || new.progetto_id::text, 0));
  if exists (select from public.sospensione s where s.progetto_id = new.progetto_id and s.id <> new.id and s.azione_id is not distinct from new.azione_id
      and s.dal <= coalesce(new.al, 'infinity'::date) and coalesce(s.al, 'infinity'::date) >= new.dal) then
    raise exception 'sospensioni sovrapposte' using errcode = 'CT006';
  end if;
  if tg_op = 'UPDATE' then
    if old.al < app.oggi() then raise exception 'sospensione gia conclusa' using errcode = 'CT001'; end if;
    if new.al is not null then new.ripresa_il := app.adesso(); end if;
  end if;
  return new;
end $$;

/* Il numero di una proroga: lo da il database, perche chi corregge non vede le bozze degli altri. */
create function app.numera_proroga() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('proroghe' || new.progetto_id::text, 0));
  new.numero := (select coalesce(max(p.numero), 0) + 1 from public.proroga p where p.progetto_id = new.progetto_id);
  return new;
end $$;

/* La relazione nasce legata alla versione approvata in vigore in quel momento. */
create function app.lega_versione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.versione_id := (select v.id from public.versione_progetto v where v.progetto_id = new.progetto_id and v.genere = 'APPROVATA' order by v.numero desc limit 1);
  return new;
end $$;

/* Una relazione non piu in bozza: il suo periodo e presentato, le sue prove si leggono, e i conti del mese si rifanno. */
create function app.segna_presentazione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.stato = 'BOZZA' or tg_op = 'UPDATE' and new.stato = old.stato then return null; end if;
  update public.periodo p set presentato_il = coalesce(new.presentato_il, app.adesso()) where p.id = new.periodo_id and p.presentato_il is null;
  update public.evidenza e set presentata = true from public.avanzamento a
    where a.rapporto_id = new.id and e.oggetto = 'AVANZAMENTO' and e.oggetto_id = a.id and not e.presentata;
  perform app.conta_mese(new.id);
  return null;
end $$;
create function app.conta_mese(p_rapporto uuid) returns void language sql security definer set search_path = pg_catalog as $$
  insert into public.situazione_mese (progetto_id, mese, regione_id, non_rilevate, non_avviate, in_preparazione, in_corso, parziali, completate, sospese, annullate)
  select r.progetto_id, date_trunc('month', p.al)::date, r.regione_id, count(a.id) filter (where a.stato is null), count(*) filter (where a.stato = 'NON_AVVIATA'),
    count(*) filter (where a.stato = 'IN_PREPARAZIONE'), count(*) filter (where a.stato = 'IN_CORSO'), count(*) filter (where a.stato = 'PARZIALMENTE_REALIZZATA'),
    count(*) filter (where a.stato = 'COMPLETATA'), count(*) filter (where a.stato = 'SOSPESA'), count(*) filter (where a.stato = 'ANNULLATA')
  from public.rapporto_progetto r join public.periodo p on p.id = r.periodo_id left join public.avanzamento a on a.rapporto_id = r.id
  where r.id = p_rapporto group by r.progetto_id, p.al, r.regione_id
  on conflict (progetto_id, mese) do update set non_rilevate = excluded.non_rilevate, non_avviate = excluded.non_avviate, in_preparazione = excluded.in_preparazione,
    in_corso = excluded.in_corso, parziali = excluded.parziali, completate = excluded.completate, sospese = excluded.sospese, annullate = excluded.annullate
$$;

/* L'ultima situazione di un'azione: la tiene chi scrive l'avanzamento, quando non e piu una bozza. */
create function app.aggiorna_situazione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  fine date;
  ferma boolean;
begin
  if new.diffusione = 'BOZZA' then return null; end if;
  select p.al into fine from public.rapporto_progetto r join public.periodo p on p.id = r.periodo_id where r.id = new.rapporto_id;
  -- uguale alla relazione prima? Serve quando si corregge quella presentata per ultima: il conto non si puo rifare dal valore che si sta cambiando
  select (new.stato, new.percentuale) is not distinct from (a.stato, a.percentuale) into ferma from public.avanzamento a
    join public.rapporto_progetto r on r.id = a.rapporto_id join public.periodo p on p.id = r.periodo_id
    where a.azione_id = new.azione_id and a.diffusione <> 'BOZZA' and p.al < fine order by p.al desc limit 1;
  insert into public.situazione_azione as s (azione_id, regione_id, progetto_id, avanzamento_id, periodo_al, stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva)
    values (new.azione_id, new.regione_id, new.progetto_id, new.id, fine, new.stato, new.percentuale, new.inizio_effettivo, new.fine_stimata, new.fine_effettiva)
  on conflict (azione_id) do update set avanzamento_id = excluded.avanzamento_id, periodo_al = excluded.periodo_al, stato = excluded.stato, percentuale = excluded.percentuale,
    inizio_effettivo = excluded.inizio_effettivo, fine_stimata = excluded.fine_stimata, fine_effettiva = excluded.fine_effettiva,
    fine_stimata_prima = case when excluded.periodo_al = s.periodo_al then s.fine_stimata_prima else s.fine_stimata end,
    senza_progressi = case
      when excluded.periodo_al = s.periodo_al and (excluded.stato, excluded.percentuale) is not distinct from (s.stato, s.percentuale) then s.senza_progressi
      when excluded.periodo_al = s.periodo_al then case when ferma then greatest(s.senza_progressi, 1) else 0 end
      when (excluded.stato, excluded.percentuale) is not distinct from (s.stato, s.percentuale) then s.senza_progressi + 1
      else 0 end
  where s.periodo_al <= excluded.periodo_al;
  -- l'importazione scrive le azioni dopo la relazione
  if session_user::name not in ('app_ente', 'app_regione') and tg_op = 'INSERT' then perform app.conta_mese(new.rapporto_id); end if;
  return null;
end $$;

/* Chi ha scritto per ultimo lo dice il database; e di una relazione riaperta nei soli testi non si toccano stato, date e percentuale. */
create function app.firma_avanzamento() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user <> 'app_ente' then return new; end if;
  new.aggiornato_da := app.utente_id();
  new.aggiornato_il := app.adesso();
  if tg_op = 'UPDATE' and old.riaperto and (new.stato, new.percentuale, new.inizio_effettivo, new.fine_stimata, new.fine_effettiva)
      is distinct from (old.stato, old.percentuale, old.inizio_effettivo, old.fine_stimata, old.fine_effettiva)
    and exists (select from public.rapporto_progetto r where r.id = new.rapporto_id and r.riapertura = 'TESTI') then
    raise exception 'relazione riaperta nei soli testi' using errcode = 'CT001';
  end if;
  return new;
end $$;
create function app.solo_testi() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare r record := case when tg_op = 'DELETE' then old else new end;
begin
  if session_user = 'app_ente' and exists (select from public.avanzamento a join public.rapporto_progetto x on x.id = a.rapporto_id
      where a.id = r.avanzamento_id and x.riapertura = 'TESTI') then
    raise exception 'relazione riaperta nei soli testi' using errcode = 'CT001';
  end if;
  return r;
end $$;

/* Una relazione approvata si riapre tutta solo se e l'ultima presentata: sui valori delle precedenti altre si appoggiano, e se ne correggono testi e prove. */
create function app.scegli_riapertura() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.stato = 'CHIARIMENTI' and old.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI') then
    new.riapertura := case when exists (
      select from public.rapporto_progetto r join public.periodo p on p.id = r.periodo_id join public.periodo mio on mio.id = new.periodo_id
      where r.progetto_id = new.progetto_id and r.id <> new.id and r.stato <> 'BOZZA' and (p.al, p.numero) > (mio.al, mio.numero)) then 'TESTI' else 'PIENA' end;
  end if;
  return new;
end $$;

-- ---------------------------------------------------------------- atti che toccano cio che chi agisce non puo scrivere

/*
 * Una nuova versione approvata del piano, e il piano in vigore che la segue: partecipazioni, azioni, destinatari, quantita, voci e recapiti diventano quelli
 * scritti nella versione, dal giorno detto. Le azioni con una storia non si cancellano: si annullano. Il piano di partenza, se non era mai stato congelato
 * (progetti importati), si congela ora come versione che precede.
 * La chiama chi decide una richiesta o una proroga, il dirigente d'ufficio (fusioni), o il capofila per cio che il bando chiede solo di comunicare.
 * @errore CT001 non spetta a chi chiede, CT003 il contributo supera l'assegnato
 */
create function app.nuova_versione(p_progetto uuid, p_richiesta uuid, p_dal date, p_base jsonb, p_base_sha256 text, p_contenuto jsonb, p_sha256 text, p_protocollo text)
returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  p record;
  q record;
  soglia integer;
  a jsonb;
  i integer := 0;
  prima jsonb;
  nuova uuid := gen_random_uuid();
  ultima integer;
begin
  select x.*, v.configurazione into p from public.progetto x left join public.bando_versione v on v.id = x.bando_versione_id
    where x.id = p_progetto and x.regione_id = app.regione_id() for no key update of x;
  if p.id is null or p.stato not in ('AVVIATO', 'SOSPESO') then raise exception 'progetto non modificabile' using errcode = 'CT001'; end if;
  -- la stessa serratura di chi scrive e di chi presenta una relazione, presa prima di toccare le azioni: la si trova in bozza o gia presentata, mai a meta
  perform pg_advisory_xact_lock(hashtextextended(r.id::text, 0)) from public.rapporto_progetto r where r.progetto_id = p_progetto and r.stato = 'BOZZA' order by r.id;
  select * into q from public.richiesta_modifica r where r.id = p_richiesta and r.progetto_id = p_progetto;
  select v.contenuto into prima from public.versione_progetto v where v.progetto_id = p_progetto and v.genere = 'APPROVATA' order by v.numero desc limit 1;
  -- le versioni congelate prima dell'avvio non hanno i recapiti: se ora ci sono, prima erano quelli della convenzione
  if not prima ? 'anagrafica' and p_contenuto ? 'anagrafica' then
    prima := prima || jsonb_build_object('anagrafica', (select jsonb_build_object('referente', c.referente, 'email', c.email, 'telefono', c.telefono, 'sede', c.sede,
      'iban', c.iban, 'intestatario', c.intestatario) from (select 1) x left join public.convenzione c on c.progetto_id = p_progetto));
  end if;
  if session_user = 'app_ente' then
    -- comunicazioni: solo il quadro economico entro la soglia del bando, o i recapiti; nient'altro puo cambiare con la stessa versione
    soglia := coalesce((p.configurazione #>> '{attuazione,sogliaBudgetPercento}')::integer, 20);
    if app.ruolo() <> 'REFERENTE' or not p_progetto = any (app.capofila()) or prima is null or q.id is null or q.stato <> 'BOZZA' or q.regime is distinct from 'COMUNICAZIONE'
      or q.versione_id is not null
      or not coalesce(case q.dominio
        when 'budget' then p_contenuto #- '{piano,voci}' = prima #- '{piano,voci}' and app.quota_spostata(p_progetto, p_contenuto) <= soglia
        when 'referente' then p_contenuto #- '{anagrafica,referente}' #- '{anagrafica,email}' #- '{anagrafica,telefono}'
          = prima #- '{anagrafica,referente}' #- '{anagrafica,email}' #- '{anagrafica,telefono}'
        when 'sede' then p_contenuto #- '{anagrafica,sede}' = prima #- '{anagrafica,sede}' end, false)
    then raise exception 'serve l''approvazione della Regione' using errcode = 'CT001'; end if;
  elsif app.ruolo() is distinct from 'DIRIGENTE' and not (q.id is not null and app.ruolo() = q.competente) or q.id is not null and q.stato <> 'IN_ISTRUTTORIA' then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  if (select sum((x ->> 'contributoCents')::bigint) from jsonb_array_elements(p_contenuto #> '{piano,voci}') x) > p.importo_assegnato_cents then
    raise exception 'contributo oltre l''assegnato' using errcode = 'CT003';
  end if;
  select coalesce(max(v.numero), 0) into ultima from public.versione_progetto v where v.progetto_id = p_progetto;
  if prima is null then
    ultima := ultima + 1;
    insert into public.versione_progetto (regione_id, progetto_id, numero, fase, genere, contenuto, sha256, protocollo, bando_versione_id, organizzazione_id, creata_da)
      values (p.regione_id, p_progetto, ultima, 'PROGETTO', 'APPROVATA', p_base, p_base_sha256, 'piano di partenza', p.bando_versione_id, app.organizzazione_id(), app.utente_id());
    prima := p_base;
  end if;
  insert into public.versione_progetto (id, regione_id, progetto_id, numero, fase, genere, contenuto, sha256, protocollo, bando_versione_id, organizzazione_id, creata_da)
    values (nuova, p.regione_id, p_progetto, ultima + 1, 'RIMODULAZIONE', 'APPROVATA', p_contenuto, p_sha256, p_protocollo, p.bando_versione_id, app.organizzazione_id(), app.utente_id());

  -- da una richiesta una versione sola: la stessa comunicazione non sposta la soglia due volte
  update public.richiesta_modifica set versione_id = nuova where id = q.id;

  -- chi entra e chi cambia ruolo; chi esce lo si chiude dopo, quando non ha piu azioni
  insert into public.partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal, confermata_il)
    -- chi entra come capofila lo diventa dopo che l'altro ha lasciato il ruolo
    select p.regione_id, p_progetto, (x ->> 'organizzazioneId')::uuid,
      case when x ->> 'ruolo' = 'CAPOFILA' then 'PARTNER_GESTORE' else (x ->> 'ruolo')::public.ruolo_partecipazione end, n::int * 10, p_dal, app.adesso()
    from jsonb_array_elements(p_contenuto -> 'partner') with ordinality y(x, n)
    on conflict (progetto_id, organizzazione_id) do update set al = null where partecipazione.al is not null;

  for a in select jsonb_array_elements(p_contenuto #> '{piano,azioni}') loop
    i := i + 1;
    insert into public.azione as z (id, regione_id, progetto_id, organizzazione_id, codice, ordine, titolo, tipo, categoria_ente, inizio_previsto, fine_prevista)
      values ((a ->> 'id')::uuid, p.regione_id, p_progetto, (a ->> 'organizzazioneId')::uuid, a ->> 'codice', i, a ->> 'titolo',
        (a ->> 'tipo')::public.tipo_intervento, a ->> 'categoria', (a ->> 'inizio')::date, (a ->> 'fine')::date)
      on conflict (id) do update set organizzazione_id = excluded.organizzazione_id, titolo = excluded.titolo, tipo = excluded.tipo, categoria_ente = excluded.categoria_ente,
        inizio_originario = coalesce(z.inizio_originario, case when excluded.inizio_previsto is distinct from z.inizio_previsto then z.inizio_previsto end),
        fine_originaria = coalesce(z.fine_originaria, case when excluded.fine_prevista is distinct from z.fine_prevista then z.fine_prevista end),
        inizio_previsto = excluded.inizio_previsto, fine_prevista = excluded.fine_prevista, annullata_il = null
      where z.progetto_id = p_progetto;
    delete from public.azione_destinatari d where d.azione_id = (a ->> 'id')::uuid and d.progetto_id = p_progetto
      and exists (select from jsonb_array_elements(prima #> '{piano,azioni}') x, jsonb_array_elements(x -> 'destinatari') y where x ->> 'id' = a ->> 'id' and y ->> 'gruppo' = d.gruppo)
      and not exists (select from jsonb_array_elements(a -> 'destinatari') y where y ->> 'gruppo' = d.gruppo);
    insert into public.azione_destinatari (regione_id, progetto_id, azione_id, gruppo, ordine)
      select p.regione_id, p_progetto, (a ->> 'id')::uuid, d ->> 'gruppo', min(n)::int from jsonb_array_elements(a -> 'destinatari') with ordinality x(d, n)
      where d ->> 'gruppo' <> '' group by d ->> 'gruppo' on conflict do nothing;
    update public.quantita u set tolta_il = p_dal where u.azione_id = (a ->> 'id')::uuid and u.progetto_id = p_progetto and u.tolta_il is null
      and exists (select from jsonb_array_elements(prima #> '{piano,azioni}') x, jsonb_array_elements(x -> 'destinatari') y
        where x ->> 'id' = a ->> 'id' and y ->> 'id' = coalesce(u.destinatario_id, u.id::text))
      and not exists (select from jsonb_array_elements(a -> 'destinatari') y where y ->> 'id' = coalesce(u.destinatario_id, u.id::text));
    update public.quantita u set previsto = (d ->> 'quantita')::numeric, unita = d ->> 'unita', tolta_il = null
      from jsonb_array_elements(a -> 'destinatari') d
      where u.azione_id = (a ->> 'id')::uuid and u.progetto_id = p_progetto and d ->> 'id' = coalesce(u.destinatario_id, u.id::text)
        and (u.previsto is distinct from (d ->> 'quantita')::numeric or u.unita <> d ->> 'unita' or u.tolta_il is not null);
    insert into public.quantita (regione_id, progetto_id, azione_id, codice, ordine, unita, previsto, destinatario_id)
      select p.regione_id, p_progetto, (a ->> 'id')::uuid, (a ->> 'codice') || '.v' || (ultima + 1) || '.' || n, 100 + n::int, d ->> 'unita', (d ->> 'quantita')::numeric, d ->> 'id'
      from jsonb_array_elements(a -> 'destinatari') with ordinality x(d, n)
      where not exists (select from public.quantita u where u.azione_id = (a ->> 'id')::uuid and coalesce(u.destinatario_id, u.id::text) = d ->> 'id');
  end loop;
  update public.azione z set annullata_il = p_dal where z.progetto_id = p_progetto and z.annullata_il is null
    and not exists (select from jsonb_array_elements(p_contenuto #> '{piano,azioni}') x where (x ->> 'id')::uuid = z.id);
  delete from public.voce_budget where progetto_id = p_progetto;
  insert into public.voce_budget (regione_id, progetto_id, azione_id, categoria, organizzazione_id, contributo_cents, cofinanziamento_cents, natura_cents)
    select p.regione_id, p_progetto, (x ->> 'azioneId')::uuid, x ->> 'categoria', (x ->> 'organizzazioneId')::uuid,
      (x ->> 'contributoCents')::bigint, (x ->> 'cofinanziamentoCents')::bigint, (x ->> 'naturaCents')::bigint
    from jsonb_array_elements(p_contenuto #> '{piano,voci}') x;

  -- il capofila e uno solo: prima si lascia il ruolo, poi si prende
  update public.partecipazione x set ruolo = 'PARTNER_GESTORE' where x.progetto_id = p_progetto and x.ruolo = 'CAPOFILA'
    and not exists (select from jsonb_array_elements(p_contenuto -> 'partner') y where (y ->> 'organizzazioneId')::uuid = x.organizzazione_id and y ->> 'ruolo' = 'CAPOFILA');
  update public.partecipazione x set ruolo = (y ->> 'ruolo')::public.ruolo_partecipazione from jsonb_array_elements(p_contenuto -> 'partner') y
    where x.progetto_id = p_progetto and (y ->> 'organizzazioneId')::uuid = x.organizzazione_id and x.ruolo::text <> y ->> 'ruolo';
  update public.partecipazione x set al = greatest(x.dal, p_dal - 1) where x.progetto_id = p_progetto and x.al is null
    and not exists (select from jsonb_array_elements(p_contenuto -> 'partner') y where (y ->> 'organizzazioneId')::uuid = x.organizzazione_id);
  perform app.riassegna_parti(p_progetto);

  if p_contenuto ? 'anagrafica' then
    insert into public.convenzione as c (progetto_id, regione_id, iban, intestatario, referente, email, telefono, sede)
      select p_progetto, p.regione_id, n ->> 'iban', n ->> 'intestatario', n ->> 'referente', n ->> 'email', n ->> 'telefono', n ->> 'sede'
      from (select p_contenuto -> 'anagrafica' as n) x
      on conflict (progetto_id) do update set iban = excluded.iban, intestatario = excluded.intestatario, referente = excluded.referente, email = excluded.email,
        telefono = excluded.telefono, sede = excluded.sede, rev = c.rev + 1;
  end if;
  return nuova;
end $$;

/*
 * Quanta parte del contributo cambia categoria di costo con il piano nuovo, in percento arrotondato per eccesso: la somma di cio che cresce o di cio che cala,
 * la maggiore. Si misura dall'ultimo piano che la Regione ha approvato: le modifiche solo comunicate da allora si sommano, o a piccoli passi si eviterebbe l'approvazione.
 */
create function app.quota_spostata(p_progetto uuid, p_dopo jsonb) returns integer language sql stable set search_path = pg_catalog as $$
  with approvate as (
    select v.contenuto #> '{piano,voci}' as voci from public.versione_progetto v where v.progetto_id = p_progetto and v.genere = 'APPROVATA'
      and not exists (select from public.richiesta_modifica r where r.versione_id = v.id and r.stato = 'REGISTRATA') order by v.numero desc limit 1
  ), prima as (
    select x ->> 'categoria' as c, (x ->> 'contributoCents')::bigint as n from approvate, jsonb_array_elements(voci) x
  ), scarti as (
    select c, sum(n) as n from (select c, -n as n from prima
      union all select x ->> 'categoria', (x ->> 'contributoCents')::bigint from jsonb_array_elements(p_dopo #> '{piano,voci}') x) y group by c
  ), conti as (
    select (select coalesce(greatest(sum(n) filter (where n > 0), -sum(n) filter (where n < 0)), 0) from scarti) as spostato, (select sum(n) from prima) as totale
  ) select case when spostato = 0 then 0 else least(1000000, coalesce(ceil(100.0 * spostato / nullif(totale, 0)), 1000000)) end::integer from conti
$$;

/* Le relazioni ancora in bozza seguono le azioni: cio che un ente stava scrivendo su un'azione passata a un altro non si perde, lo trova chi ne risponde ora. */
create function app.riassegna_parti(p_progetto uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.avanzamento v set organizzazione_id = z.organizzazione_id from public.azione z, public.rapporto_progetto r
    where r.progetto_id = p_progetto and r.stato = 'BOZZA' and v.rapporto_id = r.id and z.id = v.azione_id and v.organizzazione_id <> z.organizzazione_id;
  insert into public.rapporto_ente (regione_id, progetto_id, rapporto_id, organizzazione_id, stato)
    select r.regione_id, r.progetto_id, r.id, z.organizzazione_id, 'APERTO' from public.rapporto_progetto r
    join public.azione z on z.progetto_id = r.progetto_id and z.annullata_il is null
    where r.progetto_id = p_progetto and r.stato = 'BOZZA' group by r.regione_id, r.progetto_id, r.id, z.organizzazione_id
    on conflict (rapporto_id, organizzazione_id) do nothing;
  if session_user <> 'app_regione' then return; end if;
  update public.rapporto_ente e set stato = 'APERTO' from public.rapporto_progetto r
    where r.id = e.rapporto_id and r.progetto_id = p_progetto and r.stato = 'BOZZA' and e.stato = 'NON_DOVUTO'
      and exists (select from public.azione z where z.progetto_id = p_progetto and z.organizzazione_id = e.organizzazione_id and z.annullata_il is null);
  update public.rapporto_ente e set stato = 'NON_DOVUTO' from public.rapporto_progetto r
    where r.id = e.rapporto_id and r.progetto_id = p_progetto and r.stato = 'BOZZA' and e.stato in ('APERTO', 'RINVIATO', 'CONSEGNATO')
      and not exists (select from public.azione z where z.progetto_id = p_progetto and z.organizzazione_id = e.organizzazione_id and z.annullata_il is null);
end $$;

/*
 * Un ente confluisce in un altro: la storia resta sua, i diritti passano. Chi vi lavorava ha lo stesso incarico nell'ente nuovo dal giorno detto; le sue
 * partecipazioni si chiudono il giorno prima (le versioni del piano le scrive app.nuova_versione, progetto per progetto, prima di questa).
 * @errore CT001 non spetta a chi chiede, o ancora capofila o responsabile di azioni in un progetto
 */
create function app.fondi_enti(p_da uuid, p_a uuid, p_dal date) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  if session_user <> 'app_regione' or app.ruolo() <> 'DIRIGENTE' then raise exception 'solo un dirigente' using errcode = 'CT001'; end if;
  if p_da = p_a or (select count(*) from public.organizzazione o where o.id in (p_da, p_a) and o.regione_id = app.regione_id() and o.confluita_in_id is null and o.tipo <> 'REGIONE') <> 2
    or p_dal is null or p_dal > app.oggi()
    or exists (select from public.azione z join public.progetto p on p.id = z.progetto_id
      where z.organizzazione_id = p_da and z.annullata_il is null and p.stato in ('AVVIATO', 'SOSPESO')) then
    raise exception 'enti non fondibili' using errcode = 'CT001';
  end if;
  update public.organizzazione set confluita_in_id = p_a, valido_al = p_dal - 1 where id = p_da;
  -- in ogni progetto l'ente nuovo prende il posto dell'altro con lo stesso ruolo, anche in quelli finiti: qualcuno deve poterli leggere
  insert into public.partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal, confermata_il)
    select x.regione_id, x.progetto_id, p_a, case when x.ruolo = 'CAPOFILA' then 'PARTNER_GESTORE'::public.ruolo_partecipazione else x.ruolo end, x.ordine, p_dal, app.adesso()
    from public.partecipazione x where x.organizzazione_id = p_da and x.al is null
    on conflict (progetto_id, organizzazione_id) do update set al = null where partecipazione.al is not null;
  update public.azione z set organizzazione_id = p_a from public.progetto p
    where p.id = z.progetto_id and z.organizzazione_id = p_da and p.stato not in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO');
  update public.voce_budget b set organizzazione_id = p_a from public.progetto p
    where p.id = b.progetto_id and b.organizzazione_id = p_da and p.stato not in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO');
  -- cio che si sta ancora scrivendo o che e ancora dovuto passa all'ente nuovo; i documenti depositati restano di chi li ha depositati
  update public.sezione_progetto s set valori = replace(s.valori::text, p_da::text, p_a::text)::jsonb, rev = s.rev + 1 from public.progetto p
    where p.id = s.progetto_id and p.regione_id = app.regione_id() and p.stato not in ('CONCLUSO', 'REVOCATO', 'RITIRATO') and s.valori::text like '%' || p_da || '%';
  insert into public.permesso_sezione (progetto_id, organizzazione_id, chiave, regione_id, diritto)
    select m.progetto_id, p_a, m.chiave, m.regione_id, m.diritto from public.permesso_sezione m join public.partecipazione x on x.progetto_id = m.progetto_id
      and x.organizzazione_id = p_da and x.al is null where m.organizzazione_id = p_da on conflict do nothing;
  update public.prescrizione r set organizzazione_id = p_a where r.organizzazione_id = p_da and r.stato in ('APERTA', 'RESPINTA');
  update public.invito i set organizzazione_id = p_a where i.organizzazione_id = p_da and i.usato_il is null;
  with guidati as (
    select x.progetto_id from public.partecipazione x where x.organizzazione_id = p_da and x.al is null and x.ruolo = 'CAPOFILA'
  ), lasciati as (
    -- il capofila resta uno solo anche tra chi non c'e piu
    update public.partecipazione x set al = greatest(x.dal, p_dal - 1), ruolo = case when x.ruolo = 'CAPOFILA' then 'PARTNER_GESTORE'::public.ruolo_partecipazione else x.ruolo end
      where x.organizzazione_id = p_da and x.al is null returning x.progetto_id
  ) update public.partecipazione x set ruolo = 'CAPOFILA' from guidati g join lasciati l on l.progetto_id = g.progetto_id
    where x.progetto_id = g.progetto_id and x.organizzazione_id = p_a;
  insert into public.incarico (regione_id, utente_id, organizzazione_id, ruolo, progetto_id, dal)
    select i.regione_id, i.utente_id, p_a, i.ruolo, i.progetto_id, p_dal from public.incarico i
    where i.organizzazione_id = p_da and i.revocato_il is null and (i.al is null or i.al >= p_dal)
      and not exists (select from public.incarico k where k.utente_id = i.utente_id and k.organizzazione_id = p_a and k.ruolo = i.ruolo and k.revocato_il is null);
  update public.incarico i set al = greatest(i.dal, p_dal - 1) where i.organizzazione_id = p_da and i.revocato_il is null and (i.al is null or i.al >= p_dal);
  get diagnostics n = row_count;
  return n;
end $$;

/* Le persone a cui scrivere per un progetto: referenti e operatori attivi degli enti che vi partecipano (o del solo ente detto). */
create function app.recapiti(p_progetto uuid, p_organizzazione uuid) returns setof text language sql stable security definer set search_path = pg_catalog as $$
  select distinct u.email from public.partecipazione x join public.incarico i on i.organizzazione_id = x.organizzazione_id and i.ruolo in ('REFERENTE', 'OPERATORE')
    and i.revocato_il is null and i.dal <= app.oggi() and (i.al is null or i.al >= app.oggi()) and (i.progetto_id is null or i.progetto_id = x.progetto_id)
  join public.utente u on u.id = i.utente_id and u.stato = 'ATTIVO'
  where x.progetto_id = p_progetto and x.dal <= app.oggi() and (x.al is null or x.al >= app.oggi()) and (p_organizzazione is null or x.organizzazione_id = p_organizzazione)
$$;
/*
 * Ricorda una scadenza agli enti di un progetto, al piu una volta al giorno per oggetto: a quante persone ha scritto (0 se oggi l'aveva gia fatto).
 * @errore CT001 non spetta a chi chiede
 */
create function app.sollecita(p_progetto uuid, p_oggetto uuid, p_titolo text, p_testo text) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  p record;
  n integer := 0;
  nuovo uuid;
begin
  select * into p from public.progetto x where x.id = p_progetto and x.regione_id = app.regione_id();
  if session_user <> 'app_regione' or p.id is null or p.id = any (app.bozze()) or app.ruolo() not in ('ISTRUTTORE', 'DIRIGENTE') then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  insert into public.promemoria (regione_id, progetto_id, oggetto_id, genere) values (p.regione_id, p.id, p_oggetto, 'SOLLECITO_' || app.oggi())
    on conflict (oggetto_id, genere) do nothing returning id into nuovo;
  if nuovo is null then return 0; end if;
  insert into public.posta (regione_id, destinatario, oggetto, testo) select p.regione_id, r, p_titolo, p_testo from app.recapiti(p_progetto, null) r;
  get diagnostics n = row_count;
  update public.promemoria set destinatari = n where id = nuovo;
  return n;
end $$;

/* Un messaggio nella transazione di un atto: solo a chi il portale conosce gia, una persona con un incarico nella Regione o chi si e candidato a un avviso proprio. */
create or replace function app.accoda_posta(p_destinatario text, p_oggetto text, p_testo text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.regione_id() is null
    or not exists (select from public.candidatura c where c.email = p_destinatario and c.regione_id = app.regione_id() and (session_user <> 'app_ente' or c.progetto_id = any (app.capofila())))
      and not exists (select from public.utente u join public.incarico i on i.utente_id = u.id and i.regione_id = app.regione_id() where u.email = lower(p_destinatario))
  then raise exception 'destinatario sconosciuto' using errcode = 'CT001'; end if;
  insert into public.posta (regione_id, destinatario, oggetto, testo) values (app.regione_id(), p_destinatario, p_oggetto, p_testo);
end $$;

/* Come in 0005, ma solo da una versione approvata, e con la chiave del gruppo di destinatari. */
create or replace function app.applica_piano(p_versione uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  v record;
  a jsonb;
  i integer := 0;
begin
  if session_user <> 'app_regione' or app.ruolo() <> 'DIRIGENTE' then raise exception 'solo un dirigente' using errcode = 'CT001'; end if;
  select x.*, p.stato as stato_progetto into v from public.versione_progetto x join public.progetto p on p.id = x.progetto_id
    where x.id = p_versione and x.regione_id = app.regione_id();
  if v.id is null or v.genere <> 'APPROVATA' or v.stato_progetto in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO') then
    raise exception 'piano non applicabile' using errcode = 'CT001';
  end if;
  delete from public.voce_budget where progetto_id = v.progetto_id;
  delete from public.azione_destinatari where progetto_id = v.progetto_id;
  delete from public.quantita where progetto_id = v.progetto_id;
  delete from public.azione where progetto_id = v.progetto_id;
  for a in select jsonb_array_elements(v.contenuto #> '{piano,azioni}') loop
    i := i + 1;
    insert into public.azione (id, regione_id, progetto_id, organizzazione_id, codice, ordine, titolo, tipo, categoria_ente, inizio_previsto, fine_prevista)
      values ((a ->> 'id')::uuid, v.regione_id, v.progetto_id, (a ->> 'organizzazioneId')::uuid, a ->> 'codice', i, a ->> 'titolo',
        (a ->> 'tipo')::public.tipo_intervento, a ->> 'categoria', (a ->> 'inizio')::date, (a ->> 'fine')::date);
    insert into public.azione_destinatari (regione_id, progetto_id, azione_id, gruppo, ordine)
      select v.regione_id, v.progetto_id, (a ->> 'id')::uuid, d ->> 'gruppo', min(n)::int from jsonb_array_elements(a -> 'destinatari') with ordinality x(d, n) group by d ->> 'gruppo';
    insert into public.quantita (regione_id, progetto_id, azione_id, codice, ordine, unita, previsto, destinatario_id)
      select v.regione_id, v.progetto_id, (a ->> 'id')::uuid, (a ->> 'codice') || '.' || n, n, d ->> 'unita', (d ->> 'quantita')::numeric, d ->> 'id'
      from jsonb_array_elements(a -> 'destinatari') with ordinality x(d, n);
  end loop;
  insert into public.voce_budget (regione_id, progetto_id, azione_id, categoria, organizzazione_id, contributo_cents, cofinanziamento_cents, natura_cents)
    select v.regione_id, v.progetto_id, (x ->> 'azioneId')::uuid, x ->> 'categoria', (x ->> 'organizzazioneId')::uuid,
      (x ->> 'contributoCents')::bigint, (x ->> 'cofinanziamentoCents')::bigint, (x ->> 'naturaCents')::bigint
    from jsonb_array_elements(v.contenuto #> '{piano,voci}') x;
end $$;

/* Gli atti su una bozza: gli stessi di lib/eventi/riservati.ts. */
create or replace function app.atto_riservato(p_atto text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select p_atto in ('rapporto.aperto', 'rapporto.sintesiSalvata', 'avanzamento.salvato', 'parte.consegnata', 'parte.rinviata', 'parte.confermata',
    'domanda.aperta', 'domanda.aggiornata', 'sezione.salvata', 'sezione.permesso', 'commento.scritto', 'commento.risolto', 'documento.caricato', 'documento.tolto',
    'partner.aggiunto', 'partner.tolto', 'partner.confermato', 'avviso.salvato', 'candidatura.valutata',
    'convenzione.salvata', 'evidenza.caricata', 'evidenza.tolta', 'rilievo.risposto', 'modifica.aperta', 'modifica.salvata', 'proroga.aperta', 'proroga.salvata') $$;

-- ---------------------------------------------------------------- a chi appartengono le funzioni, e chi le chiama

do $$
declare f text;
begin
  foreach f in array array['app.verifica_rilievo()', 'app.verifica_richiesta()', 'app.regola_applicata(jsonb)', 'app.verifica_periodo()', 'app.verifica_sospensione()', 'app.numera_proroga()', 'app.lega_versione()',
    'app.segna_presentazione()', 'app.conta_mese(uuid)', 'app.aggiorna_situazione()', 'app.firma_avanzamento()', 'app.solo_testi()', 'app.scegli_riapertura()', 'app.riassegna_parti(uuid)',
    'app.nuova_versione(uuid, uuid, date, jsonb, text, jsonb, text, text)', 'app.fondi_enti(uuid, uuid, date)', 'app.recapiti(uuid, uuid)', 'app.sollecita(uuid, uuid, text, text)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.quota_spostata(uuid, jsonb) from public;
grant execute on function app.regola_applicata(jsonb), app.conta_mese(uuid), app.riassegna_parti(uuid), app.recapiti(uuid, uuid), app.quota_spostata(uuid, jsonb) to app_custode;
grant execute on function app.nuova_versione(uuid, uuid, date, jsonb, text, jsonb, text, text) to app_ente, app_regione;
grant execute on function app.fondi_enti(uuid, uuid, date), app.sollecita(uuid, uuid, text, text) to app_regione;

create trigger transizione_ammessa before update on rilievo for each row execute function app.verifica_rilievo();
create trigger transizione_ammessa before update on richiesta_modifica for each row execute function app.verifica_richiesta();
create trigger transizione_ammessa before update on proroga for each row execute function app.verifica_richiesta();
create trigger numera before insert on proroga for each row execute function app.numera_proroga();
create trigger transizione_ammessa before update on cessazione for each row execute function app.verifica_richiesta();
create trigger verifica before insert or update or delete on periodo for each row execute function app.verifica_periodo();
create trigger verifica before insert or update on sospensione for each row execute function app.verifica_sospensione();
create trigger lega_versione before insert on rapporto_progetto for each row execute function app.lega_versione();
create trigger segna_presentazione after insert or update of stato on rapporto_progetto for each row execute function app.segna_presentazione();
create trigger situazione after insert or update of stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva, diffusione on avanzamento
  for each row execute function app.aggiorna_situazione();
create trigger firma before insert or update of stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva, contromisura, contromisura_esito, nota, invariato, rev,
  aggiornato_il, aggiornato_da on avanzamento for each row execute function app.firma_avanzamento();
create trigger scegli_riapertura before update of stato on rapporto_progetto for each row execute function app.scegli_riapertura();
create trigger solo_testi before insert or update of valore, valore_max, approssimato or delete on quantita_realizzata for each row execute function app.solo_testi();
create trigger solo_testi before insert or delete on avanzamento_causa for each row execute function app.solo_testi();

-- ---------------------------------------------------------------- chi vede, chi scrive

do $$
declare t text;
begin
  foreach t in array array['convenzione', 'rilievo', 'evidenza', 'richiesta_modifica', 'proroga', 'sospensione', 'cessazione', 'situazione_azione', 'situazione_mese',
    'vista_salvata', 'promemoria'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
  end loop;
  foreach t in array array['convenzione', 'rilievo', 'evidenza', 'richiesta_modifica', 'proroga', 'sospensione', 'cessazione', 'situazione_azione', 'situazione_mese', 'promemoria'] loop
    execute format('grant select on %I to app_ente', t);
    execute format('create policy %I on %I for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]))', t || '_di_chi_partecipa', t);
  end loop;
  foreach t in array array['convenzione', 'rilievo', 'sospensione', 'cessazione', 'situazione_azione', 'situazione_mese'] loop
    execute format('grant select on %I to app_regione', t);
    execute format('create policy %I on %I for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]))', t || '_della_regione', t);
  end loop;
  foreach t in array array['richiesta_modifica', 'proroga'] loop
    execute format('grant select on %I to app_regione', t);
    execute format('create policy %I on %I for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and presentata_il is not null)', t || '_della_regione', t);
  end loop;
end $$;
grant select on evidenza, promemoria to app_regione;
create policy evidenza_della_regione on evidenza for select to app_regione
  using ((presentata or oggetto = 'CESSAZIONE') and regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy promemoria_della_regione on promemoria for select to app_regione
  using (regione_id = (select app.regione_id()) and (progetto_id is null or progetto_id <> all ((select app.bozze())::uuid[])));

-- la ricerca misura sospensioni e proroghe, senza note ne motivi scritti a mano
grant select (id, regione_id, progetto_id, azione_id, motivo, dal, al) on sospensione to app_ricerca;
grant select (id, regione_id, progetto_id, azione_id, numero, stato, fine_attuale, fine_concessa, corregge_id, decisa_il) on proroga to app_ricerca;
create policy sospensione_della_ricerca on sospensione for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));
create policy proroga_della_ricerca on proroga for select to app_ricerca
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and stato in ('ACCOLTA', 'ACCOLTA_IN_PARTE'));
grant select (contromisura_esito, invariato) on avanzamento to app_ricerca;
grant insert (invariato, contromisura_esito), update (invariato, contromisura_esito) on avanzamento to app_ente;
alter policy avanzamento_nuovo on avanzamento
  with check (progetto_id = any ((select app.progetti())::uuid[])
    and (progetto_id = any ((select app.capofila())::uuid[]) or (organizzazione_id = (select app.organizzazione_id())
      and exists (select from rapporto_ente e where e.rapporto_id = avanzamento.rapporto_id and e.organizzazione_id = avanzamento.organizzazione_id
        and e.stato in ('APERTO', 'RINVIATO'))))
    and exists (select from azione z where z.id = azione_id and z.organizzazione_id = avanzamento.organizzazione_id)
    and exists (select from rapporto_progetto r where r.id = rapporto_id and r.stato = 'BOZZA'));

-- convenzione: i dati li prepara il capofila del progetto approvato, l'atto e l'avvio sono della Regione
grant insert (progetto_id, regione_id, cup, iban, intestatario, referente, email, telefono, sede, rev), update (cup, iban, intestatario, referente, email, telefono, sede, rev) on convenzione to app_ente;
grant update (atto, data_atto, avviata_il) on convenzione to app_regione;
create policy convenzione_nuova on convenzione for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from progetto p where p.id = progetto_id and p.stato = 'APPROVATO'));
create policy convenzione_scritta on convenzione for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from progetto p where p.id = progetto_id and p.stato = 'APPROVATO'))
  with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy convenzione_stipulata on convenzione for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'))
  with check (regione_id = (select app.regione_id()));
grant update (cup, data_avvio, data_fine_prevista, data_fine_originaria, data_fine_effettiva) on progetto to app_regione;
grant insert (id, regione_id, progetto_id, numero, tipo, dal, al, scadenza, motivo, dovuto), update (dal, al, scadenza, scadenza_originaria, dovuto), delete on periodo to app_regione;
create policy periodo_nuovo on periodo for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));
create policy periodo_spostato on periodo for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'))
  with check (regione_id = (select app.regione_id()));
create policy periodo_tolto on periodo for delete to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));

-- relazioni riaperte, rilievi, prove
-- ritirata l'ultima domanda, la relazione torna in verifica: si congela cio che l'ente aveva intanto corretto
grant insert (id, regione_id, progetto_id, rapporto_id, numero, contenuto, sha256) on rapporto_versione to app_regione;
create policy versione_della_domanda_ritirata on rapporto_versione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE')
    and exists (select from rapporto_progetto r where r.id = rapporto_id and r.stato = 'CHIARIMENTI'));
grant select (versione_id, riapertura) on rapporto_progetto to app_ricerca;
grant insert (id, regione_id, progetto_id, rapporto_id, azione_id, testo), update (stato) on rilievo to app_regione;
grant update (stato, risposta, risposto_in) on rilievo to app_ente;
create policy rilievo_scritto on rilievo for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and stato = 'APERTO' and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));
create policy rilievo_chiuso on rilievo for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and stato <> 'CHIUSO' and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'))
  with check (regione_id = (select app.regione_id()));
create policy rilievo_risposto on rilievo for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'CHIUSO') with check (progetto_id = any ((select app.capofila())::uuid[]));
grant insert (id, regione_id, progetto_id, oggetto, oggetto_id, organizzazione_id, nome, tipo, byte, sha256, contenuto), delete on evidenza to app_ente;
create policy evidenza_caricata on evidenza for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and organizzazione_id = (select app.organizzazione_id())
    and case oggetto
      when 'AVANZAMENTO' then exists (select from avanzamento a where a.id = oggetto_id and a.progetto_id = evidenza.progetto_id and (a.diffusione = 'BOZZA' or a.riaperto)
        and (a.organizzazione_id = evidenza.organizzazione_id or a.progetto_id = any ((select app.capofila())::uuid[])))
      when 'MODIFICA' then exists (select from richiesta_modifica r where r.id = oggetto_id and r.progetto_id = evidenza.progetto_id and r.stato = 'BOZZA')
      when 'PROROGA' then exists (select from proroga r where r.id = oggetto_id and r.progetto_id = evidenza.progetto_id and r.stato = 'BOZZA')
      else exists (select from cessazione r where r.id = oggetto_id and r.progetto_id = evidenza.progetto_id and r.stato = 'CHIESTA') end);
create policy evidenza_tolta on evidenza for delete to app_ente
  using (not presentata and progetto_id = any ((select app.progetti())::uuid[]) and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[])));

-- modifiche, proroghe, rinunce: le scrive il capofila, le decide la Regione
grant insert (id, regione_id, progetto_id, numero, dominio, base_numero, base_sha256, operazioni, motivazione, organizzazione_id),
  update (stato, regime, competente, regola, base_numero, base_sha256, operazioni, motivazione, rev, protocollo, versione_id) on richiesta_modifica to app_ente;
grant update (stato, assegnata_a, accolte, nota_decisione, atto, data_atto, versione_id) on richiesta_modifica to app_regione;
grant insert (id, regione_id, progetto_id, azione_id, numero, fine_attuale, mesi_chiesti, fine_chiesta, motivo, organizzazione_id),
  update (stato, azione_id, fine_attuale, mesi_chiesti, fine_chiesta, motivo, rev, protocollo) on proroga to app_ente;
grant insert (id, regione_id, progetto_id, azione_id, numero, stato, fine_attuale, fine_chiesta, motivo, organizzazione_id, presentata_il, fine_concessa, nota_decisione, atto, data_atto, decisa_da, decisa_il, corregge_id, protocollo),
  update (stato, assegnata_a, fine_concessa, nota_decisione, atto, data_atto) on proroga to app_regione;
grant insert (id, regione_id, progetto_id, genere, stato, motivazione, organizzazione_id), update (stato) on cessazione to app_ente;
grant insert (id, regione_id, progetto_id, genere, stato, motivazione, organizzazione_id, piano_recupero, recupero_cents, atto, data_atto, decisa_il),
  update (stato, piano_recupero, recupero_cents, atto, data_atto, nota_decisione) on cessazione to app_regione;
do $$
declare t text;
begin
  foreach t in array array['richiesta_modifica', 'proroga'] loop
    execute format('create policy %I on %I for insert to app_ente with check (progetto_id = any ((select app.capofila())::uuid[]) and stato = ''BOZZA'' and organizzazione_id = (select app.organizzazione_id())
      and exists (select from progetto p where p.id = progetto_id and p.stato in (''AVVIATO'', ''SOSPESO'')))', t || '_aperta', t);
    execute format('create policy %I on %I for update to app_ente using (progetto_id = any ((select app.capofila())::uuid[])) with check (progetto_id = any ((select app.capofila())::uuid[]))', t || '_scritta', t);
  end loop;
  foreach t in array array['richiesta_modifica', 'proroga', 'cessazione'] loop
    -- nemmeno alla cieca la Regione tocca cio che non e ancora presentato
    execute format('create policy %I on %I for update to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[])
      and (select app.ruolo()) in (''ISTRUTTORE'', ''DIRIGENTE'') and %s is not null) with check (regione_id = (select app.regione_id()))',
      t || '_esaminata', t, case t when 'cessazione' then 'chiesta_il' else 'presentata_il' end);
  end loop;
end $$;
create policy proroga_corretta on proroga for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) = 'DIRIGENTE' and corregge_id is not null
    and stato = 'ACCOLTA' and decisa_da = (select app.utente_id()) and organizzazione_id = (select app.organizzazione_id()));
create policy cessazione_chiesta on cessazione for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and genere = 'RINUNCIA' and stato = 'CHIESTA' and (select app.ruolo()) = 'REFERENTE'
    and organizzazione_id = (select app.organizzazione_id()) and exists (select from progetto p where p.id = progetto_id and p.stato in ('AVVIATO', 'SOSPESO')));
create policy cessazione_ritirata on cessazione for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato = 'CHIESTA') with check (progetto_id = any ((select app.capofila())::uuid[]) and stato in ('CHIESTA', 'ANNULLATA'));
create policy cessazione_disposta on cessazione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) = 'DIRIGENTE'
    and genere in ('REVOCA', 'CONCLUSIONE') and stato = 'DISPOSTA' and organizzazione_id = (select app.organizzazione_id()));

-- sospensioni e proroghe di un'azione: la Regione
grant insert (id, regione_id, progetto_id, azione_id, motivo, nota, dal, al, atto, data_atto, lotto), update (al, atto_ripresa) on sospensione to app_regione;
create policy sospensione_disposta on sospensione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) = 'DIRIGENTE');
create policy sospensione_conclusa on sospensione for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) = 'DIRIGENTE') with check (regione_id = (select app.regione_id()));

-- le viste sono di chi le salva
grant select, insert (id, regione_id, utente_id, pagina, nome, filtri), update (nome, filtri), delete on vista_salvata to app_regione;
create policy vista_propria on vista_salvata for select to app_regione using (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()));
create policy vista_nuova on vista_salvata for insert to app_regione with check (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()));
create policy vista_cambiata on vista_salvata for update to app_regione
  using (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id())) with check (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()));
create policy vista_tolta on vista_salvata for delete to app_regione using (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()));

-- ---------------------------------------------------------------- cio che servono le funzioni definer, e non di piu

grant select on convenzione, richiesta_modifica, proroga, cessazione, sospensione, periodo, rapporto_progetto, evidenza, situazione_mese, situazione_azione, voce_budget, promemoria to app_custode;
grant insert, update on convenzione, situazione_azione, situazione_mese, promemoria to app_custode;
grant update (presentata) on evidenza to app_custode;
grant update (presentato_il) on periodo to app_custode;
grant update (organizzazione_id) on avanzamento to app_custode;
grant select, insert, update on rapporto_ente to app_custode;
grant insert on versione_progetto to app_custode;
grant update on azione, quantita, partecipazione to app_custode;
grant update (organizzazione_id) on voce_budget to app_custode;
grant update (confluita_in_id, valido_al) on organizzazione to app_custode;
grant update (al) on incarico to app_custode;
grant update (versione_id) on richiesta_modifica to app_custode;
grant update (valori, rev) on sezione_progetto to app_custode;
grant select, insert on permesso_sezione to app_custode;
grant select, update (organizzazione_id) on prescrizione to app_custode;
grant update (organizzazione_id) on invito to app_custode;
-- `for update` sul progetto chiede il diritto di scriverne una colonna
grant update (data_fine_originaria) on progetto to app_custode;
do $$
declare t text;
begin
  foreach t in array array['convenzione', 'richiesta_modifica', 'proroga', 'cessazione', 'sospensione', 'periodo', 'rapporto_progetto', 'evidenza', 'situazione_mese',
    'situazione_azione', 'promemoria', 'permesso_sezione', 'prescrizione'] loop
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
  end loop;
end $$;

-- ---------------------------------------------------------------- cio che c'era gia

alter table periodo no force row level security;
alter table rapporto_progetto no force row level security;
alter table avanzamento no force row level security;
alter table situazione_azione no force row level security;
update periodo p set presentato_il = coalesce(r.presentato_il, r.aperto_il) from rapporto_progetto r where r.periodo_id = p.id and r.stato <> 'BOZZA';
insert into situazione_azione (azione_id, regione_id, progetto_id, avanzamento_id, periodo_al, stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva)
  select distinct on (a.azione_id) a.azione_id, a.regione_id, a.progetto_id, a.id, p.al, a.stato, a.percentuale, a.inizio_effettivo, a.fine_stimata, a.fine_effettiva
  from avanzamento a join rapporto_progetto r on r.id = a.rapporto_id join periodo p on p.id = r.periodo_id
  where a.diffusione <> 'BOZZA' order by a.azione_id, p.al desc;
select count(app.conta_mese(r.id)::text) from rapporto_progetto r where r.stato <> 'BOZZA';

alter table periodo force row level security;
alter table rapporto_progetto force row level security;
alter table avanzamento force row level security;
alter table situazione_azione force row level security;

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
