import type { Cella } from '@/lib/format/csv';
import { causeDiRitardo } from './cause';
import { CAPOFILA, type Colonna, type Foglio, PROGETTO, siNo, tonda } from './foglio';
import { foglioAzioni } from './foglioAzioni';
import { avvioDeiProgetti, avvioDelleAzioni, quantitaRaggiunte } from './misure';
import { CHIAVI_STATO, statiPerCategoria } from './pannello';
import type { DatiAttuazione, Misurata } from './righe';
import { mesiDi, progettiSospesi } from './sospesi';

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
  righe: avvioDeiProgetti(dati).righe.map(({ progetto, capofila, approvazione, avvio, mesi }) => [
    progetto,
    capofila,
    approvazione,
    avvio,
    mesi,
  ]),
});

const foglioAvvioAzioni = (dati: DatiAttuazione): Foglio => ({
  tabella: 'avvio-azioni',
  colonne: [
    ['attivita_id', 'codice dell’azione'],
    PROGETTO,
    ['categoria_ires', 'categoria data dal valutatore'],
    ['mese_approvazione', 'mese di approvazione del progetto, AAAA-MM'],
    ['mese_inizio', 'mese di inizio effettivo, AAAA-MM; NA se non rilevato'],
    ['mesi_avvio', 'mesi tra approvazione e inizio; negativo se l’azione è cominciata prima'],
  ],
  righe: avvioDelleAzioni(dati).righe.map(({ azione, progetto, categoria, approvazione, inizio, mesi }) => [
    ...[azione, progetto, categoria, approvazione, inizio, mesi],
  ]),
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
    ['quota', 'realizzato su programmato, solo se ci sono entrambi; di un intervallo vale l’estremo basso'],
    ['mese_riferimento', 'mese della rilevazione da cui viene il realizzato, AAAA-MM'],
    ['quota_approssimata', '1 se uno dei due valori è detto «circa» o è un intervallo'],
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
    riga.quota === null ? null : siNo(riga.approssimata),
  ]),
});

const foglioSospesi = (dati: DatiAttuazione, data: string): Foglio => ({
  tabella: 'sospesi',
  colonne: [
    PROGETTO,
    CAPOFILA,
    ['sospensioni', 'sospensioni del progetto intero cominciate entro la data'],
    ['giorni_sospensione', 'giorni coperti, estremi compresi, contati una volta'],
    ['mesi_sospensione', 'giorni diviso 30,4375, un decimale'],
    ['sospeso_alla_data', '1 se alla data è sospeso'],
  ],
  righe: progettiSospesi(dati, data).map(({ progetto, capofila, sospensioni, giorni, inCorso }) => {
    return [progetto, capofila, sospensioni, giorni, mesiDi(giorni), siNo(inCorso)];
  }),
});

/** I fogli del pannello di attuazione, dalle righe già filtrate. @param data il giorno di riferimento, AAAA-MM-GG */
export const fogliAttuazione = (dati: DatiAttuazione, data: string): Foglio[] => [
  foglioStati(dati),
  foglioCause(dati),
  foglioAvvio(dati),
  foglioAvvioAzioni(dati),
  foglioSospesi(dati, data),
  foglioQuantita(dati),
  foglioAzioni(dati),
];
