import type { Configurazione } from '@/lib/bandi/configurazione';
import type { ContestoPiano } from '@/lib/piano/contesto';

/** Ciò che serve a disegnare i campi di una sezione, oltre ai valori. Gli elenchi che la sezione non usa restano vuoti. */
export type ContestoModulo = {
  /** Manca nell'anteprima di un bando, dove una domanda non c'è. */
  progettoId?: string;
  organizzazioni: { id: string; nome: string }[];
  /** Con quanto il bando assegna a ciascuno, se lo dice. */
  ambiti: { id: string; numero: number; nome: string; spettaCents?: string }[];
  principi: Configurazione['principi'];
  documenti: { chiave: string; nome: string }[];
  /** Solo per le sezioni delle azioni e del quadro economico. */
  piano?: ContestoPiano;
};

export const CONTESTO_VUOTO: ContestoModulo = { organizzazioni: [], ambiti: [], principi: [], documenti: [] };
