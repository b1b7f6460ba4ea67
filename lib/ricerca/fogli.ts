import type { Cella } from '@/lib/format/csv';
import { causeDiRitardo } from './cause';
import { avvioDeiProgetti, quantitaRaggiunte } from './misure';
import { CHIAVI_STATO, statiPerCategoria } from './pannello';
import type { AzioneLetta, CausaDiOnda, DatiAttuazione, DatiTabelle, Misurata, Onda, TabellaScaricabile } from './schema';
import { figura31, tabellaAggregazioni, tabelleInterventi } from './tabelle';

/**
 * Le tabelle come fogli da scaricare: una riga è un'osservazione, nomi di colonna stabili in snake_case, codici e non nomi di persona.
 * Le note libere degli enti non escono: potrebbero contenere nomi. null diventa `NA`; uno stato che la fonte non dice è `non_rilevato`.
 */
export type Colonna = [nome: string, significato: string];
export type Foglio = { tabella: TabellaScaricabile; colonne: Colonna[]; righe: Cella[][] };

const codice = (valore: string | null): string | null => valore?.toLowerCase() ?? null;
const siNo = (valore: boolean | null): number | null => (valore === null ? null : Number(valore));
const lista = (valori: readonly (string | number)[], separatore = '|'): string | null => valori.join(separatore) || null;
const tonda = (valore: number | null): number | null => (valore === null ? null : Math.round(valore * 10_000) / 10_000);

const PROGETTO: Colonna = ['progetto_id', 'codice del progetto'];
const CAPOFILA: Colonna = ['capofila', 'comune che dà il nome all’aggregazione'];

function foglioAggregazioni(dati: DatiTabelle): Foglio {
  return {
    tabella: '1.1',
    colonne: [
      PROGETTO,
      CAPOFILA,
      ['provincia', 'sigla della provincia'],
      ['popolazione', 'abitanti del territorio'],
      ['titolo', 'titolo del progetto'],
      ['ambito_id', 'numeri degli ambiti territoriali, separati da |'],
      ['ambiti', 'nomi degli ambiti, nello stesso ordine'],
      ['ente_id', 'codici degli enti gestori, separati da |; il primo è il capofila'],
      ['enti_gestori', 'nomi degli enti gestori, nello stesso ordine'],
      ['n_enti', 'numero di enti gestori'],
    ],
    righe: tabellaAggregazioni(dati).righe.map(({ progetto, capofila, provincia, popolazione, titolo, ambiti, enti }) => [
      progetto,
      capofila,
      provincia,
      popolazione,
      titolo,
      lista(ambiti.map(({ numero }) => numero)),
      lista(ambiti.map(({ nome }) => nome), ' | '),
      lista(enti.map((ente) => ente.codice)),
      lista(enti.map(({ nome }) => nome), ' | '),
      enti.length,
    ]),
  };
}

const fogliInterventi = (dati: DatiTabelle): Foglio[] =>
  tabelleInterventi(dati).map(({ numero, colonne, righe }) => ({
    tabella: numero as TabellaScaricabile,
    colonne: [PROGETTO, CAPOFILA, ...colonne.map(({ codice: c, etichetta }): Colonna => [`cat_${c}`, `${etichetta}: 1 sì, 0 no, NA non classificato`])],
    righe: righe.map(({ progetto, capofila, segni }) => [progetto, capofila, ...segni.map(siNo)]),
  }));

function foglioFigura(dati: DatiTabelle): Foglio {
  const { progetti, righe } = figura31(dati);
  return {
    tabella: '3.1',
    colonne: [
      ['macro', 'macro intervento'],
      ['tipo', 'servizio, azione, oppure tutti (progetti distinti)'],
      ['progetti', 'progetti con almeno un intervento'],
      ['progetti_totali', 'progetti approvati del bando'],
    ],
    righe: righe.flatMap(({ macro, servizi, azioni, inTutto }) => [
      [codice(macro), 'servizio', servizi.progetti, progetti],
      [codice(macro), 'azione', azioni.progetti, progetti],
      [codice(macro), 'tutti', inTutto, progetti],
    ]),
  };
}

