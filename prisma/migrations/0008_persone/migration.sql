-- Persone: partecipanti, identita cifrate e a parte, indicatori, sovrapposizioni senza nomi, privacy.
-- Chi sta nel database senza le chiavi (che stanno fuori) non legge nessun nome, codice fiscale o recapito. La Regione e la ricerca non leggono le tabelle
-- delle persone: solo conteggi e righe senza identita, da funzioni che lo garantiscono.

do $$ begin execute format('grant app_custode to %I', current_user); end $$;
grant create on schema app to app_custode;

-- ---------------------------------------------------------------- persone e identita

create table nucleo (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  organizzazione_id uuid not null,
  -- un codice dell'ente, senza nomi
  codice text not null check (length(codice) between 1 and 40),
  creato_il timestamptz(3) not null default app.adesso(),
  unique (organizzazione_id, codice),
  unique (organizzazione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id)
);
create table persona (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  programma_id uuid not null,
  -- l'ente che l'ha in carico: il solo che ne legge le righe
  organizzazione_id uuid not null,
  -- casuale; lo stesso per la stessa persona nello stesso programma, anche se seguita da due enti (app.assegna_pseudonimo)
  pseudonimo uuid not null default gen_random_uuid(),
  nucleo_id uuid,
  sesso text check (sesso in ('F', 'M', 'X')),
  data_nascita date check (data_nascita >= '1900-01-01'),
  -- HMAC-SHA-256 del codice fiscale con la chiave del programma, tenuta fuori; la forma senza omocodia e solo un indizio (domain 0.1)
  impronta bytea check (length(impronta) = 32),
  impronta_base bytea check (length(impronta_base) = 32),
  chiave_id text check (length(chiave_id) <= 40),
  senza_codice text check (senza_codice in ('STP', 'ENI', 'NESSUNO')),
  -- l'altra riga della stessa persona, dopo un'unione
  unita_a uuid,
  anonimizzata_il timestamptz(3),
  rev integer not null default 0,
  creata_il timestamptz(3) not null default app.adesso(),
  creata_da uuid references utente (id),
  unique (organizzazione_id, id),
  foreign key (regione_id, programma_id) references programma (regione_id, id),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id),
  foreign key (organizzazione_id, nucleo_id) references nucleo (organizzazione_id, id),
  foreign key (organizzazione_id, unita_a) references persona (organizzazione_id, id)
);
create unique index persona_una_per_codice on persona (organizzazione_id, programma_id, impronta) where impronta is not null and unita_a is null;
create index persona_impronta on persona (programma_id, impronta) where impronta is not null;
create index persona_impronta_base on persona (programma_id, impronta_base) where impronta_base is not null;
create index persona_ente on persona (organizzazione_id, creata_il desc, id desc);
-- Nome, codice fiscale, recapiti: AES-256-GCM, chiave fuori dal database. Nessun login la legge: solo app.leggi_identita, che lo annota.
create table identita (
  persona_id uuid primary key,
  regione_id uuid not null references regione (id),
  organizzazione_id uuid not null,
  -- 12 byte di nonce, 16 di tag, poi il testo cifrato; il dato autenticato e l'id della persona
  cifrata bytea not null check (length(cifrata) between 29 and 8192),
  chiave_id text not null check (length(chiave_id) <= 40),
  aggiornata_il timestamptz(3) not null default app.adesso(),
  foreign key (organizzazione_id, persona_id) references persona (organizzazione_id, id)
);
create index identita_chiave on identita (chiave_id, persona_id);
-- Indice cieco per cercare tra le proprie persone: HMAC di cognome, nome, loro inizi, codice fiscale.
create table persona_cerca (
  organizzazione_id uuid not null,
  segno bytea not null check (length(segno) = 16),
  persona_id uuid not null,
  primary key (organizzazione_id, segno, persona_id),
  foreign key (organizzazione_id, persona_id) references persona (organizzazione_id, id) on delete cascade
);
create index persona_cerca_persona on persona_cerca (persona_id);

-- ---------------------------------------------------------------- partecipazione a un progetto (operazione) e alle sue azioni

