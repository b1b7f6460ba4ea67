import type { Ruolo } from '@/lib/auth/attore';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { StatoAzione, StatoParte, StatoRapporto } from './schema';

/** Ciò da cui nascono i compiti di un ente, e i compiti: forme soltanto, comuni a chi li calcola e a chi li mostra. */

export type ParteInvia = { organizzazioneId: string; nome: string; stato: StatoParte; consegnatoIl: string | null };

export type ChiarimentoAperto = {
  id: string;
  azioneId: string;
  azione: string;
  mia: boolean;
  domanda: string;
  entro: string;
  chiestoIl: string;
};

export type RapportoDovuto = {
  id: string;
  stato: StatoRapporto;
  presentatoIl: string | null;
  sospesoDal: string | null;
  sospesoSecondi: number;
  decisoIl: string | null;
  notaDecisione: string | null;
  miaParte: StatoParte | null;
  notaRinvio: string | null;
  parti: ParteInvia[];
  /** Azioni del mio ente con uno stato scritto in questa relazione. */
  compilate: number;
  /** I rilievi su relazioni precedenti a cui rispondere prima di inviare questa. */
  rilieviAperti?: number;
  chiarimenti: ChiarimentoAperto[];
};

export type PeriodoDovuto = {
  id: string;
  dal: string;
  al: string;
  scadenza: string;
  /** L'ha chiesta la Regione, oltre a quelle del calendario. */
  straordinario?: boolean;
  rapporto: RapportoDovuto | null;
};

/** Ciò che serve a dire che cosa un ente deve fare per una domanda, dal bando all'approvazione. Istanti ISO, date AAAA-MM-GG. */
export type DomandaDovuta = {
  /** Fino a quando si presenta l'idea e il progetto definitivo; null se il bando non lo dice. */
  chiudeIdea: string | null;
  chiudeProgetto: string | null;
  /** Che cosa la Regione ha chiesto e non ha ancora avuto. */
  richieste: { id: string; genere: 'INTEGRAZIONE' | 'PREAVVISO'; entro: string; sezioni: number }[];
  avviso: { stato: 'BOZZA' | 'PUBBLICATO' | 'CHIUSO'; chiude: string | null } | null;
  candidatureDaDecidere: number;
  prescrizioniMie: { quante: number; entro: string } | null;
  /** L'ente è stato aggiunto come partner e non ha ancora detto di sì. */
  daConfermare: boolean;
  /** Il concesso è meno del richiesto e nessuno ha ancora rimodulato. */
  daRimodulare: boolean;
  /** Il progetto è approvato e mancano dati per la convenzione. */
  daConvenzionare: boolean;
};

/** Un progetto dell'ente con le relazioni non ancora approvate. Date AAAA-MM-GG, istanti ISO. */
export type ProgettoConDoveri = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: boolean;
  capofilaNome: string | null;
  giorniVerifica: number;
  popolazione: number | null;
  enti: number;
  ambiti: number;
  azioniMie: number;
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  azioni: { stato: StatoAzione | null; n: number }[];
  /** Finché il progetto non è avviato: null dopo. */
  domanda: DomandaDovuta | null;
  periodi: PeriodoDovuto[];
  /** Vero nei giorni in cui il progetto è sospeso: nulla è dovuto. */
  sospeso?: boolean;
  /** Le richieste di proroga in bozza. */
  prorogheInBozza?: { id: string; azione: string | null; fine: string }[];
};

/** Chi guarda e quando: `oggi` AAAA-MM-GG a Roma, `adesso` lo stesso presente come istante. */
export type Presente = { oggi: string; adesso: Date; organizzazioneId: string; ruolo: Ruolo };

/** Una cosa da fare. Senza `entro` va fatta ma nessuno ha fissato un termine. */
export type Compito = {
  id: string;
  titolo: string;
  perche: string;
  provenienza: string;
  href: string;
  azione: string;
  entro: string | null;
};

/** Una cosa che aspetta altri, da quanti giorni; `oltre` = quanti giorni ha superato il termine di chi deve muoverla. */
export type Attesa = {
  id: string;
  titolo: string;
  perche: string;
  href: string;
  giorni: number;
  oltre: number;
  stato: { di: 'rapporto'; valore: StatoRapporto } | { di: 'parte'; valore: StatoParte };
};
