import type { StatoProgetto } from '@/lib/progetti/schema';
import type { DatiCandidatura } from './candidatura';
import type { AzioneCercata, CriterioAvviso, StatoAvviso, StatoCandidatura } from './schema';
import type { Punteggi } from './stati';

/** Ciò che le letture restituiscono: istanti come testo ISO. */

export type AvvisoScritto = {
  id: string;
  titolo: string;
  testo: string;
  azioni: AzioneCercata[];
  criteri: CriterioAvviso[];
  apre: string | null;
  chiude: string | null;
  stato: StatoAvviso;
  rev: number;
  pubblicatoIl: string | null;
};

export type RigaCandidatura = {
  id: string;
  denominazione: string;
  tipo: DatiCandidatura['tipo'];
  stato: StatoCandidatura;
  punteggi: Punteggi;
  inviataIl: string;
  accolta: boolean;
};

export type AvvisoDelProgetto = {
  progetto: { id: string; codice: string; titolo: string; stato: StatoProgetto };
  /** Se l'ente di chi guarda è capofila: solo allora le candidature ci sono. */
  capofila: boolean;
  giorniMinimi: number;
  passo: { apre: string; chiude: string | null } | null;
  avviso: AvvisoScritto | null;
  candidature: RigaCandidatura[];
};

export type AllegatoCandidatura = { id: string; nome: string; byte: number };
export type CandidaturaIntera = {
  progetto: { id: string; titolo: string; stato: StatoProgetto };
  avviso: Pick<AvvisoScritto, 'titolo' | 'azioni' | 'criteri' | 'stato'>;
  candidatura: {
    id: string;
    dati: DatiCandidatura;
    email: string;
    codiceFiscale: string;
    stato: StatoCandidatura;
    inviataIl: string;
    punteggi: Punteggi;
    nota: string | null;
    rev: number;
    accolta: boolean;
  };
  allegati: AllegatoCandidatura[];
};

export type AvvisoPubblico = Omit<AvvisoScritto, 'rev' | 'stato'> & {
  chiuso: boolean;
  ente: string;
  sede: string | null;
  bando: string;
  /** L'istante del portale: se ci si può candidare lo dice il suo orologio. */
  adesso: string;
};
export type RigaAvvisoPubblico = Pick<AvvisoPubblico, 'id' | 'titolo' | 'apre' | 'chiude' | 'ente' | 'bando' | 'adesso' | 'chiuso'>;
