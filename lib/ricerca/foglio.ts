import type { Cella } from '@/lib/format/csv';
import type { TabellaScaricabile } from './schema';

/**
 * Una tabella da scaricare: una riga è un'osservazione, nomi di colonna stabili in snake_case, codici e non nomi di persona.
 * Le note libere degli enti non escono: potrebbero contenere nomi. null diventa `NA`; uno stato che la fonte non dice è `non_rilevato`.
 */
export type Colonna = [nome: string, significato: string];
export type Foglio = { tabella: TabellaScaricabile; colonne: Colonna[]; righe: Cella[][] };

export const PROGETTO: Colonna = ['progetto_id', 'codice del progetto'];
export const CAPOFILA: Colonna = ['capofila', 'comune che dà il nome all’aggregazione'];

/** Un codice del database com'è scritto nei dati pubblicati: minuscolo. */
export const codice = (valore: string | null): string | null => valore?.toLowerCase() ?? null;
export const siNo = (valore: boolean | null): number | null => (valore === null ? null : Number(valore));
/** Più valori in una cella; nessun valore è mancante, non vuoto. */
export const lista = (valori: readonly (string | number)[], separatore = '|'): string | null => valori.join(separatore) || null;
/** Quattro decimali: abbastanza per ricalcolare, senza code binarie. */
export const tonda = (valore: number | null): number | null => (valore === null ? null : Math.round(valore * 10_000) / 10_000);
