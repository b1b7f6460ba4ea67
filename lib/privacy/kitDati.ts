import { dataBreve } from '@/lib/format/data';
import { nomeRegione } from '@/lib/organizzazioni/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** I dati di un progetto che riempiono i modelli. Date AAAA-MM-GG. */
export type DatiKit = {
  progetto: {
    id: string;
    codice: string;
    titolo: string;
    cup: string | null;
    stato: StatoProgetto;
    avvio: string | null;
    fine: string | null;
  };
  bando: { titolo: string; atto: string | null; programma: string; fondo: string | null };
  regione: { nome: string; direzione: string | null; indirizzo: string | null };
  /** L'ente che consegna i modelli: quello di chi li scarica, o il capofila se li scarica la Regione. */
  ente: { nome: string; sede: string | null; capofila: boolean };
  capofila: string;
  /** Gli altri enti del progetto. */
  partner: string[];
  /** Le azioni dell'ente. */
  azioni: string[];
  periodoConvenzione: { atto: string | null; data: string | null } | null;
};

/** Ciò che il portale non sa e che l'ente scrive prima di consegnare. */
export const DA_SCRIVERE = '______________________';

/** Che cosa manca nei modelli di un progetto: lo si completa a mano, o nel DOCX. */
export const daCompletare = ({ progetto, regione, ente, bando }: DatiKit): string[] => [
  'i recapiti del responsabile della protezione dei dati (DPO) della Regione',
  'i recapiti del responsabile della protezione dei dati (DPO) dell’ente',
  'l’indirizzo a cui una persona scrive per esercitare i suoi diritti',
  ...(regione.indirizzo ? [] : ['l’indirizzo della Regione']),
  ...(ente.sede ? [] : ['l’indirizzo dell’ente']),
  ...(progetto.cup ? [] : ['il CUP del progetto']),
  ...(bando.atto ? [] : ['l’atto che approva il bando']),
];

/** Che cosa deve guardare un legale prima dell'uso: i modelli non lo sostituiscono. */
export const DA_VERIFICARE =
  'Modello preparato dal portale con i dati del progetto. Prima di usarlo lo verificano il responsabile della protezione dei dati e un legale dell’ente: in particolare i ruoli ' +
  'di titolare e responsabile nella convenzione, la base giuridica delle categorie particolari di dati, i termini di conservazione, e la valutazione d’impatto (art. 35).';

export const titolare = ({ regione }: DatiKit): string =>
  [nomeRegione(regione.nome), regione.direzione, regione.indirizzo].filter(Boolean).join(', ');
export const enteScritto = ({ ente }: DatiKit): string => [ente.nome, ente.sede ?? DA_SCRIVERE].join(', ');
const periodo = ({ progetto: { avvio, fine } }: DatiKit): string =>
  avvio ? `dal ${dataBreve(avvio)} al ${fine ? dataBreve(fine) : DA_SCRIVERE}` : DA_SCRIVERE;
export const fattiProgetto = (kit: DatiKit): { nome: string; valore: string }[] => [
  { nome: 'Progetto', valore: `${kit.progetto.titolo} (${kit.progetto.codice})` },
  { nome: 'CUP', valore: kit.progetto.cup ?? DA_SCRIVERE },
  { nome: 'Programma e bando', valore: [kit.bando.programma, kit.bando.titolo, kit.bando.atto].filter(Boolean).join(', ') },
  { nome: 'Periodo', valore: periodo(kit) },
  { nome: 'Ente capofila', valore: kit.capofila },
];