create table partecipante (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  programma_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  persona_id uuid not null,
  -- lo mette app.conta_partecipante; il predefinito serve solo a chi inserisce senza poterlo scegliere
  pseudonimo uuid not null default gen_random_uuid(),
  -- il primo ingresso e le sue caratteristiche restano; l'uscita si sposta (Reg. 1304/2013 e 2021/1057, domain 2.6)
  ingresso date not null,
  uscita date,
  motivo_uscita text check (motivo_uscita in ('COMPLETATO', 'ABBANDONO', 'TRASFERIMENTO', 'DECESSO', 'ALTRO')),
  rientri integer not null default 0,
  sesso text check (sesso in ('F', 'M', 'X')),
  -- anni compiuti al primo ingresso; la data di nascita resta alla persona
  eta smallint check (eta between 0 and 125),
  comune_residenza text check (comune_residenza ~ '^[0-9]{6}$'),
  senza_dimora boolean not null default false,
  cittadinanza text check (cittadinanza ~ '^[A-Z]{2}$' or cittadinanza in ('APOLIDE', 'NON_DETERMINATA')),
  origine_straniera text check (origine_straniera in ('SI', 'NO', 'NON_DICHIARA')),
  titolo_studio text check (length(titolo_studio) <= 40),
  isced smallint check (isced between 0 and 8),
  condizione text check (condizione in ('DISOCCUPATO', 'INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO', 'OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO')),
  mesi_disoccupazione smallint check (mesi_disoccupazione between 0 and 720),
  disabilita text check (disabilita in ('SI', 'NO', 'NON_DICHIARA')),
  minoranza text check (minoranza in ('SI', 'NO', 'NON_DICHIARA')),
  altro_svantaggio text check (altro_svantaggio in ('SI', 'NO', 'NON_DICHIARA')),
  condizione_abitativa text check (condizione_abitativa in ('SENZA_TETTO', 'SENZA_CASA', 'PRECARIA', 'INADEGUATA', 'NESSUNA')),
  rurale boolean,
  gruppo_vulnerabile text check (length(gruppo_vulnerabile) <= 10),
  informativa_il date,
  -- { cercaLavoro, istruzione, qualifica, lavoro } e { lavoro, migliorato }: veri o falsi; nulli finche non si rileva
  esito_4_settimane jsonb,
  data_esito_4_settimane date,
  esito_6_mesi jsonb,
  data_esito_6_mesi date,
  -- gli esiti di un'uscita precedente al rientro
  esiti_precedenti jsonb not null default '[]',
  -- la riga che conta: una sola per persona e progetto, anche se la seguono due enti
  conta boolean not null default true,
  -- i dati del punto 1.1 ci sono tutti (Reg. 2021/1057, art. 17 par. 5), e un bit per ogni indicatore comune: li calcola app.segni
  completo boolean not null default false,
  segni bigint not null default 0,
  rev integer not null default 0,
  aggiornato_il timestamptz(3) not null default app.adesso(),
  unique (progetto_id, persona_id),
  unique (progetto_id, id),
  check (uscita >= ingresso),
  check ((uscita is null) = (motivo_uscita is null)),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (regione_id, programma_id) references programma (regione_id, id),
  foreign key (organizzazione_id, persona_id) references persona (organizzazione_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
-- gli indicatori di tutto un programma si leggono dal solo indice
create index partecipante_segni on partecipante (programma_id, progetto_id) include (sesso, completo, segni, ingresso) where conta;
create unique index partecipante_che_conta on partecipante (pseudonimo, progetto_id) where conta;
create index partecipante_ente on partecipante (organizzazione_id, ingresso desc, id desc);
create index partecipante_progetto on partecipante (progetto_id, ingresso);
create index partecipante_incompleto on partecipante (organizzazione_id, ingresso desc, id desc) where not completo;
create index partecipante_pseudonimo on partecipante (programma_id, pseudonimo);
create index partecipante_uscita on partecipante (organizzazione_id, uscita) where uscita is not null and (data_esito_4_settimane is null or data_esito_6_mesi is null);

create table frequenza (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  partecipante_id uuid not null,
  azione_id uuid not null,
  dal date not null,
  al date,
  ore numeric(8, 2) check (ore >= 0),
  unique (partecipante_id, azione_id),
  check (al >= dal),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, partecipante_id) references partecipante (progetto_id, id) on delete cascade,
  foreign key (progetto_id, azione_id) references azione (progetto_id, id)
);
create index frequenza_azione on frequenza (azione_id);
create index frequenza_ente on frequenza (organizzazione_id);
-- Chi resta anonimo (eventi, sportelli) si conta e basta: non diventa mai un partecipante (domain 2.7).
create table conteggio_anonimo (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  azione_id uuid not null,
  giorno date not null,
  genere text not null check (genere in ('EVENTO', 'SPORTELLO', 'LABORATORIO', 'ALTRO')),
  presenze integer not null check (presenze between 1 and 1000000),
  donne integer check (donne >= 0),
  minori integer check (minori >= 0),
  nota text check (length(nota) <= 300),
  scritto_il timestamptz(3) not null default app.adesso(),
  check (donne <= presenze), check (minori <= presenze),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, azione_id) references azione (progetto_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
create index conteggio_anonimo_azione on conteggio_anonimo (azione_id, giorno);
create index conteggio_anonimo_progetto on conteggio_anonimo (progetto_id);

-- ---------------------------------------------------------------- indicatori fissati, rilasci

create table indicatore_fissato (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  rapporto_id uuid not null,
  versione integer not null,
  codice text not null check (codice ~ '^(CO|CR|EECO|EECR)[0-9]{2}$' or codice = 'TOTALE'),
  -- F, M, X, ND (non dichiarato) o T (tutti)
  sesso text not null check (sesso in ('F', 'M', 'X', 'ND', 'T')),
  -- tutti i partecipanti, o i soli record completi (i soli che si trasmettono)
  completi boolean not null,
  valore integer not null check (valore >= 0),
  fissato_il timestamptz(3) not null default app.adesso(),
  unique (rapporto_id, versione, codice, sesso, completi),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, rapporto_id) references rapporto_progetto (progetto_id, id)
);
create index indicatore_fissato_progetto on indicatore_fissato (progetto_id);
-- Una tabella con persone si pubblica una volta: la stessa domanda ridà la stessa risposta, e due filtri diversi non si sottraggono.
create table rilascio (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null references regione (id),
  tabella text not null check (length(tabella) <= 60),
  parametri jsonb not null,
  contenuto jsonb not null,
  sha256 text not null,
  rilasciato_il timestamptz(3) not null default app.adesso(),
  rilasciato_da uuid references utente (id)
);
create unique index rilascio_uno on rilascio (regione_id, tabella, md5(parametri::text));

-- ---------------------------------------------------------------- registri e diritti

-- Ogni lettura di identita: chi, quando, perche, quante e quali.
create table accesso_identita (
  id bigserial primary key,
  regione_id uuid not null references regione (id),
  organizzazione_id uuid not null,
  utente_id uuid not null references utente (id),
  scopo text not null check (scopo in ('SCHEDA', 'ELENCO', 'RICERCA', 'ESPORTAZIONE', 'CONTROLLO', 'INTERESSATO', 'ROTAZIONE')),
  persone uuid[] not null,
  motivato_id uuid,
  istante timestamptz(3) not null default app.adesso()
);
create index accesso_identita_ente on accesso_identita (organizzazione_id, id desc);
-- La Regione legge un'identita solo per un controllo sul posto: una persona lo chiede con il motivo, un'altra lo autorizza, e dura poco.
create table accesso_motivato (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  progetto_id uuid not null,
  organizzazione_id uuid not null,
  motivo text not null check (length(motivo) between 10 and 1000),
  chiesto_da uuid not null references utente (id),
  chiesto_il timestamptz(3) not null default app.adesso(),
  autorizzato_da uuid references utente (id),
  autorizzato_il timestamptz(3),
  scade_il timestamptz(3),
  check (autorizzato_da <> chiesto_da),
  foreign key (regione_id, progetto_id) references progetto (regione_id, id),
  foreign key (progetto_id, organizzazione_id) references partecipazione (progetto_id, organizzazione_id)
);
create index accesso_motivato_progetto on accesso_motivato (progetto_id);
-- Richieste degli interessati (GDPR artt. 15-18): un mese per rispondere (art. 12).
create table richiesta_interessato (
  id uuid primary key default gen_random_uuid(),
  regione_id uuid not null,
  organizzazione_id uuid not null,
  persona_id uuid,
  genere text not null check (genere in ('ACCESSO', 'RETTIFICA', 'CANCELLAZIONE', 'LIMITAZIONE', 'OPPOSIZIONE')),
  ricevuta_il date not null,
  entro date not null,
  stato text not null default 'APERTA' check (stato in ('APERTA', 'EVASA', 'RESPINTA')),
  esito text check (length(esito) <= 2000),
  chiusa_il timestamptz(3),
  foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id),
  foreign key (organizzazione_id, persona_id) references persona (organizzazione_id, id)
);
create index richiesta_interessato_ente on richiesta_interessato (organizzazione_id, entro);
-- «E gia seguita altrove?»: quante volte l'ha chiesto chi, per il limite.
create table verifica_sovrapposizione (
  id bigserial primary key,
  regione_id uuid not null references regione (id),
  organizzazione_id uuid not null,
  utente_id uuid not null references utente (id),
  -- nulla da quando la persona e anonima: chi ha chiesto, e quante volte, resta
  persona_id uuid,
  categoria text not null default '' check (length(categoria) <= 60),
  risposta boolean not null,
  istante timestamptz(3) not null default app.adesso(),
  foreign key (organizzazione_id, persona_id) references persona (organizzazione_id, id)
);
create index verifica_sovrapposizione_utente on verifica_sovrapposizione (utente_id, istante);

