import type { Cella } from '@/lib/format/csv';
import { dataLunga } from '@/lib/format/data';
import type { Foglio } from './foglio';
import { nomeFoglio, nomeStato, TITOLO_TABELLA } from './labels';
import { CHIAVI_STATO } from './pannello';
import type { Categoria, CausaLetta, DatiTabelle } from './righe';
import type { FiltriRicerca } from './schema';

/** Che cosa c'è nel file e come si legge: senza, una tabella scaricata dopo un anno non dice più a che data si riferisce. */
export type Provenienza = {
  regione: string;
  filtri: FiltriRicerca;
  bando: DatiTabelle['bando'];
  fonti: DatiTabelle['fonti'];
  categorie: Categoria[];
  cause: CausaLetta[];
};

export const INTESTAZIONI_LEGGIMI = ['voce', 'codice', 'significato'] as const;

const METODO: [string, string][] = [
  [
    'Che cosa contiene',
    'Solo relazioni approvate dalla Regione, con il periodo finito entro la data di riferimento: di ogni azione vale l’ultima.',
  ],
  ['Persone', 'Nessun nome di persona. Le note libere degli enti non sono comprese.'],
  [
    'Dati mancanti',
    'NA: il valore manca o non si applica. non_rilevato: la fonte non dice lo stato dell’azione (non vuol dire «non avviata»).',
  ],
  [
    'Testi',
    'Un testo che comincia con = + - @, tabulazione o a capo ha un apice davanti, perché un foglio di calcolo non lo esegua come formula.',
  ],
  [
    'Categorie',
    'Un progetto conta una volta per categoria. La classificazione è del valutatore, sul progetto; la categoria di un’azione è attribuita a parte.',
  ],
  [
    'Indice di attuazione',
    'Indice sintetico, scelta IRES. Media dei pesi: non avviata 0, in preparazione 0,25, in corso 0,5, realizzata in parte 0,75, conclusa 1.',
  ],
  [
    'Azioni sospese',
    'Nell’indice tengono il peso dell’ultimo stato precedente; se non c’è, come le annullate e le non rilevate, non si contano.',
  ],
  [
    'Quantità',
    'Raggiunto su previsto della stessa grandezza: unità diverse non si sommano. Di un intervallo vale l’estremo basso, e la quota è approssimata.',
  ],
  [
    'Importi',
    'In vigore oggi per i progetti approvati entro la data. Il portale non raccoglie ancora la rendicontazione: la spesa dichiarata, ammessa ed erogata manca.',
  ],
  [
    'Partecipanti',
    'Solo dall’ultima tabella del programma pubblicata entro la data. Un numero soppresso vale NA, con il motivo: non vuol dire zero.',
  ],
  ['Confronti', 'Non confrontare i progetti per numero di azioni: i testi da cui vengono hanno grana diversa.'],
];

const filtriScritti = ({ ambito, categoria }: FiltriRicerca): string =>
  [ambito !== null && `ambito ${ambito}`, categoria !== null && `categoria ${categoria}`].filter(Boolean).join(', ') || 'nessuno';

/** Che cosa si scrive sotto una figura scaricata: da dove viene, a che data, con che filtri, come si riproduce. */
export const fonteDellaFigura = ({ regione, filtri, bando }: Provenienza, licenza: string): string[] => [
  `Fonte: Portale Cantiere, ${regione}${bando ? `. ${bando.titolo} (${bando.codice})` : ''}.`,
  `Dati al ${dataLunga(filtri.data)}${filtriScritti(filtri) === 'nessuno' ? '' : `; filtri del pannello di attuazione: ${filtriScritti(filtri)}`}.`,
  `Licenza ${licenza}: si riproduce citando la fonte.`,
];

/** Le righe del foglio LEGGIMI: provenienza, metodo, colonne di ogni foglio, codici. */
export function righeLeggimi(fogli: readonly Foglio[], { regione, filtri, bando, fonti, categorie, cause }: Provenienza): Cella[][] {
  const generali: [string, string][] = [
    ['Data di riferimento', `${filtri.data} (${dataLunga(filtri.data)})`],
    ['Regione', regione],
    ['Bando', bando ? `${bando.titolo} (${bando.codice})` : 'nessun bando con progetti approvati'],
    ['Filtri del pannello', filtriScritti(filtri)],
    ['Fonte', 'Portale Cantiere, relazioni approvate'],
    ...fonti.map(({ fonte, dal }): [string, string] => ['Fonte della classificazione', `${fonte}, attribuita il ${dataLunga(dal)}`]),
    ...METODO,
  ];
  return [
    ...generali.map(([voce, significato]) => [voce, '', significato]),
    ...fogli.flatMap(({ tabella, colonne }) => [
      [`Foglio ${nomeFoglio(tabella)}`, '', TITOLO_TABELLA[tabella]],
      ...colonne.map(([nome, significato]) => [`Foglio ${nomeFoglio(tabella)}`, nome, significato]),
    ]),
    ...CHIAVI_STATO.map((stato) => ['Stato dell’azione', stato.toLowerCase(), nomeStato(stato)]),
    ...categorie.map(({ codice, etichetta }) => ['Categoria', codice, etichetta]),
    ...cause.map(({ codice, gruppo, etichetta }) => ['Causa di ritardo', codice, `${etichetta} (${gruppo})`]),
  ];
}
