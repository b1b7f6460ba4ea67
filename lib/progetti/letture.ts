import type { StatoAzione, StatoParte, StatoRapporto } from '@/lib/attuazione/schema';
import type { Lettore, Ruolo } from '@/lib/auth/attore';
import type { Segnale } from '@/lib/segnali/rules';
import type { Vita } from '@/lib/sospensioni/vita';
import type { StatoProgetto } from './schema';

/** Ciò che le pagine dei progetti leggono. Date AAAA-MM-GG, istanti ISO, percentuali intere, importi in centesimi scritti come testo. */

export type ProgettoInElenco = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  capofila: string | null;
  enti: number;
  azioni: number;
  /** L'ultimo periodo finito e la sua relazione (null: nessuno l'ha aperta, o è una bozza che non si vede). */
  periodo: { dal: string; al: string; scadenza: string } | null;
  relazione: { id: string; stato: StatoRapporto } | null;
};

export type PaginaProgetti = {
  righe: ProgettoInElenco[];
  /** Quanti progetti passano i filtri, e quanti vengono prima di questa pagina. */
  totale: number;
  prima: number;
  /** La chiave della pagina precedente: vuota = la prima, null = non c'è. */
  precedente: string | null;
  successiva: string | null;
};

export type CausaDellAzione = { codice: string; etichetta: string };

export type AzioneDelProgetto = {
  id: string;
  codice: string;
  titolo: string;
  ente: string;
  mia: boolean;
  categoria: string | null;
  inizioPrevisto: string | null;
  finePrevista: string | null;
  /** L'ultima dichiarazione presentata; le bozze non contano. */
  ultimo: {
    stato: StatoAzione | null;
    percentuale: number | null;
    /** L'avanzamento della relazione precedente, per dire di quanto è cambiato. */
    percentualePrima: number | null;
    inizioEffettivo: string | null;
    fineStimata: string | null;
    fineEffettiva: string | null;
    periodo: { dal: string; al: string };
    cause: readonly CausaDellAzione[];
  } | null;
};

export type RelazioneDelProgetto = {
  periodoId: string;
  numero: number;
  tipo: 'RILEVAZIONE' | 'ORDINARIO' | 'STRAORDINARIO';
  dal: string;
  al: string;
  scadenza: string;
  /** Falso se una sospensione lo copre tutto: non si rendiconta. */
  dovuto: boolean;
  rapporto: { id: string; stato: StatoRapporto; presentatoIl: string | null; decisoIl: string | null } | null;
};

export type EnteDelProgetto = {
  id: string;
  nome: string;
  esteso: string;
  ruolo: 'CAPOFILA' | 'PARTNER_GESTORE' | 'PARTNER_ETS' | 'ALTRO';
  ambito: string | null;
  /** L'ultimo giorno in cui vi ha partecipato, se ne è uscito; e l'ente in cui è confluito. */
  al: string | null;
  confluita: { in: string; dal: string } | null;
  /** La sua parte nell'ultima relazione che si vede. */
  parte: StatoParte | null;
};

export type EventoDelProgetto = {
  id: string;
  atto: string;
  istante: string;
  ruolo: Ruolo | null;
  ente: string | null;
  /** Il periodo della relazione a cui l'atto si riferisce. */
  periodo: { dal: string; al: string } | null;
  /** L'ente di cui è la parte, e il codice dell'azione, quando l'atto li nomina. */
  enteParte: string | null;
  azione: string | null;
};

export type ProgettoIntero = {
  id: string;
  codice: string;
  titolo: string;
  acronimo: string | null;
  territorio: string;
  stato: StatoProgetto;
  popolazione: number | null;
  nComuni: number | null;
  sintesiStato: string | null;
  cup: string | null;
  attoApprovazione: string | null;
  dataApprovazione: string | null;
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  richiestoCents: string | null;
  assegnatoCents: string | null;
  iniziativeCollegate: readonly string[];
  /** Nomi delle colonne inventate per la dimostrazione. */
  campiDimostrativi: readonly string[];
  /** Vero se anche il piano delle azioni (date, ente responsabile) è inventato. */
  pianoDimostrativo: boolean;
  fonti: readonly string[];
  bando: { titolo: string; atto: string | null; fasi: readonly { nome: string; dal: string; al: string | null }[] };
  ambiti: readonly { numero: number; nome: string }[];
  enti: readonly EnteDelProgetto[];
  destinatari: readonly {
    previsto: number | null;
    previstoMax: number | null;
    approssimato: boolean;
    unita: string;
    riferimento: string | null;
  }[];
  azioni: readonly AzioneDelProgetto[];
  relazioni: readonly RelazioneDelProgetto[];
  /** La fine, e ciò che l'ha spostata o la sposta. */
  vita: Vita;
  /** Gli ultimi atti, dal più recente; vuoto per chi non legge il registro (la ricerca). */
  eventi: readonly EventoDelProgetto[];
  /** In ordine per chi legge; vuoto per la ricerca, che legge i dati e non le pratiche. */
  segnali: readonly Segnale[];
};

/** Un progetto come lo legge chi sta in un'organizzazione, in un giorno (AAAA-MM-GG): tutto ciò da cui dipende la sua pagina. */
export type ProgettoLetto = { lettore: Lettore; organizzazioneId: string; oggi: string; progetto: ProgettoIntero };