-- ---------------------------------------------------------------- funzioni

/* La stessa persona nello stesso programma ha lo stesso pseudonimo, chiunque la segua; chi scrive non lo sceglie. */
create function app.assegna_pseudonimo() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare gia uuid;
begin
  if tg_op = 'UPDATE' and new.impronta is not distinct from old.impronta then new.pseudonimo := old.pseudonimo; return new; end if;
  if new.impronta is not null then
    -- due enti che la registrano insieme si mettono in fila; le serrature sono poche, perche un'importazione ne prende una per persona
    perform pg_advisory_xact_lock(hashtextextended(new.programma_id::text || encode(new.impronta, 'hex'), 0) % 1024);
    select p.pseudonimo into gia from public.persona p where p.programma_id = new.programma_id and p.impronta = new.impronta and p.id <> new.id limit 1;
  end if;
  -- chi corregge un codice sbagliato lascia lo pseudonimo a chi ha davvero quel codice
  new.pseudonimo := coalesce(gia, case when tg_op = 'UPDATE' and not exists (select from public.persona q where q.programma_id = old.programma_id
    and q.impronta = old.impronta and q.id <> new.id) then old.pseudonimo end, gen_random_uuid());
  return new;
end $$;
/*
 * Un bit per ogni indicatore comune vero di un partecipante, nell'ordine di app.codici_indicatori(): le stesse regole di lib/indicatori/regole.ts, e una prova
 * le confronta. Immediato: dall'uscita a 28 giorni dopo compresi; a sei mesi: sei mesi di calendario dopo l'uscita, trenta giorni prima o dopo (domain 0.1).
 */
create function app.codici_indicatori() returns text[] language sql immutable set search_path = pg_catalog as $$
  select array['CO01', 'CO02', 'CO03', 'CO04', 'CO05', 'CO06', 'CO07', 'CO08', 'CO09', 'CO10', 'CO11', 'CO15', 'CO16', 'CO17', 'CO18', 'CO19', 'CR01', 'CR02', 'CR03', 'CR04', 'CR05', 'CR06', 'CR07', 'CR08', 'CR09', 'EECO01', 'EECO02', 'EECO03', 'EECO04', 'EECO05', 'EECO06', 'EECO07', 'EECO08', 'EECO09', 'EECO10', 'EECO11', 'EECO12', 'EECO13', 'EECO14', 'EECO15', 'EECO16', 'EECO17', 'EECR01', 'EECR02', 'EECR03', 'EECR04', 'EECR05', 'EECR06'] $$;
create function app.segni(t public.partecipante) returns bigint language plpgsql immutable set search_path = pg_catalog as $$
declare
  ue constant boolean := t.cittadinanza = any (array['IT','AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','LT','LU','LV','MT','NL','PL','PT','RO','SE','SI','SK']);
  disoccupato constant boolean := coalesce(t.condizione = 'DISOCCUPATO', false);
  inattivo constant boolean := coalesce(t.condizione in ('INATTIVO_ISTRUZIONE', 'INATTIVO_ALTRO'), false);
  occupato constant boolean := coalesce(t.condizione in ('OCCUPATO_DIPENDENTE', 'OCCUPATO_AUTONOMO'), false);
  lungo constant boolean := coalesce(t.mesi_disoccupazione > case when t.eta < 25 then 6 else 12 end, false);
  origine constant boolean := coalesce(t.cittadinanza <> 'IT', false) or coalesce(t.origine_straniera = 'SI', false) or coalesce(t.minoranza = 'SI', false);
  svantaggio constant boolean := origine or coalesce(t.disabilita = 'SI', false) or coalesce(t.altro_svantaggio = 'SI', false);
  abitativa constant boolean := t.senza_dimora or coalesce(t.condizione_abitativa in ('SENZA_TETTO', 'SENZA_CASA', 'PRECARIA', 'INADEGUATA'), false);
  valido4 constant boolean := coalesce(t.data_esito_4_settimane between t.uscita and t.uscita + 28, false);
  valido6 constant boolean := coalesce(t.data_esito_6_mesi between (t.uscita + interval '6 months')::date - 30 and (t.uscita + interval '6 months')::date + 30, false);
  cerca constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'cercaLavoro')::boolean, false);
  studia constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'istruzione')::boolean, false);
  qualifica constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'qualifica')::boolean, false);
  lavora constant boolean := valido4 and coalesce((t.esito_4_settimane ->> 'lavoro')::boolean, false);
  lavora6 constant boolean := valido6 and coalesce((t.esito_6_mesi ->> 'lavoro')::boolean, false);
  migliorato6 constant boolean := valido6 and coalesce((t.esito_6_mesi ->> 'migliorato')::boolean, false);
  veri constant boolean[] := array[disoccupato, disoccupato and lungo, inattivo, t.condizione = 'INATTIVO_ALTRO', occupato, t.eta < 25, t.eta > 54, t.eta > 54 and (disoccupato or t.condizione = 'INATTIVO_ALTRO'), t.isced between 1 and 2, t.isced between 3 and 4, t.isced >= 5, origine, t.disabilita = 'SI', t.altro_svantaggio = 'SI', abitativa, t.rurale, inattivo and cerca, t.condizione <> 'INATTIVO_ISTRUZIONE' and studia, qualifica, (disoccupato or inattivo) and lavora, (disoccupato or inattivo) and svantaggio and (cerca or studia or qualifica or lavora), (disoccupato or inattivo) and lavora6, occupato and migliorato6, t.eta > 54 and (disoccupato or inattivo) and lavora6, svantaggio and (disoccupato or inattivo) and lavora6, t.condizione is not null, disoccupato, disoccupato and lungo, inattivo, occupato, t.eta < 18, t.eta between 18 and 29, t.eta >= 55, t.isced <= 2, t.isced between 3 and 4, t.isced >= 5, t.disabilita = 'SI', t.cittadinanza is not null and not ue, t.origine_straniera = 'SI', t.minoranza = 'SI', abitativa, t.rurale, inattivo and cerca, t.condizione <> 'INATTIVO_ISTRUZIONE' and studia, qualifica, (disoccupato or inattivo) and lavora, (disoccupato or inattivo) and lavora6, occupato and migliorato6];
  somma bigint := 0;
begin
  for n in 1..48 loop
    if veri[n] then somma := somma | (1::bigint << (n - 1)); end if;
  end loop;
  return somma;
