import { sql } from '@/lib/db/sql';
import { type Sql, TERMINE_VERIFICA } from './queriesFatti';
import { GIORNI_VICINO_ALLA_FINE } from './soglie';

/** Le righe di un progetto che servono solo ai segnali, con il nome della loro tabella (righeDelProgetto): la ricerca non le legge. */
export const righePerISegnali = (progettoId: string): Sql => sql`
  situazione_azione as materialized (select * from situazione_azione where progetto_id = ${progettoId}::uuid),
  chiarimento as materialized (select id, progetto_id, rapporto_id, azione_id, stato, entro, risposto_il from chiarimento where progetto_id = ${progettoId}::uuid),
  cessazione as materialized (select id, progetto_id, stato, chiesta_il from cessazione where progetto_id = ${progettoId}::uuid)`;

const elenco = (voce: Sql, da: Sql, ordine?: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object(${voce}) ${ordine ? sql`order by ${ordine}` : sql``}), '[]') from ${da})`;

const AZIONI = elenco(
  sql`'id', z.id, 'titolo', z.titolo, 'ente', o.nome, 'annullata', z.annullata_il is not null, 'inizioPrevisto', z.inizio_previsto, 'finePrevista', z.fine_prevista,
    'stato', s.stato, 'percentuale', s.percentuale, 'periodoAl', s.periodo_al, 'fineStimata', s.fine_stimata, 'fineStimataPrima', s.fine_stimata_prima,
    'senzaProgressi', s.senza_progressi`,
  sql`azione z left join enti o on o.id = z.organizzazione_id left join situazione_azione s on s.azione_id = z.id`,
);
const CAUSE = elenco(
  sql`'azioneId', c.azione_id, 'causa', c.causa, 'etichetta', v.etichetta, 'dipendeRegione', v.dipende_regione, 'meseDal', c.mese_dal`,
  sql`azione z join causa_aperta c on c.azione_id = z.id join causa_ritardo v on v.regione_id = z.regione_id and v.codice = c.causa`,
);
const VERIFICHE = elenco(
  sql`'rapportoId', r.id, 'dal', pe.dal, 'al', pe.al, 'presa', r.stato = 'IN_VERIFICA', 'presentata', (r.presentato_il at time zone 'Europe/Rome')::date,
    'termine', ${TERMINE_VERIFICA}`,
  sql`rapporto_progetto r join periodo pe on pe.id = r.periodo_id cross join bando b where r.stato in ('PRESENTATO', 'IN_VERIFICA')`,
);
const CHIARIMENTI = elenco(
  sql`'id', c.id, 'azioneId', c.azione_id, 'rapportoId', c.rapporto_id, 'stato', c.stato, 'entro', c.entro, 'risposto', (c.risposto_il at time zone 'Europe/Rome')::date`,
  sql`chiarimento c where c.stato in ('APERTO', 'RISPOSTO')`,
);
const attese = (tabella: Sql): Sql =>
  elenco(
    sql`'id', m.id, 'numero', m.numero, 'presentata', (m.presentata_il at time zone 'Europe/Rome')::date`,
    sql`${tabella} m where m.progetto_id = p.id and m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')`,
  );
const scaduti = (oggi: string): Sql => sql`pe.presentato_il is null and pe.dovuto and pe.scadenza < ${oggi}::date`;
const quantita = (oggi: string): Sql =>
  elenco(
    sql`'id', q.id, 'azioneId', q.azione_id, 'unita', q.unita, 'previsto', q.previsto, 'raggiunto', r.valore`,
    sql`situazione_azione s join azione z on z.id = s.azione_id join quantita_realizzata r on r.avanzamento_id = s.avanzamento_id
      join quantita q on q.id = r.quantita_id and q.azione_id = z.id and q.tolta_il is null and q.previsto > 0
      where z.fine_prevista between ${oggi}::date and ${oggi}::date + ${GIORNI_VICINO_ALLA_FINE}::int`,
  );

/**
 * La Situazione di un progetto (alias `p`) come pezzo JSON di una lettura che comincia con righeDelProgetto, righePerISegnali ed entiDelProgetto. Con fattiDi e
 * segnaliDa diventa segnali. Qui si leggono righe e non si applicano regole: per un progetto solo, comporre le regole nel database costa più che leggerle.
 */
export const situazioneDelProgetto = (oggi: string): Sql => sql`json_build_object('stato', p.stato, 'fine', p.data_fine_prevista,
  'capofila', (select o.nome from partecipazione pa join enti o on o.id = pa.organizzazione_id where pa.ruolo = 'CAPOFILA' and pa.al is null),
  'sospensioni', ${elenco(sql`'id', s.id, 'azioneId', s.azione_id, 'dal', s.dal, 'al', s.al`, sql`sospensione s`)},
  'azioni', ${AZIONI}, 'cause', ${CAUSE}, 'verifiche', ${VERIFICHE}, 'chiarimenti', ${CHIARIMENTI},
  'modifiche', ${attese(sql`richiesta_modifica`)}, 'proroghe', ${attese(sql`proroga`)},
  'rinunce', ${elenco(sql`'id', m.id, 'chiesta', (m.chiesta_il at time zone 'Europe/Rome')::date`, sql`cessazione m where m.stato = 'CHIESTA'`)},
  'scadute', ${elenco(
    sql`'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza`,
    sql`periodo pe where ${scaduti(oggi)}`,
    sql`pe.scadenza, pe.numero`,
  )},
  'parti', ${elenco(
    sql`'enteId', e.organizzazione_id, 'ente', o.nome, 'scadenza', pe.scadenza`,
    sql`periodo pe join rapporto_progetto r on r.periodo_id = pe.id and r.stato = 'BOZZA'
      join rapporto_ente e on e.rapporto_id = r.id and e.stato in ('APERTO', 'RINVIATO') left join enti o on o.id = e.organizzazione_id where ${scaduti(oggi)}`,
    sql`pe.scadenza`,
  )},
  'quantita', ${quantita(oggi)})`;
