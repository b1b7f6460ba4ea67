import { STATI_PROGETTO } from './codici';
import { AL, bool, cod, DA_2, data, dec, euro, id, int, mese, NON_ANCORA, PROGETTI, type Tabella, testo } from './contratto';

/** Le nove categorie del rapporto (Tabelle 1.2-1.5). Un altro schema di classificazione si legge in `classificazione`. */
const CATEGORIE = [
  ['auto_mutuo_aiuto', 'Auto mutuo aiuto'],
  ['informazione', 'Informazione'],
  ['inserimento_socio_lavorativo', 'Inserimento socio-lavorativo'],
  ['minori_famiglie', 'Minori e famiglie'],
  ['anziani_non_autosufficienti', 'Anziani non autosufficienti'],
  ['emergenza_abitativa', 'Emergenza abitativa'],
  ['uffici_progettazione', 'Uffici di progettazione'],
  ['tavoli_reti_stakeholder', 'Tavoli e reti di stakeholder'],
  ['omogeneizzazione_integrazione', 'Omogeneizzazione e integrazione'],
] as const;
/** Stata ammette nomi di al più 32 caratteri: il dizionario accorcia questo. */
const nomeDi = (codice: string): string => (codice === 'omogeneizzazione_integrazione' ? 'cat_omogeneizzazione' : `cat_${codice}`);

const categoria = (
  codice: string,
): string => `(select c.presente from classificazione_progetto c where c.progetto_id = p.id and c.categoria = '${codice}'
  and c.attribuita_il <= ${AL} and (c.sostituita_il is null or c.sostituita_il > ${AL})) as ${nomeDi(codice)}`;
const quanti = (ruoli: string): string => `(select count(*) from partecipazione q where q.progetto_id = p.id and q.ruolo in (${ruoli})
  and q.dal <= ${AL} and (q.al is null or q.al >= ${AL}))`;
const ACCOLTE = `x.progetto_id = p.id and x.azione_id is null and x.stato in ('ACCOLTA', 'ACCOLTA_IN_PARTE')
  and (x.decisa_il at time zone 'Europe/Rome')::date <= ${AL}`;
/** I giorni coperti da una sospensione del progetto intero: gli intervalli si uniscono prima di contarli, come nella pagina (lib/ricerca/sospesi.ts). */
const SOSPESI = `(select coalesce(sum(upper(g) - lower(g)), 0) from unnest((select range_agg(daterange(s.dal, least(coalesce(s.al, ${AL}), ${AL}), '[]'))
  from sospensione s where s.progetto_id = p.id and s.azione_id is null and s.dal <= ${AL})) g)`;

