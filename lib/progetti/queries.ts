import type { Attore } from '@/lib/auth/attore';
import type { StatoAzione, StatoParte, StatoRapporto } from '@/lib/attuazione/schema';
import { queryAs } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import type { FiltriProgetti, StatoProgetto } from './schema';

const PER_PAGINA = 50;

export type ProgettoInElenco = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  capofila: string | null;
  enti: number;
  azioni: number;
  /** L'ultimo periodo finito e la sua relazione (null: nessuno l'ha aperta, o e una bozza che non si vede). */
  periodo: { dal: string; al: string; scadenza: string } | null;
  relazione: { id: string; stato: StatoRapporto } | null;
};

/** I progetti che l'attore vede, in ordine di codice, 50 alla volta (`dopo` = ultimo codice della pagina precedente). */
export async function elencaProgetti(attore: Attore, filtri: FiltriProgetti): Promise<{ righe: ProgettoInElenco[]; altri: boolean }> {
  const oggi = giornoDi(attore.adesso);
  const cerca = filtri.q ? `%${filtri.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const righe = await queryAs(
    attore,
    (tx) => tx.$queryRaw<ProgettoInElenco[]>`
    with pagina as (
      select p.id, p.codice, p.titolo, p.territorio, p.stato from progetto p
      where p.codice > ${filtri.dopo ?? ''} and (${filtri.stato ?? null}::text is null or p.stato::text = ${filtri.stato ?? null})
        and (${cerca}::text is null or p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})
      order by p.codice limit ${PER_PAGINA + 1})
    select p.id, p.codice, p.titolo, p.territorio, p.stato::text as stato, e.capofila, e.enti, a.azioni, pe.periodo, r.relazione
    from pagina p
    left join lateral (
      select count(*)::int as enti, min(coalesce(o.sigla, o.denominazione)) filter (where pa.ruolo = 'CAPOFILA') as capofila
      from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id) e on true
    left join lateral (select count(*)::int as azioni from azione z where z.progetto_id = p.id) a on true
    left join lateral (
      select z.id, json_build_object('dal', z.dal, 'al', z.al, 'scadenza', z.scadenza) as periodo from periodo z
      where z.progetto_id = p.id and z.al < ${oggi}::date order by z.numero desc limit 1) pe on true
    left join lateral (
      select json_build_object('id', z.id, 'stato', z.stato) as relazione from rapporto_progetto z where z.progetto_id = p.id and z.periodo_id = pe.id) r on true
    order by p.codice`,
  );
  return { righe: righe.slice(0, PER_PAGINA), altri: righe.length > PER_PAGINA };
}

export type AzioneDelProgetto = {
  id: string;
  codice: string;
  titolo: string;
  ente: string;
  mia: boolean;
  categoria: string | null;
  inizioPrevisto: string | null;
  finePrevista: string | null;
  ultimo: {
    stato: StatoAzione | null;
    percentuale: number | null;
    inizioEffettivo: string | null;
    fineStimata: string | null;
    fineEffettiva: string | null;
    periodo: { dal: string; al: string };
    cause: string[];
  } | null;
};

export type Relazione = {
  periodoId: string;
  numero: number;
  tipo: 'RILEVAZIONE' | 'ORDINARIO';
  dal: string;
  al: string;
  scadenza: string;
  rapporto: { id: string; stato: StatoRapporto; presentatoIl: string | null; decisoIl: string | null; notaDecisione: string | null } | null;
};

export type ProgettoIntero = {
  id: string;
  codice: string;
  titolo: string;
  acronimo: string | null;
  territorio: string;
  stato: StatoProgetto;
  popolazione: number | null;
  nComuni: number | null;
  sintesiStato: string | null;
  note: string | null;
  cup: string | null;
  attoApprovazione: string | null;
  dataApprovazione: string | null;
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  richiestoCents: string | null;
  assegnatoCents: string | null;
  iniziativeCollegate: string[];
  campiDimostrativi: string[];
  bando: { titolo: string; atto: string | null; fasi: { nome: string; dal: string; al: string | null }[] };
  ambiti: { numero: number; nome: string }[];
  enti: { id: string; nome: string; esteso: string; ruolo: string; sede: string | null; ambito: string | null; parte: StatoParte | null }[];
  destinatari: { previsto: number | null; previstoMax: number | null; approssimato: boolean; unita: string; riferimento: string | null }[];
  azioni: AzioneDelProgetto[];
  relazioni: Relazione[];
  eventi: EventoDelProgetto[];
};

export type EventoDelProgetto = { atto: string; istante: string; ruolo: string | null; ente: string | null; dopo: Record<string, unknown> | null };

/** Tutto cio che mostra la pagina di un progetto, in un'istruzione; null se non esiste o non si vede. */
export async function leggiProgetto(attore: Attore, id: string): Promise<ProgettoIntero | null> {
  const [riga] = await queryAs(
    attore,
    (tx) => tx.$queryRaw<{ dati: ProgettoIntero }[]>`
    with corrente as (
      select r.id, r.stato from rapporto_progetto r join periodo pe on pe.id = r.periodo_id where r.progetto_id = ${id}::uuid order by pe.numero desc limit 1)
    select json_build_object(
      'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'acronimo', p.acronimo, 'territorio', p.territorio, 'stato', p.stato,
      'popolazione', p.popolazione, 'nComuni', p.n_comuni, 'sintesiStato', p.sintesi_stato, 'note', p.note, 'cup', p.cup,
      'attoApprovazione', p.atto_approvazione, 'dataApprovazione', p.data_approvazione, 'dataAvvio', p.data_avvio, 'dataFinePrevista', p.data_fine_prevista,
      'richiestoCents', p.importo_richiesto_cents::text, 'assegnatoCents', p.importo_assegnato_cents::text,
      'iniziativeCollegate', p.iniziative_collegate, 'campiDimostrativi', p.campi_dimostrativi,
      'bando', (select json_build_object('titolo', b.titolo, 'atto', b.atto,
          'fasi', (select coalesce(json_agg(json_build_object('nome', f.nome, 'dal', f.dal, 'al', f.al) order by f.ordine), '[]') from fase_bando f where f.bando_id = b.id))
        from bando b where b.id = p.bando_id),
      'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
        from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
      'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', coalesce(o.sigla || case when o.sede is null then '' else ', ' || o.sede end, o.denominazione),
          'esteso', o.denominazione, 'ruolo', pa.ruolo, 'sede', o.sede,
          'ambito', (select string_agg(a.nome_descrittivo, ', ' order by a.numero) from ente_gestore_ambito ea join ambito a on a.id = ea.ambito_id where ea.ente_gestore_id = o.id),
          'parte', (select re.stato from rapporto_ente re join corrente c on c.id = re.rapporto_id where re.organizzazione_id = o.id))
          order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'destinatari', (select coalesce(json_agg(json_build_object('previsto', q.previsto, 'previstoMax', q.previsto_max, 'approssimato', q.previsto_approssimato,
          'unita', q.unita, 'riferimento', q.riferimento) order by q.ordine), '[]') from quantita q where q.progetto_id = p.id and q.azione_id is null),
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'ente', coalesce(o.sigla, o.denominazione),
          'mia', a.organizzazione_id = ${attore.organizzazioneId}::uuid, 'categoria', c.etichetta, 'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista, 'ultimo', u.dati)
          order by a.ordine), '[]')
        from azione a join organizzazione o on o.id = a.organizzazione_id
        left join categoria_intervento c on c.regione_id = a.regione_id and c.codice = coalesce(a.categoria_valutatore, a.categoria_ente)
        left join lateral (
          select json_build_object('stato', v.stato, 'percentuale', v.percentuale, 'inizioEffettivo', v.inizio_effettivo, 'fineStimata', v.fine_stimata,
            'fineEffettiva', v.fine_effettiva, 'periodo', json_build_object('dal', pe.dal, 'al', pe.al),
            'cause', (select coalesce(json_agg(vc.causa order by vc.primaria desc, vc.causa), '[]') from avanzamento_causa vc where vc.avanzamento_id = v.id)) as dati
          from avanzamento v join rapporto_progetto r on r.id = v.rapporto_id join periodo pe on pe.id = r.periodo_id
          where v.azione_id = a.id and r.stato <> 'BOZZA' order by pe.numero desc limit 1) u on true
        where a.progetto_id = p.id),
      'relazioni', (select coalesce(json_agg(json_build_object('periodoId', pe.id, 'numero', pe.numero, 'tipo', pe.tipo, 'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza,
          'rapporto', (select json_build_object('id', r.id, 'stato', r.stato, 'presentatoIl', r.presentato_il, 'decisoIl', r.deciso_il, 'notaDecisione', r.nota_decisione)
            from rapporto_progetto r where r.periodo_id = pe.id)) order by pe.numero desc), '[]') from periodo pe where pe.progetto_id = p.id),
      'eventi', (select coalesce(json_agg(e order by e.n desc), '[]') from (
          select ev.id as n, ev.atto, ev.istante, ev.ruolo, coalesce(o.sigla, o.denominazione) as ente, ev.dopo from evento ev left join organizzazione o on o.id = ev.organizzazione_id
          where ev.regione_id = p.regione_id and ev.progetto_id = p.id and ev.atto not in ('avanzamento.salvato', 'rapporto.sintesiSalvata') order by ev.id desc limit 12) e)
    ) as dati from progetto p where p.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}
