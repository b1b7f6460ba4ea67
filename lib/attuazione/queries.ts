import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { type EvidenzaInElenco, PROVE, RILIEVI, type RilievoDelRapporto, VERSIONE, type VersioneDelRapporto } from './queriesExtra';
import type { CausaDichiarata, EsitoContromisura, StatoAzione, StatoChiarimento, StatoParte, StatoRapporto } from './schema';

/** Ciò che un'azione dichiara in una relazione. Date AAAA-MM-GG, mesi AAAA-MM, percentuali intere. */
export type Dichiarazione = {
  stato: StatoAzione | null;
  percentuale: number | null;
  inizioEffettivo: string | null;
  fineStimata: string | null;
  fineEffettiva: string | null;
  contromisura: string | null;
  /** Com'è andata la contromisura del periodo prima; null: non si sa ancora. */
  contromisuraEsito: EsitoContromisura | null;
  nota: string | null;
  cause: CausaDichiarata[];
};

export type QuantitaDellAzione = {
  id: string;
  unita: string;
  riferimento: string | null;
  previsto: number | null;
  previstoMax: number | null;
  approssimato: boolean;
  prima: number | null;
  ora: number | null;
};

export type AzioneDelRapporto = {
  id: string;
  codice: string;
  titolo: string;
  organizzazioneId: string;
  ente: string;
  categoria: string | null;
  inizioPrevisto: string | null;
  finePrevista: string | null;
  rev: number;
  riaperto: boolean;
  aggiornatoIl: string | null;
  /** La riga a cui si allegano le prove; null finché l'azione non è compilata. */
  avanzamentoId: string | null;
  /** Confermata senza novità. */
  invariato: boolean;
  /** Il giorno da cui una modifica del progetto l'ha annullata. */
  annullataIl: string | null;
  ora: Dichiarazione | null;
  prima: Dichiarazione | null;
  quantita: QuantitaDellAzione[];
  /** Le presenze contate nelle sue attività aperte fino alla fine del periodo, e in quanti giorni: aiutano a scrivere le quantità, non sono persone. */
  contate: { presenze: number; giorni: number };
};

export type ParteDelRapporto = {
  organizzazioneId: string;
  nome: string;
  stato: StatoParte;
  notaRinvio: string | null;
  consegnatoIl: string | null;
};

export type ChiarimentoDelRapporto = {
  id: string;
  azioneId: string;
  stato: StatoChiarimento;
  domanda: string;
  entro: string;
  chiestoIl: string;
  risposta: string | null;
  rispostoIl: string | null;
  chiusoIl: string | null;
};

export type CausaInElenco = { codice: string; gruppo: string; etichetta: string; dipendeRegione: boolean };

export type RapportoIntero = {
  id: string;
  progetto: {
    id: string;
    codice: string;
    titolo: string;
    territorio: string;
    capofilaId: string | null;
    capofila: string | null;
    fine: string | null;
  };
  periodo: { dal: string; al: string; scadenza: string; numero: number; straordinario: boolean; motivo: string | null };
  riapertura: 'PIENA' | 'TESTI' | null;
  versione: VersioneDelRapporto;
  rilievi: RilievoDelRapporto[];
  prove: EvidenzaInElenco[];
  stato: StatoRapporto;
  rev: number;
  sintesi: string | null;
  presentatoIl: string | null;
  presoInCaricoIl: string | null;
  sospesoDal: string | null;
  sospesoSecondi: number;
  decisoIl: string | null;
  notaDecisione: string | null;
  assegnatoA: string | null;
  assegnatoNome: string | null;
  dimostrativo: boolean;
  giorniVerifica: number;
  versioni: number;
  precedente: { dal: string; al: string; sintesi: string | null } | null;
  parti: ParteDelRapporto[];
  azioni: AzioneDelRapporto[];
  chiarimenti: ChiarimentoDelRapporto[];
  cause: CausaInElenco[];
};

// Ciò che si è presentato resta dell'ente che l'ha scritto, anche se poi l'azione è passata a un altro; ciò che si scrive ancora è di chi ne risponde.
const CHI_L_HA_SCRITTA = sql`(select ${NOME_ENTE} from organizzazione o where o.id = d.organizzazione_id and ora.stato <> 'BOZZA' and not d.riaperto)`;

