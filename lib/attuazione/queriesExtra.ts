import { sql } from '@/lib/db/sql';
import type { EvidenzaInElenco } from '@/lib/evidenze/queries';
import { EVIDENZA_JSON } from '@/lib/evidenze/queries';
import type { StatoRilievo } from './schema';

/** I pezzi della relazione che non sono i suoi valori: piano a cui è legata, rilievi, prove. La relazione letta ha alias `ora`. */

/** La versione approvata in vigore quando la relazione è stata aperta (null: il piano di partenza) e quella che l'ha superata, se c'è. */
export type VersioneDelRapporto = { numero: number | null; superataDa: { numero: number; il: string } | null };

export type RilievoDelRapporto = {
  id: string;
  azioneId: string | null;
  testo: string;
  /** Per la Regione una risposta ancora in bozza non c'è: il rilievo resta aperto. */
  stato: StatoRilievo;
  risposta: string | null;
  scrittoIl: string;
  rispostoIl: string | null;
  chiusoIl: string | null;
  /** Scritto su questa relazione, o su una precedente. */
  diQuesta: boolean;
  rispostoQui: boolean;
  periodo: { dal: string; al: string };
};

export type { EvidenzaInElenco };

export const VERSIONE = sql`(select json_build_object('numero', mia.numero, 'superataDa', (
    select json_build_object('numero', v.numero, 'il', v.creata_il) from versione_progetto v
    where v.progetto_id = ora.progetto_id and v.genere = 'APPROVATA' and v.numero > coalesce(mia.numero, 0) order by v.numero desc limit 1))
  from (select) nulla left join versione_progetto mia on mia.id = ora.versione_id)`;

/** I rilievi di questa relazione, e quelli ancora aperti (o a cui si risponde qui) delle precedenti. */
export const RILIEVI = sql`(select coalesce(json_agg(json_build_object('id', x.id, 'azioneId', x.azione_id, 'testo', x.testo,
    'stato', case when x.stato = 'RISPOSTO' and not x.letta then 'APERTO' else x.stato end, 'risposta', case when x.letta then x.risposta end,
    'scrittoIl', x.scritto_il, 'rispostoIl', case when x.letta then x.risposto_il end, 'chiusoIl', x.chiuso_il,
    'diQuesta', x.rapporto_id = ora.id, 'rispostoQui', coalesce(x.risposto_in = ora.id, false), 'periodo', json_build_object('dal', x.dal, 'al', x.al)) order by x.scritto_il, x.id), '[]')
  from (select ri.*, p.dal, p.al, p.numero, exists (select from rapporto_progetto chi where chi.id = ri.risposto_in) as letta
    from rapporto_progetto rr join rilievo ri on ri.rapporto_id = rr.id join periodo p on p.id = rr.periodo_id where rr.progetto_id = ora.progetto_id) x
  where x.rapporto_id = ora.id or x.risposto_in = ora.id or (x.stato <> 'CHIUSO' and (x.al, x.numero) < (ora.al, ora.numero)))`;

/** Le prove allegate alle azioni di questa relazione. */
export const PROVE = sql`(select coalesce(json_agg(${EVIDENZA_JSON} order by e.caricata_il, e.id), '[]') from evidenza e
  join avanzamento av on av.id = e.oggetto_id join organizzazione o on o.id = e.organizzazione_id where e.oggetto = 'AVANZAMENTO' and av.rapporto_id = ora.id)`;
