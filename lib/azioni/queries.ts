import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { AzioneIntera, AzioniNelTempo } from './letture';

const PROGETTO = sql`json_build_object('id', p.id, 'titolo', p.titolo, 'codice', p.codice, 'stato', p.stato, 'fine', p.data_fine_prevista,
  'fineOriginaria', p.data_fine_originaria)`;

const AZIONE = (
  organizzazioneId: string,
) => sql`jsonb_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'ente', ${NOME_ENTE},
  'mia', a.organizzazione_id = ${organizzazioneId}::uuid, 'annullataIl', a.annullata_il, 'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista,
  'inizioOriginario', a.inizio_originario, 'fineOriginaria', a.fine_originaria,
  'situazione', (select json_build_object('periodoAl', s.periodo_al, 'stato', s.stato, 'percentuale', s.percentuale, 'inizioEffettivo', s.inizio_effettivo,
      'fineStimata', s.fine_stimata, 'fineEffettiva', s.fine_effettiva) from situazione_azione s where s.azione_id = a.id))`;

const SOSPENSIONI = sql`coalesce(json_agg(json_build_object('azioneId', s.azione_id, 'motivo', s.motivo, 'dal', s.dal, 'al', s.al) order by s.dal), '[]')`;

/**
 * Le azioni di un progetto con il piano di prima, quello in vigore e ciò che è accaduto; null se il progetto non esiste o non si vede.
 * Un'istruzione sola, che non legge la storia: il costo non dipende da quanti periodi sono passati.
 */
