-- Dal bando al progetto approvato: configurazione dei bandi, domande scritte a piu mani, istruttoria, valutazione, decisione, avvisi per i partner.
-- Gli stati piccoli sono testo con un vincolo; lo stato del progetto e le sue transizioni stanno in app.transizione_progetto.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- ---------------------------------------------------------------- bandi: una bozza che si modifica, versioni pubblicate che non cambiano piu

create table bando_bozza (
  bando_id uuid primary key,
  regione_id uuid not null,
  configurazione jsonb not null,
  rev integer not null default 0,
  aggiornata_il timestamptz(3) not null default app.adesso(),
  aggiornata_da uuid references utente (id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
create table bando_versione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  bando_id uuid not null,
  numero integer not null,
  configurazione jsonb not null,
  sha256 text not null,
  nota text,
  pubblicata_il timestamptz(3) not null default app.adesso(),
  unique (bando_id, numero),
  unique (regione_id, id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
-- I termini dei passi come istanti: li decide l'orologio del server (domain 0.1), al secondo.
create table passo_bando (
  bando_id uuid not null,
  fase text not null check (fase in ('IDEA', 'AVVISO', 'PROGETTO')),
  regione_id uuid not null,
  apre timestamptz(3) not null,
  chiude timestamptz(3),
  primary key (bando_id, fase),
  check (chiude > apre),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
alter table bando alter column dotazione_cents type bigint, add check (dotazione_cents >= 0);

-- ---------------------------------------------------------------- la domanda

alter table progetto
  add column bando_versione_id uuid,
  add foreign key (regione_id, bando_versione_id) references bando_versione (regione_id, id),
  alter column lat drop not null,
  alter column lon drop not null;
alter table partecipazione add column confermata_il timestamptz(3);

create table sezione_progetto (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO', 'RIMODULAZIONE')),
  chiave text not null check (length(chiave) <= 80),
  valori jsonb not null,
  rev integer not null default 1,
  -- scrivibile adesso: la mantiene app.apri_sezioni
  aperta boolean not null default true,
  aggiornata_il timestamptz(3) not null default app.adesso(),
  aggiornata_da uuid references utente (id),
  unique (progetto_id, fase, chiave),
  check (pg_column_size(valori) <= 2000000),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
-- Che cosa puo fare un partner in una sezione. Senza riga scrive: chi vuole restringere lo dice.
create table permesso_sezione (
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  chiave text not null,
  regione_id uuid not null,
  diritto text not null check (diritto in ('LETTURA', 'COMMENTO', 'SCRITTURA')),
  primary key (progetto_id, organizzazione_id, chiave),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id) on delete cascade
);
create table commento_sezione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  fase text not null,
  chiave text not null,
  campo text not null,
  testo text not null check (length(testo) between 1 and 2000),
  organizzazione_id uuid not null,
  autore_id uuid not null references utente (id),
  creato_il timestamptz(3) not null default app.adesso(),
  risolto_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create index commento_sezione_progetto on commento_sezione (progetto_id, fase, chiave);
-- Chi sta guardando una sezione adesso: non e un fatto da conservare, e dopo un guasto si puo perdere.
create unlogged table presenza_sezione (
  progetto_id uuid not null,
  fase text not null,
  chiave text not null,
  utente_id uuid not null,
  regione_id uuid not null,
  nome text not null,
  vista_il timestamptz(3) not null default now(),
  primary key (progetto_id, fase, chiave, utente_id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (utente_id) references utente (id)
);
create table documento (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  fase text not null,
  chiave text not null,
  nome text not null check (length(nome) between 1 and 200),
  tipo text not null,
  byte integer not null check (byte between 1 and 10485760),
  sha256 text not null,
  contenuto bytea not null,
  presentato boolean not null default false,
  organizzazione_id uuid not null,
  caricato_il timestamptz(3) not null default app.adesso(),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create index documento_progetto on documento (progetto_id, fase, chiave);
-- Ogni deposito e ogni approvazione congela tutto: chi vuole sapere com'era lo legge qui.
create table versione_progetto (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  numero integer not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO', 'RIMODULAZIONE')),
  genere text not null check (genere in ('PRESENTATA', 'INTEGRATA', 'APPROVATA')),
  contenuto jsonb not null,
  sha256 text not null,
  protocollo text not null,
  bando_versione_id uuid,
  organizzazione_id uuid not null,
  creata_da uuid not null references utente (id),
  creata_il timestamptz(3) not null default app.adesso(),
  unique (progetto_id, numero),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, bando_versione_id) references bando_versione (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
-- Il piano approvato: azione x categoria di costo x ente, con le fonti. Centesimi interi.
create table voce_budget (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  azione_id uuid not null,
  categoria text not null,
  organizzazione_id uuid not null,
  contributo_cents bigint not null check (contributo_cents >= 0),
  cofinanziamento_cents bigint not null default 0 check (cofinanziamento_cents >= 0),
  natura_cents bigint not null default 0 check (natura_cents >= 0),
  unique (azione_id, categoria, organizzazione_id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
create index voce_budget_progetto on voce_budget (progetto_id);

-- ---------------------------------------------------------------- istruttoria, valutazione, decisione

create table istruttoria (
  progetto_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO')),
  regione_id uuid not null,
  -- l'istruttore: una persona della Regione, mostrata agli enti con il suo ufficio
  assegnata_a uuid references utente (id),
  assegnata_il timestamptz(3),
  verifiche jsonb not null default '{}',
  rev integer not null default 0,
  chiusa_il timestamptz(3),
  primary key (progetto_id, fase),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create table integrazione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO', 'RIMODULAZIONE')),
  genere text not null check (genere in ('INTEGRAZIONE', 'PREAVVISO')),
  motivo text not null,
  sezioni text[] not null,
  testo text not null check (length(testo) between 1 and 4000),
  entro timestamptz(3) not null,
  stato text not null default 'APERTA' check (stato in ('APERTA', 'RISPOSTA', 'CHIUSA')),
  risposta text check (length(risposta) <= 4000),
  chiesta_il timestamptz(3) not null default app.adesso(),
  risposta_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create index integrazione_progetto on integrazione (progetto_id, fase);
create unique index integrazione_una_aperta on integrazione (progetto_id, fase, genere) where stato = 'APERTA';
create table commissario (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  bando_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO')),
  utente_id uuid not null references utente (id),
  presidente boolean not null default false,
  atto text,
  nominato_il timestamptz(3) not null default app.adesso(),
  unique (bando_id, fase, utente_id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
create unique index commissario_un_presidente on commissario (bando_id, fase) where presidente;
create table valutazione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO')),
  utente_id uuid not null references utente (id),
  conflitto text not null check (conflitto in ('NESSUNO', 'PRESENTE')),
  dichiarata_il timestamptz(3) not null default app.adesso(),
  punteggi jsonb not null default '{}',
  stato text not null default 'BOZZA' check (stato in ('BOZZA', 'CONCLUSA', 'CONSOLIDATA')),
  rev integer not null default 0,
  conclusa_il timestamptz(3),
  -- leggibile dagli altri commissari: solo quando tutti hanno concluso (app.svela_valutazioni)
  svelata boolean not null default false,
  unique (progetto_id, fase, utente_id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create table valutazione_consolidata (
  progetto_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO')),
  regione_id uuid not null,
  presidente_id uuid not null references utente (id),
  punteggi jsonb not null,
  -- centesimi di punto, per non perdere decimali
  totale_centesimi integer not null check (totale_centesimi >= 0),
  motivazione text not null check (length(motivazione) <= 4000),
  consolidata_il timestamptz(3) not null default app.adesso(),
  primary key (progetto_id, fase),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create table decisione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  bando_id uuid not null,
  fase text not null check (fase in ('IDEA', 'PROGETTO', 'RIMODULAZIONE')),
  esito text not null check (esito in ('AMMISSIBILE', 'INAMMISSIBILE', 'APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'NON_APPROVATO', 'ANNULLATA')),
  motivi text[] not null default '{}',
  motivazione text check (length(motivazione) <= 4000),
  atto text,
  data_atto date,
  richiesto_cents bigint check (richiesto_cents >= 0),
  concesso_cents bigint check (concesso_cents >= 0),
  -- concesso per categoria di costo: { "personale": "1234500" }, centesimi
  concesso_per_categoria jsonb,
  decisa_da uuid not null references utente (id),
  decisa_il timestamptz(3) not null default app.adesso(),
  check (concesso_cents <= richiesto_cents),
  unique (progetto_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, bando_id) references bando (regione_id, id)
);
create index decisione_progetto on decisione (progetto_id, fase, decisa_il);
create index decisione_bando on decisione (bando_id);
create table prescrizione (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  -- la decisione che la pone: la sua lettera la ripete
  decisione_id uuid,
  testo text not null check (length(testo) between 1 and 2000),
  organizzazione_id uuid not null,
  entro date not null,
  stato text not null default 'APERTA' check (stato in ('APERTA', 'PRESENTATA', 'VERIFICATA', 'RESPINTA', 'ANNULLATA')),
  evidenza text check (length(evidenza) <= 4000),
  presentata_il timestamptz(3),
  nota_verifica text check (length(nota_verifica) <= 2000),
  verificata_il timestamptz(3),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, decisione_id) references decisione (progetto_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create index prescrizione_progetto on prescrizione (progetto_id);

-- ---------------------------------------------------------------- manifestazione di interesse (art. 55 CTS)

create table avviso (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null unique,
  titolo text not null check (length(titolo) between 1 and 200),
  testo text not null check (length(testo) <= 8000),
  -- le azioni per cui si cercano partner: [{ "chiave", "titolo" }]; e i criteri con cui si sceglie: [{ "chiave", "testo", "massimo" }]
  azioni jsonb not null default '[]',
  criteri jsonb not null default '[]',
  apre timestamptz(3),
  chiude timestamptz(3),
  stato text not null default 'BOZZA' check (stato in ('BOZZA', 'PUBBLICATO', 'CHIUSO')),
  rev integer not null default 0,
  pubblicato_il timestamptz(3),
  check (chiude > apre),
  unique (progetto_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
create table candidatura (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  avviso_id uuid not null,
  dati jsonb not null check (pg_column_size(dati) <= 200000),
  email text not null,
  codice_fiscale text not null,
  stato text not null default 'BOZZA' check (stato in ('BOZZA', 'INVIATA', 'AMMESSA', 'ESCLUSA', 'SELEZIONATA', 'RISERVA', 'NON_SELEZIONATA')),
  conferma_hash bytea not null unique,
  conferma_entro timestamptz(3) not null,
  creata_il timestamptz(3) not null default app.adesso(),
  inviata_il timestamptz(3),
  punteggi jsonb not null default '{}',
  -- la nota di chi valuta e il motivo della decisione
  nota text check (length(nota) <= 4200),
  rev integer not null default 0,
  organizzazione_id uuid,
  unique (progetto_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, avviso_id) references avviso (progetto_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create index candidatura_avviso on candidatura (avviso_id);
create unique index candidatura_una_per_ente on candidatura (avviso_id, codice_fiscale) where stato <> 'BOZZA';
create table candidatura_allegato (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  candidatura_id uuid not null,
  nome text not null check (length(nome) between 1 and 200),
  tipo text not null,
  byte integer not null check (byte between 1 and 5242880),
  sha256 text not null,
  contenuto bytea not null,
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, candidatura_id) references candidatura (progetto_id, id) on delete cascade
);
create index candidatura_allegato_candidatura on candidatura_allegato (candidatura_id);
-- L'invito ad aprire un account per un'organizzazione selezionata: si usa una volta.
create table invito (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  organizzazione_id uuid not null,
  progetto_id uuid not null,
  email text not null,
  token_hash bytea not null unique,
  scade_il timestamptz(3) not null,
  usato_il timestamptz(3),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id)
);
-- La posta in uscita: accodata nella transazione dell'atto, spedita dopo. Nessun login la legge.
create table posta (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid references regione (id),
  destinatario text not null,
  oggetto text not null check (length(oggetto) <= 200),
  testo text not null check (length(testo) <= 10000),
  stato text not null default 'DA_INVIARE' check (stato in ('DA_INVIARE', 'INVIATA', 'FALLITA')),
  tentativi integer not null default 0,
  creata_il timestamptz(3) not null default now(),
  riprova_il timestamptz(3) not null default now(),
  inviata_il timestamptz(3)
);
create index posta_da_inviare on posta (riprova_il) where stato = 'DA_INVIARE';

-- Il registro di protocollo interno: un numero per Regione e anno, senza buchi. Un adattatore esterno puo sostituirlo (lib/protocollo).
create table app.registro_protocollo (
  regione_id uuid not null references public.regione (id),
  anno integer not null,
  ultimo integer not null,
  primary key (regione_id, anno)
);
alter table app.registro_protocollo enable row level security;
alter table app.registro_protocollo force row level security;

-- ---------------------------------------------------------------- transizioni del progetto: le stesse di lib/progetti/stati.ts, una prova le confronta

create table app.transizione_progetto (
  atto text not null,
  da public.stato_progetto not null,
  a public.stato_progetto not null,
  login text not null,
  ruoli public.ruolo[] not null,
  primary key (da, a)
);
insert into app.transizione_progetto (atto, da, a, login, ruoli) values
  ('presenta', 'IDEA_BOZZA', 'IDEA_PRESENTATA', 'app_ente', '{REFERENTE}'),
  ('ritiraPresentazione', 'IDEA_PRESENTATA', 'IDEA_BOZZA', 'app_ente', '{REFERENTE}'),
  ('chiediIntegrazioni', 'IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE', 'app_regione', '{ISTRUTTORE}'),
  ('integra', 'IDEA_DA_INTEGRARE', 'IDEA_PRESENTATA', 'app_ente', '{REFERENTE}'),
  ('dichiaraAmmissibile', 'IDEA_PRESENTATA', 'IDEA_AMMISSIBILE', 'app_regione', '{ISTRUTTORE}'),
  ('dichiaraInammissibile', 'IDEA_PRESENTATA', 'IDEA_INAMMISSIBILE', 'app_regione', '{ISTRUTTORE}'),
  ('approva', 'IDEA_AMMISSIBILE', 'IDEA_APPROVATA', 'app_regione', '{DIRIGENTE}'),
  ('nonApprova', 'IDEA_AMMISSIBILE', 'IDEA_NON_APPROVATA', 'app_regione', '{DIRIGENTE}'),
  ('pubblicaAvviso', 'IDEA_APPROVATA', 'PARTNERSHIP_APERTA', 'app_ente', '{REFERENTE}'),
  ('apriProgetto', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA', 'app_ente', '{REFERENTE}'),
  ('presenta', 'PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'app_ente', '{REFERENTE}'),
  ('ritiraPresentazione', 'PROGETTO_PRESENTATO', 'PROGETTO_BOZZA', 'app_ente', '{REFERENTE}'),
  ('chiediIntegrazioni', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'app_regione', '{ISTRUTTORE}'),
  ('integra', 'PROGETTO_DA_INTEGRARE', 'PROGETTO_PRESENTATO', 'app_ente', '{REFERENTE}'),
  ('dichiaraAmmissibile', 'PROGETTO_PRESENTATO', 'AMMISSIBILE', 'app_regione', '{ISTRUTTORE}'),
  ('dichiaraInammissibile', 'PROGETTO_PRESENTATO', 'INAMMISSIBILE', 'app_regione', '{ISTRUTTORE}'),
  ('approva', 'AMMISSIBILE', 'APPROVATO', 'app_regione', '{DIRIGENTE}'),
  ('approvaConPrescrizioni', 'AMMISSIBILE', 'APPROVATO_CON_PRESCRIZIONI', 'app_regione', '{DIRIGENTE}'),
  ('nonApprova', 'AMMISSIBILE', 'NON_APPROVATO', 'app_regione', '{DIRIGENTE}'),
  ('presentaPrescrizioni', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'app_ente', '{REFERENTE}'),
  ('rinviaPrescrizioni', 'PRESCRIZIONI_PRESENTATE', 'APPROVATO_CON_PRESCRIZIONI', 'app_regione', '{DIRIGENTE}'),
  ('approva', 'PRESCRIZIONI_PRESENTATE', 'APPROVATO', 'app_regione', '{DIRIGENTE}'),
  ('nonApprova', 'PRESCRIZIONI_PRESENTATE', 'NON_APPROVATO', 'app_regione', '{DIRIGENTE}'),
  ('apriRimodulazione', 'APPROVATO', 'RIMODULAZIONE_INIZIALE', 'app_ente', '{REFERENTE}'),
  ('approva', 'RIMODULAZIONE_INIZIALE', 'APPROVATO', 'app_regione', '{DIRIGENTE}'),
  ('avvia', 'APPROVATO', 'AVVIATO', 'app_regione', '{ISTRUTTORE}'),
  ('sospendi', 'AVVIATO', 'SOSPESO', 'app_regione', '{DIRIGENTE}'),
  ('riprendi', 'SOSPESO', 'AVVIATO', 'app_regione', '{DIRIGENTE}'),
  ('concludi', 'AVVIATO', 'CONCLUSO', 'app_regione', '{DIRIGENTE}'),
  ('riapri', 'CONCLUSO', 'AVVIATO', 'app_regione', '{DIRIGENTE}'),
  ('revoca', 'AVVIATO', 'REVOCATO', 'app_regione', '{DIRIGENTE}'),
  ('revoca', 'SOSPESO', 'REVOCATO', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'IDEA_AMMISSIBILE', 'IDEA_PRESENTATA', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'IDEA_INAMMISSIBILE', 'IDEA_PRESENTATA', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'IDEA_APPROVATA', 'IDEA_AMMISSIBILE', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'IDEA_NON_APPROVATA', 'IDEA_AMMISSIBILE', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'AMMISSIBILE', 'PROGETTO_PRESENTATO', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'INAMMISSIBILE', 'PROGETTO_PRESENTATO', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'APPROVATO', 'AMMISSIBILE', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'APPROVATO_CON_PRESCRIZIONI', 'AMMISSIBILE', 'app_regione', '{DIRIGENTE}'),
  ('annullaDecisione', 'NON_APPROVATO', 'AMMISSIBILE', 'app_regione', '{DIRIGENTE}');
-- Prima dell'avvio il capofila puo sempre ritirarsi; dopo serve la rinuncia, che conferma la Regione.
insert into app.transizione_progetto (atto, da, a, login, ruoli)
  select 'ritira', s, 'RITIRATO', 'app_ente', '{REFERENTE}' from unnest(array['IDEA_BOZZA', 'IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE', 'IDEA_AMMISSIBILE',
    'IDEA_APPROVATA', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'AMMISSIBILE', 'APPROVATO',
    'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE']::public.stato_progetto[]) s;
alter table app.transizione_progetto enable row level security;
alter table app.transizione_progetto force row level security;
grant select on app.transizione_progetto to app_custode, app_sistema;
create policy transizione_progetto_del_custode on app.transizione_progetto for select to app_custode, app_sistema using (true);

/*
 * Un cambio di stato che la tabella non prevede per chi scrive si rifiuta, anche se l'applicazione lo chiedesse. Chi presenta lo fa prima del termine
 * secondo l'orologio del server: nessuno puo spostarlo. Il titolo si cambia solo in bozza.
 */
create function app.verifica_progetto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
  return new;
end $$;

/* Quali sezioni si possono scrivere dipende dallo stato del progetto e da cio che la Regione ha chiesto: si decide qui e in nessun altro posto. */
create function app.apri_sezioni() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  in_scrittura text := case new.stato::text when 'IDEA_BOZZA' then 'IDEA' when 'PROGETTO_BOZZA' then 'PROGETTO' when 'RIMODULAZIONE_INIZIALE' then 'RIMODULAZIONE' end;
begin
  if new.stato = old.stato then return null; end if;
  if new.stato in ('IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE') then
    update public.sezione_progetto s set aperta = exists (
      select from public.integrazione i where i.progetto_id = new.id and i.fase = s.fase and i.stato = 'APERTA' and s.chiave = any (i.sezioni))
      where s.progetto_id = new.id;
  else
    update public.sezione_progetto s set aperta = coalesce(s.fase = in_scrittura, false) where s.progetto_id = new.id;
  end if;
  return null;
end $$;
/* Una rimodulazione depositata si chiude da se, e la Regione puo riaprirne le sezioni: lo stato del progetto non cambia. */
create function app.chiudi_sezioni_depositate() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.documento d set presentato = true where d.progetto_id = new.progetto_id and d.fase = new.fase and not d.presentato;
  if new.fase = 'RIMODULAZIONE' then
    update public.sezione_progetto s set aperta = false where s.progetto_id = new.progetto_id and s.fase = new.fase;
  end if;
  return null;
end $$;
create function app.riapri_rimodulazione() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.fase = 'RIMODULAZIONE' then
    update public.sezione_progetto s set aperta = s.chiave = any (new.sezioni) where s.progetto_id = new.progetto_id and s.fase = new.fase;
  end if;
  return null;
end $$;
/*
 * I commissari leggono i punteggi degli altri solo quando tutti hanno concluso, e sono almeno due. Puo succedere quando uno conclude, ma anche quando
 * l'ultimo dichiara un conflitto o esce dalla commissione. Si mettono in fila: due che concludono insieme non si vedrebbero a vicenda.
 */
create function app.svela_valutazioni() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  di_fase text := case when tg_op = 'DELETE' then old.fase else new.fase end;
  di_utente uuid := case when tg_op = 'DELETE' then old.utente_id else new.utente_id end;
  di_bando uuid;
  di_progetto uuid;
begin
  -- due rami: commissario non ha la colonna stato
  if tg_op <> 'UPDATE' then
    if session_user <> 'app_regione' then return null; end if;
  elsif new.stato <> 'CONCLUSA' or old.stato = 'CONCLUSA' then
    return null;
  end if;
  if tg_op = 'DELETE' then
    di_bando := old.bando_id;
  else
    select p.bando_id, p.id into di_bando, di_progetto from public.progetto p where p.id = new.progetto_id;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(di_bando::text || di_fase, 0));
  -- chi ha gia dichiarato non esce piu; chi e uscito, o arriva quando i punteggi sono gia svelati, non dichiara
  if tg_op = 'DELETE' and exists (select from public.valutazione v join public.progetto p on p.id = v.progetto_id
      where p.bando_id = di_bando and v.fase = di_fase and v.utente_id = di_utente)
    or tg_op = 'INSERT' and (exists (select from public.valutazione v where v.progetto_id = di_progetto and v.fase = di_fase and v.svelata)
      or not exists (select from public.commissario c where c.bando_id = di_bando and c.fase = di_fase and c.utente_id = di_utente))
  then
    raise exception 'la commissione non puo cambiare cosi' using errcode = 'CT001';
  end if;
  update public.valutazione v set svelata = true from public.progetto p
    where p.id = v.progetto_id and p.bando_id = di_bando and (di_progetto is null or p.id = di_progetto) and v.fase = di_fase and not v.svelata
    and not exists (select from public.commissario c
      left join public.valutazione x on x.progetto_id = p.id and x.fase = c.fase and x.utente_id = c.utente_id
      where c.bando_id = p.bando_id and c.fase = di_fase and (x.id is null or (x.conflitto = 'NESSUNO' and x.stato = 'BOZZA')))
    and (select count(*) from public.valutazione x where x.progetto_id = p.id and x.fase = di_fase and x.stato = 'CONCLUSA') >= 2;
  return null;
end $$;
/* Consolida chi presiede e ha valutato, quando i punteggi sono svelati a tutti. */
create function app.consolida_valutazioni() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user = 'app_regione' and not exists (select from public.valutazione v where v.progetto_id = new.progetto_id and v.fase = new.fase
      and v.utente_id = new.presidente_id and v.stato = 'CONCLUSA' and v.svelata) then
    raise exception 'non tutti hanno concluso' using errcode = 'CT001';
  end if;
  update public.valutazione v set stato = 'CONSOLIDATA' where v.progetto_id = new.progetto_id and v.fase = new.fase and v.stato = 'CONCLUSA';
  return null;
end $$;
/* Le domande che chi valuta non puo aprire: quelle su cui non ha ancora dichiarato di non avere conflitti, e quelle su cui ne ha uno. */
create function app.precluse() returns uuid[] language sql stable security definer set search_path = pg_catalog as
$$ select array(
  select v.progetto_id from public.valutazione v where v.utente_id = app.utente_id() and v.conflitto = 'PRESENTE'
  union select p.id from public.progetto p
    join public.commissario c on c.bando_id = p.bando_id and c.fase = case p.stato when 'IDEA_AMMISSIBILE' then 'IDEA' when 'AMMISSIBILE' then 'PROGETTO' end
    where c.utente_id = app.utente_id() and not exists (select from public.valutazione v
      where v.progetto_id = p.id and v.fase = c.fase and (v.utente_id = c.utente_id or v.svelata))) $$;
/* Quando e stata presentata ogni domanda di un bando e quanto chiede: la graduatoria e la stessa per tutti, anche per chi su una domanda si astiene. */
create function app.depositi(p_bando uuid, p_fase text) returns table (progetto_id uuid, presentata_il timestamptz, richiesto_cents bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, max(v.creata_il) filter (where v.genere = 'PRESENTATA'), (
      select sum((x ->> 'contributoCents')::bigint)::bigint from jsonb_array_elements(
        (select u.contenuto #> '{piano,voci}' from public.versione_progetto u where u.progetto_id = p.id and u.fase = p_fase and u.genere <> 'APPROVATA'
          order by u.numero desc limit 1)) x)
  from public.progetto p join public.versione_progetto v on v.progetto_id = p.id and v.fase = p_fase
  where p.bando_id = p_bando and p.regione_id = app.regione_id() group by p.id $$;
/* Quanto resta di un bando non scende mai sotto zero: due decisioni nello stesso istante si mettono in fila sulla riga del bando. */
create function app.verifica_capienza() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  dotazione bigint;
  gia bigint;
begin
  if not exists (select from public.progetto p where p.id = new.progetto_id and p.bando_id = new.bando_id) then
    raise exception 'decisione di un progetto di un altro bando' using errcode = 'CT001';
  end if;
  if new.concesso_cents is null then return new; end if;
  select b.dotazione_cents into dotazione from public.bando b where b.id = new.bando_id for update;
  select coalesce(sum(p.importo_assegnato_cents), 0) into gia from public.progetto p
    where p.bando_id = new.bando_id and p.id <> new.progetto_id and p.stato not in ('NON_APPROVATO', 'RITIRATO', 'REVOCATO', 'INAMMISSIBILE');
  if dotazione is not null and gia + new.concesso_cents > dotazione then
    raise exception 'capienza del bando superata' using errcode = 'CT003';
  end if;
  return new;
end $$;

/* Lo stesso, per l'importo scritto sul progetto e per chi torna in corsa dopo essere stato escluso. */
create function app.verifica_assegnato() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  esclusi public.stato_progetto[] := array['NON_APPROVATO', 'RITIRATO', 'REVOCATO', 'INAMMISSIBILE'];
  dotazione bigint;
begin
  if session_user::name not in ('app_ente', 'app_regione') or new.importo_assegnato_cents is null or new.stato = any (esclusi)
    or (new.importo_assegnato_cents = old.importo_assegnato_cents and not old.stato = any (esclusi)) then return new; end if;
  select b.dotazione_cents into dotazione from public.bando b where b.id = new.bando_id for update;
  if new.importo_assegnato_cents > dotazione - (select coalesce(sum(p.importo_assegnato_cents), 0) from public.progetto p
      where p.bando_id = new.bando_id and p.id <> new.id and not p.stato = any (esclusi)) then
    raise exception 'capienza del bando superata' using errcode = 'CT003';
  end if;
  return new;
end $$;
/* Chi ha scritto per ultimo, e quando: lo dice il database, non chi scrive. */
create function app.firma_scrittura() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if session_user::name in ('app_ente', 'app_regione') then
    new.aggiornata_da := app.utente_id();
    new.aggiornata_il := app.adesso();
  end if;
  return new;
end $$;
/* Un avviso pubblicato non torna in bozza e non cambia le carte in tavola: il suo termine si puo solo allungare, e si chiude quando e passato. */
create function app.verifica_avviso() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if session_user::name <> 'app_ente' then return new; end if;
  if old.stato = 'BOZZA' then
    if new.stato = 'CHIUSO' then raise exception 'avviso mai pubblicato' using errcode = 'CT001'; end if;
    if new.stato = 'PUBBLICATO' then new.pubblicato_il := app.adesso(); end if;
    return new;
  end if;
  if new.stato = 'BOZZA' or (new.azioni, new.criteri, new.apre, new.pubblicato_il) is distinct from (old.azioni, old.criteri, old.apre, old.pubblicato_il)
    or coalesce(new.chiude < old.chiude, false) then
    raise exception 'avviso gia pubblicato' using errcode = 'CT001';
  end if;
  if new.stato = 'CHIUSO' and new.chiude > app.adesso() then raise exception 'avviso ancora aperto' using errcode = 'CT004'; end if;
  return new;
end $$;

-- ---------------------------------------------------------------- atti che toccano cio che chi agisce non puo scrivere

/* Apre una domanda su un bando aperto: il progetto in bozza, con l'ente di chi la apre capofila. @errore CT004 fuori termine, CT001 non spetta a chi chiede */
create function app.apri_domanda(p_bando uuid, p_titolo text, p_territorio text) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  b record;
  o record;
  nuovo uuid := gen_random_uuid();
begin
  if session_user <> 'app_ente' or app.ruolo() <> 'REFERENTE' then raise exception 'solo il referente di un ente apre una domanda' using errcode = 'CT001'; end if;
  select * into o from public.organizzazione z where z.id = app.organizzazione_id() and z.tipo = 'ENTE_GESTORE';
  if o.id is null then raise exception 'solo un ente gestore apre una domanda' using errcode = 'CT001'; end if;
  select v.id as versione, v.regione_id, v.bando_id, p.apre, p.chiude into b from public.bando_versione v
    join public.passo_bando p on p.bando_id = v.bando_id and p.fase = 'IDEA'
    where v.bando_id = p_bando and v.regione_id = app.regione_id() order by v.numero desc limit 1;
  if b.versione is null then raise exception 'bando non trovato' using errcode = 'CT001'; end if;
  if b.apre > app.adesso() or b.chiude < app.adesso() then raise exception 'fuori termine: IDEA' using errcode = 'CT004'; end if;
  insert into public.progetto (id, regione_id, bando_id, bando_versione_id, codice, titolo, territorio, provincia, istat_comune, stato, iniziative_collegate)
    values (nuovo, b.regione_id, b.bando_id, b.versione, 'D-' || upper(substr(replace(nuovo::text, '-', ''), 1, 8)), p_titolo, p_territorio,
      coalesce(o.provincia, ''), coalesce(o.istat_comune_sede, ''), 'IDEA_BOZZA', '{}');
  insert into public.partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal, confermata_il)
    values (b.regione_id, nuovo, o.id, 'CAPOFILA', 0, app.oggi(), app.adesso());
  insert into public.evento (regione_id, progetto_id, atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, riservato)
    values (b.regione_id, nuovo, 'domanda.aperta', 'progetto', nuovo, app.utente_id(), o.id, app.ruolo(), true);
  return nuovo;
end $$;

/* Il prossimo numero del registro interno: «12/2018». Chi annulla la transazione lo restituisce. */
create function app.protocolla() returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  di_anno integer := extract(year from app.adesso() at time zone 'Europe/Rome');
  n integer;
begin
  if app.regione_id() is null then raise exception 'senza contesto non si protocolla' using errcode = 'CT001'; end if;
  insert into app.registro_protocollo (regione_id, anno, ultimo) values (app.regione_id(), di_anno, 1)
    on conflict (regione_id, anno) do update set ultimo = app.registro_protocollo.ultimo + 1 returning ultimo into n;
  return n || '/' || di_anno;
end $$;

/*
 * Rende vigente il piano di una versione: azioni, destinatari, quantita e voci di budget del progetto diventano quelli scritti li.
 * Solo un dirigente, e solo prima dell'avvio: dopo, le azioni hanno una storia che non si riscrive.
 */
create function app.applica_piano(p_versione uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  v record;
  a jsonb;
  i integer := 0;
begin
  if session_user <> 'app_regione' or app.ruolo() <> 'DIRIGENTE' then raise exception 'solo un dirigente' using errcode = 'CT001'; end if;
  select x.*, p.stato as stato_progetto into v from public.versione_progetto x join public.progetto p on p.id = x.progetto_id
    where x.id = p_versione and x.regione_id = app.regione_id();
  if v.id is null or v.stato_progetto in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO') then raise exception 'piano non applicabile' using errcode = 'CT001'; end if;
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
    insert into public.quantita (regione_id, progetto_id, azione_id, codice, ordine, unita, previsto)
      select v.regione_id, v.progetto_id, (a ->> 'id')::uuid, (a ->> 'codice') || '.' || n, n, d ->> 'unita', (d ->> 'quantita')::numeric
      from jsonb_array_elements(a -> 'destinatari') with ordinality x(d, n);
  end loop;
  insert into public.voce_budget (regione_id, progetto_id, azione_id, categoria, organizzazione_id, contributo_cents, cofinanziamento_cents, natura_cents)
    select v.regione_id, v.progetto_id, (x ->> 'azioneId')::uuid, x ->> 'categoria', (x ->> 'organizzazioneId')::uuid,
      (x ->> 'contributoCents')::bigint, (x ->> 'cofinanziamentoCents')::bigint, (x ->> 'naturaCents')::bigint
    from jsonb_array_elements(v.contenuto #> '{piano,voci}') x;
end $$;

/* Chi valuta appartiene a un ente dell'aggregazione? */
create function app.appartiene(p_progetto uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.incarico i join public.partecipazione p on p.organizzazione_id = i.organizzazione_id
    where i.utente_id = app.utente_id() and i.revocato_il is null and p.progetto_id = p_progetto) $$;

/* Chi segue l'istruttoria, per gli enti del progetto: il nome della persona e il suo ufficio (L. 241/1990, art. 5). Le verifiche no. */
create function app.istruttore_di(p_progetto uuid) returns table (fase text, nome text, ufficio text, dal timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select i.fase, u.nome || ' ' || u.cognome, (select o.denominazione from public.incarico k join public.organizzazione o on o.id = k.organizzazione_id
      where k.utente_id = i.assegnata_a and k.regione_id = i.regione_id and k.ruolo = 'ISTRUTTORE' and k.revocato_il is null order by k.dal limit 1), i.assegnata_il
  from public.istruttoria i join public.utente u on u.id = i.assegnata_a
  where i.progetto_id = p_progetto and p_progetto = any (app.progetti()) $$;

/* Gli atti su una bozza: li leggono gli enti del progetto, non la Regione. Gli stessi di lib/eventi/riservati.ts. */
create function app.atto_riservato(p_atto text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select p_atto in ('rapporto.aperto', 'rapporto.sintesiSalvata', 'avanzamento.salvato', 'parte.consegnata', 'parte.rinviata',
    'domanda.aperta', 'domanda.aggiornata', 'sezione.salvata', 'sezione.permesso', 'commento.scritto', 'commento.risolto', 'documento.caricato', 'documento.tolto',
    'partner.aggiunto', 'partner.tolto', 'partner.confermato', 'avviso.salvato', 'candidatura.valutata') $$;

-- ---------------------------------------------------------------- candidature di chi non ha un account

/* Una candidatura ancora da confermare con il collegamento spedito per posta. @errore CT004 avviso non aperto */
create function app.candidati(p_avviso uuid, p_dati jsonb, p_email text, p_codice_fiscale text, p_conferma bytea, p_allegati jsonb, p_oggetto text, p_testo text)
returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  a record;
  nuova uuid := gen_random_uuid();
begin
  -- di un progetto ritirato non si raccolgono candidature
  select v.* into a from public.avviso v join public.progetto p on p.id = v.progetto_id
    where v.id = p_avviso and v.stato = 'PUBBLICATO' and p.stato = 'PARTNERSHIP_APERTA';
  if a.id is null or a.apre > app.adesso() or a.chiude < app.adesso() then raise exception 'avviso non aperto' using errcode = 'CT004'; end if;
  -- al piu cinque candidature da confermare allo stesso indirizzo: la posta del portale non si usa per disturbare
  if (select count(*) from public.candidatura c where c.email = p_email and c.stato = 'BOZZA' and c.creata_il > app.adesso() - interval '1 day') >= 5 then
    raise exception 'troppe candidature da confermare' using errcode = 'CT005';
  end if;
  insert into public.candidatura (id, regione_id, progetto_id, avviso_id, dati, email, codice_fiscale, conferma_hash, conferma_entro)
    values (nuova, a.regione_id, a.progetto_id, a.id, p_dati, p_email, p_codice_fiscale, p_conferma, app.adesso() + interval '48 hours');
  insert into public.candidatura_allegato (regione_id, progetto_id, candidatura_id, nome, tipo, byte, sha256, contenuto)
    select a.regione_id, a.progetto_id, nuova, x ->> 'nome', x ->> 'tipo', length(decode(x ->> 'base64', 'base64')),
      encode(sha256(decode(x ->> 'base64', 'base64')), 'hex'), decode(x ->> 'base64', 'base64') from jsonb_array_elements(p_allegati) x;
  insert into public.posta (regione_id, destinatario, oggetto, testo) values (a.regione_id, p_email, p_oggetto, p_testo);
  return nuova;
end $$;

/* Conferma la candidatura del collegamento: vero se ora (o gia prima) e inviata. @errore CT004 fuori termine, 23505 gia candidata */
create function app.conferma_candidatura(p_conferma bytea) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare c record;
begin
  select x.*, a.chiude, p.stato as stato_progetto into c from public.candidatura x join public.avviso a on a.id = x.avviso_id
    join public.progetto p on p.id = x.progetto_id where x.conferma_hash = p_conferma for update of x;
  if c.id is null then return false; end if;
  if c.stato <> 'BOZZA' then return true; end if;
  if c.conferma_entro < app.adesso() or c.chiude < app.adesso() or c.stato_progetto <> 'PARTNERSHIP_APERTA' then raise exception 'conferma fuori termine' using errcode = 'CT004'; end if;
  update public.candidatura set stato = 'INVIATA', inviata_il = app.adesso() where id = c.id;
  insert into public.evento (regione_id, progetto_id, atto, oggetto, oggetto_id, riservato)
    values (c.regione_id, c.progetto_id, 'candidatura.inviata', 'candidatura', c.id, false);
  return true;
end $$;

/* Il capofila accoglie una candidatura selezionata: l'organizzazione, la partecipazione e l'invito ad aprire un account. Restituisce l'organizzazione. */
create function app.accogli_candidatura(p_candidatura uuid, p_token bytea, p_oggetto text, p_testo text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  c record;
  org uuid;
begin
  select * into c from public.candidatura x where x.id = p_candidatura and x.stato = 'SELEZIONATA' for update;
  -- il tipo lo scrive chi si candida, senza che nessuno lo conosca: non lo fa diventare Regione, ricerca o ente gestore
  if c.id is null or c.dati ->> 'tipo' in ('REGIONE', 'RICERCA', 'ENTE_GESTORE') or not c.progetto_id = any (app.capofila()) or app.ruolo() <> 'REFERENTE' then
    raise exception 'candidatura non accoglibile' using errcode = 'CT001';
  end if;
  if c.organizzazione_id is not null then return c.organizzazione_id; end if;
  -- a progetto presentato l'aggregazione e quella
  if not exists (select from public.progetto p where p.id = c.progetto_id and p.stato in ('PARTNERSHIP_APERTA', 'PROGETTO_BOZZA')) then
    raise exception 'candidatura non accoglibile' using errcode = 'CT001';
  end if;
  select o.id into org from public.organizzazione o where o.regione_id = c.regione_id and o.codice = 'CF-' || c.codice_fiscale;
  if org is null then
    org := gen_random_uuid();
    insert into public.organizzazione (id, regione_id, codice, tipo, denominazione, sede)
      values (org, c.regione_id, 'CF-' || c.codice_fiscale, (c.dati ->> 'tipo')::public.tipo_organizzazione, c.dati ->> 'denominazione', c.dati ->> 'sede');
  end if;
  insert into public.partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal, confermata_il)
    values (c.regione_id, c.progetto_id, org, 'PARTNER_ETS', 100, app.oggi(), app.adesso()) on conflict (progetto_id, organizzazione_id) do nothing;
  update public.candidatura set organizzazione_id = org where id = c.id;
  insert into public.invito (regione_id, organizzazione_id, progetto_id, email, token_hash, scade_il)
    values (c.regione_id, org, c.progetto_id, c.email, p_token, now() + interval '30 days');
  insert into public.posta (regione_id, destinatario, oggetto, testo) values (c.regione_id, c.email, p_oggetto, p_testo);
  return org;
end $$;

/* Chi pubblica un avviso e su quale bando: di un progetto non ancora approvato il sito pubblico non legge altro. Nessuna riga per una bozza. */
create function app.chi_pubblica(p_avviso uuid) returns table (ente text, sede text, bando text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.denominazione, o.sede, b.titolo from public.avviso a join public.progetto p on p.id = a.progetto_id join public.bando b on b.id = p.bando_id
  join public.partecipazione x on x.progetto_id = p.id and x.ruolo = 'CAPOFILA' join public.organizzazione o on o.id = x.organizzazione_id
  where a.id = p_avviso and a.stato <> 'BOZZA' and p.stato <> 'RITIRATO'
$$;

/* Accoda un messaggio nella transazione di un atto. */
create function app.accoda_posta(p_destinatario text, p_oggetto text, p_testo text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.regione_id() is null then raise exception 'senza contesto non si scrive' using errcode = 'CT001'; end if;
  insert into public.posta (regione_id, destinatario, oggetto, testo) values (app.regione_id(), p_destinatario, p_oggetto, p_testo);
end $$;
grant create on schema accesso to app_custode;
/* Fino a dieci messaggi da spedire, presi in carico per due minuti: due spedizionieri non ne prendono lo stesso. */
create function accesso.posta_da_inviare() returns table (id uuid, destinatario text, oggetto text, testo text)
language sql security definer set search_path = pg_catalog as $$
  update public.posta p set tentativi = p.tentativi + 1, riprova_il = now() + interval '2 minutes' * (p.tentativi + 1)
  where p.id in (select q.id from public.posta q where q.stato = 'DA_INVIARE' and q.riprova_il <= now() order by q.creata_il limit 10 for update skip locked)
  returning p.id, p.destinatario, p.oggetto, p.testo
$$;
create function accesso.posta_esito(p_id uuid, p_inviata boolean) returns void language sql security definer set search_path = pg_catalog as $$
  update public.posta p set stato = case when p_inviata then 'INVIATA' when p.tentativi >= 8 then 'FALLITA' else 'DA_INVIARE' end,
    inviata_il = case when p_inviata then now() end,
    -- spedito: resta che e stato spedito, non che cosa diceva
    testo = case when p_inviata then '' else p.testo end where p.id = p_id
$$;
/* A chi e rivolto un invito ancora buono; nessuna riga se non c'e, e scaduto o gia usato. */
create function accesso.leggi_invito(p_token bytea) returns table (organizzazione text, progetto text, email text, registrato boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select o.denominazione, p.titolo, i.email, exists (select from public.utente u where u.email = lower(i.email)) from public.invito i join public.organizzazione o on o.id = i.organizzazione_id join public.progetto p on p.id = i.progetto_id
  where i.token_hash = p_token and i.usato_il is null and i.scade_il > now()
$$;
/* Usa l'invito: apre l'account (o aggiunge l'incarico a chi l'ha gia, senza toccarne la password). Falso se l'invito non vale piu. */
create function accesso.accetta_invito(p_token bytea, p_nome text, p_cognome text, p_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  i record;
  u uuid;
begin
  select * into i from public.invito x where x.token_hash = p_token and x.usato_il is null and x.scade_il > now() for update;
  if i.id is null then return false; end if;
  select x.id into u from public.utente x where x.email = lower(i.email);
  if u is null then
    u := gen_random_uuid();
    insert into public.utente (id, nome, cognome, email) values (u, p_nome, p_cognome, lower(i.email));
    insert into public.credenziale (utente_id, hash) values (u, p_hash);
  end if;
  -- chi e gia referente di quell'organizzazione (un secondo avviso) non ha due profili uguali
  -- se l'ente ha gia chi lo rappresenta l'incarico vale per il solo progetto dell'invito: il codice fiscale di una candidatura non prova di parlare per tutto l'ente
  insert into public.incarico (regione_id, utente_id, organizzazione_id, ruolo, dal, progetto_id) select i.regione_id, u, i.organizzazione_id, 'REFERENTE', app.oggi(),
      case when exists (select from public.incarico x where x.organizzazione_id = i.organizzazione_id and x.revocato_il is null) then i.progetto_id end
    where not exists (select from public.incarico x where x.utente_id = u and x.organizzazione_id = i.organizzazione_id and x.ruolo = 'REFERENTE'
      and x.progetto_id is null and x.revocato_il is null and x.dal <= app.oggi() and (x.al is null or x.al >= app.oggi()));
  update public.invito set usato_il = now() where id = i.id;
  perform accesso.registra('accesso.invitoAccettato', 'utente', u, u, null, u);
  return true;
end $$;

-- ---------------------------------------------------------------- a chi appartengono le funzioni, e chi le chiama

do $$
declare f text;
begin
  foreach f in array array['app.verifica_progetto()', 'app.apri_sezioni()', 'app.chiudi_sezioni_depositate()', 'app.riapri_rimodulazione()', 'app.svela_valutazioni()',
    'app.consolida_valutazioni()', 'app.precluse()', 'app.depositi(uuid, text)', 'app.verifica_capienza()', 'app.verifica_assegnato()', 'app.apri_domanda(uuid, text, text)', 'app.protocolla()', 'app.applica_piano(uuid)', 'app.appartiene(uuid)',
    'app.istruttore_di(uuid)',
    'app.candidati(uuid, jsonb, text, text, bytea, jsonb, text, text)', 'app.conferma_candidatura(bytea)', 'app.accogli_candidatura(uuid, bytea, text, text)',
    'app.accoda_posta(text, text, text)', 'app.chi_pubblica(uuid)', 'accesso.posta_da_inviare()', 'accesso.posta_esito(uuid, boolean)', 'accesso.leggi_invito(bytea)',
    'accesso.accetta_invito(bytea, text, text, text)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.atto_riservato(text), app.firma_scrittura(), app.verifica_avviso() from public;
grant execute on function app.atto_riservato(text) to app_ente, app_regione;
grant execute on function app.apri_domanda(uuid, text, text), app.accogli_candidatura(uuid, bytea, text, text), app.istruttore_di(uuid) to app_ente;
grant execute on function app.protocolla(), app.accoda_posta(text, text, text) to app_ente, app_regione;
grant execute on function app.applica_piano(uuid), app.appartiene(uuid), app.precluse(), app.depositi(uuid, text) to app_regione;
grant execute on function app.candidati(uuid, jsonb, text, text, bytea, jsonb, text, text), app.conferma_candidatura(bytea), app.chi_pubblica(uuid) to app_pubblico;
grant execute on function accesso.posta_da_inviare(), accesso.posta_esito(uuid, boolean), accesso.leggi_invito(bytea), accesso.accetta_invito(bytea, text, text, text) to app_accesso;

create trigger transizione_ammessa before update of stato, titolo, bando_versione_id, importo_assegnato_cents on progetto for each row execute function app.verifica_progetto();
create trigger apri_sezioni after update of stato on progetto for each row execute function app.apri_sezioni();
create trigger chiudi_depositate after insert on versione_progetto for each row execute function app.chiudi_sezioni_depositate();
create trigger riapri_rimodulazione after insert on integrazione for each row execute function app.riapri_rimodulazione();
create trigger svela after update of stato on valutazione for each row execute function app.svela_valutazioni();
create trigger svela_dichiarata after insert on valutazione for each row execute function app.svela_valutazioni();
create trigger svela_commissione after delete on commissario for each row execute function app.svela_valutazioni();
create trigger consolida after insert on valutazione_consolidata for each row execute function app.consolida_valutazioni();
create trigger capienza before insert on decisione for each row execute function app.verifica_capienza();
create trigger verifica_assegnato before update of stato, importo_assegnato_cents on progetto for each row execute function app.verifica_assegnato();
create trigger firma before insert or update of valori on sezione_progetto for each row execute function app.firma_scrittura();
create trigger firma before insert or update on bando_bozza for each row execute function app.firma_scrittura();
create trigger transizione_ammessa before update on avviso for each row execute function app.verifica_avviso();
create trigger solo_aggiunte before update or delete on bando_versione for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on bando_versione for each statement execute function app.rifiuta_modifica();
create trigger solo_aggiunte before update or delete on versione_progetto for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on versione_progetto for each statement execute function app.rifiuta_modifica();
create trigger solo_aggiunte before update or delete on decisione for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on decisione for each statement execute function app.rifiuta_modifica();

-- ---------------------------------------------------------------- chi vede, chi scrive

do $$
declare t text;
begin
  foreach t in array array['bando_bozza', 'bando_versione', 'passo_bando', 'sezione_progetto', 'permesso_sezione', 'commento_sezione', 'presenza_sezione', 'documento',
    'versione_progetto', 'voce_budget', 'istruttoria', 'integrazione', 'commissario', 'valutazione', 'valutazione_consolidata', 'decisione', 'prescrizione', 'avviso',
    'candidatura', 'candidatura_allegato', 'invito', 'posta'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
  end loop;
  -- cio che gli enti del progetto leggono tutti
  foreach t in array array['sezione_progetto', 'permesso_sezione', 'commento_sezione', 'presenza_sezione', 'documento', 'versione_progetto', 'voce_budget', 'integrazione',
    'decisione', 'prescrizione', 'avviso'] loop
    execute format('grant select on %I to app_ente', t);
    execute format('create policy %I on %I for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]))', t || '_di_chi_partecipa', t);
  end loop;
  -- cio che la Regione legge di un progetto presentato: mai le sezioni che si stanno scrivendo
  foreach t in array array['versione_progetto', 'voce_budget', 'istruttoria', 'integrazione', 'valutazione_consolidata', 'decisione', 'prescrizione'] loop
    execute format('grant select on %I to app_regione', t);
    execute format('create policy %I on %I for select to app_regione using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]))', t || '_della_regione', t);
  end loop;
  -- i bandi pubblicati sono pubblici
  foreach t in array array['bando_versione', 'passo_bando'] loop
    execute format('grant select on %I to app_ente, app_regione, app_pubblico', t);
    execute format('create policy %I on %I for select to app_ente, app_regione using (regione_id = (select app.regione_id()))', t || '_della_regione', t);
    execute format('create policy %I on %I for select to app_pubblico using (true)', t || '_pubblica', t);
  end loop;
end $$;

-- bandi: li scrive l'amministratore della Regione
grant select on bando_bozza to app_regione;
create policy bando_bozza_della_regione on bando_bozza for select to app_regione using (regione_id = (select app.regione_id()));
grant insert (bando_id, regione_id, configurazione, rev, aggiornata_il, aggiornata_da), update (configurazione, rev, aggiornata_il, aggiornata_da) on bando_bozza to app_regione;
create policy bando_bozza_nuova on bando_bozza for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE');
create policy bando_bozza_scritta on bando_bozza for update to app_regione
  using (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE') with check (regione_id = (select app.regione_id()));
grant insert (id, regione_id, bando_id, numero, configurazione, sha256, nota) on bando_versione to app_regione;
create policy bando_versione_nuova on bando_versione for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE');
grant insert (bando_id, fase, regione_id, apre, chiude), update (apre, chiude) on passo_bando to app_regione;
create policy passo_nuovo on passo_bando for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE');
create policy passo_spostato on passo_bando for update to app_regione
  using (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE') with check (regione_id = (select app.regione_id()));
grant insert (id, regione_id, programma_id, codice, titolo, tipo, atto, dotazione_cents), update (titolo, tipo, atto, dotazione_cents) on bando to app_regione;
create policy bando_nuovo on bando for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE');
create policy bando_aggiornato on bando for update to app_regione
  using (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE') with check (regione_id = (select app.regione_id()));
grant insert (id, regione_id, codice, titolo, fondo, atto_indirizzo, dal, al) on programma to app_regione;
create policy programma_nuovo on programma for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'AMMINISTRATORE');

-- progetto: il capofila e la Regione ne cambiano lo stato (app.verifica_progetto dice quando)
grant update (stato, titolo, bando_versione_id) on progetto to app_ente;
create policy progetto_del_capofila on progetto for update to app_ente using (id = any ((select app.capofila())::uuid[])) with check (id = any ((select app.capofila())::uuid[]));
grant update (stato, importo_richiesto_cents, importo_assegnato_cents, atto_approvazione, data_approvazione) on progetto to app_regione;
create policy progetto_deciso_dalla_regione on progetto for update to app_regione
  using (regione_id = (select app.regione_id()) and id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE')) with check (regione_id = (select app.regione_id()));

-- partner: li aggiunge e li toglie il capofila mentre si scrive; ciascuno conferma di esserci
grant insert (id, regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal), update (confermata_il), delete on partecipazione to app_ente;
create policy partner_aggiunto on partecipazione for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and ruolo in ('PARTNER_GESTORE', 'ALTRO')
    and exists (select from progetto p where p.id = progetto_id and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')));
create policy partner_tolto on partecipazione for delete to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and ruolo <> 'CAPOFILA'
    and exists (select from progetto p where p.id = progetto_id and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')));
create policy partner_confermato on partecipazione for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and organizzazione_id = (select app.organizzazione_id()))
  with check (progetto_id = any ((select app.progetti())::uuid[]) and organizzazione_id = (select app.organizzazione_id()));
grant insert (regione_id, progetto_id, ambito_id), delete on progetto_ambito to app_ente;
create policy ambito_aggiunto on progetto_ambito for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from progetto p where p.id = progetto_id and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')));
create policy ambito_tolto on progetto_ambito for delete to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from progetto p where p.id = progetto_id and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')));

-- sezioni: le scrivono tutti gli enti del progetto, finche sono aperte, salvo chi il capofila ha limitato
grant insert (id, regione_id, progetto_id, fase, chiave, valori, rev, aggiornata_da), update (valori, rev, aggiornata_il, aggiornata_da) on sezione_progetto to app_ente;
create policy sezione_nuova on sezione_progetto for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[])
    and exists (select from progetto p where p.id = progetto_id and (p.stato::text = case fase when 'IDEA' then 'IDEA_BOZZA' when 'PROGETTO' then 'PROGETTO_BOZZA' else 'RIMODULAZIONE_INIZIALE' end
      -- una sezione mai scritta che la Regione chiede di integrare
      or p.stato in ('IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE') and exists (select from integrazione i where i.progetto_id = p.id and i.fase = sezione_progetto.fase
        and i.genere = 'INTEGRAZIONE' and i.stato = 'APERTA' and sezione_progetto.chiave = any (i.sezioni))))
    and not exists (select from permesso_sezione s where s.progetto_id = sezione_progetto.progetto_id and s.chiave = sezione_progetto.chiave
      and s.organizzazione_id = (select app.organizzazione_id()) and s.diritto <> 'SCRITTURA'));
create policy sezione_scritta on sezione_progetto for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and aperta
    and not exists (select from permesso_sezione s where s.progetto_id = sezione_progetto.progetto_id and s.chiave = sezione_progetto.chiave
      and s.organizzazione_id = (select app.organizzazione_id()) and s.diritto <> 'SCRITTURA'))
  with check (progetto_id = any ((select app.progetti())::uuid[]));
grant insert (progetto_id, organizzazione_id, chiave, regione_id, diritto), update (diritto), delete on permesso_sezione to app_ente;
create policy permesso_dato on permesso_sezione for insert to app_ente with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy permesso_cambiato on permesso_sezione for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[])) with check (progetto_id = any ((select app.capofila())::uuid[]));
create policy permesso_tolto on permesso_sezione for delete to app_ente using (progetto_id = any ((select app.capofila())::uuid[]));
grant insert (id, regione_id, progetto_id, fase, chiave, campo, testo, organizzazione_id, autore_id), update (risolto_il) on commento_sezione to app_ente;
create policy commento_scritto on commento_sezione for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and organizzazione_id = (select app.organizzazione_id()) and autore_id = (select app.utente_id()));
create policy commento_risolto on commento_sezione for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[])) with check (progetto_id = any ((select app.progetti())::uuid[]));
grant insert (progetto_id, fase, chiave, utente_id, regione_id, nome, vista_il), update (vista_il), delete on presenza_sezione to app_ente;
create policy presenza_nuova on presenza_sezione for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and utente_id = (select app.utente_id()) and regione_id = (select app.regione_id()));
create policy presenza_rinnovata on presenza_sezione for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and utente_id = (select app.utente_id()))
  with check (progetto_id = any ((select app.progetti())::uuid[]) and utente_id = (select app.utente_id()));
create policy presenza_finita on presenza_sezione for delete to app_ente using (progetto_id = any ((select app.progetti())::uuid[]) and utente_id = (select app.utente_id()));
grant insert (id, regione_id, progetto_id, fase, chiave, nome, tipo, byte, sha256, contenuto, organizzazione_id), delete on documento to app_ente;
create policy documento_caricato on documento for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and organizzazione_id = (select app.organizzazione_id())
    and exists (select from progetto p where p.id = progetto_id and p.stato::text = any (case fase when 'IDEA' then array['IDEA_BOZZA', 'IDEA_DA_INTEGRARE']
      when 'PROGETTO' then array['PROGETTO_BOZZA', 'PROGETTO_DA_INTEGRARE'] else array['RIMODULAZIONE_INIZIALE'] end)));
create policy documento_tolto on documento for delete to app_ente
  using (not presentato and progetto_id = any ((select app.progetti())::uuid[]) and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[])));
grant select on documento to app_regione;
create policy documento_della_regione on documento for select to app_regione
  using (presentato and regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and progetto_id <> all ((select app.precluse())::uuid[]));
grant insert (id, regione_id, progetto_id, numero, fase, genere, contenuto, sha256, protocollo, bando_versione_id, organizzazione_id, creata_da) on versione_progetto to app_ente, app_regione;
create policy versione_depositata on versione_progetto for insert to app_ente
  with check (progetto_id = any ((select app.capofila())::uuid[]) and genere in ('PRESENTATA', 'INTEGRATA') and (select app.ruolo()) = 'REFERENTE'
    and creata_da = (select app.utente_id()) and organizzazione_id = (select app.organizzazione_id())
    and exists (select from progetto p where p.id = progetto_id and p.stato::text = any (case fase when 'IDEA' then array['IDEA_BOZZA', 'IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE']
      when 'PROGETTO' then array['PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE'] else array['RIMODULAZIONE_INIZIALE'] end)));
create policy versione_approvata on versione_progetto for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and genere = 'APPROVATA' and (select app.ruolo()) = 'DIRIGENTE'
    and creata_da = (select app.utente_id()) and organizzazione_id = (select app.organizzazione_id()));
grant select on voce_budget to app_ricerca;
create policy voce_budget_della_ricerca on voce_budget for select to app_ricerca using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]));

-- istruttoria e decisione: la Regione
grant insert (progetto_id, fase, regione_id, assegnata_a, assegnata_il, verifiche, rev), update (assegnata_a, assegnata_il, verifiche, rev, chiusa_il) on istruttoria to app_regione;
create policy istruttoria_nuova on istruttoria for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));
create policy istruttoria_scritta on istruttoria for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'))
  with check (regione_id = (select app.regione_id()));
grant insert (id, regione_id, progetto_id, fase, genere, motivo, sezioni, testo, entro) on integrazione to app_regione;
grant update (stato) on integrazione to app_regione;
grant update (stato, risposta, risposta_il) on integrazione to app_ente;
create policy integrazione_chiesta on integrazione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and stato = 'APERTA' and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));
create policy integrazione_chiusa on integrazione for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and stato <> 'CHIUSA' and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE')) with check (regione_id = (select app.regione_id()));
create policy integrazione_risposta on integrazione for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato = 'APERTA') with check (progetto_id = any ((select app.capofila())::uuid[]) and stato in ('APERTA', 'RISPOSTA'));
grant insert (id, regione_id, progetto_id, bando_id, fase, esito, motivi, motivazione, atto, data_atto, richiesto_cents, concesso_cents, concesso_per_categoria, decisa_da) on decisione to app_regione;
create policy decisione_presa on decisione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and decisa_da = (select app.utente_id())
    and (select app.ruolo()) = any (case when esito in ('AMMISSIBILE', 'INAMMISSIBILE') then array['ISTRUTTORE'] else array['DIRIGENTE'] end::ruolo[]));
grant insert (id, regione_id, progetto_id, decisione_id, testo, organizzazione_id, entro), update (stato, nota_verifica, verificata_il) on prescrizione to app_regione;
grant update (stato, evidenza, presentata_il) on prescrizione to app_ente;
create policy prescrizione_scritta on prescrizione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) = 'DIRIGENTE');
create policy prescrizione_verificata on prescrizione for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE')) with check (regione_id = (select app.regione_id()));
create policy prescrizione_presentata on prescrizione for update to app_ente
  using (progetto_id = any ((select app.progetti())::uuid[]) and stato in ('APERTA', 'RESPINTA')
    and (organizzazione_id = (select app.organizzazione_id()) or progetto_id = any ((select app.capofila())::uuid[])))
  with check (progetto_id = any ((select app.progetti())::uuid[]) and stato in ('APERTA', 'PRESENTATA', 'RESPINTA'));

-- valutazione: ciascun commissario la sua, al buio
grant select on commissario, valutazione to app_regione;
create policy commissario_della_regione on commissario for select to app_regione using (regione_id = (select app.regione_id()));
grant insert (id, regione_id, bando_id, fase, utente_id, presidente, atto), delete on commissario to app_regione;
create policy commissario_nominato on commissario for insert to app_regione with check (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'DIRIGENTE');
create policy commissario_tolto on commissario for delete to app_regione using (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'DIRIGENTE');
grant update (presidente) on commissario to app_regione;
create policy commissario_presiede on commissario for update to app_regione
  using (regione_id = (select app.regione_id()) and (select app.ruolo()) = 'DIRIGENTE') with check (regione_id = (select app.regione_id()));
-- prima di dichiarare di non avere conflitti chi valuta non apre la domanda, nemmeno da un'altra pagina (product.md §5, 8)
alter policy versione_progetto_della_regione on versione_progetto
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and progetto_id <> all ((select app.precluse())::uuid[]));
create policy valutazione_propria_o_svelata on valutazione for select to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and (svelata or utente_id = (select app.utente_id())));
grant insert (id, regione_id, progetto_id, fase, utente_id, conflitto), update (punteggi, stato, rev, conclusa_il) on valutazione to app_regione;
create policy valutazione_dichiarata on valutazione for insert to app_regione
  with check (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and utente_id = (select app.utente_id())
    and exists (select from commissario c join progetto p on p.bando_id = c.bando_id where p.id = progetto_id and c.fase = valutazione.fase and c.utente_id = valutazione.utente_id)
    and (conflitto = 'PRESENTE' or not app.appartiene(progetto_id)));
create policy valutazione_scritta on valutazione for update to app_regione
  using (regione_id = (select app.regione_id()) and progetto_id <> all ((select app.bozze())::uuid[]) and utente_id = (select app.utente_id()) and stato = 'BOZZA' and conflitto = 'NESSUNO')
  with check (regione_id = (select app.regione_id()) and utente_id = (select app.utente_id()) and stato in ('BOZZA', 'CONCLUSA'));
grant insert (progetto_id, fase, regione_id, presidente_id, punteggi, totale_centesimi, motivazione) on valutazione_consolidata to app_regione;
create policy consolidata_dal_presidente on valutazione_consolidata for insert to app_regione
  with check (regione_id = (select app.regione_id()) and presidente_id = (select app.utente_id())
    and exists (select from commissario c join progetto p on p.bando_id = c.bando_id
      where p.id = progetto_id and c.fase = valutazione_consolidata.fase and c.utente_id = presidente_id and c.presidente));

-- avvisi e candidature
grant insert (id, regione_id, progetto_id, titolo, testo, azioni, criteri, apre, chiude, rev), update (titolo, testo, azioni, criteri, apre, chiude, stato, rev, pubblicato_il) on avviso to app_ente;
create policy avviso_nuovo on avviso for insert to app_ente with check (progetto_id = any ((select app.capofila())::uuid[]) and stato = 'BOZZA');
create policy avviso_scritto on avviso for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'CHIUSO') with check (progetto_id = any ((select app.capofila())::uuid[]));
grant select on avviso to app_regione, app_pubblico;
create policy avviso_della_regione on avviso for select to app_regione using (regione_id = (select app.regione_id()) and stato <> 'BOZZA');
create policy avviso_pubblico on avviso for select to app_pubblico using (stato <> 'BOZZA');
grant select on candidatura, candidatura_allegato to app_ente;
create policy candidatura_del_capofila on candidatura for select to app_ente using (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'BOZZA');
create policy allegato_del_capofila on candidatura_allegato for select to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and exists (select from candidatura c where c.id = candidatura_id));
grant update (stato, punteggi, nota, rev) on candidatura to app_ente;
create policy candidatura_esaminata on candidatura for update to app_ente
  using (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'BOZZA') with check (progetto_id = any ((select app.capofila())::uuid[]) and stato <> 'BOZZA');

-- gli atti riservati sono quelli di app.atto_riservato, in un posto solo
drop policy evento_dell_ente on evento;
create policy evento_dell_ente on evento for insert to app_ente
  with check (progetto_id = any ((select app.progetti())::uuid[]) and regione_id = (select app.regione_id()) and attore_id = (select app.utente_id())
    and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo()) and riservato = app.atto_riservato(atto));

-- Un'idea approvata resta visibile alla Regione mentre si scrive il progetto: le sezioni in scrittura non le legge comunque.
create or replace function app.bozze() returns uuid[] language sql stable security definer set search_path = pg_catalog as
$$ select array(select p.id from public.progetto p where p.regione_id = app.regione_id() and p.stato = 'IDEA_BOZZA'
    -- ritirare un'idea mai presentata non la mette in vista
    union all select p.id from public.progetto p where p.regione_id = app.regione_id() and p.stato = 'RITIRATO'
      and not exists (select from public.versione_progetto v where v.progetto_id = p.id)) $$;
create index progetto_ritirato on progetto (regione_id) include (id) where stato = 'RITIRATO';

-- ---------------------------------------------------------------- cio che servono le funzioni definer, e non di piu

grant select on bando, bando_versione, passo_bando, integrazione, commissario, valutazione, avviso, candidatura, invito, versione_progetto to app_custode;
grant select on progetto, istruttoria to app_custode;
grant update (dotazione_cents) on bando to app_custode;
grant insert on progetto, partecipazione, organizzazione, candidatura, candidatura_allegato, invito, posta, azione, azione_destinatari, quantita, voce_budget, utente, incarico, credenziale to app_custode;
grant select, delete on azione, azione_destinatari, quantita, voce_budget to app_custode;
grant select, update (aperta) on sezione_progetto to app_custode;
grant select, update (presentato) on documento to app_custode;
grant update (stato, svelata) on valutazione to app_custode;
grant update (stato, inviata_il, organizzazione_id) on candidatura to app_custode;
grant update (usato_il) on invito to app_custode;
grant select, update (stato, tentativi, riprova_il, inviata_il, testo) on posta to app_custode;
grant select, insert, update on app.registro_protocollo to app_custode;
grant insert (progetto_id) on evento to app_custode;
create policy registro_del_custode on app.registro_protocollo to app_custode using (true) with check (true);
drop policy progetto_del_custode on progetto;
drop policy partecipazione_del_custode on partecipazione;
drop policy organizzazione_del_custode on organizzazione;
drop policy utente_del_custode on utente;
drop policy incarico_del_custode on incarico;
drop policy credenziale_del_custode on credenziale;
drop policy evento_dell_accesso on evento;
create policy evento_del_custode on evento for insert to app_custode
  with check ((progetto_id is null and riservato and atto like 'accesso.%') or (atto = 'domanda.aperta' and riservato) or (atto = 'candidatura.inviata' and not riservato));
do $$
declare t text;
begin
  foreach t in array array['progetto', 'partecipazione', 'organizzazione', 'utente', 'incarico', 'credenziale', 'bando', 'bando_versione', 'passo_bando', 'integrazione', 'commissario',
    'valutazione', 'avviso', 'candidatura', 'candidatura_allegato', 'invito', 'posta', 'versione_progetto', 'azione', 'azione_destinatari', 'quantita', 'voce_budget', 'sezione_progetto', 'documento', 'istruttoria'] loop
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
  end loop;
end $$;

revoke create on schema app, accesso from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
