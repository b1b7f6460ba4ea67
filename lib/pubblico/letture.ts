import type { StatoAzione } from '@/lib/attuazione/schema';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Ciò che le pagine pubbliche leggono: date come AAAA-MM-GG, importi in centesimi come testo. Solo organizzazioni, mai persone. */

export type RigaElencoPubblico = {
  codice: string;
  titolo: string;
  territorio: string;
  capofila: string | null;
  stato: StatoProgetto;
  abitanti: number | null;
  importoCents: string | null;
};

export type ElencoPubblico = {
  righe: RigaElencoPubblico[];
  totale: number;
  prima: number;
  /** La chiave da cui comincia la pagina prima ('' la prima); null se questa è la prima. */
  precedente: string | null;
  successiva: string | null;
  scelte: { ambiti: { numero: number; nome: string }[]; categorie: { codice: string; etichetta: string }[] };
};

export type AzionePubblica = {
  codice: string;
  titolo: string;
  categoria: string | null;
  ente: string;
  inizio: string | null;
  fine: string | null;
  stato: StatoAzione | null;
  statoAl: string | null;
};

export type ProgettoPubblico = {
  codice: string;
  titolo: string;
  acronimo: string | null;
  territorio: string;
  provincia: string;
  abitanti: number | null;
  comuni: number | null;
  stato: StatoProgetto;
  cup: string | null;
  dataApprovazione: string | null;
  atto: string | null;
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  importoCents: string | null;
  campiDimostrativi: string[];
  bando: { titolo: string; atto: string | null; programma: string; fondo: string | null };
  capofila: string | null;
  ambiti: { numero: number; nome: string }[];
  categorie: { codice: string; etichetta: string }[];
  enti: { nome: string; tipo: string; ruolo: string; sede: string | null }[];
  azioni: AzionePubblica[];
};

/** Un fatto pubblico da annunciare: un bando, un avviso, un progetto approvato. `quando` è un istante ISO. */
export type Novita = {
  id: string;
  tipo: 'bando' | 'avviso' | 'decisione';
  titolo: string;
  chi: string;
  riferimento: string;
  atto: string | null;
  quando: string;
};

/** Un avviso a cui ci si può candidare adesso; `chiude` è un istante ISO. */
export type AvvisoAperto = { id: string; titolo: string; ente: string; chiude: string | null };

export type Sito = {
  /** Chi pubblica; null se il portale non ha ancora una Regione. */
  regione: { nome: string; codice: string } | null;
  progetti: string[];
  avvisi: string[];
  aggiornato: string;
};
