import { dimensioneAggregazioni } from './dimensione';
import { CAPOFILA, type Colonna, codice, type Foglio, lista, PROGETTO, siNo } from './foglio';
import type { DatiTabelle } from './righe';
import { TabellaScaricabile } from './schema';
import { figura31, tabellaAggregazioni, tabelleInterventi } from './tabelle';

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
      lista(
        ambiti.map(({ nome }) => nome),
        ' | ',
      ),
      lista(enti.map((ente) => ente.codice)),
      lista(
        enti.map(({ nome }) => nome),
        ' | ',
      ),
      enti.length,
    ]),
  };
}

/** Una tabella con un numero che non è tra quelle scaricabili resta sullo schermo soltanto. */
const fogliInterventi = (dati: DatiTabelle): Foglio[] =>
  tabelleInterventi(dati).flatMap(({ numero, colonne, righe }) => {
    const tabella = TabellaScaricabile.safeParse(numero);
    if (!tabella.success) return [];
    const segni = colonne.map(({ codice: c, etichetta }): Colonna => [`cat_${c}`, `${etichetta}: 1 sì, 0 no, NA non classificato`]);
    return [
      {
        tabella: tabella.data,
        colonne: [PROGETTO, CAPOFILA, ...segni],
        righe: righe.map((riga) => [riga.progetto, riga.capofila, ...riga.segni.map(siNo)]),
      },
    ];
  });

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

const foglioDimensione = (dati: DatiTabelle): Foglio => ({
  tabella: 'dimensione',
  colonne: [
    ['classe', 'popolazione: oltre_800 (mila), da_500 a 800, da_100 a 500, fino_100, non_nota; l’estremo alto è compreso'],
    ['progetti', 'numero di progetti'],
    ['un_ente', 'progetti con un ente gestore'],
    ['due_quattro_enti', 'progetti con due, tre o quattro enti gestori'],
    ['cinque_enti', 'progetti con cinque o più enti gestori'],
    ['popolazione', 'abitanti dei territori'],
  ],
  righe: dimensioneAggregazioni(dati.progetti).map(({ classe, progetti, unEnte, pochiEnti, moltiEnti, popolazione }) => {
    return [codice(classe), progetti, unEnte, pochiEnti, moltiEnti, classe === 'NON_NOTA' ? null : popolazione];
  }),
});

/** I fogli delle Tabelle 1.1-1.5, della Figura 3.1 e delle classi di dimensione. */
export const fogliTabelle = (dati: DatiTabelle): Foglio[] => [
  foglioAggregazioni(dati),
  ...fogliInterventi(dati),
  foglioFigura(dati),
  foglioDimensione(dati),
];
