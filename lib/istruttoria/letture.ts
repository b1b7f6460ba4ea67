import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseEsame, Tocca } from './regole';
import type { Verifiche } from './verifiche';

/** Ciò che le pagine dell'esame leggono. Date AAAA-MM-GG, istanti ISO, importi in centesimi scritti come testo. */

export type DomandaInElenco = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: string | null;
  bando: string;
  /** Quando è stata depositata l'ultima versione. */
  depositataIl: string | null;
  assegnataA: string | null;
  assegnataNome: string | null;
  tocca: Tocca | null;
  /** Il termine della richiesta aperta all'ente, se c'è, e quanti giorni mancano. */
  termine: string | null;
  mancano: number | null;
};

export type PaginaIstruttorie = {
  righe: DomandaInElenco[];
  conteggi: { tutte: number; mie: number; libere: number };
  bandi: { id: string; titolo: string }[];
  dopo: string | null;
};

export type RichiestaDellaRegione = {
  id: string;
  fase: FaseEsame | 'RIMODULAZIONE';
  genere: 'INTEGRAZIONE' | 'PREAVVISO';
  motivo: string;
  sezioni: string[];
  testo: string;
  entro: string;
  stato: 'APERTA' | 'RISPOSTA' | 'CHIUSA';
  risposta: string | null;
  chiestaIl: string;
  rispostaIl: string | null;
};

export type EsitoDecisione = 'AMMISSIBILE' | 'INAMMISSIBILE' | 'APPROVATO' | 'APPROVATO_CON_PRESCRIZIONI' | 'NON_APPROVATO' | 'ANNULLATA';

export type DecisioneLetta = {
  id: string;
  fase: FaseEsame | 'RIMODULAZIONE';
  esito: EsitoDecisione;
  motivi: string[];
  motivazione: string | null;
  atto: string | null;
  dataAtto: string | null;
  richiestoCents: string | null;
  concessoCents: string | null;
  concessoPerCategoria: Record<string, string> | null;
  decisaIl: string;
};

export type IstruttoriaIntera = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  fase: FaseEsame;
  bando: { id: string; titolo: string };
  /** La configurazione della versione del bando, da leggere con lo schema di lib/bandi/configurazione. */
  configurazione: unknown;
  enti: { id: string; nome: string; ruolo: 'CAPOFILA' | 'PARTNER_GESTORE' | 'PARTNER_ETS' | 'ALTRO' }[];
  versione: { numero: number; fase: string; genere: string; creataIl: string; protocollo: string; sha256: string; ente: string } | null;
  istruttoria: {
    assegnataA: string | null;
    assegnataNome: string | null;
    assegnataIl: string | null;
    verifiche: Verifiche;
    rev: number;
    chiusaIl: string | null;
  } | null;
  istruttori: { id: string; nome: string }[];
  richieste: RichiestaDellaRegione[];
  decisioni: DecisioneLetta[];
  consolidata: { totaleCentesimi: number; consolidataIl: string } | null;
  /** Le voci del piano dell'ultima versione depositata del progetto, per gli importi chiesti. */
  voci: { categoria: string; contributoCents: string }[];
  capienza: { dotazioneCents: string | null; impegnatoCents: string };
};

/** Le richieste della fase in esame e l'istante dell'ultimo deposito, come le vogliono le regole. */
export const richiesteInEsame = ({ richieste, fase, versione }: Pick<IstruttoriaIntera, 'richieste' | 'fase' | 'versione'>) => ({
  richieste: richieste.filter((r) => r.fase === fase).map((r) => ({ ...r, entro: new Date(r.entro), chiestaIl: new Date(r.chiestaIl) })),
  depositataIl: versione ? new Date(versione.creataIl) : null,
});
