import type { StatoAzione } from '@/lib/attuazione/schema';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import type { CellePubblicate } from '@/lib/indicatori/tabella';

/** La forma delle righe che il database dà alla ricerca. Le date sono testo AAAA-MM-GG, i mesi AAAA-MM. */

export type Categoria = {
  codice: string;
  etichetta: string;
  tipo: 'SERVIZIO' | 'AZIONE';
  macro: 'INNOVAZIONE_SOCIALE' | 'WELFARE_TERRITORIALE' | null;
  tabella: string | null;
};
export type BandoLetto = { id: string; codice: string; titolo: string };
export type AmbitoLetto = { numero: number; nome: string };

/** Un progetto approvato, con la classificazione del valutatore in vigore alla data (una categoria assente = non classificata). */
export type ProgettoTabelle = {
  codice: string;
  titolo: string;
  territorio: string;
  provincia: string;
  popolazione: number | null;
  ambiti: AmbitoLetto[];
  enti: { codice: string; nome: string; capofila: boolean }[];
  classificazione: Record<string, boolean>;
};
export type DatiTabelle = {
  bando: BandoLetto | null;
  bandi: BandoLetto[];
  categorie: Categoria[];
  progetti: ProgettoTabelle[];
  /** Il giorno in cui è stato approvato il primo progetto del bando; null se non si sa. */
  primaApprovazione: string | null;
  azioni: number;
  /** Gli estremi delle rilevazioni approvate entro la data. */
  rilevazioni: { dal: string; al: string } | null;
  /** Da dove viene la classificazione e da quando. */
  fonti: { fonte: string; dal: string }[];
};

export type CausaDiOnda = {
  codice: string;
  primaria: boolean;
  gravita: number | null;
  meseDal: string | null;
  meseAl: string | null;
  risolta: boolean;
};
export type Misurata = { valore: number; massimo: number | null; approssimato: boolean; desunto: boolean };

/** Un'azione a una rilevazione approvata: la riga del panel. Le date sono AAAA-MM-GG. */
export type Onda = {
  azione: string;
  progetto: string;
  dal: string;
  al: string;
  approvatoIl: string | null;
  dimostrativo: boolean;
  stato: StatoAzione | null;
  fonteStato: 'ESPLICITO' | 'DESUNTO' | 'NON_RILEVATO' | null;
  percentuale: number | null;
  inizioEffettivo: string | null;
  fineStimata: string | null;
  fineEffettiva: string | null;
  cause: CausaDiOnda[];
  realizzate: ({ quantita: string } & Misurata)[];
};

export type AzioneLetta = {
  codice: string;
  progetto: string;
  ente: string;
  titolo: string;
  tipo: 'SERVIZIO' | 'AZIONE';
  categoria: string | null;
  categoriaEnte: string | null;
  destinatari: string[];
  inizioPrevisto: string | null;
  finePrevista: string | null;
  campiDimostrativi: string[];
};
export type ProgettoLetto = {
  codice: string;
  titolo: string;
  territorio: string;
  ambiti: number[];
  approvazione: string | null;
  avvio: string | null;
};
export type QuantitaLetta = {
  codice: string;
  progetto: string;
  azione: string | null;
  unita: string;
  riferimento: string | null;
  previsto: Misurata | null;
};
export type CausaLetta = { codice: string; gruppo: string; etichetta: string; dipendeRegione: boolean };

export type DatiAttuazione = {
  bando: BandoLetto | null;
  bandi: BandoLetto[];
  /** Quando finisce la prima rilevazione approvata del bando, qualunque sia la data: dice da dove cominciare. */
  primaRilevazione: string | null;
  ambiti: AmbitoLetto[];
  categorie: Categoria[];
  cause: CausaLetta[];
  progetti: ProgettoLetto[];
  azioni: AzioneLetta[];
  /** Tutte le rilevazioni approvate che finiscono entro la data, di ogni azione, dalla prima all'ultima. */
  onde: Onda[];
  /** Le cause che una relazione attribuisce al progetto intero, per rilevazione. */
  causeProgetto: { progetto: string; al: string; cause: string[] }[];
  quantita: QuantitaLetta[];
  /** Le sospensioni cominciate entro la data; azione null = il progetto intero, al null = ancora aperta. */
  sospensioni: { progetto: string; azione: string | null; dal: string; al: string | null }[];
};

/** Un progetto approvato con i suoi importi, in centesimi scritti; null = il portale non li ha. */
export type ProgettoRisorse = {
  codice: string;
  territorio: string;
  richiestoCents: string | null;
  assegnatoCents: string | null;
  /** Il piano dei costi approvato, tutte le voci. */
  piano: { contributoCents: string; cofinanziamentoCents: string; naturaCents: string } | null;
  /** Vero se l'importo assegnato è inventato per la dimostrazione. */
  dimostrativo: boolean;
};
/** Una tabella pubblicata del programma: celle già decise, nulle se soppresse. */
export type PubblicataAlla = {
  il: string;
  trimestre: string;
  insieme: InsiemeIndicatori | null;
  intera: CellePubblicate;
  progetti: { codice: string; territorio: string; completi: number | null; tutti: number | null }[];
};
export type DatiRisorse = {
  bando: BandoLetto | null;
  bandi: BandoLetto[];
  primaApprovazione: string | null;
  progetti: ProgettoRisorse[];
  /** Il giorno della prima tabella pubblicata del programma. */
  primaPubblicazione: string | null;
  /** L'ultima pubblicata entro la data. */
  pubblicata: PubblicataAlla | null;
};
