import type { Tx } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';
import { INDICATORI_PROGRAMMA } from '@/lib/indicatori/rilascio';
import type { DatiAttuazione, DatiRisorse, DatiTabelle } from './righe';
import type { FiltriRicerca } from './schema';

/**
 * Le letture della ricerca, dentro la transazione di chi chiama: una istruzione SQL ciascuna, che dà le righe semplici come JSON.
 * Le stesse servono le pagine (`sql…`, con `interroga`) e gli scaricamenti (`lettura…`, nella transazione dell'evento). Chi vede che cosa lo dicono le policy; qui si dice solo quali relazioni contano:
 * le approvate, con il periodo finito entro la data.
 */

export type Scelta = Pick<FiltriRicerca, 'data' | 'bando'>;

/** I progetti approvati, i bandi che ne hanno, e quello scelto: il chiesto, o quello con più progetti approvati. */
export const scelti = (bando: string | null) => sql`
    approvato as (
      select * from progetto where stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE',
        'AVVIATO', 'SOSPESO', 'CONCLUSO')
    ), bandi as (
      select b.id, b.codice, b.titolo from bando b where exists (select from approvato p where p.bando_id = b.id)
    ), scelto as (
      select * from bandi where ${bando}::text is null or codice = ${bando}::text
        order by (select count(*) from approvato p where p.bando_id = bandi.id) desc, codice limit 1
    )`;

/** Quelli del bando scelto già approvati alla data: `p`; `tutti` con il giorno di approvazione, `dal`. */
export const approvatiAlla = (data: string) => sql`
    dell_ultima_fase as materialized (
      select s.id, (select f.dal from fase_bando f where f.bando_id = s.id order by f.ordine desc limit 1) as dal from scelto s
    ), tutti as (
      select approvato.*, coalesce(data_approvazione, u.dal) as dal from approvato join dell_ultima_fase u on u.id = approvato.bando_id
    ), p as (
      -- a una data di prima un progetto non era ancora approvato; senza data di approvazione non si toglie
      select * from tutti where dal is null or dal <= ${data}::date
    )`;

export const BANDI = sql`
      'bando', (select json_build_object('id', id, 'codice', codice, 'titolo', titolo) from scelto),
      'bandi', (select coalesce(json_agg(json_build_object('id', id, 'codice', codice, 'titolo', titolo) order by codice), '[]') from bandi)`;

/** Il vocabolario delle categorie, nel suo ordine. */
export const CATEGORIE = sql`
      'categorie', (select coalesce(json_agg(json_build_object('codice', codice, 'etichetta', etichetta, 'tipo', tipo, 'macro', macro,
        'tabella', tabella) order by ordine, codice), '[]') from categoria_intervento)`;

/** Un progetto delle Tabelle 1.1-1.5, `p`, intero. */
export const rigaTabelle = (data: string) => sql`
    json_build_object(
      'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'provincia', p.provincia, 'popolazione', p.popolazione,
      'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', coalesce(a.nome, a.nome_descrittivo)) order by a.numero), '[]')
        from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
      'enti', (select coalesce(json_agg(json_build_object('codice', o.codice, 'nome', o.denominazione, 'capofila', q.ruolo = 'CAPOFILA')
          order by q.ruolo <> 'CAPOFILA', q.ordine, o.codice), '[]')
        from partecipazione q join organizzazione o on o.id = q.organizzazione_id
        where q.progetto_id = p.id and q.ruolo in ('CAPOFILA', 'PARTNER_GESTORE') and q.dal <= ${data}::date and (q.al is null or q.al >= ${data}::date)),
      'classificazione', (select coalesce(json_object_agg(c.categoria, c.presente), '{}') from classificazione_progetto c
        where c.progetto_id = p.id and c.attribuita_il <= ${data}::date and (c.sostituita_il is null or c.sostituita_il > ${data}::date))
    )`;

