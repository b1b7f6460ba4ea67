-- Le fondamenta: ruoli, orologio, tabelle. Scritto per PostgreSQL 15-18.
-- I ruoli di accesso: uno per tipo di lettore, non possiedono nulla, non ereditano, non scavalcano la row level security.
do $$
declare nome text;
begin
  foreach nome in array array['app_ente', 'app_regione', 'app_ricerca', 'app_pubblico', 'app_accesso', 'app_sistema'] loop
    if not exists (select from pg_roles where rolname = nome) then
      execute format('create role %I login noinherit nosuperuser nobypassrls nocreatedb nocreaterole', nome);
    end if;
  end loop;
  -- app_custode possiede le funzioni definer e nient'altro: nessuno entra con questo nome.
  if not exists (select from pg_roles where rolname = 'app_custode') then
    create role app_custode nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;

do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to app_ente, app_regione, app_ricerca, app_pubblico, app_accesso, app_sistema', current_database()); end $$;
revoke all on schema public from public;
create schema app;
create schema accesso;
grant usage on schema public, app to app_ente, app_regione, app_ricerca, app_pubblico, app_sistema, app_custode;
grant usage on schema accesso to app_accesso, app_custode;

-- L'orologio del portale: in produzione lo scarto e zero; la dimostrazione lo sposta per raccontare il luglio 2020.
-- Le scadenze e le date degli atti usano app.adesso(); sessioni e sicurezza usano sempre now().
create table app.orologio (
  uno boolean primary key default true check (uno),
  scarto interval not null default interval '0'
);
insert into app.orologio default values;
alter table app.orologio enable row level security;
alter table app.orologio force row level security;
grant select on app.orologio to public;
create policy orologio_per_tutti on app.orologio for select using (true);
grant update (scarto) on app.orologio to app_sistema;
create policy orologio_del_sistema on app.orologio for update to app_sistema using (true) with check (true);

create function app.adesso() returns timestamptz language sql stable set search_path = pg_catalog as
$$ select now() + scarto from app.orologio $$;
create function app.oggi() returns date language sql stable set search_path = pg_catalog as
$$ select (app.adesso() at time zone 'Europe/Rome')::date $$;

-- CreateSchema

-- CreateEnum
CREATE TYPE "tipo_organizzazione" AS ENUM ('REGIONE', 'RICERCA', 'ENTE_GESTORE', 'COMUNE', 'ASL', 'ETS', 'IMPRESA', 'SCUOLA', 'CENTRO_IMPIEGO', 'ALTRO');

-- CreateEnum
CREATE TYPE "forma_ente_gestore" AS ENUM ('CONSORZIO', 'CITTA', 'UNIONE_MONTANA', 'UNIONE_COMUNI', 'ASL', 'CONVENZIONE_COMUNI');

-- CreateEnum
CREATE TYPE "ruolo" AS ENUM ('REFERENTE', 'OPERATORE', 'ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE');

-- CreateEnum
CREATE TYPE "stato_utente" AS ENUM ('ATTIVO', 'DISATTIVATO');

-- CreateEnum
CREATE TYPE "tipo_bando" AS ENUM ('NON_COMPETITIVO', 'COMPETITIVO', 'SPORTELLO');

-- CreateEnum
CREATE TYPE "tipo_intervento" AS ENUM ('SERVIZIO', 'AZIONE');

-- CreateEnum
CREATE TYPE "macro_intervento" AS ENUM ('INNOVAZIONE_SOCIALE', 'WELFARE_TERRITORIALE');

-- CreateEnum
CREATE TYPE "stato_progetto" AS ENUM ('IDEA_BOZZA', 'IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE', 'IDEA_AMMISSIBILE', 'IDEA_INAMMISSIBILE', 'IDEA_APPROVATA', 'IDEA_NON_APPROVATA', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'AMMISSIBILE', 'INAMMISSIBILE', 'APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'NON_APPROVATO', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO');

-- CreateEnum
CREATE TYPE "ruolo_partecipazione" AS ENUM ('CAPOFILA', 'PARTNER_GESTORE', 'PARTNER_ETS', 'ALTRO');

-- CreateEnum
CREATE TYPE "tipo_periodo" AS ENUM ('RILEVAZIONE', 'ORDINARIO');

-- CreateEnum
CREATE TYPE "stato_rapporto" AS ENUM ('BOZZA', 'PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO');

-- CreateEnum
CREATE TYPE "stato_rapporto_ente" AS ENUM ('NON_DOVUTO', 'APERTO', 'CONSEGNATO', 'RINVIATO', 'INCLUSO');

