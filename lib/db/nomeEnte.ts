import { sql } from './sql';

/**
 * Il nome con cui si chiama un ente in un elenco o in una frase: la parte della denominazione prima del trattino («CISA Tortona»), con la sede
 * tra parentesi se la sigla da sola ne indica più d'uno («ASL AL (Valenza)»). L'organizzazione ha alias `o`.
 */
export const NOME_ENTE = sql`(split_part(o.denominazione, ' – ', 1) || case
  when split_part(o.denominazione, ' – ', 1) = o.sigla and exists (
    select from organizzazione altra where altra.regione_id = o.regione_id and altra.sigla = o.sigla and altra.id <> o.id) then coalesce(' (' || o.sede || ')', '')
  else '' end)`;

/** La CTE degli enti con il loro nome, quando un'istruzione ne cerca qualcuno alla volta. */
export const ENTI = sql`enti as not materialized (select o.id, ${NOME_ENTE} as nome from organizzazione o)`;