end $$;
/* Il partecipante ripete lo pseudonimo della persona; conta il primo entrato, uno solo per progetto. */
create function app.conta_partecipante() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select p.pseudonimo into new.pseudonimo from public.persona p where p.id = new.persona_id;
  new.completo := new.sesso is not null and new.eta is not null and new.isced is not null and new.condizione is not null;
  new.segni := app.segni(new);
  if tg_op = 'UPDATE' and (new.persona_id, new.ingresso, new.pseudonimo) = (old.persona_id, old.ingresso, old.pseudonimo) then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.progetto_id::text || new.pseudonimo::text, 1) % 1024 + 10000);
  -- is not distinct from non usa indici: resta solo quello dello pseudonimo, anche finche la tabella non ha statistiche (una prima importazione)
  if exists (select from public.partecipante x where x.pseudonimo = new.pseudonimo and x.progetto_id is not distinct from new.progetto_id and x.id <> new.id and x.conta
      and (x.ingresso, x.id) < (new.ingresso, new.id)) then
    new.conta := false;
  else
    update public.partecipante x set conta = false
      where x.pseudonimo = new.pseudonimo and x.progetto_id is not distinct from new.progetto_id and x.id <> new.id and x.conta;
    new.conta := true;
  end if;
  return new;
end $$;
/* Se la riga che contava e tolta, o diventa di un'altra persona, conta la prima che resta. */
create function app.passa_il_conto() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.partecipante x set conta = true where x.id = (select y.id from public.partecipante y where y.progetto_id = old.progetto_id
      and y.pseudonimo = old.pseudonimo and y.id <> old.id order by y.ingresso, y.id limit 1)
    and not exists (select from public.partecipante z where z.progetto_id = old.progetto_id and z.pseudonimo = old.pseudonimo and z.conta);
  return null;
end $$;
/* Le identita cifrate delle proprie persone; la lettura resta scritta. @errore CT001 non spetta a chi chiede */
create function app.leggi_identita(p_persone uuid[], p_scopo text) returns table (persona_id uuid, cifrata bytea, chiave_id text)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user <> 'app_ente' or app.organizzazione_id() is null or p_scopo not in ('SCHEDA', 'ELENCO', 'RICERCA', 'ESPORTAZIONE', 'INTERESSATO') then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  insert into public.accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone)
    select app.regione_id(), app.organizzazione_id(), app.utente_id(), p_scopo, array_agg(i.persona_id order by i.persona_id)
    from public.identita i where i.persona_id = any (p_persone) and i.organizzazione_id = app.organizzazione_id() having count(*) > 0;
  return query select i.persona_id, i.cifrata, i.chiave_id from public.identita i where i.persona_id = any (p_persone) and i.organizzazione_id = app.organizzazione_id();
end $$;
/* Le identita di un controllo autorizzato da un'altra persona e non scaduto. @errore CT001 non autorizzato */
create function app.leggi_identita_motivata(p_accesso uuid) returns table (persona_id uuid, cifrata bytea, chiave_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare a record;
begin
  select * into a from public.accesso_motivato x where x.id = p_accesso and x.regione_id = app.regione_id() and x.chiesto_da = app.utente_id()
    and x.autorizzato_da is not null and x.scade_il > app.adesso();
  if session_user <> 'app_regione' or a.id is null or app.ruolo() not in ('ISTRUTTORE', 'CONTROLLORE', 'DIRIGENTE') then raise exception 'accesso non autorizzato' using errcode = 'CT001'; end if;
  insert into public.accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone, motivato_id)
    select a.regione_id, a.organizzazione_id, app.utente_id(), 'CONTROLLO', coalesce(array_agg(t.persona_id order by t.persona_id), '{}'), a.id
    from public.partecipante t where t.progetto_id = a.progetto_id and t.organizzazione_id = a.organizzazione_id;
  return query select i.persona_id, i.cifrata, i.chiave_id from public.identita i
    where i.organizzazione_id = a.organizzazione_id and exists (select from public.partecipante t where t.persona_id = i.persona_id and t.progetto_id = a.progetto_id);
end $$;
/*
 * Gli indicatori comuni calcolati dai microdati (domain 2.5): per ogni codice e sesso, su tutti i partecipanti e sui soli record completi. Di un progetto, o di
 * tutto il programma con p_progetto nullo (solo Regione e ricerca). Nessuna riga di persone esce di qui; le soglie le mette chi pubblica (lib/soppressione).
 * Le stesse regole di lib/indicatori/regole.ts: una prova le confronta.
 */
create function app.conta_indicatori(p_programma uuid, p_progetto uuid, p_azione uuid, p_dal date, p_al date)
returns table (codice text, sesso text, completi boolean, valore bigint) language plpgsql stable security definer
-- un piano per ogni chiamata: senza, «p_progetto is null or …» scorrerebbe tutto il programma anche per un progetto solo
set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
  if app.regione_id() is null or session_user = 'app_ente' and (p_progetto is null or not p_progetto = any (app.progetti())) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  -- la Regione si guarda una volta, e non riga per riga: cosi basta l'indice
  if not exists (select from public.programma g where g.id = p_programma and g.regione_id = app.regione_id()) then return; end if;
  return query
  with gruppi as materialized (
    select coalesce(t.sesso, 'ND') as s, t.completo as c, t.segni as b, count(*) as n from public.partecipante t
    where t.conta and t.programma_id = p_programma and (p_progetto is null or t.progetto_id = p_progetto)
      and (p_dal is null or t.ingresso >= p_dal) and (p_al is null or t.ingresso <= p_al)
      and (p_azione is null or exists (select from public.frequenza f where f.partecipante_id = t.id and f.azione_id = p_azione))
    group by 1, 2, 3
  ), somme as (
    select g.s, g.c, array[sum(g.n), sum(g.n) filter (where g.b & 1 <> 0), sum(g.n) filter (where g.b & 2 <> 0), sum(g.n) filter (where g.b & 4 <> 0), sum(g.n) filter (where g.b & 8 <> 0), sum(g.n) filter (where g.b & 16 <> 0), sum(g.n) filter (where g.b & 32 <> 0), sum(g.n) filter (where g.b & 64 <> 0), sum(g.n) filter (where g.b & 128 <> 0), sum(g.n) filter (where g.b & 256 <> 0), sum(g.n) filter (where g.b & 512 <> 0), sum(g.n) filter (where g.b & 1024 <> 0), sum(g.n) filter (where g.b & 2048 <> 0), sum(g.n) filter (where g.b & 4096 <> 0), sum(g.n) filter (where g.b & 8192 <> 0), sum(g.n) filter (where g.b & 16384 <> 0), sum(g.n) filter (where g.b & 32768 <> 0), sum(g.n) filter (where g.b & 65536 <> 0), sum(g.n) filter (where g.b & 131072 <> 0), sum(g.n) filter (where g.b & 262144 <> 0), sum(g.n) filter (where g.b & 524288 <> 0), sum(g.n) filter (where g.b & 1048576 <> 0), sum(g.n) filter (where g.b & 2097152 <> 0), sum(g.n) filter (where g.b & 4194304 <> 0), sum(g.n) filter (where g.b & 8388608 <> 0), sum(g.n) filter (where g.b & 16777216 <> 0), sum(g.n) filter (where g.b & 33554432 <> 0), sum(g.n) filter (where g.b & 67108864 <> 0), sum(g.n) filter (where g.b & 134217728 <> 0), sum(g.n) filter (where g.b & 268435456 <> 0), sum(g.n) filter (where g.b & 536870912 <> 0), sum(g.n) filter (where g.b & 1073741824 <> 0), sum(g.n) filter (where g.b & 2147483648 <> 0), sum(g.n) filter (where g.b & 4294967296 <> 0), sum(g.n) filter (where g.b & 8589934592 <> 0), sum(g.n) filter (where g.b & 17179869184 <> 0), sum(g.n) filter (where g.b & 34359738368 <> 0), sum(g.n) filter (where g.b & 68719476736 <> 0), sum(g.n) filter (where g.b & 137438953472 <> 0), sum(g.n) filter (where g.b & 274877906944 <> 0), sum(g.n) filter (where g.b & 549755813888 <> 0), sum(g.n) filter (where g.b & 1099511627776 <> 0), sum(g.n) filter (where g.b & 2199023255552 <> 0), sum(g.n) filter (where g.b & 4398046511104 <> 0), sum(g.n) filter (where g.b & 8796093022208 <> 0), sum(g.n) filter (where g.b & 17592186044416 <> 0), sum(g.n) filter (where g.b & 35184372088832 <> 0), sum(g.n) filter (where g.b & 70368744177664 <> 0), sum(g.n) filter (where g.b & 140737488355328 <> 0)] as v
    from gruppi g group by 1, 2
  ), per_codice as (
    select x.codice, m.s, m.c, x.n from somme m cross join unnest(array['TOTALE'] || app.codici_indicatori(), m.v) x(codice, n) where x.n > 0
  )
  select p.codice, coalesce(p.s, 'T'), v.solo, sum(p.n)::bigint from per_codice p cross join (values (false), (true)) v(solo)
    where p.c or not v.solo group by grouping sets ((p.codice, p.s, v.solo), (p.codice, v.solo));