-- CreateEnum
CREATE TYPE "stato_azione" AS ENUM ('NON_AVVIATA', 'IN_PREPARAZIONE', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA', 'COMPLETATA', 'SOSPESA', 'ANNULLATA');

-- CreateEnum
CREATE TYPE "fonte_stato" AS ENUM ('ESPLICITO', 'DESUNTO', 'NON_RILEVATO');

-- CreateEnum
CREATE TYPE "stato_chiarimento" AS ENUM ('APERTO', 'RISPOSTO', 'CHIUSO');

-- CreateEnum
CREATE TYPE "diffusione" AS ENUM ('BOZZA', 'PRESENTATO', 'APPROVATO');

-- CreateTable
CREATE TABLE "regione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "codice_istat" TEXT NOT NULL,
    "nome" TEXT NOT NULL,
    "direzione" TEXT,
    "indirizzo" TEXT,
    "codice_ipa" TEXT,

    CONSTRAINT "regione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ambito" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "nome" TEXT,
    "nome_descrittivo" TEXT NOT NULL,
    "nota" TEXT,
    "valido_dal" DATE,
    "valido_al" DATE,

    CONSTRAINT "ambito_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizzazione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "tipo" "tipo_organizzazione" NOT NULL,
    "denominazione" TEXT NOT NULL,
    "sigla" TEXT,
    "sede" TEXT,
    "provincia" TEXT,
    "istat_comune_sede" TEXT,
    "nota" TEXT,
    "valido_dal" DATE,
    "valido_al" DATE,
    "confluita_in_id" UUID,

    CONSTRAINT "organizzazione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ente_gestore" (
    "organizzazione_id" UUID NOT NULL,
    "regione_id" UUID NOT NULL,
    "forma" "forma_ente_gestore" NOT NULL,

    CONSTRAINT "ente_gestore_pkey" PRIMARY KEY ("organizzazione_id")
);

-- CreateTable
CREATE TABLE "ente_gestore_ambito" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "ente_gestore_id" UUID NOT NULL,
    "ambito_id" UUID NOT NULL,
    "dal" DATE,
    "al" DATE,

    CONSTRAINT "ente_gestore_ambito_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utente" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nome" TEXT NOT NULL,
    "cognome" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "stato" "stato_utente" NOT NULL DEFAULT 'ATTIVO',
    "dimostrativo" BOOLEAN NOT NULL DEFAULT false,
    "creato_il" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "utente_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credenziale" (
    "utente_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "aggiornata_il" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "credenziale_pkey" PRIMARY KEY ("utente_id")
);

-- CreateTable
CREATE TABLE "incarico" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "utente_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "ruolo" "ruolo" NOT NULL,
    "progetto_id" UUID,
    "dal" DATE NOT NULL,
    "al" DATE,
    "revocato_il" TIMESTAMPTZ(3),

    CONSTRAINT "incarico_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "utente_id" UUID NOT NULL,
    "incarico_id" UUID,
    "creata_il" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "usata_il" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "scade_il" TIMESTAMPTZ(3) NOT NULL,
    "chiusa_il" TIMESTAMPTZ(3),
    "dispositivo" TEXT,

    CONSTRAINT "sessione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispositivo_noto" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "utente_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "creato_il" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "scade_il" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispositivo_noto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tentativo_accesso" (
    "id" BIGSERIAL NOT NULL,
    "chiave" BYTEA NOT NULL,
    "istante" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "tentativo_accesso_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programma" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "titolo" TEXT NOT NULL,
    "fondo" TEXT,
    "atto_indirizzo" TEXT,
    "dal" DATE,
    "al" DATE,

    CONSTRAINT "programma_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bando" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "programma_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "titolo" TEXT NOT NULL,
    "tipo" "tipo_bando" NOT NULL,
    "atto" TEXT,
    "azione_por" TEXT,
    "dotazione_cents" BIGINT,
    "contributo_min_cents" BIGINT,
    "contributo_max_cents" BIGINT,
    "organizzazioni_coinvolte" INTEGER,
    "giorni_consegna" INTEGER NOT NULL DEFAULT 31,
    "giorni_verifica" INTEGER NOT NULL DEFAULT 15,
    "giorni_chiarimento" INTEGER NOT NULL DEFAULT 10,

    CONSTRAINT "bando_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fase_bando" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "bando_id" UUID NOT NULL,
    "ordine" INTEGER NOT NULL,
    "nome" TEXT NOT NULL,
    "dal" DATE NOT NULL,
    "al" DATE,

    CONSTRAINT "fase_bando_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "categoria_intervento" (
    "regione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "etichetta" TEXT NOT NULL,
    "tipo" "tipo_intervento" NOT NULL,
    "macro" "macro_intervento",
    "tabella" TEXT,
    "ordine" INTEGER NOT NULL,

    CONSTRAINT "categoria_intervento_pkey" PRIMARY KEY ("regione_id","codice")
);

-- CreateTable
CREATE TABLE "gruppo_destinatari" (
    "regione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "etichetta" TEXT NOT NULL,

    CONSTRAINT "gruppo_destinatari_pkey" PRIMARY KEY ("regione_id","codice")
);

-- CreateTable
CREATE TABLE "causa_ritardo" (
    "regione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "gruppo" TEXT NOT NULL,
    "etichetta" TEXT NOT NULL,
    "interviste" TEXT[],
    "dipende_regione" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "causa_ritardo_pkey" PRIMARY KEY ("regione_id","codice")
);

-- CreateTable
CREATE TABLE "progetto" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "bando_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "titolo" TEXT NOT NULL,
    "acronimo" TEXT,
    "territorio" TEXT NOT NULL,
    "provincia" TEXT NOT NULL,
    "istat_comune" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "popolazione" INTEGER,
    "n_comuni" INTEGER,
    "stato" "stato_progetto" NOT NULL,
    "sintesi_stato" TEXT,
    "iniziative_collegate" TEXT[],
    "note" TEXT,
    "cup" TEXT,
    "atto_approvazione" TEXT,
    "data_approvazione" DATE,
    "data_avvio" DATE,
    "mese_avvio_attivita" DATE,
    "data_fine_prevista" DATE,
    "data_fine_effettiva" DATE,
    "importo_richiesto_cents" BIGINT,
    "importo_assegnato_cents" BIGINT,
    "campi_dimostrativi" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "progetto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progetto_ambito" (
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "ambito_id" UUID NOT NULL,

    CONSTRAINT "progetto_ambito_pkey" PRIMARY KEY ("progetto_id","ambito_id")
);

-- CreateTable
CREATE TABLE "partecipazione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "ruolo" "ruolo_partecipazione" NOT NULL,
    "ordine" INTEGER NOT NULL DEFAULT 0,
    "dal" DATE NOT NULL,
    "al" DATE,

    CONSTRAINT "partecipazione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classificazione_progetto" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "categoria" TEXT NOT NULL,
    "presente" BOOLEAN NOT NULL,
    "fonte" TEXT NOT NULL,
    "attribuita_il" DATE NOT NULL,
    "sostituita_il" DATE,

    CONSTRAINT "classificazione_progetto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "azione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "codice" TEXT NOT NULL,
    "ordine" INTEGER NOT NULL,
    "titolo" TEXT NOT NULL,
    "tipo" "tipo_intervento" NOT NULL,
    "categoria_ente" TEXT,
    "categoria_valutatore" TEXT,
    "inizio_previsto" DATE,
    "fine_prevista" DATE,
    "campi_dimostrativi" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "azione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "azione_destinatari" (
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "azione_id" UUID NOT NULL,
    "gruppo" TEXT NOT NULL,
    "ordine" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "azione_destinatari_pkey" PRIMARY KEY ("azione_id","gruppo")
);

