import { TIPI_NODO } from '@/lib/rete/schema';
import { AL, bool, cod, DA_2, giorno, id, int, mese, PROGETTI, type Tabella, testo } from './contratto';

/** La rete di collaborazione (domain 7.4): organizzazioni, mai persone, e nessuna soglia. Gli stessi identificativi del GraphML. */

/** Le ondate il cui mese è finito entro la data. */
const ONDATE = `(select * from ondata_rete where (mese + interval '1 month')::date - 1 <= ${AL})`;
const LEGATO = `exists (select from legame_rete l join ${ONDATE} o on o.id = l.ondata_id where l.progetto_id = n.progetto_id and n.id in (l.da, l.a))`;
const TIPI = Object.keys(TIPI_NODO)
  .map((tipo) => `'${tipo}'`)
  .join(', ');

export const RELAZIONE_NODO: Tabella = {
  nome: 'relazione_nodo',
  etichetta: 'Rete di collaborazione: organizzazioni',
  descrizione:
    'Una riga per organizzazione della rete di un progetto: gli enti che vi partecipano alla data, anche senza legami, e le altre che il capofila ha aggiunto.',
  fonte: 'Partecipazioni e dichiarazioni dei capofila',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'nodo_id'],
  colonne: [
    id('progetto_id', 'Progetto', DA_2),
    id('nodo_id', 'Organizzazione nella rete del progetto, la stessa in ogni ondata', DA_2),
    testo('nome', 'Nome', DA_2),
    cod('tipo', 'Che organizzazione è', {
      ...DA_2,
      codici: Object.entries(TIPI_NODO).map(([codice, nome]) => [codice.toLowerCase(), nome] as const),
    }),
    id('ente_id', 'Codice dell’organizzazione', { ...DA_2, mancanti: 'non è tra gli enti del progetto' }),
    bool('capofila', 'È il capofila', DA_2),
  ],
  sql: `select p.codice as progetto_id, p.codice || ':' || x.chiave as nodo_id, x.nome, lower(x.tipo) as tipo, x.ente_id, x.capofila
  from ${PROGETTI} p cross join lateral (
    select n.id as chiave, n.nome, n.tipo, null::text as ente_id, false as capofila from nodo_rete n
      where n.progetto_id = p.id and n.organizzazione_id is null and (${giorno('n.creato_il')} <= ${AL} or ${LEGATO})
    union all
    select o.id, o.denominazione, coalesce(n.tipo, case when o.tipo::text in (${TIPI}) then o.tipo::text else 'ALTRO' end), o.codice,
      q.ruolo = 'CAPOFILA' and q.dal <= ${AL} and (q.al is null or q.al >= ${AL})
    from partecipazione q join organizzazione o on o.id = q.organizzazione_id
    left join nodo_rete n on n.progetto_id = q.progetto_id and n.organizzazione_id = q.organizzazione_id
    where q.progetto_id = p.id and ((q.dal <= ${AL} and (q.al is null or q.al >= ${AL})) or ${LEGATO})) x`,
};

export const RELAZIONE_ARCO: Tabella = {
  nome: 'relazione_arco',
  etichetta: 'Rete di collaborazione: legami',
  descrizione:
    'Una riga per legame dichiarato, da un’organizzazione a un’altra, nelle ondate con il mese finito entro la data. L’intensità 0 vuol dire che si è risposto «nessuno»: non è un legame.',
  fonte: 'Dichiarazioni dei capofila',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'ondata', 'da', 'a'],
  colonne: [
    id('progetto_id', 'Progetto', DA_2),
    int('ondata', 'Numero dell’ondata; 0 è com’era prima', DA_2),
    id('da', 'Organizzazione che collabora', DA_2),
    id('a', 'Organizzazione con cui collabora', DA_2),
    int('intensita', '0 nessuno, 1 informazioni, 2 coordinamento, 3 progettazione insieme, 4 realizzazione insieme', DA_2),
    mese('mese', 'Mese a cui si riferisce l’ondata', DA_2),
    bool('prima_del_progetto', 'Il legame c’era prima del progetto', DA_2),
    bool('ondata_chiusa', 'L’ondata è chiusa: le risposte non cambiano più', DA_2),
    bool('dimostrativa', 'Ondata inventata per la dimostrazione', DA_2),
  ],
  sql: `select p.codice as progetto_id, o.numero as ondata, p.codice || ':' || coalesce(d.organizzazione_id, d.id) as da,
    p.codice || ':' || coalesce(e.organizzazione_id, e.id) as a, l.intensita, to_char(o.mese, 'YYYY-MM') as mese, l.prima_del_progetto,
    coalesce(${giorno('o.chiusa_il')} <= ${AL}, false) as ondata_chiusa, o.dimostrativo as dimostrativa
  from legame_rete l join ${ONDATE} o on o.id = l.ondata_id join ${PROGETTI} p on p.id = l.progetto_id
  join nodo_rete d on d.progetto_id = l.progetto_id and d.id = l.da join nodo_rete e on e.progetto_id = l.progetto_id and e.id = l.a`,
};
