import type { StatoProgetto } from '@/lib/progetti/schema';
import type { StatoOIgnoto } from './queries';
import type { Aspetta, Attesa, Condizioni } from './schema';

/** Le righe degli elenchi dietro i numeri del cruscotto. Date AAAA-MM-GG, percentuali intere, ritardi in giorni. */
export type ProgettoInElenco = {
  id: string;
  chiave: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  capofila: string | null;
  azioni: number;
  inRitardo: number;
  /** Relazioni scadute e non presentate, e la prima scadenza ancora aperta. */
  scadute: number;
  scadenza: string | null;
  /** Chi deve muovere che cosa, dalla più vecchia. */
  attese: { chi: Aspetta; che: Attesa; dal: string }[];
  istruttore: string | null;
};

export type AzioneInElenco = {
  id: string;
  chiave: string;
  progettoId: string;
  progetto: string;
  territorio: string;
  codice: string;
  titolo: string;
  ente: string;
  stato: StatoOIgnoto;
  percentuale: number | null;
  fine: string | null;
  ritardo: number;
  causa: string | null;
};

type Scelta = { id: string; nome: string };
export type VistaSalvata = { id: string; nome: string; filtri: Condizioni };
/** Ciò con cui si restringe un elenco. */
export type Scelte = {
  bandi: Scelta[];
  ambiti: Scelta[];
  istruttori: Scelta[];
  cause: { codice: string; etichetta: string }[];
  viste: VistaSalvata[];
};
/** Una pagina di un elenco: `prima` = quante righe la precedono; `dopo` e `precedente` = le chiavi delle pagine accanto ('' la prima, null nessuna). */
export type Pagina<R> = { righe: R[]; totale: number; progetti: number; prima: number; dopo: string | null; precedente: string | null };