/** Una relazione con ogni azione, il valore di prima e quello di ora; null se non esiste o non si vede. Un'istruzione sola. */
export async function leggiRapporto(attore: Attore, rapportoId: string): Promise<RapportoIntero | null> {
  const [riga] = await interroga<{ dati: RapportoIntero }>(
    attore,
    sql`
    with ora as (
      select r.*, pe.numero, pe.dal, pe.al, pe.scadenza, pe.tipo, pe.motivo from rapporto_progetto r join periodo pe on pe.id = r.periodo_id where r.id = ${rapportoId}::uuid
    ), prima as (
      select r.id, r.sintesi, pe.dal, pe.al from ora join periodo pe on pe.progetto_id = ora.progetto_id and (pe.al, pe.numero) < (ora.al, ora.numero)
      join rapporto_progetto r on r.periodo_id = pe.id where r.stato <> 'BOZZA' order by pe.al desc, pe.numero desc limit 1
    ), dichiarazione as (
      select v.id, v.rapporto_id, v.azione_id, v.organizzazione_id, v.rev, v.riaperto, v.aggiornato_il, v.invariato, json_build_object('stato', v.stato, 'percentuale', v.percentuale,
        'inizioEffettivo', v.inizio_effettivo, 'fineStimata', v.fine_stimata, 'fineEffettiva', v.fine_effettiva, 'contromisura', v.contromisura,
        'contromisuraEsito', v.contromisura_esito, 'nota', v.nota,
        'cause', (select coalesce(json_agg(json_build_object('codice', c.causa, 'primaria', c.primaria, 'gravita', c.gravita,
            'meseDal', to_char(c.mese_dal, 'YYYY-MM'), 'meseAl', to_char(c.mese_al, 'YYYY-MM'), 'risolta', c.risolta) order by c.primaria desc, c.causa), '[]')
          from avanzamento_causa c where c.avanzamento_id = v.id)) as dati
      from avanzamento v where v.rapporto_id in (select id from ora union all select id from prima)
    )
    select json_build_object(
      'id', ora.id,
      'progetto', (select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'fine', p.data_fine_prevista,
          'capofilaId', cf.id, 'capofila', cf.nome) from progetto p left join lateral (
            select o.id, ${NOME_ENTE} as nome from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
            where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' and pa.al is null) cf on true where p.id = ora.progetto_id),
      'periodo', json_build_object('dal', ora.dal, 'al', ora.al, 'scadenza', ora.scadenza, 'numero', ora.numero,
        'straordinario', ora.tipo = 'STRAORDINARIO', 'motivo', ora.motivo),
      'riapertura', ora.riapertura, 'versione', ${VERSIONE}, 'rilievi', ${RILIEVI}, 'prove', ${PROVE},
      'stato', ora.stato, 'rev', ora.rev, 'sintesi', ora.sintesi, 'presentatoIl', ora.presentato_il, 'presoInCaricoIl', ora.preso_in_carico_il,
      'sospesoDal', ora.sospeso_dal, 'sospesoSecondi', ora.sospeso_secondi, 'decisoIl', ora.deciso_il, 'notaDecisione', ora.nota_decisione,
      'assegnatoA', ora.assegnato_a, 'assegnatoNome', (select u.nome || ' ' || u.cognome from utente u where u.id = ora.assegnato_a), 'dimostrativo', ora.dimostrativo,
      'giorniVerifica', (select b.giorni_verifica from progetto p join bando b on b.id = p.bando_id where p.id = ora.progetto_id),
      'versioni', (select count(*) from rapporto_versione v where v.rapporto_id = ora.id),
      'precedente', (select json_build_object('dal', prima.dal, 'al', prima.al, 'sintesi', prima.sintesi) from prima),
      'parti', (select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'nome', ${NOME_ENTE}, 'stato', re.stato,
          'notaRinvio', re.nota_rinvio, 'consegnatoIl', re.consegnato_il) order by pa.ordine, o.denominazione), '[]')
        from rapporto_ente re join organizzazione o on o.id = re.organizzazione_id
        join partecipazione pa on pa.progetto_id = re.progetto_id and pa.organizzazione_id = o.id where re.rapporto_id = ora.id),
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'organizzazioneId', o.id,
          'ente', coalesce(${CHI_L_HA_SCRITTA}, ${NOME_ENTE}), 'categoria', c.etichetta, 'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista,
          'rev', coalesce(d.rev, 0), 'riaperto', coalesce(d.riaperto, false), 'aggiornatoIl', d.aggiornato_il,
          'avanzamentoId', d.id, 'invariato', coalesce(d.invariato, false), 'annullataIl', a.annullata_il, 'ora', d.dati, 'prima', dp.dati,
          'contate', (select json_build_object('presenze', coalesce(sum(ca.presenze), 0), 'giorni', count(distinct ca.giorno)) from conteggio_anonimo ca
            where ca.azione_id = a.id and ca.giorno <= ora.al),
          'quantita', (select coalesce(json_agg(json_build_object('id', q.id, 'unita', q.unita, 'riferimento', q.riferimento, 'previsto', q.previsto,
              'previstoMax', q.previsto_max, 'approssimato', q.previsto_approssimato, 'ora', qo.valore, 'prima', qp.valore) order by q.ordine), '[]')
            from quantita q left join quantita_realizzata qo on qo.quantita_id = q.id and qo.avanzamento_id = d.id
            left join quantita_realizzata qp on qp.quantita_id = q.id and qp.avanzamento_id = dp.id where q.azione_id = a.id and (q.tolta_il is null or qo.valore is not null))) order by a.ordine), '[]')
        from azione a join organizzazione o on o.id = a.organizzazione_id
        left join categoria_intervento c on c.regione_id = a.regione_id and c.codice = coalesce(a.categoria_valutatore, a.categoria_ente)
        left join dichiarazione d on d.azione_id = a.id and d.rapporto_id = ora.id
        left join dichiarazione dp on dp.azione_id = a.id and dp.rapporto_id = (select id from prima)
        -- le azioni annullate restano dove se n'e scritto; di una relazione presentata contano quelle che aveva, non quelle nate dopo
        where a.progetto_id = ora.progetto_id and (d.id is not null or (ora.stato = 'BOZZA' and a.annullata_il is null))),
      'chiarimenti', (select coalesce(json_agg(json_build_object('id', ch.id, 'azioneId', ch.azione_id, 'stato', ch.stato, 'domanda', ch.domanda, 'entro', ch.entro,
          'chiestoIl', ch.chiesto_il, 'risposta', ch.risposta, 'rispostoIl', ch.risposto_il, 'chiusoIl', ch.chiuso_il) order by ch.chiesto_il), '[]')
        from chiarimento ch where ch.rapporto_id = ora.id),
      'cause', (select coalesce(json_agg(json_build_object('codice', v.codice, 'gruppo', v.gruppo, 'etichetta', v.etichetta, 'dipendeRegione', v.dipende_regione)
          order by v.gruppo, v.codice), '[]') from causa_ritardo v where v.regione_id = ora.regione_id)
    ) as dati from ora`,
  );
  return riga?.dati ?? null;
}