end $$;
/*
 * Gli stessi indicatori sulle sole persone in carico all'ente che chiede, contate tutte: anche chi nel progetto e gia contato da un altro ente, perche un conto che
 * ne tenesse fuori una direbbe che un altro la segue. Cosi «gli altri» (tutti meno i propri) sono davvero chi l'ente non conosce.
 */
create function app.conta_indicatori_propri(p_progetto uuid, p_azione uuid, p_dal date, p_al date)
returns table (codice text, sesso text, completi boolean, valore bigint) language sql stable security definer set search_path = pg_catalog as $$
  with gruppi as materialized (
    select coalesce(t.sesso, 'ND') as s, t.completo as c, t.segni as b, count(*) as n from public.partecipante t
    where session_user = 'app_ente' and t.organizzazione_id = (select app.organizzazione_id()) and t.progetto_id = p_progetto
      and (p_dal is null or t.ingresso >= p_dal) and (p_al is null or t.ingresso <= p_al)
      and (p_azione is null or exists (select from public.frequenza f where f.partecipante_id = t.id and f.azione_id = p_azione))
    group by 1, 2, 3
  )
  select x.codice, coalesce(g.s, 'T'), v.solo, sum(g.n)::bigint from gruppi g
  cross join unnest(array['TOTALE'] || app.codici_indicatori()) with ordinality x(codice, k) cross join (values (false), (true)) v(solo)
  where (g.c or not v.solo) and (x.k = 1 or g.b & (1::bigint << (x.k - 2)::int) <> 0)
  group by grouping sets ((x.codice, g.s, v.solo), (x.codice, v.solo))
