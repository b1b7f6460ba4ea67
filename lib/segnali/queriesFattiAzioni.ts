import { sql } from '@/lib/db/sql';
import { ramo, type Sql, SU_AZIONE, TERMINE_VERIFICA } from './queriesFatti';
import { GIORNI_VICINO_ALLA_FINE } from './soglie';

/**
 * I fatti su una sola azione. Le azioni sono tante: i rami danno solo la misura (dati nulli), e i dati si leggono dopo, per le sole righe della
 * pagina (DATI_AZIONE, DATI_QUANTITA).
 */
export const ramiAzioni = (oggi: string): Sql[] => [
  ramo('AZIONE_OLTRE_FINE', misurata(sql`${oggi}::date - z.fine_prevista`)),
  ramo(
    'AZIONE_NON_COMINCIATA',
    sql`${misurata(sql`${oggi}::date - z.inizio_previsto`)} where z.stato in ('NON_AVVIATA', 'IN_PREPARAZIONE')`,
  ),
  ramo('RITARDO_IN_CRESCITA', sql`${misurata(sql`z.fine_stimata - z.fine_stimata_prima`)} where z.fine_stimata > z.fine_prevista`),
  ramo(
    'AVANZAMENTO_LENTO',
    sql`${misurata(sql`case when z.fine_prevista <= z.inizio_previsto then 100 else 100 * least(z.fine_prevista - z.inizio_previsto,
        greatest(0, z.periodo_al - z.inizio_previsto)) / (z.fine_prevista - z.inizio_previsto) end - z.percentuale`)}
      where z.stato in ('IN_PREPARAZIONE', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA') and z.inizio_previsto is not null and z.fine_prevista >= ${oggi}::date`,
  ),
  ramo(
    'NESSUN_PROGRESSO',
    sql`${misurata(sql`z.senza_progressi`)} where z.stato in ('IN_PREPARAZIONE', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA')
      or (z.stato = 'NON_AVVIATA' and z.inizio_previsto < ${oggi}::date)`,
  ),
  ramo(
    'QUANTITA_LONTANE',
    sql`select z.progetto_id, q.id as oggetto, 100 - floor(100 * r.valore / q.previsto)::int as misura, null::jsonb as dati
      from aperte z join quantita_realizzata r on r.avanzamento_id = z.avanzamento_id
      join quantita q on q.id = r.quantita_id and q.azione_id = z.id and q.tolta_il is null and q.previsto > 0
      where z.fine_prevista between ${oggi}::date and ${oggi}::date + ${GIORNI_VICINO_ALLA_FINE}::int`,
  ),
];

function misurata(misura: Sql): Sql {
  return sql`select z.progetto_id, z.id as oggetto, ${misura} as misura, null::jsonb as dati from aperte z`;
}

/** I dati di un fatto `f` su un'azione: tutti quelli che un segnale può raccontare. */
const DATI_AZIONE = sql`(select jsonb_build_object(${SU_AZIONE}, 'inizioPrevisto', z.inizio_previsto, 'finePrevista', z.fine_prevista, 'stato', s.stato,
    'percentuale', s.percentuale, 'periodoAl', s.periodo_al, 'fineStimata', s.fine_stimata, 'fineStimataPrima', s.fine_stimata_prima,
    'senzaProgressi', s.senza_progressi)
  from azione z join situazione_azione s on s.azione_id = z.id where z.id = f.oggetto::uuid)`;

const DATI_QUANTITA = sql`(select jsonb_build_object(${SU_AZIONE}, 'unita', q.unita, 'previsto', q.previsto, 'raggiunto', r.valore, 'finePrevista', z.fine_prevista)
  from quantita q join azione z on z.id = q.azione_id join situazione_azione s on s.azione_id = z.id
  join quantita_realizzata r on r.quantita_id = q.id and r.avanzamento_id = s.avanzamento_id where q.id = f.oggetto::uuid)`;

const DATI_VERIFICA = sql`(select jsonb_build_object('rapportoId', r.id, 'dal', pe.dal, 'al', pe.al, 'presa', r.stato = 'IN_VERIFICA',
    'presentata', (r.presentato_il at time zone 'Europe/Rome')::date, 'termine', ${TERMINE_VERIFICA})
  from rapporto_progetto r join periodo pe on pe.id = r.periodo_id join progetto x on x.id = r.progetto_id join bando b on b.id = x.bando_id
  where r.id = f.oggetto::uuid)`;

/** I dati di un fatto `f`: quelli che il suo ramo ha già letto, o quelli della sua azione, quantità o relazione. */
export const DATI = sql`case when f.dati is not null then f.dati when f.codice = 'QUANTITA_LONTANE' then ${DATI_QUANTITA}
  when f.codice = 'VERIFICA_OLTRE_TERMINE' then ${DATI_VERIFICA} else ${DATI_AZIONE} end`;
