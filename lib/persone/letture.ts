import type { Identita } from '@/lib/identita/identita';
import type { PersonaScritta } from './schema';

/** Le forme delle letture. Date AAAA-MM-GG; istanti ISO; i nomi arrivano a parte, decifrati. */

type Scritti = Pick<
  PersonaScritta,
  | 'comuneResidenza'
  | 'senzaDimora'
  | 'cittadinanza'
  | 'origineStraniera'
  | 'titoloStudio'
  | 'condizione'
  | 'mesiDisoccupazione'
  | 'disabilita'
  | 'minoranza'
  | 'altroSvantaggio'
  | 'condizioneAbitativa'
  | 'rurale'
  | 'gruppoVulnerabile'
  | 'ingresso'
  | 'uscita'
  | 'motivoUscita'
>;
type ProgettoBreve = { id: string; codice: string; titolo: string };
export type AzioneBreve = { id: string; codice: string; titolo: string };
/** Un progetto avviato dell'ente con le azioni in cui si registra. */
export type ProgettoConAzioni = ProgettoBreve & { avvio: string | null; fine: string | null; azioni: AzioneBreve[] };

/** Una riga dell'elenco: una partecipazione. */
export type InElenco = {
  id: string;
  personaId: string;
  progetto: ProgettoBreve;
  ingresso: string;
  uscita: string | null;
  completo: boolean;
  azioni: string[];
  /** Quali esiti sono da rilevare oggi. */
  esito4: boolean;
  esito6: boolean;
  /** Ha chiesto la limitazione, o si è opposta: i suoi dati si conservano e basta. */
  limitata: boolean;
};
export type PaginaPersone = { righe: InElenco[]; precedente: string | null; successiva: string | null };

type EsitoQuattro = { cercaLavoro: boolean; istruzione: boolean; qualifica: boolean; lavoro: boolean };
type EsitoSei = { lavoro: boolean; migliorato: boolean };
type EsitiUscita = {
  uscita: string;
  motivoUscita: string;
  rientro?: string;
  esito4Settimane: EsitoQuattro | null;
  dataEsito4Settimane: string | null;
  esito6Mesi: EsitoSei | null;
  dataEsito6Mesi: string | null;
};
export type PartecipazioneLetta = Scritti &
  Omit<EsitiUscita, 'uscita' | 'motivoUscita' | 'rientro'> & {
    id: string;
    rev: number;
    progetto: ProgettoConAzioni;
    eta: number | null;
    rientri: number;
    completo: boolean;
    informativaIl: string | null;
    esitiPrecedenti: EsitiUscita[];
    frequenze: (AzioneBreve & { dal: string; al: string | null; ore: number | null })[];
  };
export type AccessoLetto = { istante: string; scopo: string; chi: string };
export type PersonaLetta = {
  id: string;
  rev: number;
  sesso: PersonaScritta['sesso'];
  dataNascita: string | null;
  senzaCodice: PersonaScritta['senzaCodice'];
  unitaA: string | null;
  anonima: boolean;
  /** Ha chiesto la limitazione, o si è opposta: i suoi dati si conservano e basta. */
  limitata: boolean;
  creataIl: string;
  nucleo: string | null;
  partecipazioni: PartecipazioneLetta[];
  accessi: AccessoLetto[];
  /** Chi ha un codice con la stessa forma senza omocodia: forse la stessa persona. */
  forse: string[];
  /** Le schede confluite in questa. */
  confluite: number;
};
export type NucleoLetto = { id: string; codice: string; persone: string[] };
/** Quante cose aspettano l'ente: solo numeri. */
export type DaFarePersone = { esiti4: number; esiti4InRitardo: number; esiti6: number; esiti6InRitardo: number; incompleti: number };
export type Nomi = ReadonlyMap<string, Identita>;
