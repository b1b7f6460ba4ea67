import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { Fatto } from '@/lib/segnali/fatti';
import { fattiDelProgetto } from '@/lib/segnali/queries';
import { segnaliDa } from '@/lib/segnali/rules';
import { VITA } from '@/lib/sospensioni/queriesVita';
import type { ProgettoIntero } from './letture';
import { EVENTO_JSON, RACCONTATO } from './queriesEventi';

// Le righe di un'azione: l'ultima dichiarazione presentata e, per confronto, l'avanzamento di quella prima.
const AZIONI = (organizzazioneId: string) => sql`
  select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'ente', ${NOME_ENTE},
    'mia', a.organizzazione_id = ${organizzazioneId}::uuid, 'categoria', c.etichetta, 'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista,
    'ultimo', u.dati) order by a.ordine), '[]')
  from azione a join organizzazione o on o.id = a.organizzazione_id
  left join categoria_intervento c on c.regione_id = a.regione_id and c.codice = coalesce(a.categoria_valutatore, a.categoria_ente)
  left join lateral (
    select json_build_object('stato', v.stato, 'percentuale', v.percentuale, 'inizioEffettivo', v.inizio_effettivo, 'fineStimata', v.fine_stimata,
      'fineEffettiva', v.fine_effettiva, 'periodo', json_build_object('dal', pe.dal, 'al', pe.al),
      'percentualePrima', (select v1.percentuale from avanzamento v1 join rapporto_progetto r1 on r1.id = v1.rapporto_id join periodo p1 on p1.id = r1.periodo_id
        where v1.azione_id = a.id and r1.stato <> 'BOZZA' and (p1.al, p1.numero) < (pe.al, pe.numero) order by p1.al desc, p1.numero desc limit 1),
      'cause', (select coalesce(json_agg(json_build_object('codice', vc.causa, 'etichetta', cr.etichetta) order by vc.primaria desc, vc.causa), '[]')
        from avanzamento_causa vc join causa_ritardo cr on cr.regione_id = vc.regione_id and cr.codice = vc.causa where vc.avanzamento_id = v.id)) as dati
    from avanzamento v join rapporto_progetto r on r.id = v.rapporto_id join periodo pe on pe.id = r.periodo_id
    where v.azione_id = a.id and r.stato <> 'BOZZA' order by pe.al desc, pe.numero desc limit 1) u on true
  where a.progetto_id = p.id`;

// Gli ultimi dodici atti sul progetto: gli altri stanno nella sua storia.
const EVENTI = sql`
  select coalesce(json_agg(${EVENTO_JSON} order by e.id desc), '[]')
  from (select * from evento ev where ev.regione_id = p.regione_id and ev.progetto_id = p.id and ${RACCONTATO} order by ev.id desc limit 12) e
  left join organizzazione o on o.id = e.organizzazione_id`;