export async function leggiAzioni(attore: Attore, progettoId: string): Promise<AzioniNelTempo | null> {
  const [riga] = await interroga<{ dati: AzioniNelTempo }>(
    attore,
    sql`select json_build_object('progetto', ${PROGETTO},
      'azioni', (select coalesce(json_agg(${AZIONE(attore.organizzazioneId)} order by a.annullata_il is not null, a.ordine), '[]')
        from azione a join organizzazione o on o.id = a.organizzazione_id where a.progetto_id = p.id),
      'sospensioni', (select ${SOSPENSIONI} from sospensione s where s.progetto_id = p.id)
    ) as dati from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

/** Le dichiarazioni già presentate: le bozze non sono storia. */
const STORIA = sql`
  select v.id, v.stato, v.percentuale, v.inizio_effettivo, v.fine_stimata, v.fine_effettiva, v.invariato, v.contromisura, v.contromisura_esito, v.organizzazione_id,
    r.id as rapporto_id, r.stato as stato_rapporto, r.presentato_il, pe.dal, pe.al
  from avanzamento v join rapporto_progetto r on r.id = v.rapporto_id join periodo pe on pe.id = r.periodo_id, scelta
  where v.progetto_id = scelta.progetto_id and v.azione_id = scelta.id and r.stato <> 'BOZZA'`;

const DICHIARATE = sql`select coalesce(json_agg(json_build_object('rapportoId', h.rapporto_id, 'dal', h.dal, 'al', h.al, 'stato', h.stato, 'percentuale', h.percentuale,
    'inizioEffettivo', h.inizio_effettivo, 'fineStimata', h.fine_stimata, 'fineEffettiva', h.fine_effettiva, 'invariato', h.invariato,
    'contromisura', h.contromisura, 'contromisuraEsito', h.contromisura_esito, 'ente', (select ${NOME_ENTE} from organizzazione o where o.id = h.organizzazione_id),
    'cause', (select coalesce(json_agg(json_build_object('codice', c.causa, 'etichetta', v.etichetta, 'primaria', c.primaria, 'gravita', c.gravita,
        'meseDal', to_char(c.mese_dal, 'YYYY-MM'), 'meseAl', to_char(c.mese_al, 'YYYY-MM'), 'risolta', c.risolta, 'dipendeRegione', v.dipende_regione)
        order by c.primaria desc, c.causa), '[]')
      from avanzamento_causa c join causa_ritardo v on v.regione_id = c.regione_id and v.codice = c.causa where c.avanzamento_id = h.id)) order by h.al desc, h.dal desc), '[]')
  from storia h`;

const QUANTITA = sql`select coalesce(json_agg(json_build_object('id', q.id, 'unita', q.unita, 'riferimento', q.riferimento, 'previsto', q.previsto, 'toltaIl', q.tolta_il,
    'valori', (select coalesce(json_agg(json_build_object('dal', h.dal, 'al', h.al, 'valore', r.valore) order by h.al, h.dal), '[]')
      from storia h join quantita_realizzata r on r.avanzamento_id = h.id and r.quantita_id = q.id)) order by q.ordine), '[]')
  from quantita q where q.azione_id = (select id from scelta)`;

/** Le richieste presentate che nominano l'azione in una loro operazione (percorso «azioni/<id>/…» o «voci/<id>…»). */
const MODIFICHE = sql`select coalesce(json_agg(json_build_object('id', m.id, 'numero', m.numero, 'stato', m.stato, 'presentata', m.presentata_il, 'etichette', t.etichette)
    order by m.numero), '[]')
  from richiesta_modifica m, scelta, lateral (select json_agg(op ->> 'etichetta') as etichette, count(*) as n from jsonb_array_elements(m.operazioni) op
    where position(scelta.id::text in op ->> 'percorso') > 0) t
  where m.progetto_id = scelta.progetto_id and m.stato not in ('BOZZA', 'ANNULLATA') and t.n > 0`;

const PROROGHE = sql`select coalesce(json_agg(json_build_object('id', m.id, 'numero', m.numero, 'stato', m.stato, 'delProgetto', m.azione_id is null,
    'fineAttuale', m.fine_attuale, 'fineChiesta', m.fine_chiesta, 'fineConcessa', m.fine_concessa) order by m.numero), '[]')
  from proroga m, scelta where m.progetto_id = scelta.progetto_id and (m.azione_id is null or m.azione_id = scelta.id) and m.stato not in ('BOZZA', 'ANNULLATA')`;

/** Ciò che aspetta la Regione e tocca l'azione: risposte non chiuse, relazioni non decise, richieste e proroghe senza esito. */
const ATTESE = sql`select coalesce(json_agg(json_build_object('genere', x.genere, 'id', x.id, 'dal', (x.quando at time zone 'Europe/Rome')::date) order by x.quando), '[]') from (
    select 'CHIARIMENTO' as genere, c.rapporto_id as id, c.risposto_il as quando from chiarimento c, scelta
      where c.progetto_id = scelta.progetto_id and c.azione_id = scelta.id and c.stato = 'RISPOSTO'
    union all select 'RELAZIONE', h.rapporto_id, h.presentato_il from storia h where h.stato_rapporto in ('PRESENTATO', 'IN_VERIFICA')
    union all select 'MODIFICA', m.id, m.presentata_il from richiesta_modifica m, scelta
      where m.progetto_id = scelta.progetto_id and m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA') and position(scelta.id::text in m.operazioni::text) > 0
    union all select 'PROROGA', m.id, m.presentata_il from proroga m, scelta
      where m.progetto_id = scelta.progetto_id and (m.azione_id is null or m.azione_id = scelta.id) and m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')) x`;

/** Un'azione con tutta la sua storia presentata; null se non esiste in quel progetto o non si vede. Un'istruzione sola. */
export async function leggiAzione(attore: Attore, progettoId: string, azioneId: string): Promise<AzioneIntera | null> {
  const [riga] = await interroga<{ dati: AzioneIntera }>(
    attore,
    sql`with scelta as materialized (select z.* from azione z where z.id = ${azioneId}::uuid and z.progetto_id = ${progettoId}::uuid), storia as materialized (${STORIA})
    select json_build_object('progetto', ${PROGETTO},
      'azione', (select ${AZIONE(attore.organizzazioneId)} || jsonb_build_object('categoria', (select c.etichetta from categoria_intervento c
          where c.regione_id = a.regione_id and c.codice = coalesce(a.categoria_valutatore, a.categoria_ente)))
        from scelta a join organizzazione o on o.id = a.organizzazione_id),
      'storia', (${DICHIARATE}), 'quantita', (${QUANTITA}), 'modifiche', (${MODIFICHE}), 'proroghe', (${PROROGHE}), 'attese', (${ATTESE}),
      'sospensioni', (select ${SOSPENSIONI} from sospensione s, scelta where s.progetto_id = scelta.progetto_id and (s.azione_id is null or s.azione_id = scelta.id)),
      'prove', (select coalesce(json_agg(json_build_object('id', e.id, 'nome', e.nome, 'al', h.al) order by h.al desc, e.caricata_il), '[]')
        from storia h join evidenza e on e.oggetto_id = h.id and e.oggetto = 'AVANZAMENTO' and e.presentata)
    ) as dati from scelta join progetto p on p.id = scelta.progetto_id`,
  );
  return riga?.dati ?? null;
}
