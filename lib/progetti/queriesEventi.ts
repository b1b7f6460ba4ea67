import { sql } from '@/lib/db/sql';

/** Come si legge un evento del registro quando lo si racconta: nella pagina del progetto e nella sua storia. */

/** I salvataggi non sono atti da raccontare. L'evento ha alias `ev`. */
export const RACCONTATO = sql`ev.atto not in ('avanzamento.salvato', 'rapporto.sintesiSalvata', 'sezione.salvata', 'commento.scritto', 'commento.risolto',
  'avviso.salvato', 'candidatura.valutata', 'valutazione.salvata')`;

/**
 * L'evento (alias `e`) con il periodo della relazione e l'ente della parte, come EventoDelProgetto. L'ente di chi ha agito, con il suo nome, ha alias `o`; quelli nominati stanno nella CTE `enti`.
 */
export const EVENTO_JSON = sql`json_build_object('id', e.id, 'atto', e.atto, 'istante', e.istante, 'ruolo', e.ruolo, 'ente', o.nome,
  'azione', e.dopo ->> 'azione', 'enteParte', (select o.nome from enti o where o.id::text = e.dopo ->> 'ente'),
  'periodo', (select json_build_object('dal', pe.dal, 'al', pe.al) from rapporto_progetto r join periodo pe on pe.id = r.periodo_id
    where r.progetto_id = e.progetto_id and r.id = coalesce((select re.rapporto_id from rapporto_ente re where re.id = e.oggetto_id),
      (select ch.rapporto_id from chiarimento ch where ch.id = e.oggetto_id), e.oggetto_id)))`;