/** I fogli delle Tabelle 1.1-1.5 e della Figura 3.1. */
export const fogliTabelle = (dati: DatiTabelle): Foglio[] => [foglioAggregazioni(dati), ...fogliInterventi(dati), foglioFigura(dati)];

function foglioStati(dati: DatiAttuazione): Foglio {
  return {
    tabella: 'stati',
    colonne: [
      ['categoria', 'codice della categoria data dal valutatore'],
      ['etichetta', 'nome della categoria'],
      ...CHIAVI_STATO.map((stato): Colonna => [stato.toLowerCase(), 'numero di azioni in questo stato']),
      ['azioni', 'numero di azioni'],
      ['indice_attuazione', 'indice sintetico, scelta IRES: media da 0 a 1 (vedi LEGGIMI)'],
      ['azioni_indice', 'azioni su cui è calcolato l’indice'],
    ],
    righe: statiPerCategoria(dati).righe.map(({ codice: c, etichetta, conteggi, totale, indice }) => [
      c,
      etichetta,
      ...CHIAVI_STATO.map((stato) => conteggi[stato]),
      totale,
      tonda(indice.valore),
      indice.azioni,
    ]),
  };
}

function foglioCause(dati: DatiAttuazione): Foglio {
  const { categorie, righe } = causeDiRitardo(dati);
  return {
    tabella: 'cause',
    colonne: [
      ['causa', 'codice della causa di ritardo'],
      ['gruppo', 'gruppo della causa'],
      ['etichetta', 'nome della causa'],
      ['dipende_regione', '1 se rimuoverla spetta alla Regione'],
      ['progetti', 'progetti che la indicano almeno una volta, in un’azione o per il progetto intero'],
      ['azioni', 'azioni che la indicano'],
      ...categorie.map(({ codice: c, etichetta }): Colonna => [`cat_${c}`, `azioni della categoria «${etichetta}»`]),
    ],
    righe: righe.map((riga) => [
      riga.codice,
      riga.gruppo,
      riga.etichetta,
      siNo(riga.dipendeRegione),
      riga.progetti,
      riga.azioni,
      ...riga.perCategoria,
    ]),
  };
}

const foglioAvvio = (dati: DatiAttuazione): Foglio => ({
  tabella: 'avvio',
  colonne: [
    PROGETTO,
    CAPOFILA,
    ['mese_approvazione', 'AAAA-MM'],
    ['mese_avvio', 'AAAA-MM; NA se non rilevato'],
    ['mesi_avvio', 'mesi tra approvazione e avvio'],
  ],
  righe: avvioDeiProgetti(dati).righe.map(({ progetto, capofila, approvazione, avvio, mesi }) => [progetto, capofila, approvazione, avvio, mesi]),
});

const misura = (valore: Misurata | null): Cella[] =>
  valore ? [valore.valore, valore.massimo, siNo(valore.approssimato), siNo(valore.desunto)] : [null, null, null, null];
const colonneMisura = (nome: string, che: string): Colonna[] => [
  [nome, `valore ${che}`],
  [`${nome}_max`, 'estremo alto, se la fonte dà un intervallo'],
  [`${nome}_approssimato`, '1 se la fonte dice «circa»'],
  [`${nome}_desunto`, '1 se il valore è interpretato'],
];

const foglioQuantita = (dati: DatiAttuazione): Foglio => ({
  tabella: 'quantita',
  colonne: [
    ['quantita_id', 'codice della grandezza'],
    PROGETTO,
    ['attivita_id', 'codice dell’azione; NA se riguarda il progetto intero'],
    ['unita', 'unità di misura'],
    ['riferimento', 'a che cosa si riferisce'],
    ...colonneMisura('programmato', 'previsto'),
    ...colonneMisura('realizzato', 'raggiunto'),
    ['quota', 'realizzato su programmato, solo se ci sono entrambi'],
    ['mese_riferimento', 'mese della rilevazione da cui viene il realizzato, AAAA-MM'],
  ],
  righe: quantitaRaggiunte(dati).righe.map((riga) => [
    riga.codice,
    riga.progetto,
    riga.azione,
    riga.unita,
    riga.riferimento,
    ...misura(riga.previsto),
    ...misura(riga.raggiunto),
    tonda(riga.quota),
    riga.mese,
  ]),
});

