import type { Attore, Lettore } from '@/lib/auth/attore';
import { istruzione } from '@/lib/db/istruzione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import { ricordi } from '@/lib/html/ricordi';
import type { Fatto } from '@/lib/segnali/fatti';
import { fattiDelProgetto } from '@/lib/segnali/queries';
import { righePerISegnali } from '@/lib/segnali/queriesFatti';
import { segnaliDa } from '@/lib/segnali/rules';
import { VITA } from '@/lib/sospensioni/queriesVita';
import type { ProgettoLetto } from './letture';
import { EVENTO_JSON, RACCONTATO } from './queriesEventi';
import { entiDelProgetto, righeDelProgetto } from './queriesRighe';

// Di ogni azione l'ultima dichiarazione presentata e, per confronto, l'avanzamento di quella prima: tutte insieme, in una passata.
const DICHIARATE = (id: string) => sql`
  avanzamento as materialized (
    select id, rapporto_id, azione_id, stato, percentuale, inizio_effettivo, fine_stimata, fine_effettiva from avanzamento where progetto_id = ${id}::uuid
  ), dichiarate as materialized (
    select * from (
      select v.*, pe.dal, pe.al, lead(v.percentuale) over w as percentuale_prima, row_number() over w as posto
      from avanzamento v join rapporto_progetto r on r.id = v.rapporto_id join periodo pe on pe.id = r.periodo_id
      where r.stato <> 'BOZZA' window w as (partition by v.azione_id order by pe.al desc, pe.numero desc)) d
    where d.posto = 1
  ), cause as materialized (
    select vc.avanzamento_id, json_agg(json_build_object('codice', vc.causa, 'etichetta', cr.etichetta) order by vc.primaria desc, vc.causa) as dati
    from dichiarate d join avanzamento_causa vc on vc.avanzamento_id = d.id join causa_ritardo cr on cr.regione_id = vc.regione_id and cr.codice = vc.causa
    group by vc.avanzamento_id
  )`;

const AZIONI = (organizzazioneId: string) => sql`
  select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'ente', o.nome,
    'mia', a.organizzazione_id = ${organizzazioneId}::uuid, 'categoria', c.etichetta, 'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista,
    'ultimo', case when v.id is not null then json_build_object('stato', v.stato, 'percentuale', v.percentuale, 'inizioEffettivo', v.inizio_effettivo,
      'fineStimata', v.fine_stimata, 'fineEffettiva', v.fine_effettiva, 'periodo', json_build_object('dal', v.dal, 'al', v.al),
      'percentualePrima', v.percentuale_prima, 'cause', coalesce(vc.dati, '[]')) end) order by a.ordine), '[]')
  from azione a join enti o on o.id = a.organizzazione_id
  left join categoria_intervento c on c.regione_id = a.regione_id and c.codice = coalesce(a.categoria_valutatore, a.categoria_ente)
  left join dichiarate v on v.azione_id = a.id left join cause vc on vc.avanzamento_id = v.id`;

// Gli ultimi dodici atti sul progetto: gli altri stanno nella sua storia.
const ULTIMI_ATTI = sql`
  atti as materialized (
    select ev.* from progetto p cross join lateral (
      select * from evento ev where ev.regione_id = p.regione_id and ev.progetto_id = p.id and ${RACCONTATO} order by ev.id desc limit 12) ev
  )`;
const ENTI_DEGLI_ATTI = sql`or o.id in (select organizzazione_id from atti) or o.id::text in (select dopo ->> 'ente' from atti)`;
const EVENTI = sql`(select coalesce(json_agg(${EVENTO_JSON} order by e.id desc), '[]') from atti e left join enti o on o.id = e.organizzazione_id)`;