/** Le righe delle Tabelle 1.1-1.5: i progetti approvati del bando nell'ordine del codice. Senza `bando`, quello con più progetti approvati. */
export async function letturaTabelle(tx: Tx, { data, bando }: Scelta): Promise<DatiTabelle> {
  const [riga] = await tx.$queryRaw<{ dati: DatiTabelle }[]>`
    with ${scelti(bando)}, ${approvatiAlla(data)}
    select json_build_object(
      ${BANDI},
      'primaApprovazione', (select min(dal) from tutti),
      ${CATEGORIE},
      'progetti', (select coalesce(json_agg(${rigaTabelle(data)} order by p.codice), '[]') from p),
      'azioni', (select count(*) from azione a join p on p.id = a.progetto_id),
      'rilevazioni', (select case when count(*) > 0 then json_build_object('dal', min(w.dal), 'al', max(w.al)) end
        from rapporto_progetto r join periodo w on w.id = r.periodo_id join p on p.id = r.progetto_id
        where r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI') and w.al <= ${data}::date),
      'fonti', (select coalesce(json_agg(distinct jsonb_build_object('fonte', c.fonte, 'dal', c.attribuita_il)), '[]')
        from classificazione_progetto c join p on p.id = c.progetto_id
        where c.attribuita_il <= ${data}::date and (c.sostituita_il is null or c.sostituita_il > ${data}::date))
    ) as dati`;
  return esistente(riga?.dati, bando);
}

/**
 * Le righe del pannello di attuazione: azioni, rilevazioni approvate entro la data, cause, quantità.
 * @param soloUltime di ogni azione la rilevazione più recente e, se è sospesa, l'ultima in cui non lo era (il suo peso nell'indice): è ciò che una pagina mostra,
 *   e con duemila progetti leggere anche le altre costerebbe molti secondi. I file le portano tutte.
 */