export const PROGETTO: Tabella = {
  nome: 'progetto',
  etichetta: 'Progetti',
  descrizione:
    'Una riga per progetto approvato. Lo stato e gli importi sono quelli del giorno dell’estrazione; il resto è alla data di riferimento.',
  fonte: 'Domande approvate, convenzioni, proroghe e sospensioni',
  riservatezza: 'progetti',
  chiave: ['progetto_id'],
  colonne: [
    id('progetto_id', 'Codice del progetto, stabile tra le rilevazioni'),
    testo('titolo', 'Titolo'),
    testo('acronimo', 'Acronimo', { mancanti: 'il progetto non ne ha' }),
    testo('territorio', 'Comune che dà il nome all’aggregazione'),
    id('capofila_id', 'Ente capofila'),
    id('programma', 'Codice del programma'),
    id('bando_id', 'Codice del bando'),
    id('cup', 'Codice unico di progetto', { mancanti: 'non ancora richiesto' }),
    cod('provincia', 'Sigla della provincia'),
    id('istat_comune', 'Codice Istat del comune'),
    int('popolazione', 'Abitanti del territorio', { unita: 'persone' }),
    int('n_comuni', 'Comuni del territorio', { unita: 'comuni' }),
    int('n_enti', 'Enti gestori nell’aggregazione', { unita: 'enti' }),
    int('n_partner_ets', 'Partner del Terzo settore registrati', { unita: 'enti' }),
    cod('stato', 'Stato del progetto', { codici: STATI_PROGETTO }),
    data('data_approvazione', 'Approvazione'),
    data('data_adesione', 'Firma dell’atto di adesione', NON_ANCORA),
    data('data_avvio', 'Avvio dichiarato'),
    mese('mese_avvio_attivita', 'Mese in cui le attività sono cominciate davvero'),
    data('data_fine_prevista', 'Fine prevista, con le proroghe concesse'),
    data('data_fine_originaria', 'Fine approvata all’inizio', { mancanti: 'nessuna proroga l’ha spostata' }),
    data('data_fine_effettiva', 'Fine effettiva', { mancanti: 'il progetto non è finito' }),
    ...euro('importo_richiesto', 'Importo richiesto'),
    ...euro('importo_assegnato', 'Importo assegnato'),
    ...euro('costo_ammesso', 'Costo ammesso', NON_ANCORA),
    ...euro('dichiarato', 'Spesa dichiarata', NON_ANCORA),
    ...euro('ammesso', 'Spesa ammessa', NON_ANCORA),
    ...euro('erogato', 'Contributo erogato', NON_ANCORA),
    ...euro('certificato', 'Spesa certificata', NON_ANCORA),
    ...CATEGORIE.map(([codice, etichetta]) =>
      bool(nomeDi(codice), `Categoria data dal valutatore: ${etichetta}`, { mancanti: 'non classificato' }),
    ),
    int('n_proroghe', 'Proroghe del progetto concesse', { unita: 'proroghe' }),
    int('mesi_proroga', 'Mesi interi di proroga, tra la fine originaria e quella prevista', { unita: 'mesi' }),
    int('giorni_sospensione', 'Giorni di sospensione del progetto intero; un giorno coperto da due sospensioni conta uno', {
      unita: 'giorni',
    }),
    dec('mesi_sospensione', 'Gli stessi giorni in mesi medi di 30,4375 giorni', { unita: 'mesi', ...DA_2 }),
    int('n_rimodulazioni', 'Rimodulazioni del piano approvate', { ...NON_ANCORA, ...DA_2 }),
  ],
  sql: `select p.codice as progetto_id, p.titolo, p.acronimo, p.territorio,
    (select o.codice from partecipazione q join organizzazione o on o.id = q.organizzazione_id where q.progetto_id = p.id and q.ruolo = 'CAPOFILA'
      order by q.dal desc limit 1) as capofila_id,
    g.codice as programma, b.codice as bando_id, p.cup, p.provincia, p.istat_comune, p.popolazione, p.n_comuni,
    ${quanti(`'CAPOFILA', 'PARTNER_GESTORE'`)} as n_enti, ${quanti(`'PARTNER_ETS'`)} as n_partner_ets,
    lower(p.stato::text) as stato, p.data_approvazione, null::date as data_adesione, p.data_avvio,
    to_char(p.mese_avvio_attivita, 'YYYY-MM') as mese_avvio_attivita, p.data_fine_prevista, p.data_fine_originaria, p.data_fine_effettiva,
    p.importo_richiesto_cents as importo_richiesto, p.importo_assegnato_cents as importo_assegnato, null::bigint as costo_ammesso,
    null::bigint as dichiarato, null::bigint as ammesso, null::bigint as erogato, null::bigint as certificato,
    ${CATEGORIE.map(([codice]) => categoria(codice)).join(', ')},
    (select count(*) from proroga x where ${ACCOLTE}) as n_proroghe,
    case when p.data_fine_originaria is null then 0 else
      (extract(year from age(p.data_fine_prevista, p.data_fine_originaria)) * 12 + extract(month from age(p.data_fine_prevista, p.data_fine_originaria)))::int
    end as mesi_proroga,
    ${SOSPESI} as giorni_sospensione, round(${SOSPESI} / 30.4375, 1) as mesi_sospensione, null::int as n_rimodulazioni
  from ${PROGETTI} p join bando b on b.id = p.bando_id join programma g on g.id = b.programma_id`,
};