-- CreateTable
CREATE TABLE "quantita" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "azione_id" UUID,
    "codice" TEXT NOT NULL,
    "ordine" INTEGER NOT NULL,
    "unita" TEXT NOT NULL,
    "riferimento" TEXT,
    "previsto" DECIMAL(14,2),
    "previsto_max" DECIMAL(14,2),
    "previsto_approssimato" BOOLEAN NOT NULL DEFAULT false,
    "previsto_desunto" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "quantita_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "periodo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "tipo" "tipo_periodo" NOT NULL,
    "dal" DATE NOT NULL,
    "al" DATE NOT NULL,
    "scadenza" DATE NOT NULL,

    CONSTRAINT "periodo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapporto_progetto" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "periodo_id" UUID NOT NULL,
    "stato" "stato_rapporto" NOT NULL,
    "sintesi" TEXT,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "aperto_il" TIMESTAMPTZ(3) NOT NULL DEFAULT app.adesso(),
    "presentato_il" TIMESTAMPTZ(3),
    "assegnato_a" UUID,
    "preso_in_carico_il" TIMESTAMPTZ(3),
    "sospeso_dal" TIMESTAMPTZ(3),
    "sospeso_secondi" INTEGER NOT NULL DEFAULT 0,
    "deciso_il" TIMESTAMPTZ(3),
    "nota_decisione" TEXT,
    "dimostrativo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rapporto_progetto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapporto_ente" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "rapporto_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "stato" "stato_rapporto_ente" NOT NULL,
    "diffusione" "diffusione" NOT NULL DEFAULT 'BOZZA',
    "nota_rinvio" TEXT,
    "consegnato_il" TIMESTAMPTZ(3),

    CONSTRAINT "rapporto_ente_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avanzamento" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "rapporto_id" UUID NOT NULL,
    "azione_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "diffusione" "diffusione" NOT NULL DEFAULT 'BOZZA',
    "riaperto" BOOLEAN NOT NULL DEFAULT false,
    "stato" "stato_azione",
    "fonte_stato" "fonte_stato",
    "percentuale" SMALLINT,
    "inizio_effettivo" DATE,
    "fine_stimata" DATE,
    "fine_effettiva" DATE,
    "contromisura" TEXT,
    "nota" TEXT,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "aggiornato_il" TIMESTAMPTZ(3) NOT NULL DEFAULT app.adesso(),
    "aggiornato_da" UUID,

    CONSTRAINT "avanzamento_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quantita_realizzata" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "avanzamento_id" UUID NOT NULL,
    "quantita_id" UUID NOT NULL,
    "diffusione" "diffusione" NOT NULL DEFAULT 'BOZZA',
    "valore" DECIMAL(14,2) NOT NULL,
    "valore_max" DECIMAL(14,2),
    "approssimato" BOOLEAN NOT NULL DEFAULT false,
    "desunto" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "quantita_realizzata_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avanzamento_causa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "organizzazione_id" UUID NOT NULL,
    "avanzamento_id" UUID NOT NULL,
    "causa" TEXT NOT NULL,
    "diffusione" "diffusione" NOT NULL DEFAULT 'BOZZA',
    "primaria" BOOLEAN NOT NULL DEFAULT false,
    "gravita" SMALLINT,
    "mese_dal" DATE,
    "mese_al" DATE,
    "risolta" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "avanzamento_causa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapporto_causa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "rapporto_id" UUID NOT NULL,
    "causa" TEXT NOT NULL,
    "diffusione" "diffusione" NOT NULL DEFAULT 'BOZZA',

    CONSTRAINT "rapporto_causa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chiarimento" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "rapporto_id" UUID NOT NULL,
    "azione_id" UUID NOT NULL,
    "stato" "stato_chiarimento" NOT NULL,
    "domanda" TEXT NOT NULL,
    "entro" DATE NOT NULL,
    "chiesto_il" TIMESTAMPTZ(3) NOT NULL DEFAULT app.adesso(),
    "risposta" TEXT,
    "risposto_il" TIMESTAMPTZ(3),
    "chiuso_il" TIMESTAMPTZ(3),

    CONSTRAINT "chiarimento_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapporto_versione" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID NOT NULL,
    "rapporto_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "contenuto" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "presentata_il" TIMESTAMPTZ(3) NOT NULL DEFAULT app.adesso(),

    CONSTRAINT "rapporto_versione_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evento" (
    "id" BIGSERIAL NOT NULL,
    "regione_id" UUID NOT NULL,
    "progetto_id" UUID,
    "atto" TEXT NOT NULL,
    "oggetto" TEXT NOT NULL,
    "oggetto_id" UUID NOT NULL,
    "attore_id" UUID,
    "organizzazione_id" UUID,
    "ruolo" "ruolo",
    "istante" TIMESTAMPTZ(3) NOT NULL DEFAULT app.adesso(),
    "prima" JSONB,
    "dopo" JSONB,
    "riservato" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "evento_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regione_codice_istat_key" ON "regione"("codice_istat");

-- CreateIndex
CREATE UNIQUE INDEX "ambito_regione_id_numero_key" ON "ambito"("regione_id", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "ambito_regione_id_id_key" ON "ambito"("regione_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organizzazione_regione_id_codice_key" ON "organizzazione"("regione_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "organizzazione_regione_id_id_key" ON "organizzazione"("regione_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ente_gestore_regione_id_organizzazione_id_key" ON "ente_gestore"("regione_id", "organizzazione_id");

-- CreateIndex
CREATE INDEX "ente_gestore_ambito_regione_id_ambito_id_idx" ON "ente_gestore_ambito"("regione_id", "ambito_id");

-- CreateIndex
CREATE UNIQUE INDEX "ente_gestore_ambito_regione_id_ente_gestore_id_ambito_id_key" ON "ente_gestore_ambito"("regione_id", "ente_gestore_id", "ambito_id");

-- CreateIndex
CREATE UNIQUE INDEX "utente_email_key" ON "utente"("email");

-- CreateIndex
CREATE INDEX "incarico_utente_id_idx" ON "incarico"("utente_id");

-- CreateIndex
CREATE INDEX "incarico_regione_id_organizzazione_id_idx" ON "incarico"("regione_id", "organizzazione_id");

-- CreateIndex
CREATE UNIQUE INDEX "incarico_regione_id_id_key" ON "incarico"("regione_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sessione_token_hash_key" ON "sessione"("token_hash");

-- CreateIndex
CREATE INDEX "sessione_utente_id_idx" ON "sessione"("utente_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispositivo_noto_token_hash_key" ON "dispositivo_noto"("token_hash");

-- CreateIndex
CREATE INDEX "dispositivo_noto_utente_id_idx" ON "dispositivo_noto"("utente_id");

-- CreateIndex
CREATE INDEX "tentativo_accesso_chiave_istante_idx" ON "tentativo_accesso"("chiave", "istante");

-- CreateIndex
CREATE INDEX "tentativo_accesso_istante_idx" ON "tentativo_accesso"("istante");

-- CreateIndex
CREATE UNIQUE INDEX "programma_regione_id_codice_key" ON "programma"("regione_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "programma_regione_id_id_key" ON "programma"("regione_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bando_regione_id_codice_key" ON "bando"("regione_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "bando_regione_id_id_key" ON "bando"("regione_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fase_bando_regione_id_bando_id_ordine_key" ON "fase_bando"("regione_id", "bando_id", "ordine");

-- CreateIndex
CREATE INDEX "progetto_regione_id_stato_idx" ON "progetto"("regione_id", "stato");

-- CreateIndex
CREATE UNIQUE INDEX "progetto_regione_id_codice_key" ON "progetto"("regione_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "progetto_regione_id_id_key" ON "progetto"("regione_id", "id");

-- CreateIndex
CREATE INDEX "progetto_ambito_regione_id_ambito_id_idx" ON "progetto_ambito"("regione_id", "ambito_id");

-- CreateIndex
CREATE INDEX "partecipazione_regione_id_organizzazione_id_idx" ON "partecipazione"("regione_id", "organizzazione_id");

-- CreateIndex
CREATE UNIQUE INDEX "partecipazione_progetto_id_organizzazione_id_key" ON "partecipazione"("progetto_id", "organizzazione_id");

-- CreateIndex
CREATE INDEX "classificazione_progetto_regione_id_categoria_idx" ON "classificazione_progetto"("regione_id", "categoria");

-- CreateIndex
CREATE INDEX "classificazione_progetto_progetto_id_idx" ON "classificazione_progetto"("progetto_id");

-- CreateIndex
CREATE INDEX "azione_regione_id_categoria_valutatore_idx" ON "azione"("regione_id", "categoria_valutatore");

-- CreateIndex
CREATE UNIQUE INDEX "azione_progetto_id_codice_key" ON "azione"("progetto_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "azione_progetto_id_id_key" ON "azione"("progetto_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "azione_progetto_id_organizzazione_id_id_key" ON "azione"("progetto_id", "organizzazione_id", "id");

-- CreateIndex
CREATE INDEX "azione_destinatari_regione_id_gruppo_idx" ON "azione_destinatari"("regione_id", "gruppo");

-- CreateIndex
CREATE INDEX "quantita_azione_id_idx" ON "quantita"("azione_id");

-- CreateIndex
CREATE UNIQUE INDEX "quantita_progetto_id_codice_key" ON "quantita"("progetto_id", "codice");

-- CreateIndex
CREATE UNIQUE INDEX "quantita_progetto_id_id_key" ON "quantita"("progetto_id", "id");

-- CreateIndex
CREATE INDEX "periodo_regione_id_scadenza_idx" ON "periodo"("regione_id", "scadenza");

-- CreateIndex
CREATE UNIQUE INDEX "periodo_progetto_id_numero_key" ON "periodo"("progetto_id", "numero");

-- CreateIndex
CREATE UNIQUE INDEX "periodo_progetto_id_id_key" ON "periodo"("progetto_id", "id");

-- CreateIndex
CREATE INDEX "rapporto_progetto_regione_id_stato_presentato_il_idx" ON "rapporto_progetto"("regione_id", "stato", "presentato_il");

-- CreateIndex
CREATE UNIQUE INDEX "rapporto_progetto_progetto_id_periodo_id_key" ON "rapporto_progetto"("progetto_id", "periodo_id");

-- CreateIndex
CREATE UNIQUE INDEX "rapporto_progetto_progetto_id_id_key" ON "rapporto_progetto"("progetto_id", "id");

-- CreateIndex
CREATE INDEX "rapporto_ente_progetto_id_idx" ON "rapporto_ente"("progetto_id");

-- CreateIndex
CREATE UNIQUE INDEX "rapporto_ente_rapporto_id_organizzazione_id_key" ON "rapporto_ente"("rapporto_id", "organizzazione_id");

-- CreateIndex
CREATE INDEX "avanzamento_azione_id_idx" ON "avanzamento"("azione_id");

-- CreateIndex
CREATE INDEX "avanzamento_regione_id_stato_idx" ON "avanzamento"("regione_id", "stato");

-- CreateIndex
CREATE UNIQUE INDEX "avanzamento_rapporto_id_azione_id_key" ON "avanzamento"("rapporto_id", "azione_id");

-- CreateIndex
CREATE UNIQUE INDEX "avanzamento_progetto_id_organizzazione_id_id_key" ON "avanzamento"("progetto_id", "organizzazione_id", "id");

-- CreateIndex
CREATE INDEX "quantita_realizzata_progetto_id_idx" ON "quantita_realizzata"("progetto_id");

-- CreateIndex
CREATE UNIQUE INDEX "quantita_realizzata_avanzamento_id_quantita_id_key" ON "quantita_realizzata"("avanzamento_id", "quantita_id");

-- CreateIndex
CREATE INDEX "avanzamento_causa_regione_id_causa_idx" ON "avanzamento_causa"("regione_id", "causa");

-- CreateIndex
CREATE UNIQUE INDEX "avanzamento_causa_avanzamento_id_causa_key" ON "avanzamento_causa"("avanzamento_id", "causa");

-- CreateIndex
CREATE INDEX "rapporto_causa_regione_id_causa_idx" ON "rapporto_causa"("regione_id", "causa");

-- CreateIndex
CREATE UNIQUE INDEX "rapporto_causa_rapporto_id_causa_key" ON "rapporto_causa"("rapporto_id", "causa");

-- CreateIndex
CREATE INDEX "chiarimento_rapporto_id_idx" ON "chiarimento"("rapporto_id");

-- CreateIndex
CREATE INDEX "chiarimento_progetto_id_idx" ON "chiarimento"("progetto_id");

-- CreateIndex
CREATE INDEX "rapporto_versione_progetto_id_idx" ON "rapporto_versione"("progetto_id");

-- CreateIndex
CREATE UNIQUE INDEX "rapporto_versione_rapporto_id_numero_key" ON "rapporto_versione"("rapporto_id", "numero");

-- CreateIndex
CREATE INDEX "evento_regione_id_progetto_id_id_idx" ON "evento"("regione_id", "progetto_id", "id");

-- CreateIndex
CREATE INDEX "evento_oggetto_id_idx" ON "evento"("oggetto_id");

-- AddForeignKey
ALTER TABLE "ambito" ADD CONSTRAINT "ambito_regione_id_fkey" FOREIGN KEY ("regione_id") REFERENCES "regione"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizzazione" ADD CONSTRAINT "organizzazione_regione_id_fkey" FOREIGN KEY ("regione_id") REFERENCES "regione"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizzazione" ADD CONSTRAINT "organizzazione_regione_id_confluita_in_id_fkey" FOREIGN KEY ("regione_id", "confluita_in_id") REFERENCES "organizzazione"("regione_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ente_gestore" ADD CONSTRAINT "ente_gestore_regione_id_organizzazione_id_fkey" FOREIGN KEY ("regione_id", "organizzazione_id") REFERENCES "organizzazione"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ente_gestore_ambito" ADD CONSTRAINT "ente_gestore_ambito_regione_id_ente_gestore_id_fkey" FOREIGN KEY ("regione_id", "ente_gestore_id") REFERENCES "ente_gestore"("regione_id", "organizzazione_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ente_gestore_ambito" ADD CONSTRAINT "ente_gestore_ambito_regione_id_ambito_id_fkey" FOREIGN KEY ("regione_id", "ambito_id") REFERENCES "ambito"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credenziale" ADD CONSTRAINT "credenziale_utente_id_fkey" FOREIGN KEY ("utente_id") REFERENCES "utente"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incarico" ADD CONSTRAINT "incarico_utente_id_fkey" FOREIGN KEY ("utente_id") REFERENCES "utente"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incarico" ADD CONSTRAINT "incarico_regione_id_organizzazione_id_fkey" FOREIGN KEY ("regione_id", "organizzazione_id") REFERENCES "organizzazione"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incarico" ADD CONSTRAINT "incarico_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programma" ADD CONSTRAINT "programma_regione_id_fkey" FOREIGN KEY ("regione_id") REFERENCES "regione"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bando" ADD CONSTRAINT "bando_regione_id_programma_id_fkey" FOREIGN KEY ("regione_id", "programma_id") REFERENCES "programma"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fase_bando" ADD CONSTRAINT "fase_bando_regione_id_bando_id_fkey" FOREIGN KEY ("regione_id", "bando_id") REFERENCES "bando"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progetto" ADD CONSTRAINT "progetto_regione_id_fkey" FOREIGN KEY ("regione_id") REFERENCES "regione"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progetto" ADD CONSTRAINT "progetto_regione_id_bando_id_fkey" FOREIGN KEY ("regione_id", "bando_id") REFERENCES "bando"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progetto_ambito" ADD CONSTRAINT "progetto_ambito_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progetto_ambito" ADD CONSTRAINT "progetto_ambito_regione_id_ambito_id_fkey" FOREIGN KEY ("regione_id", "ambito_id") REFERENCES "ambito"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partecipazione" ADD CONSTRAINT "partecipazione_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partecipazione" ADD CONSTRAINT "partecipazione_regione_id_organizzazione_id_fkey" FOREIGN KEY ("regione_id", "organizzazione_id") REFERENCES "organizzazione"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classificazione_progetto" ADD CONSTRAINT "classificazione_progetto_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "azione" ADD CONSTRAINT "azione_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "azione" ADD CONSTRAINT "azione_progetto_id_organizzazione_id_fkey" FOREIGN KEY ("progetto_id", "organizzazione_id") REFERENCES "partecipazione"("progetto_id", "organizzazione_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "azione_destinatari" ADD CONSTRAINT "azione_destinatari_progetto_id_azione_id_fkey" FOREIGN KEY ("progetto_id", "azione_id") REFERENCES "azione"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantita" ADD CONSTRAINT "quantita_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantita" ADD CONSTRAINT "quantita_progetto_id_azione_id_fkey" FOREIGN KEY ("progetto_id", "azione_id") REFERENCES "azione"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "periodo" ADD CONSTRAINT "periodo_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_progetto" ADD CONSTRAINT "rapporto_progetto_regione_id_progetto_id_fkey" FOREIGN KEY ("regione_id", "progetto_id") REFERENCES "progetto"("regione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_progetto" ADD CONSTRAINT "rapporto_progetto_progetto_id_periodo_id_fkey" FOREIGN KEY ("progetto_id", "periodo_id") REFERENCES "periodo"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_ente" ADD CONSTRAINT "rapporto_ente_progetto_id_rapporto_id_fkey" FOREIGN KEY ("progetto_id", "rapporto_id") REFERENCES "rapporto_progetto"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_ente" ADD CONSTRAINT "rapporto_ente_progetto_id_organizzazione_id_fkey" FOREIGN KEY ("progetto_id", "organizzazione_id") REFERENCES "partecipazione"("progetto_id", "organizzazione_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avanzamento" ADD CONSTRAINT "avanzamento_progetto_id_rapporto_id_fkey" FOREIGN KEY ("progetto_id", "rapporto_id") REFERENCES "rapporto_progetto"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avanzamento" ADD CONSTRAINT "avanzamento_progetto_id_organizzazione_id_azione_id_fkey" FOREIGN KEY ("progetto_id", "organizzazione_id", "azione_id") REFERENCES "azione"("progetto_id", "organizzazione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantita_realizzata" ADD CONSTRAINT "quantita_realizzata_progetto_id_organizzazione_id_avanzame_fkey" FOREIGN KEY ("progetto_id", "organizzazione_id", "avanzamento_id") REFERENCES "avanzamento"("progetto_id", "organizzazione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantita_realizzata" ADD CONSTRAINT "quantita_realizzata_progetto_id_quantita_id_fkey" FOREIGN KEY ("progetto_id", "quantita_id") REFERENCES "quantita"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avanzamento_causa" ADD CONSTRAINT "avanzamento_causa_progetto_id_organizzazione_id_avanzament_fkey" FOREIGN KEY ("progetto_id", "organizzazione_id", "avanzamento_id") REFERENCES "avanzamento"("progetto_id", "organizzazione_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_causa" ADD CONSTRAINT "rapporto_causa_progetto_id_rapporto_id_fkey" FOREIGN KEY ("progetto_id", "rapporto_id") REFERENCES "rapporto_progetto"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chiarimento" ADD CONSTRAINT "chiarimento_progetto_id_rapporto_id_fkey" FOREIGN KEY ("progetto_id", "rapporto_id") REFERENCES "rapporto_progetto"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chiarimento" ADD CONSTRAINT "chiarimento_progetto_id_azione_id_fkey" FOREIGN KEY ("progetto_id", "azione_id") REFERENCES "azione"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapporto_versione" ADD CONSTRAINT "rapporto_versione_progetto_id_rapporto_id_fkey" FOREIGN KEY ("progetto_id", "rapporto_id") REFERENCES "rapporto_progetto"("progetto_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- vincoli che Prisma non sa dire

-- Ogni figlio porta la coppia (regione, progetto) del padre: nessuno puo pendere dal progetto di un'altra Regione.
alter table azione_destinatari add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table rapporto_ente add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table avanzamento add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table quantita_realizzata add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table avanzamento_causa add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table rapporto_causa add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table chiarimento add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table rapporto_versione add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table evento add foreign key (regione_id, progetto_id) references progetto (regione_id, id);
alter table evento add foreign key (regione_id) references regione (id);
alter table evento add foreign key (attore_id) references utente (id);
alter table evento add foreign key (regione_id, organizzazione_id) references organizzazione (regione_id, id);
alter table sessione add foreign key (utente_id) references utente (id);
alter table sessione add foreign key (incarico_id) references incarico (id);
alter table dispositivo_noto add foreign key (utente_id) references utente (id);
alter table rapporto_progetto add foreign key (assegnato_a) references utente (id);

-- Le parole dei vocabolari sono quelle della Regione.
alter table categoria_intervento add foreign key (regione_id) references regione (id);
alter table gruppo_destinatari add foreign key (regione_id) references regione (id);
alter table causa_ritardo add foreign key (regione_id) references regione (id);
alter table classificazione_progetto add foreign key (regione_id, categoria) references categoria_intervento (regione_id, codice);
alter table azione add foreign key (regione_id, categoria_ente) references categoria_intervento (regione_id, codice);
alter table azione add foreign key (regione_id, categoria_valutatore) references categoria_intervento (regione_id, codice);
alter table azione_destinatari add foreign key (regione_id, gruppo) references gruppo_destinatari (regione_id, codice);
alter table avanzamento_causa add foreign key (regione_id, causa) references causa_ritardo (regione_id, codice);
alter table rapporto_causa add foreign key (regione_id, causa) references causa_ritardo (regione_id, codice);

create unique index utente_email_minuscola on utente (lower(email));
create unique index partecipazione_un_solo_capofila on partecipazione (progetto_id) where ruolo = 'CAPOFILA' and al is null;
create unique index classificazione_vigente on classificazione_progetto (progetto_id, categoria) where sostituita_il is null;
create unique index avanzamento_causa_una_primaria on avanzamento_causa (avanzamento_id) where primaria;
create index avanzamento_progetto on avanzamento (progetto_id);
create index chiarimento_aperti on chiarimento (rapporto_id) where stato <> 'CHIUSO';
create index rapporto_in_coda on rapporto_progetto (regione_id, presentato_il) where stato in ('PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI');

alter table avanzamento
  add check (percentuale between 0 and 100),
  add check (fine_effettiva >= inizio_effettivo),
  add check (fine_stimata >= inizio_effettivo),
  add check (length(contromisura) <= 1500),
  add check (length(nota) <= 3000);
alter table quantita_realizzata add check (valore >= 0), add check (valore_max >= valore);
alter table quantita add check (previsto >= 0), add check (previsto_max >= previsto);
alter table avanzamento_causa add check (gravita between 1 and 3), add check (mese_al >= mese_dal);
alter table periodo add check (al >= dal), add check (scadenza >= al);
alter table azione add check (fine_prevista >= inizio_previsto);
alter table partecipazione add check (al >= dal);
alter table incarico add check (al >= dal);
alter table rapporto_progetto add check (length(sintesi) <= 3000), add check (length(nota_decisione) <= 2000);
alter table chiarimento add check (length(domanda) <= 2000), add check (length(risposta) <= 2000);
alter table progetto add check (importo_assegnato_cents <= importo_richiesto_cents);