$$;
/* Come si chiama chi ha letto, o chiesto di leggere, le identita delle proprie persone: l'ente ha diritto di saperlo anche se e della Regione. */
create function app.nomi_accessi() returns table (utente_id uuid, nome text, cognome text, della_regione boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select u.id, u.nome, u.cognome, bool_or(x.regione) from public.utente u join (
    select a.utente_id as id, a.scopo = 'CONTROLLO' as regione from public.accesso_identita a where a.organizzazione_id = app.organizzazione_id()
    union all select unnest(array[m.chiesto_da, m.autorizzato_da]), true from public.accesso_motivato m where m.organizzazione_id = app.organizzazione_id()
  ) x on x.id = u.id where session_user = 'app_ente' group by u.id
$$;
/* Quanti partecipanti di un progetto hanno un record incompleto, per ente che li ha in carico e dato che manca: chi deve completarli. Nessuna persona esce di qui. */
create function app.partecipanti_incompleti(p_progetto uuid) returns table (organizzazione_id uuid, campo text, valore bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if app.regione_id() is null or session_user = 'app_ente' and not p_progetto = any (app.progetti()) then
    raise exception 'non spetta a chi chiede' using errcode = 'CT001';
  end if;
  return query
  with gruppi as (
    select t.organizzazione_id as ente, t.completo, t.sesso is null as sesso, t.eta is null as eta, t.isced is null as titolo, t.condizione is null as condizione, count(*) as n
    from public.partecipante t where t.conta and t.progetto_id = p_progetto and t.regione_id = (select app.regione_id()) group by 1, 2, 3, 4, 5, 6
  )
  select g.ente, m.campo, sum(g.n)::bigint from gruppi g
  cross join lateral (values ('QUALCUNO', not g.completo), ('SESSO', g.sesso), ('ETA', g.eta), ('TITOLO', g.titolo), ('CONDIZIONE', g.condizione)) m(campo, manca)
  where m.manca group by 1, 2;
end $$;
/* Quale insieme di indicatori chiede il bando di un progetto: lo legge chi legge il progetto, anche la ricerca, che il bando non lo legge. */
create function app.insieme_indicatori(p_progetto uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select v.configurazione -> 'attuazione' ->> 'indicatori' from public.progetto p join public.bando_versione v on v.id = p.bando_versione_id
    where p.id = p_progetto and p.regione_id = app.regione_id()), 'FSE')
$$;
/*
 * Gia seguita altrove nel programma, per lo stesso tipo di azione? Solo si o no, solo per una propria persona con il codice fiscale che ora frequenta
 * un'azione di quel tipo, se il bando lo permette, al piu 60 volte all'ora per chi chiede. @errore CT001 non spetta a chi chiede, CT007 troppe domande
 */
create function app.gia_seguita(p_persona uuid, p_categoria text) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  p record;
  esito boolean;
begin
  select * into p from public.persona x where x.id = p_persona and x.organizzazione_id = app.organizzazione_id();
  if session_user <> 'app_ente' or p.id is null or p.impronta is null or p.unita_a is not null
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
  select exists (select from public.partecipante t join public.frequenza f on f.partecipante_id = t.id join public.azione z on z.id = f.azione_id
    where t.programma_id = p.programma_id and t.pseudonimo = p.pseudonimo and t.organizzazione_id <> p.organizzazione_id
      and coalesce(z.categoria_valutatore, z.categoria_ente) = p_categoria and (f.al is null or f.al >= app.oggi())) into esito;
  insert into public.verifica_sovrapposizione (regione_id, organizzazione_id, utente_id, persona_id, categoria, risposta)
    values (p.regione_id, p.organizzazione_id, app.utente_id(), p.id, p_categoria, esito);
  return esito;
end $$;
/* Quante persone due enti seguono entrambi con lo stesso tipo di azione: le celle da 1 a 4 non si dicono nemmeno qui. */
create function app.sovrapposizioni(p_programma uuid) returns table (ente_a uuid, ente_b uuid, categoria text, persone bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select a.organizzazione_id, b.organizzazione_id, coalesce(za.categoria_valutatore, za.categoria_ente), nullif(greatest(count(distinct a.pseudonimo), 4), 4)
  from public.partecipante a join public.partecipante b on b.programma_id = a.programma_id and b.pseudonimo = a.pseudonimo and a.organizzazione_id < b.organizzazione_id
  join public.frequenza fa on fa.partecipante_id = a.id join public.azione za on za.id = fa.azione_id
  join public.frequenza fb on fb.partecipante_id = b.id join public.azione zb on zb.id = fb.azione_id and coalesce(zb.categoria_valutatore, zb.categoria_ente) = coalesce(za.categoria_valutatore, za.categoria_ente)
  where a.programma_id = p_programma and a.regione_id = app.regione_id() group by 1, 2, 3
$$;

create function app.forse_uguali(p_persona uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select q.id from public.persona p join public.persona q on q.organizzazione_id = p.organizzazione_id and q.programma_id = p.programma_id and q.id <> p.id
    and q.impronta_base = p.impronta_base and q.unita_a is null
  where p.id = p_persona and p.organizzazione_id = app.organizzazione_id() and p.unita_a is null
$$;
/* Le righe per la ricerca: pseudonimi, classi, nessuna identita e nessuna data di nascita. Ancora da rendere k-anonime prima di uscire dal portale. */
create function app.partecipanti_ricerca(p_programma uuid) returns table (progetto_id uuid, pseudonimo uuid, mese_ingresso date, mese_uscita date, motivo_uscita text,
  sesso text, classe_eta text, cittadinanza text, titolo text, condizione text, disoccupato_lungo boolean, ambito_id uuid, esito_4_settimane jsonb, esito_6_mesi jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select t.progetto_id, t.pseudonimo, date_trunc('month', t.ingresso)::date, date_trunc('month', t.uscita)::date, t.motivo_uscita, t.sesso,
    case when t.eta < 18 then '0-17' when t.eta < 30 then '18-29' when t.eta < 55 then '30-54' when t.eta >= 55 then '55+' end,
    case when t.cittadinanza = 'IT' then 'IT' when t.cittadinanza in ('AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','LT','LU','LV','MT','NL','PL','PT','RO','SE','SI','SK') then 'UE'
      when t.cittadinanza is not null then 'NON_UE' end,
    case when t.isced <= 2 then '0-2' when t.isced <= 4 then '3-4' when t.isced >= 5 then '5-8' end, t.condizione,
    coalesce(t.condizione = 'DISOCCUPATO' and t.mesi_disoccupazione > case when t.eta < 25 then 6 else 12 end, false),
    x.ambito_id, t.esito_4_settimane, t.esito_6_mesi
  from public.partecipante t left join (select distinct on (pa.progetto_id) pa.progetto_id, pa.ambito_id from public.progetto_ambito pa
    order by pa.progetto_id, pa.ambito_id) x on x.progetto_id = t.progetto_id
  where t.conta and t.programma_id = p_programma and t.regione_id = app.regione_id() and session_user in ('app_ricerca')
$$;

/* Gli atti riservati: gli stessi di lib/eventi/riservati.ts. */
create or replace function app.atto_riservato(p_atto text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select p_atto in ('rapporto.aperto', 'rapporto.sintesiSalvata', 'avanzamento.salvato', 'parte.consegnata', 'parte.rinviata', 'parte.confermata',
    'domanda.aperta', 'domanda.aggiornata', 'sezione.salvata', 'sezione.permesso', 'commento.scritto', 'commento.risolto', 'documento.caricato', 'documento.tolto',
    'partner.aggiunto', 'partner.tolto', 'partner.confermato', 'avviso.salvato', 'candidatura.valutata',
    'convenzione.salvata', 'evidenza.caricata', 'evidenza.tolta', 'rilievo.risposto', 'modifica.aperta', 'modifica.salvata', 'proroga.aperta', 'proroga.salvata',
    -- chi segue chi non lo sa la Regione: questi eventi restano agli enti del progetto, e non portano persone
    'partecipante.registrato', 'partecipante.modificato', 'partecipante.uscito', 'partecipante.rientrato', 'partecipante.esito', 'partecipante.tolto',
    'partecipanti.importati', 'persone.unite', 'nucleo.aperto', 'nucleo.tolto', 'persona.anonimizzata', 'interessato.richiesta', 'interessato.prorogata', 'interessato.chiusa', 'sovrapposizione.verificata') $$;

do $$
declare f text;
begin
  foreach f in array array['app.assegna_pseudonimo()', 'app.conta_partecipante()', 'app.passa_il_conto()', 'app.segni(public.partecipante)', 'app.codici_indicatori()', 'app.leggi_identita(uuid[], text)', 'app.leggi_identita_motivata(uuid)',
    'app.conta_indicatori(uuid, uuid, uuid, date, date)', 'app.conta_indicatori_propri(uuid, uuid, date, date)', 'app.partecipanti_incompleti(uuid)', 'app.insieme_indicatori(uuid)', 'app.nomi_accessi()', 'app.gia_seguita(uuid, text)', 'app.sovrapposizioni(uuid)', 'app.forse_uguali(uuid)', 'app.partecipanti_ricerca(uuid)'] loop
    execute format('alter function %s owner to app_custode', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.leggi_identita(uuid[], text), app.nomi_accessi(), app.gia_seguita(uuid, text), app.forse_uguali(uuid), app.conta_indicatori_propri(uuid, uuid, date, date) to app_ente;
grant execute on function app.leggi_identita_motivata(uuid) to app_regione;
grant execute on function app.conta_indicatori(uuid, uuid, uuid, date, date), app.partecipanti_incompleti(uuid), app.insieme_indicatori(uuid) to app_ente, app_regione, app_ricerca;
grant execute on function app.sovrapposizioni(uuid) to app_regione, app_ricerca;
grant execute on function app.partecipanti_ricerca(uuid) to app_ricerca;

create trigger pseudonimo before insert or update of impronta on persona for each row execute function app.assegna_pseudonimo();
create trigger conta before insert or update of persona_id, ingresso, uscita, sesso, eta, cittadinanza, origine_straniera, isced, condizione, mesi_disoccupazione, disabilita,
  minoranza, altro_svantaggio, condizione_abitativa, senza_dimora, rurale, esito_4_settimane, data_esito_4_settimane, esito_6_mesi, data_esito_6_mesi on partecipante for each row execute function app.conta_partecipante();
create trigger passa_il_conto_tolta after delete on partecipante for each row when (old.conta) execute function app.passa_il_conto();
create trigger passa_il_conto_cambiata after update of persona_id, ingresso, sesso, eta on partecipante for each row when (old.conta and old.pseudonimo <> new.pseudonimo) execute function app.passa_il_conto();
create trigger solo_aggiunte before update or delete on accesso_identita for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on accesso_identita for each statement execute function app.rifiuta_modifica();
create trigger solo_aggiunte before update or delete on indicatore_fissato for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on indicatore_fissato for each statement execute function app.rifiuta_modifica();
create trigger solo_aggiunte before update or delete on rilascio for each row execute function app.rifiuta_modifica();
create trigger solo_aggiunte_tabella before truncate on rilascio for each statement execute function app.rifiuta_modifica();

-- ---------------------------------------------------------------- chi vede, chi scrive

do $$
declare t text;
begin
  foreach t in array array['nucleo', 'persona', 'identita', 'persona_cerca', 'partecipante', 'frequenza', 'conteggio_anonimo', 'indicatore_fissato', 'rilascio', 'accesso_identita',
    'accesso_motivato', 'richiesta_interessato', 'verifica_sovrapposizione'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to app_sistema using (true) with check (true)', t || '_del_sistema', t);
    execute format('grant select, insert, update, delete on %I to app_sistema', t);
    execute format('create policy %I on %I to app_custode using (true) with check (true)', t || '_del_custode', t);
    execute format('grant select on %I to app_custode', t);
  end loop;
end $$;
grant usage on sequence accesso_identita_id_seq, verifica_sovrapposizione_id_seq to app_custode, app_sistema;
grant insert on accesso_identita, verifica_sovrapposizione to app_custode;
grant update (conta) on partecipante to app_custode;

-- l'ente che ha in carico la persona, e nessun altro
grant select, insert (id, regione_id, organizzazione_id, codice), delete on nucleo to app_ente;
create policy nucleo_dell_ente on nucleo for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy nucleo_nuovo on nucleo for insert to app_ente with check (organizzazione_id = (select app.organizzazione_id()) and regione_id = (select app.regione_id()));
create policy nucleo_tolto on nucleo for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()));
-- le impronte non si leggono: si confrontano solo dentro le funzioni; uno pseudonimo che si ripete direbbe che qualcun altro segue quella persona
grant select (id, regione_id, programma_id, organizzazione_id, nucleo_id, sesso, data_nascita, chiave_id, senza_codice, unita_a, anonimizzata_il, rev, creata_il, creata_da) on persona to app_ente;
grant insert (id, regione_id, programma_id, organizzazione_id, nucleo_id, sesso, data_nascita, impronta, impronta_base, chiave_id, senza_codice, creata_da),
  update (nucleo_id, sesso, data_nascita, impronta, impronta_base, chiave_id, senza_codice, unita_a, anonimizzata_il, rev) on persona to app_ente;
create policy persona_dell_ente on persona for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy persona_nuova on persona for insert to app_ente
  with check (organizzazione_id = (select app.organizzazione_id()) and regione_id = (select app.regione_id()) and creata_da = (select app.utente_id()));
create policy persona_scritta on persona for update to app_ente
  using (organizzazione_id = (select app.organizzazione_id())) with check (organizzazione_id = (select app.organizzazione_id()));
grant select (persona_id, organizzazione_id, chiave_id, aggiornata_il), insert (persona_id, regione_id, organizzazione_id, cifrata, chiave_id),
  update (cifrata, chiave_id, aggiornata_il), delete on identita to app_ente;
create policy identita_dell_ente on identita for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy identita_nuova on identita for insert to app_ente with check (organizzazione_id = (select app.organizzazione_id()) and regione_id = (select app.regione_id()));
create policy identita_scritta on identita for update to app_ente
  using (organizzazione_id = (select app.organizzazione_id())) with check (organizzazione_id = (select app.organizzazione_id()));
create policy identita_tolta on identita for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()));
grant select, insert, delete on persona_cerca to app_ente;
create policy cerca_dell_ente on persona_cerca for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy cerca_nuova on persona_cerca for insert to app_ente with check (organizzazione_id = (select app.organizzazione_id()));
create policy cerca_tolta on persona_cerca for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()));
-- non lo pseudonimo ne il conto: direbbero che un altro ente la segue, senza passare da app.gia_seguita che limita e annota; i segni li contano le funzioni
grant select (id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso, uscita, motivo_uscita, rientri, sesso, eta, comune_residenza, senza_dimora,
    cittadinanza, origine_straniera, titolo_studio, isced, condizione, mesi_disoccupazione, disabilita, minoranza, altro_svantaggio, condizione_abitativa, rurale,
    gruppo_vulnerabile, informativa_il, esito_4_settimane, data_esito_4_settimane, esito_6_mesi, data_esito_6_mesi, esiti_precedenti, completo, rev, aggiornato_il)
  on partecipante to app_ente;
grant select on frequenza to app_ente;
grant insert (id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso, uscita, motivo_uscita, rientri, sesso, eta, comune_residenza, senza_dimora,
    cittadinanza, origine_straniera, titolo_studio, isced, condizione, mesi_disoccupazione, disabilita, minoranza, altro_svantaggio, condizione_abitativa, rurale,
    gruppo_vulnerabile, informativa_il, esito_4_settimane, data_esito_4_settimane, esito_6_mesi, data_esito_6_mesi),
  update (persona_id, ingresso, uscita, motivo_uscita, rientri, sesso, eta, comune_residenza, senza_dimora, cittadinanza, origine_straniera, titolo_studio, isced, condizione,
    mesi_disoccupazione, disabilita, minoranza, altro_svantaggio, condizione_abitativa, rurale, gruppo_vulnerabile, informativa_il, esito_4_settimane, data_esito_4_settimane,
    esito_6_mesi, data_esito_6_mesi, esiti_precedenti, rev, aggiornato_il), delete on partecipante to app_ente;
create policy partecipante_dell_ente on partecipante for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy partecipante_nuovo on partecipante for insert to app_ente
  with check (organizzazione_id = (select app.organizzazione_id()) and regione_id = (select app.regione_id()) and progetto_id = any ((select app.progetti())::uuid[]));
create policy partecipante_scritto on partecipante for update to app_ente
  using (organizzazione_id = (select app.organizzazione_id())) with check (organizzazione_id = (select app.organizzazione_id()));
create policy partecipante_tolto on partecipante for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()));
grant insert (id, regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal, al, ore), update (dal, al, ore), delete on frequenza to app_ente;
create policy frequenza_dell_ente on frequenza for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy frequenza_nuova on frequenza for insert to app_ente
  with check (organizzazione_id = (select app.organizzazione_id()) and progetto_id = any ((select app.progetti())::uuid[])
    and exists (select from partecipante t where t.id = partecipante_id and t.organizzazione_id = frequenza.organizzazione_id));