export const sqlAttuazione = ({ data, bando }: Scelta, soloUltime: boolean) => sql`
    with ${scelti(bando)}, p as (
      select approvato.* from approvato join scelto on scelto.id = approvato.bando_id
    ), approvati as (
      select r.id, p.codice as progetto, w.dal, w.al, w.numero, r.dimostrativo, (r.deciso_il at time zone 'Europe/Rome')::date as approvato_il
      from rapporto_progetto r join periodo w on w.id = r.periodo_id join p on p.id = r.progetto_id
      where r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI')
    ), r as (
      select * from approvati where al <= ${data}::date
    ), rilevazioni as (
      select x.* from (
        select v.id, v.azione_id, v.stato, v.fonte_stato, v.percentuale, v.inizio_effettivo, v.fine_stimata, v.fine_effettiva, r.progetto, r.dal, r.al, r.numero, r.approvato_il, r.dimostrativo,
          row_number() over (partition by v.azione_id order by r.al desc, r.numero desc) as da_ultima,
          -- tra quelle con un peso nell'indice (lib/ricerca/pannello), o tra le altre
          row_number() over (partition by v.azione_id, coalesce(v.stato in ('SOSPESA', 'ANNULLATA'), true) order by r.al desc, r.numero desc) as da_ultima_simile
        from avanzamento v join r on r.id = v.rapporto_id
      ) x where not ${soloUltime}::boolean or x.da_ultima = 1 or x.da_ultima_simile = 1
    )
    select json_build_object(
      ${BANDI},
      'primaRilevazione', (select min(al) from approvati),
      'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', coalesce(a.nome, a.nome_descrittivo)) order by a.numero), '[]')
        from ambito a where exists (select from progetto_ambito pa join p on p.id = pa.progetto_id where pa.ambito_id = a.id)),
      ${CATEGORIE},
      'cause', (select coalesce(json_agg(json_build_object('codice', codice, 'gruppo', gruppo, 'etichetta', etichetta,
        'dipendeRegione', dipende_regione) order by codice), '[]') from causa_ritardo),
      'progetti', (select coalesce(json_agg(json_build_object('codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio,
          'ambiti', (select coalesce(json_agg(a.numero order by a.numero), '[]') from progetto_ambito pa join ambito a on a.id = pa.ambito_id
            where pa.progetto_id = p.id),
          'approvazione', (select to_char(d.dal, 'YYYY-MM') from (select coalesce(p.data_approvazione,
            (select f.dal from fase_bando f where f.bando_id = p.bando_id order by f.ordine desc limit 1)) as dal) d where d.dal <= ${data}::date),
          'avvio', (select to_char(p.mese_avvio_attivita, 'YYYY-MM') where p.mese_avvio_attivita <= ${data}::date)) order by p.codice), '[]') from p),
      'azioni', (select coalesce(json_agg(json_build_object('codice', a.codice, 'progetto', p.codice, 'ente', o.codice, 'titolo', a.titolo,
          'tipo', a.tipo, 'categoria', a.categoria_valutatore, 'categoriaEnte', a.categoria_ente,
          'destinatari', (select coalesce(json_agg(d.gruppo order by d.ordine, d.gruppo), '[]') from azione_destinatari d where d.azione_id = a.id),
          'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista, 'campiDimostrativi', a.campi_dimostrativi)
          order by p.codice, a.ordine, a.codice), '[]')
        from azione a join p on p.id = a.progetto_id join organizzazione o on o.id = a.organizzazione_id),
      'onde', (select coalesce(json_agg(json_build_object('azione', a.codice, 'progetto', v.progetto, 'dal', v.dal, 'al', v.al,
          'approvatoIl', v.approvato_il, 'dimostrativo', v.dimostrativo, 'stato', v.stato, 'fonteStato', v.fonte_stato, 'percentuale', v.percentuale,
          'inizioEffettivo', v.inizio_effettivo, 'fineStimata', v.fine_stimata, 'fineEffettiva', v.fine_effettiva,
          'cause', (select coalesce(json_agg(json_build_object('codice', c.causa, 'primaria', c.primaria, 'gravita', c.gravita,
              'meseDal', to_char(c.mese_dal, 'YYYY-MM'), 'meseAl', to_char(c.mese_al, 'YYYY-MM'), 'risolta', c.risolta) order by not c.primaria, c.causa), '[]')
            from avanzamento_causa c where c.avanzamento_id = v.id),
          'realizzate', (select coalesce(json_agg(json_build_object('quantita', q.codice, 'valore', x.valore::float8, 'massimo', x.valore_max::float8,
              'approssimato', x.approssimato, 'desunto', x.desunto) order by q.ordine), '[]')
            from quantita_realizzata x join quantita q on q.id = x.quantita_id where x.avanzamento_id = v.id)
        ) order by v.progetto, a.ordine, a.codice, v.al, v.numero), '[]')
        from rilevazioni v join azione a on a.id = v.azione_id),
      'causeProgetto', (select coalesce(json_agg(json_build_object('progetto', r.progetto, 'al', r.al,
          'cause', (select coalesce(json_agg(c.causa order by c.causa), '[]') from rapporto_causa c where c.rapporto_id = r.id)) order by r.progetto, r.al), '[]') from r),
      'quantita', (select coalesce(json_agg(json_build_object('codice', q.codice, 'progetto', p.codice, 'azione', a.codice, 'unita', q.unita,
          'riferimento', q.riferimento, 'previsto', case when q.previsto is not null then json_build_object('valore', q.previsto::float8,
            'massimo', q.previsto_max::float8, 'approssimato', q.previsto_approssimato, 'desunto', q.previsto_desunto) end)
          order by p.codice, a.ordine nulls last, q.ordine, q.codice), '[]')
        from quantita q join p on p.id = q.progetto_id left join azione a on a.id = q.azione_id),
      'sospensioni', (select coalesce(json_agg(json_build_object('progetto', p.codice, 'azione', a.codice, 'dal', s.dal, 'al', s.al) order by p.codice, s.dal, s.id), '[]')
        from sospensione s join p on p.id = s.progetto_id left join azione a on a.id = s.azione_id where s.dal <= ${data}::date)
    ) as dati`;

