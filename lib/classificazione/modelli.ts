import type { Categoria } from '@/lib/ricerca/righe';
import type { Schema, Voce } from './voci';

/** Gli schemi pronti: si adottano, e da allora sono della Regione. Chi vuole altre voci ne scrive uno suo. */

type Modello = Omit<Schema, 'id' | 'versione'>;

const voce = (codice: string, etichetta: string, gruppo: string | null = null): Voce => ({
  ...{ codice, etichetta, gruppo, definizione: null, categoria: null },
});

// Regolamento (UE) 2021/1057, art. 4, paragrafo 1, lettere a)-m)
const FSE_PLUS: Voce[] = [
  voce('A', 'Accesso all’occupazione, in particolare di giovani, disoccupati di lunga durata e gruppi svantaggiati', 'Occupazione'),
  voce('B', 'Istituzioni e servizi del mercato del lavoro', 'Occupazione'),
  voce('C', 'Partecipazione equilibrata di donne e uomini al mercato del lavoro e conciliazione', 'Occupazione'),
  voce('D', 'Adattamento di lavoratori e imprese ai cambiamenti, invecchiamento attivo', 'Occupazione'),
  voce('E', 'Qualità, efficacia e attinenza al lavoro dei sistemi di istruzione e formazione', 'Istruzione e formazione'),
  voce('F', 'Parità di accesso all’istruzione e alla formazione di qualità', 'Istruzione e formazione'),
  voce('G', 'Apprendimento permanente e riqualificazione', 'Istruzione e formazione'),
  voce('H', 'Inclusione attiva e occupabilità dei gruppi svantaggiati', 'Inclusione sociale'),
  voce('I', 'Integrazione socioeconomica dei cittadini di paesi terzi', 'Inclusione sociale'),
  voce('J', 'Integrazione socioeconomica delle comunità emarginate, come i Rom', 'Inclusione sociale'),
  voce('K', 'Parità di accesso a servizi di qualità, sostenibili e a prezzi accessibili', 'Inclusione sociale'),
  voce('L', 'Integrazione sociale delle persone a rischio di povertà o esclusione, compresi indigenti e bambini', 'Inclusione sociale'),
  voce('M', 'Contrasto alla deprivazione materiale', 'Inclusione sociale'),
];

const SETTORI: Voce[] = [
  voce('ABITARE', 'Abitare'),
  voce('AGRICOLTURA', 'Agricoltura sociale'),
  voce('ANZIANI', 'Anziani e non autosufficienza'),
  voce('COMUNITA', 'Comunità locale e beni comuni'),
  voce('CONCILIAZIONE', 'Conciliazione e welfare aziendale'),
  voce('CULTURA', 'Cultura ed educazione'),
  voce('DIGITALE', 'Tecnologie e competenze digitali'),
  voce('DISABILITA', 'Disabilità'),
  voce('GIOVANI', 'Giovani'),
  voce('LAVORO', 'Inserimento lavorativo'),
  voce('MIGRANTI', 'Persone migranti'),
  voce('MINORI', 'Minori e famiglie'),
  voce('POVERTA', 'Povertà e marginalità'),
  voce('SALUTE', 'Salute e domiciliarità'),
];

const MACRO = { INNOVAZIONE_SOCIALE: 'Innovazione sociale', WELFARE_TERRITORIALE: 'Welfare territoriale' } as const;

/** Le categorie del rapporto, com'è il vocabolario della Regione: deciderle aggiorna le Tabelle 1.2-1.5. */
const delRapporto = (categorie: readonly Categoria[]): Modello => ({
  codice: 'RAPPORTO',
  titolo: 'Innovazione sociale e servizi (rapporto di valutazione)',
  descrizione: 'Le categorie delle Tabelle 1.2–1.5: un progetto può averne più di una. Ciò che si decide aggiorna le tabelle.',
  esclusivo: false,
  voci: categorie.flatMap(({ codice, etichetta, macro }) =>
    macro === null ? [] : [{ codice, etichetta, gruppo: MACRO[macro], definizione: null, categoria: codice }],
  ),
});

export const CODICI_MODELLO = ['RAPPORTO', 'FSE_PLUS', 'SETTORI'] as const;
export type CodiceModello = (typeof CODICI_MODELLO)[number];

export const TITOLO_MODELLO: Record<CodiceModello, string> = {
  RAPPORTO: 'Innovazione sociale e servizi (rapporto di valutazione)',
  FSE_PLUS: 'Obiettivi specifici del FSE+',
  SETTORI: 'Settori di intervento dell’innovazione sociale',
};

/** Lo schema di un modello, con il vocabolario della Regione. */
export const modelloDi = (codice: CodiceModello, categorie: readonly Categoria[]): Modello => {
  if (codice === 'RAPPORTO') return delRapporto(categorie);
  return codice === 'FSE_PLUS'
    ? {
        ...{ codice, titolo: TITOLO_MODELLO.FSE_PLUS, esclusivo: false, voci: FSE_PLUS },
        descrizione: 'Le lettere dell’articolo 4, paragrafo 1, del regolamento (UE) 2021/1057.',
      }
    : {
        ...{ codice, titolo: TITOLO_MODELLO.SETTORI, esclusivo: true, voci: SETTORI },
        descrizione:
          'Il settore prevalente, per il confronto con le iniziative di innovazione sociale di altre Regioni. Elenco di partenza.',
      };
};