create policy frequenza_scritta on frequenza for update to app_ente
  using (organizzazione_id = (select app.organizzazione_id())) with check (organizzazione_id = (select app.organizzazione_id()));
create policy frequenza_tolta on frequenza for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()));

-- conteggi senza persone: chi partecipa, la Regione, la ricerca
grant select on conteggio_anonimo, indicatore_fissato to app_ente, app_regione, app_ricerca;
grant insert (id, regione_id, progetto_id, organizzazione_id, azione_id, giorno, genere, presenze, donne, minori, nota), delete on conteggio_anonimo to app_ente;
create policy conteggio_di_chi_partecipa on conteggio_anonimo for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy conteggio_nuovo on conteggio_anonimo for insert to app_ente
  with check (organizzazione_id = (select app.organizzazione_id()) and progetto_id = any ((select app.progetti())::uuid[]));
create policy conteggio_tolto on conteggio_anonimo for delete to app_ente using (organizzazione_id = (select app.organizzazione_id()) and progetto_id = any ((select app.progetti())::uuid[]));
create policy conteggio_della_regione on conteggio_anonimo for select to app_regione using (regione_id = (select app.regione_id()));
create policy conteggio_della_ricerca on conteggio_anonimo for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy fissato_di_chi_partecipa on indicatore_fissato for select to app_ente using (progetto_id = any ((select app.progetti())::uuid[]));
create policy fissato_della_regione on indicatore_fissato for select to app_regione using (regione_id = (select app.regione_id()));
create policy fissato_della_ricerca on indicatore_fissato for select to app_ricerca using (regione_id = (select app.regione_id()));
grant insert (id, regione_id, progetto_id, rapporto_id, versione, codice, sesso, completi, valore) on indicatore_fissato to app_regione;
create policy fissato_dalla_regione on indicatore_fissato for insert to app_regione
  with check (regione_id = (select app.regione_id()) and (select app.ruolo()) in ('ISTRUTTORE', 'DIRIGENTE'));
