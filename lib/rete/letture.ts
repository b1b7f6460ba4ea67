import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { Legame, Nodo } from './misure';

/** I pezzi di SQL che leggono la rete di un progetto `p`: le organizzazioni dichiarate e gli enti che vi partecipano, anche senza legami. */

export type NodoLetto = Nodo & {
  /** È un ente del progetto, non aggiunto a mano. */
  ente: boolean;
  /** Lo stesso in ogni ondata e prima che qualcuno lo leghi: con questo si esporta. */
  chiave: string;
};
export type LegameLetto = Legame & { id: string; ondata: string };
export type ReteLetta = {
  codice: string;
  progettoId: string;
  titolo: string;
  territorio: string;
  capofila: string | null;
  nodi: NodoLetto[];
  legami: LegameLetto[];
};

// un ente è nodo con il suo identificativo finché qualcuno non lo mette in un legame
const NODI = sql`(
  select n.id, coalesce(${NOME_ENTE}, n.nome) as nome, n.tipo, n.organizzazione_id, n.organizzazione_id is not null as ente,
    exists (select from partecipazione q where q.progetto_id = n.progetto_id and q.organizzazione_id = n.organizzazione_id and q.ruolo = 'CAPOFILA' and q.al is null) as capofila
  from nodo_rete n left join organizzazione o on o.id = n.organizzazione_id where n.progetto_id = p.id
  union all
  select o.id, ${NOME_ENTE}, case when o.tipo in ('REGIONE', 'RICERCA') then 'ALTRO' else o.tipo::text end, o.id, true, q.ruolo = 'CAPOFILA'
  from partecipazione q join organizzazione o on o.id = q.organizzazione_id where q.progetto_id = p.id and q.al is null
    and not exists (select from nodo_rete n where n.progetto_id = p.id and n.organizzazione_id = o.id))`;

export const RETE = sql`json_build_object('codice', p.codice, 'progettoId', p.id, 'titolo', p.titolo, 'territorio', p.territorio,
  'capofila', (select coalesce((select n.id from nodo_rete n where n.progetto_id = p.id and n.organizzazione_id = q.organizzazione_id), q.organizzazione_id)
    from partecipazione q where q.progetto_id = p.id and q.ruolo = 'CAPOFILA' and q.al is null limit 1),
  'nodi', (select coalesce(json_agg(json_build_object('id', n.id, 'nome', n.nome, 'tipo', n.tipo, 'ente', n.ente, 'chiave', coalesce(n.organizzazione_id, n.id)) order by not n.capofila, n.tipo, n.nome, n.id), '[]') from ${NODI} n),
  'legami', (select coalesce(json_agg(json_build_object('id', l.id, 'ondata', l.ondata_id, 'da', l.da, 'a', l.a, 'intensita', l.intensita,
      'primaDelProgetto', l.prima_del_progetto) order by l.scritto_il, l.id), '[]') from legame_rete l where l.progetto_id = p.id))`;
