import { z } from 'zod';
import { giornoDi } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';
import type { StatoAzione } from '@/lib/attuazione/schema';

/** Le parole della ricerca: che cosa si scarica, con quali filtri, e la forma delle righe che il database dà. */

export const TabellaScaricabile = z.enum(['1.1', '1.2', '1.3', '1.4', '1.5', '3.1', 'stati', 'cause', 'azioni', 'quantita', 'avvio', 'pannello']);
export type TabellaScaricabile = z.infer<typeof TabellaScaricabile>;

/** csv: per Excel italiano; csv-r: per R e simili. */
export const Formato = z.enum(['csv', 'csv-r', 'xlsx']);
export type Formato = z.infer<typeof Formato>;

/** Filtri di lettura: null = nessuno. `data` è il giorno di riferimento, AAAA-MM-GG. */
export type FiltriRicerca = { data: string; bando: string | null; ambito: number | null; categoria: string | null };

type Grezzo = string | string[] | undefined;
const uno = (valore: Grezzo): string => (Array.isArray(valore) ? (valore[0] ?? '') : (valore ?? '')).trim();

/**
 * I filtri come arrivano da un indirizzo o da un modulo. Una data che non esiste, o nel futuro, non si indovina: `errori.data` dice che
 * cosa scrivere e si resta a oggi. Un codice che non può esistere vale nessun filtro, e lo dice.
 */
export function leggiFiltri(grezzi: Record<string, Grezzo>, adesso: Date): { filtri: FiltriRicerca; errori: { data?: string; filtro?: string } } {
  const oggi = giornoDi(adesso);
  const errori: { data?: string; filtro?: string } = {};
  const letta = leggiData(uno(grezzi.data));
  if (!letta.ok) errori.data = letta.messaggio;
  else if (letta.iso && letta.iso > oggi) errori.data = 'La data di riferimento non può essere dopo oggi.';
  const ambito = uno(grezzi.ambito);
  const codice = (valore: Grezzo): string | null => {
    const testo = uno(valore);
    if (testo === '' || /^[A-Za-z0-9_.-]{1,60}$/.test(testo)) return testo || null;
    errori.filtro = 'Un filtro di questo indirizzo non esiste: mostriamo tutto.';
    return null;
  };
  if (ambito !== '' && !/^\d{1,4}$/.test(ambito)) errori.filtro = 'Un filtro di questo indirizzo non esiste: mostriamo tutto.';
  return {
    filtri: {
      data: letta.ok && letta.iso && !errori.data ? letta.iso : oggi,
      bando: codice(grezzi.bando),
      ambito: /^\d{1,4}$/.test(ambito) ? Number(ambito) : null,
      categoria: codice(grezzi.categoria),
    },
    errori,
  };
}

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
export type ProgettoLetto = { codice: string; titolo: string; territorio: string; ambiti: number[]; approvazione: string | null; avvio: string | null };
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
};