/** Il pannello con tutte le rilevazioni. @throws DomainError ricerca.bandoNonTrovato */
export async function letturaAttuazione(tx: Tx, scelta: Scelta): Promise<DatiAttuazione> {
  const [riga] = await tx.$queryRaw<{ dati: DatiAttuazione }[]>(sqlAttuazione(scelta, false));
  return esistente(riga?.dati, scelta.bando);
}

/**
 * Le risorse dei progetti approvati alla data, e i partecipanti dell'ultima tabella del programma pubblicata entro la data: mai le persone, mai un
 * conteggio non pubblicato. Gli importi sono quelli in vigore: il portale non ne conserva la storia.
 */
export const sqlRisorse = ({ data, bando }: Scelta) => sql`
    with ${scelti(bando)}, ${approvatiAlla(data)}, piani as (
      select v.progetto_id, json_build_object('contributoCents', sum(v.contributo_cents)::text, 'cofinanziamentoCents', sum(v.cofinanziamento_cents)::text,
        'naturaCents', sum(v.natura_cents)::text) as piano
      from voce_budget v where v.progetto_id in (select id from p) group by 1
    ), usciti as materialized (
      select r.contenuto, r.parametri ->> 'trimestre' as trimestre, r.rilasciato_il, (r.rilasciato_il at time zone 'Europe/Rome')::date as il
      from rilascio r where r.tabella = ${INDICATORI_PROGRAMMA}
        and r.parametri ->> 'programma' = (select b.programma_id::text from bando b join scelto s on s.id = b.id)
    ), uscito as (
      select * from usciti where il <= ${data}::date order by rilasciato_il desc limit 1
    ), suoi as materialized (
      select q.id, q.codice, q.territorio, (e ->> 'completi')::int as completi, (e ->> 'tutti')::int as tutti
      from uscito u, jsonb_array_elements(u.contenuto -> 'progetti') e join progetto q on q.id = (e ->> 'id')::uuid
    )
    select json_build_object(
      ${BANDI},
      'primaApprovazione', (select min(dal) from tutti),
      'progetti', (select coalesce(json_agg(json_build_object('codice', p.codice, 'territorio', p.territorio,
          'richiestoCents', p.importo_richiesto_cents::text, 'assegnatoCents', p.importo_assegnato_cents::text,
          'piano', (select s.piano from piani s where s.progetto_id = p.id),
          'dimostrativo', 'importo_assegnato_cents' = any (p.campi_dimostrativi)) order by p.codice), '[]') from p),
      'primaPubblicazione', (select min(il) from usciti),
      'pubblicata', (select json_build_object('il', u.il, 'trimestre', u.trimestre, 'intera', u.contenuto -> 'intera',
          'insieme', (select app.insieme_indicatori(s.id) as insieme from suoi s group by 1 order by count(*) desc, 1 limit 1),
          'progetti', (select coalesce(json_agg(json_build_object('codice', s.codice, 'territorio', s.territorio, 'completi', s.completi, 'tutti', s.tutti)
            order by s.codice), '[]') from suoi s)) from uscito u)
    ) as dati`;

export async function letturaRisorse(tx: Tx, scelta: Scelta): Promise<DatiRisorse> {
  const [riga] = await tx.$queryRaw<{ dati: DatiRisorse }[]>(sqlRisorse(scelta));
  return esistente(riga?.dati, scelta.bando);
}

/** Un bando chiesto per codice che non c'è (o di un'altra Regione) si rifiuta; nessun bando ancora approvato è una lettura vuota. */
export function esistente<D extends { bando: unknown }>(dati: D | undefined, bando: string | null): D {
  if (!dati) throw new Error('La lettura della ricerca non ha dato righe.');
  if (bando !== null && dati.bando === null)
    throw new DomainError('ricerca.bandoNonTrovato', 'Questo bando non esiste o non ha progetti approvati.');
  return dati;
}