/** Tutto cio che mostra la pagina di un progetto, in un'istruzione; null se non esiste o non si vede. */
export async function leggiProgetto(attore: Attore, id: string): Promise<ProgettoIntero | null> {
  const oggi = giornoDi(attore.adesso);
  const niente = sql`'[]'::json`;
  // la ricerca non legge il registro: ci sono gli identificativi delle persone
  const [eventi, fatti] = attore.lettore === 'app_ricerca' ? [niente, niente] : [sql`(${EVENTI})`, fattiDelProgetto(oggi, id)];
  const [riga] = await interroga<{ dati: Omit<ProgettoIntero, 'segnali'>; fatti: Fatto[] }>(
    attore,
    sql`
    with corrente as (
      select r.id from rapporto_progetto r join periodo pe on pe.id = r.periodo_id where r.progetto_id = ${id}::uuid order by pe.al desc, pe.numero desc limit 1)
    select json_build_object(
      'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'acronimo', p.acronimo, 'territorio', p.territorio, 'stato', p.stato,
      'popolazione', p.popolazione, 'nComuni', p.n_comuni, 'sintesiStato', p.sintesi_stato, 'cup', p.cup,
      'attoApprovazione', p.atto_approvazione, 'dataApprovazione', p.data_approvazione, 'dataAvvio', p.data_avvio, 'dataFinePrevista', p.data_fine_prevista,
      'richiestoCents', p.importo_richiesto_cents::text, 'assegnatoCents', p.importo_assegnato_cents::text,
      'iniziativeCollegate', p.iniziative_collegate, 'campiDimostrativi', p.campi_dimostrativi,
      'pianoDimostrativo', exists (select from azione a where a.progetto_id = p.id and cardinality(a.campi_dimostrativi) > 0),
      'fonti', (select coalesce(json_agg(distinct cp.fonte), '[]') from classificazione_progetto cp where cp.progetto_id = p.id and cp.sostituita_il is null),
      'bando', (select json_build_object('titolo', b.titolo, 'atto', b.atto,
          'fasi', (select coalesce(json_agg(json_build_object('nome', f.nome, 'dal', f.dal, 'al', f.al) order by f.ordine), '[]') from fase_bando f where f.bando_id = b.id))
        from bando b where b.id = p.bando_id),
      'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
        from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
      'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE},
          'esteso', o.denominazione, 'ruolo', pa.ruolo, 'al', pa.al,
          'confluita', (select json_build_object('in', split_part(n.denominazione, ' – ', 1), 'dal', o.valido_al + 1) from organizzazione n where n.id = o.confluita_in_id),
          'ambito', (select string_agg(a.nome_descrittivo, ', ' order by a.numero) from ente_gestore_ambito ea join ambito a on a.id = ea.ambito_id where ea.ente_gestore_id = o.id),
          'parte', (select re.stato from rapporto_ente re join corrente c on c.id = re.rapporto_id where re.organizzazione_id = o.id))
          order by (pa.al is not null), (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'destinatari', (select coalesce(json_agg(json_build_object('previsto', q.previsto, 'previstoMax', q.previsto_max, 'approssimato', q.previsto_approssimato,
          'unita', q.unita, 'riferimento', q.riferimento) order by q.ordine), '[]') from (
            select d.previsto, d.previsto_max, d.previsto_approssimato, d.unita, d.riferimento, d.ordine from quantita d
              where d.progetto_id = p.id and d.azione_id is null
            -- nato da una domanda: le persone stanno nelle azioni, e si sommano per unita
            union all select sum(d.previsto), null, false, d.unita, null, 0 from quantita d
              where d.progetto_id = p.id and d.azione_id is not null and p.bando_versione_id is not null group by d.unita) q),
      'azioni', (${AZIONI(attore.organizzazioneId)}),
      'relazioni', (select coalesce(json_agg(json_build_object('periodoId', pe.id, 'numero', pe.numero, 'tipo', pe.tipo, 'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza, 'dovuto', pe.dovuto,
          'rapporto', (select json_build_object('id', r.id, 'stato', r.stato, 'presentatoIl', r.presentato_il, 'decisoIl', r.deciso_il)
            from rapporto_progetto r where r.progetto_id = p.id and r.periodo_id = pe.id)) order by pe.al desc, pe.numero desc), '[]') from periodo pe
        -- i periodi cominciati e il prossimo: gli altri stanno nel calendario
        where pe.progetto_id = p.id and pe.dal <= coalesce((select min(x.dal) from periodo x where x.progetto_id = p.id and x.dal > ${oggi}::date), ${oggi}::date)),
      'vita', ${VITA(attore.lettore, oggi)},
      'eventi', ${eventi}
    ) as dati, ${fatti} as fatti from progetto p where p.id = ${id}::uuid`,
  );
  return riga ? { ...riga.dati, segnali: segnaliDa(riga.fatti, oggi, attore.lettore) } : null;
}
