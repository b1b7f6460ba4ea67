import type { StatoAzione } from '@/lib/attuazione/schema';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Le azioni nel tempo, come le leggono le pagine. Date AAAA-MM-GG (Europe/Rome), mesi AAAA-MM, percentuali intere. */

export type SospensioneLetta = { azioneId: string | null; motivo: string; dal: string; al: string | null };

/** Il progetto di cui si leggono le azioni; `fineOriginaria` solo se una proroga ha spostato la fine. */
export type ProgettoDelleAzioni = {
  id: string;
  titolo: string;
  codice: string;
  stato: StatoProgetto;
  fine: string | null;
  fineOriginaria: string | null;
};

/** Le date di un'azione: in vigore e, dove una modifica o una proroga le ha cambiate, quelle approvate all'inizio. */
export type DatePiano = {
  inizioPrevisto: string | null;
  finePrevista: string | null;
  inizioOriginario: string | null;
  fineOriginaria: string | null;
};

/** Ciò che dice l'ultima relazione presentata; `stato` nullo = non rilevato. */
export type Situazione = {
  periodoAl: string;
  stato: StatoAzione | null;
  percentuale: number | null;
  inizioEffettivo: string | null;
  fineStimata: string | null;
  fineEffettiva: string | null;
};

export type AzioneNelTempo = DatePiano & {
  id: string;
  codice: string;
  titolo: string;
  ente: string;
  mia: boolean;
  annullataIl: string | null;
  situazione: Situazione | null;
};

export type AzioniNelTempo = { progetto: ProgettoDelleAzioni; azioni: AzioneNelTempo[]; sospensioni: SospensioneLetta[] };

export type CausaNelTempo = {
  codice: string;
  etichetta: string;
  primaria: boolean;
  gravita: number | null;
  meseDal: string | null;
  meseAl: string | null;
  risolta: boolean;
  dipendeRegione: boolean;
};

/** Una dichiarazione presentata sull'azione, con il suo periodo. */
export type Dichiarata = Omit<Situazione, 'periodoAl'> & {
  rapportoId: string;
  dal: string;
  al: string;
  /** L'ente che l'ha scritta: resta lui anche se l'azione è passata a un altro. */
  ente: string;
  invariato: boolean;
  contromisura: string | null;
  contromisuraEsito: 'FUNZIONA' | 'IN_PARTE' | 'NON_FUNZIONA' | null;
  cause: CausaNelTempo[];
};

export type QuantitaNelTempo = {
  id: string;
  unita: string;
  riferimento: string | null;
  previsto: number | null;
  toltaIl: string | null;
  /** I valori cumulati dichiarati, dal periodo più vecchio. */
  valori: { dal: string; al: string; valore: number }[];
};

/** Qualcosa che la Regione deve ancora fare e che tocca quest'azione, con il giorno da cui aspetta. */
export type AttesaRegione = { genere: 'CHIARIMENTO' | 'RELAZIONE' | 'MODIFICA' | 'PROROGA'; id: string; dal: string };

export type ModificaDellAzione = { id: string; numero: number; stato: string; presentata: string; etichette: string[] };
export type ProrogaDellAzione = {
  id: string;
  numero: number;
  stato: string;
  delProgetto: boolean;
  fineAttuale: string;
  fineChiesta: string;
  fineConcessa: string | null;
};

export type AzioneIntera = {
  progetto: ProgettoDelleAzioni;
  azione: AzioneNelTempo & { categoria: string | null };
  /** Dalla più recente. */
  storia: Dichiarata[];
  quantita: QuantitaNelTempo[];
  modifiche: ModificaDellAzione[];
  proroghe: ProrogaDellAzione[];
  sospensioni: SospensioneLetta[];
  prove: { id: string; nome: string; al: string }[];
  attese: AttesaRegione[];
};
