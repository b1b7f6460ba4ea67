import type { CategoriaCosto } from '@/lib/bandi/configurazione';
import type { AzionePiano, Partner, VoceBudget } from '@/lib/domande/valori';

/** Ciò che serve a scrivere e a controllare le azioni e il quadro economico di un progetto (lo legge lib/piano/queries.ts in un'istruzione). */
export type ContestoPiano = {
  partner: Pick<Partner, 'organizzazioneId' | 'denominazione'>[];
  categorieCosto: CategoriaCosto[];
  categorieIntervento: { codice: string; etichetta: string; tipo: AzionePiano['tipo'] }[];
  gruppi: { codice: string; etichetta: string }[];
  /** Quanto si può chiedere; null = il bando non lo dice. */
  contributoMinCents: string | null;
  contributoMaxCents: string | null;
  /** Quanto il bando assegna agli ambiti della domanda, se è non competitivo e lo dice. */
  spettaCents?: string | null;
  /** Le azioni già scritte nella loro sezione: il quadro economico vi si riferisce. */
  azioni: AzionePiano[];
  voci: VoceBudget[];
  /** AAAA-MM-GG: serve al disegno del cronoprogramma. */
  oggi: string;
};

export type Piano = { azioni: AzionePiano[]; voci: VoceBudget[] };