const COLONNE_AZIONI: Colonna[] = [
  ['attivita_id', 'codice dell’azione, stabile tra le rilevazioni'],
  PROGETTO,
  ['ente_id', 'codice dell’ente che la realizza'],
  ['titolo', 'titolo dell’azione'],
  ['tipo', 'servizio o azione'],
  ['categoria_ente', 'categoria proposta dall’ente'],
  ['categoria_ires', 'categoria data dal valutatore'],
  ['target', 'gruppi di destinatari, separati da |'],
  ['inizio_previsto', 'data'],
  ['fine_prevista', 'data'],
  ['campi_dimostrativi', 'campi inventati per la dimostrazione, separati da |'],
  ['mese_riferimento', 'ultimo mese della rilevazione, AAAA-MM; NA se l’azione non ha relazioni approvate'],
  ['rilevazione_dimostrativa', '1 se la relazione è inventata per la dimostrazione'],
  ['approvato_il', 'data di approvazione della relazione'],
  ['stato', 'stato dell’azione; non_rilevato se la fonte non lo dice'],
  ['stato_fonte', 'esplicito, desunto o non_rilevato'],
  ['percentuale', 'avanzamento dichiarato, da 0 a 100'],
  ['inizio_effettivo', 'data'],
  ['fine_stimata', 'data'],
  ['fine_effettiva', 'data'],
  ['causa_primaria', 'codice della causa principale'],
  ['cause', 'codici di tutte le cause, separati da |'],
  ['cause_gravita', 'gravità da 1 a 3 di ogni causa, nello stesso ordine'],
  ['cause_mese_inizio', 'mese di inizio di ogni causa, nello stesso ordine'],
  ['cause_mese_fine', 'mese di fine di ogni causa, nello stesso ordine'],
  ['cause_risolta', '1 se risolta, nello stesso ordine'],
];

const cause = (voci: readonly CausaDiOnda[]): Cella[] => [
  voci.find(({ primaria }) => primaria)?.codice ?? null,
  lista(voci.map((causa) => causa.codice)),
  lista(voci.map(({ gravita }) => gravita ?? 'NA')),
  lista(voci.map(({ meseDal }) => meseDal ?? 'NA')),
  lista(voci.map(({ meseAl }) => meseAl ?? 'NA')),
  lista(voci.map(({ risolta }) => Number(risolta))),
];

const rilevazione = (onda: Onda | undefined): Cella[] =>
  onda
    ? [
        onda.al.slice(0, 7),
        siNo(onda.dimostrativo),
        onda.approvatoIl,
        codice(onda.stato) ?? 'non_rilevato',
        codice(onda.fonteStato),
        onda.percentuale,
        onda.inizioEffettivo,
        onda.fineStimata,
        onda.fineEffettiva,
        ...cause(onda.cause),
      ]
    : [null, null, null, 'non_rilevato', ...Array<null>(11).fill(null)];

const rigaAzione = (azione: AzioneLetta, onda: Onda | undefined): Cella[] => [
  azione.codice,
  azione.progetto,
  azione.ente,
  azione.titolo,
  codice(azione.tipo),
  azione.categoriaEnte,
  azione.categoria,
  lista(azione.destinatari),
  azione.inizioPrevisto,
  azione.finePrevista,
  lista(azione.campiDimostrativi),
  ...rilevazione(onda),
];

function foglioAzioni({ azioni, onde }: DatiAttuazione): Foglio {
  const righe = azioni.flatMap((azione) => {
    const sue = onde.filter((onda) => onda.azione === azione.codice);
    return sue.length === 0 ? [rigaAzione(azione, undefined)] : sue.map((onda) => rigaAzione(azione, onda));
  });
  return { tabella: 'azioni', colonne: COLONNE_AZIONI, righe };
}

/** I fogli del pannello di attuazione, dalle righe già filtrate. */
export const fogliAttuazione = (dati: DatiAttuazione): Foglio[] => [
  foglioStati(dati),
  foglioCause(dati),
  foglioAvvio(dati),
  foglioQuantita(dati),
  foglioAzioni(dati),
];
