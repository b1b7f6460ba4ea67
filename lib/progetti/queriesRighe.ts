import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';

type Sql = ReturnType<typeof sql>;

/**
 * Le righe di un progetto come CTE che portano il nome della loro tabella: chi segue nella stessa istruzione scrive `periodo` e legge queste. Ogni volta che
 * un'istruzione nomina una tabella PostgreSQL rifà i conti della sua policy (contesto, bozze) e la apre: così si pagano una volta sola, per pochi periodi e azioni.
 */
export const righeDelProgetto = (id: string): Sql => sql`
  progetto as materialized (
    select id, regione_id, bando_id, bando_versione_id, codice, titolo, acronimo, territorio, stato, popolazione, n_comuni, sintesi_stato, cup, atto_approvazione,
      data_approvazione, data_avvio, data_fine_prevista, data_fine_originaria, data_fine_effettiva, importo_richiesto_cents, importo_assegnato_cents,
      iniziative_collegate, campi_dimostrativi from progetto where id = ${id}::uuid),
  bando as materialized (select b.id, b.titolo, b.atto, b.giorni_verifica from bando b where b.id = (select p.bando_id from progetto p)),
  azione as materialized (
    select id, regione_id, progetto_id, organizzazione_id, codice, titolo, ordine, categoria_valutatore, categoria_ente, inizio_previsto, fine_prevista, annullata_il,
      campi_dimostrativi from azione where progetto_id = ${id}::uuid),
  periodo as materialized (select id, progetto_id, numero, tipo, dal, al, scadenza, dovuto, presentato_il from periodo where progetto_id = ${id}::uuid),
  rapporto_progetto as materialized (
    select id, progetto_id, periodo_id, stato, presentato_il, deciso_il, sospeso_secondi from rapporto_progetto where progetto_id = ${id}::uuid),
  rapporto_ente as materialized (select id, progetto_id, rapporto_id, organizzazione_id, stato from rapporto_ente where progetto_id = ${id}::uuid),
  partecipazione as materialized (select progetto_id, organizzazione_id, ruolo, ordine, al from partecipazione where progetto_id = ${id}::uuid),
  quantita as materialized (
    select id, progetto_id, azione_id, previsto, previsto_max, previsto_approssimato, unita, riferimento, ordine, tolta_il from quantita where progetto_id = ${id}::uuid),
  sospensione as materialized (select id, progetto_id, azione_id, dal, al from sospensione where progetto_id = ${id}::uuid),
  causa_ritardo as materialized (select regione_id, codice, etichetta, dipende_regione from causa_ritardo)`;

/**
 * Gli enti del progetto, anche usciti, con il nome che si legge: sono quelli delle sue azioni e delle sue parti.
 * @param altri condizione su `o`, con «or» davanti, per nominarne altri
 */
export const entiDelProgetto = (altri: Sql = sql``): Sql => sql`
  enti as materialized (
    select o.id, ${NOME_ENTE} as nome, o.denominazione, o.confluita_in_id, o.valido_al from organizzazione o
    where o.id in (select organizzazione_id from partecipazione) ${altri})`;
