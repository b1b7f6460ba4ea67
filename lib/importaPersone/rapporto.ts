import type { Problema } from './righe';

/** L'esito del controllo di un file: quante righe, e che cosa non va. Nessuna identità. */
export type Controllo = {
  /** SHA-256 del file: l'importazione accetta solo lo stesso. */
  impronta: string;
  /** Righe che si importerebbero: persone nuove, partecipazioni di chi c'è già, altre azioni e rientri. */
  importabili: number;
  nuovePersone: number;
  partecipazioni: number;
  altreAzioni: number;
  rientri: number;
  giaPresenti: number;
  rifiutate: number;
  /** Le prime righe rifiutate. */
  mostrate: { numero: number; problemi: Problema[] }[];
  colonneIgnorate: string[];
};

/** Ciò che un'importazione ha scritto. */
export type Importate = { righe: number; nuovePersone: number; giaPresenti: number; rifiutate: number };

/** Lo stato del modulo: prima, dopo il controllo, dopo l'importazione, o perché no. */
export type StatoImporta =
  | { status: 'idle' }
  | { status: 'controllato'; progettoId: string; nomeFile: string; controllo: Controllo }
  | { status: 'importato'; progettoId: string; nomeFile: string; fatte: Importate }
  | { status: 'refused'; progettoId: string; message: string };