grant insert (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_da) on rilascio to app_regione, app_ricerca;
grant select on rilascio to app_regione;
-- la ricerca non legge chi e nessuno, nemmeno chi ha rilasciato
grant select (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_il) on rilascio to app_ricerca;
-- le righe k-anonime sono solo della ricerca: la Regione legge conteggi (domain 5.2)
create policy rilascio_della_regione on rilascio for select to app_regione using (regione_id = (select app.regione_id()) and tabella <> 'RIGHE_RICERCA');
create policy rilascio_della_ricerca on rilascio for select to app_ricerca using (regione_id = (select app.regione_id()));
create policy rilascio_nuovo on rilascio for insert to app_regione
  with check (regione_id = (select app.regione_id()) and rilasciato_da = (select app.utente_id()) and tabella <> 'RIGHE_RICERCA');
create policy rilascio_nuovo_ricerca on rilascio for insert to app_ricerca
  with check (regione_id = (select app.regione_id()) and rilasciato_da = (select app.utente_id()));

-- registri e diritti
grant select on accesso_identita to app_ente, app_regione;
create policy accesso_dell_ente on accesso_identita for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy accesso_di_controllo on accesso_identita for select to app_regione using (regione_id = (select app.regione_id()) and scopo = 'CONTROLLO');
grant select on accesso_motivato to app_ente, app_regione;
grant insert (id, regione_id, progetto_id, organizzazione_id, motivo, chiesto_da), update (autorizzato_da, autorizzato_il, scade_il) on accesso_motivato to app_regione;
create policy motivato_dell_ente on accesso_motivato for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy motivato_della_regione on accesso_motivato for select to app_regione using (regione_id = (select app.regione_id()));
create policy motivato_chiesto on accesso_motivato for insert to app_regione
  with check (regione_id = (select app.regione_id()) and chiesto_da = (select app.utente_id()) and (select app.ruolo()) in ('ISTRUTTORE', 'CONTROLLORE', 'DIRIGENTE'));
create policy motivato_autorizzato on accesso_motivato for update to app_regione
  using (regione_id = (select app.regione_id()) and autorizzato_da is null and chiesto_da <> (select app.utente_id()) and (select app.ruolo()) = 'DIRIGENTE')
  with check (regione_id = (select app.regione_id()) and autorizzato_da = (select app.utente_id()) -- un secondo in piu: la colonna arrotonda ai millesimi
    and scade_il <= app.adesso() + interval '7 days 1 second');
grant select, insert (id, regione_id, organizzazione_id, persona_id, genere, ricevuta_il, entro), update (stato, esito, chiusa_il, entro) on richiesta_interessato to app_ente;
create policy interessato_dell_ente on richiesta_interessato for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));
create policy interessato_nuovo on richiesta_interessato for insert to app_ente
  with check (organizzazione_id = (select app.organizzazione_id()) and regione_id = (select app.regione_id()));
create policy interessato_scritto on richiesta_interessato for update to app_ente
  using (organizzazione_id = (select app.organizzazione_id())) with check (organizzazione_id = (select app.organizzazione_id()));
grant select on verifica_sovrapposizione to app_ente;
create policy verifica_dell_ente on verifica_sovrapposizione for select to app_ente using (organizzazione_id = (select app.organizzazione_id()));

grant select on programma, progetto_ambito to app_custode;
create policy programma_del_custode on programma for select to app_custode using (true);
create policy progetto_ambito_del_custode on progetto_ambito for select to app_custode using (true);

-- gli atti sulle persone che non sono di un progetto solo
create policy evento_delle_persone on evento for insert to app_ente
  with check (progetto_id is null and atto in ('persone.unite', 'partecipante.modificato', 'nucleo.aperto', 'nucleo.tolto', 'persona.anonimizzata', 'interessato.richiesta', 'interessato.prorogata', 'interessato.chiusa')
    and riservato and regione_id = (select app.regione_id()) and attore_id = (select app.utente_id()) and organizzazione_id = (select app.organizzazione_id()) and ruolo = (select app.ruolo()));

revoke create on schema app from app_custode;
do $$ begin execute format('revoke app_custode from %I', current_user); end $$;
