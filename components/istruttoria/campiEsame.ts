import type { Opzione } from '../forms/Selezione';

/** Un campo di un modulo dell'esame, descritto dal server: il modulo lo disegna e, se torna indietro, lo riempie come era. */
type Comune = { nome: string; etichetta: string; aiuto?: string; valore?: string; facoltativo?: boolean };
export type CampoEsame =
  | (Comune & { tipo: 'testo'; larghezza?: 'numero' })
  | (Comune & { tipo: 'data' })
  | (Comune & { tipo: 'importo' })
  | (Comune & { tipo: 'area'; massimo: number; righe?: number })
  | (Comune & { tipo: 'scelta'; opzioni: Opzione[]; vuota?: string })
  /** Una risposta sola tra poche, tutte in vista. */
  | (Comune & { tipo: 'risposta'; opzioni: Opzione[] })
  /** Caselle: ciascuna si chiama `<nome>.<codice>`. */
  | (Comune & { tipo: 'caselle'; opzioni: Opzione[]; spuntate?: string[] });

export type GruppoCampi = { legenda?: string; campi: CampoEsame[] };