const lettura = (lettore: Lettore) =>
  istruzione(({ id, organizzazione, oggi }: { id: string; organizzazione: string; oggi: string }) => {
    const niente = sql`'[]'::json`;
    // la ricerca non legge il registro: ci sono gli identificativi delle persone
    const [altre, enti, eventi, fatti] =
      lettore === 'app_ricerca'
        ? [sql``, entiDelProgetto(), niente, niente]
        : [sql`${righePerISegnali(id)}, ${ULTIMI_ATTI},`, entiDelProgetto(ENTI_DEGLI_ATTI), EVENTI, fattiDelProgetto(oggi)];
    return sql`
  with ${righeDelProgetto(id)}, ${altre} ${enti}, ${DICHIARATE(id)}, corrente as (
    select r.id from rapporto_progetto r join periodo pe on pe.id = r.periodo_id order by pe.al desc, pe.numero desc limit 1)
  select json_build_object(
    'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'acronimo', p.acronimo, 'territorio', p.territorio, 'stato', p.stato,
    'popolazione', p.popolazione, 'nComuni', p.n_comuni, 'sintesiStato', p.sintesi_stato, 'cup', p.cup,
    'attoApprovazione', p.atto_approvazione, 'dataApprovazione', p.data_approvazione, 'dataAvvio', p.data_avvio, 'dataFinePrevista', p.data_fine_prevista,
    'richiestoCents', p.importo_richiesto_cents::text, 'assegnatoCents', p.importo_assegnato_cents::text,
    'iniziativeCollegate', p.iniziative_collegate, 'campiDimostrativi', p.campi_dimostrativi,
    'pianoDimostrativo', exists (select from azione a where cardinality(a.campi_dimostrativi) > 0),
    'fonti', (select coalesce(json_agg(distinct cp.fonte), '[]') from classificazione_progetto cp where cp.progetto_id = ${id}::uuid and cp.sostituita_il is null),
    'bando', (select json_build_object('titolo', b.titolo, 'atto', b.atto,
        'fasi', (select coalesce(json_agg(json_build_object('nome', f.nome, 'dal', f.dal, 'al', f.al) order by f.ordine), '[]') from fase_bando f where f.bando_id = b.id))
      from bando b),
    'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
      from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = ${id}::uuid),
    'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', o.nome,
        'esteso', o.denominazione, 'ruolo', pa.ruolo, 'al', pa.al,
        'confluita', (select json_build_object('in', split_part(n.denominazione, ' – ', 1), 'dal', o.valido_al + 1) from organizzazione n where n.id = o.confluita_in_id),
        'ambito', (select string_agg(a.nome_descrittivo, ', ' order by a.numero) from ente_gestore_ambito ea join ambito a on a.id = ea.ambito_id where ea.ente_gestore_id = o.id),
        'parte', re.stato)
        order by (pa.al is not null), (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
      from partecipazione pa join enti o on o.id = pa.organizzazione_id
      left join rapporto_ente re on re.rapporto_id = (select id from corrente) and re.organizzazione_id = pa.organizzazione_id),
    'destinatari', (select coalesce(json_agg(json_build_object('previsto', q.previsto, 'previstoMax', q.previsto_max, 'approssimato', q.previsto_approssimato,
        'unita', q.unita, 'riferimento', q.riferimento) order by q.ordine), '[]') from (
          select d.previsto, d.previsto_max, d.previsto_approssimato, d.unita, d.riferimento, d.ordine from quantita d
            where d.azione_id is null
          -- nato da una domanda: le persone stanno nelle azioni, e si sommano per unita
          union all select sum(d.previsto), null, false, d.unita, null, 0 from quantita d
            where d.azione_id is not null and p.bando_versione_id is not null group by d.unita) q),
    'azioni', (${AZIONI(organizzazione)}),
    'relazioni', (select coalesce(json_agg(json_build_object('periodoId', pe.id, 'numero', pe.numero, 'tipo', pe.tipo, 'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza, 'dovuto', pe.dovuto,
        'rapporto', case when r.id is not null then
          json_build_object('id', r.id, 'stato', r.stato, 'presentatoIl', r.presentato_il, 'decisoIl', r.deciso_il) end)
        order by pe.al desc, pe.numero desc), '[]') from periodo pe left join rapporto_progetto r on r.periodo_id = pe.id
      -- i periodi cominciati e il prossimo: gli altri stanno nel calendario
      where pe.dal <= coalesce((select min(x.dal) from periodo x where x.dal > ${oggi}::date), ${oggi}::date)),
    'vita', ${VITA(lettore, oggi)},
    'eventi', ${eventi}
  )::text as dati, (${fatti})::text as fatti from progetto p`;
  });

const LETTURE = { app_ente: lettura('app_ente'), app_regione: lettura('app_regione'), app_ricerca: lettura('app_ricerca') };

/** Quanti caratteri di righe si ricordano: con ciò che se ne fa, tra dieci e trenta megabyte (docs/decisioni/0005). */
const MASSIMO = 2_000_000;

const componi = ricordi(
  MASSIMO,
  (lettore: Lettore, organizzazioneId: string, oggi: string, dati: string, fatti: string): ProgettoLetto => ({
    lettore,
    organizzazioneId,
    oggi,
    progetto: { ...JSON.parse(dati), segnali: segnaliDa(JSON.parse(fatti) as Fatto[], oggi, lettore) },
  }),
);

/** Tutto ciò che mostra la pagina di un progetto, in un'istruzione; null se non esiste o non si vede. Con le stesse righe è lo stesso oggetto. */
export async function leggiProgetto(attore: Attore, id: string): Promise<ProgettoLetto | null> {
  const { lettore, organizzazioneId } = attore;
  const oggi = giornoDi(attore.adesso);
  const [riga] = await interroga<{ dati: string; fatti: string }>(attore, LETTURE[lettore]({ id, organizzazione: organizzazioneId, oggi }));
  return riga ? componi(lettore, organizzazioneId, oggi, riga.dati, riga.fatti) : null;
}
