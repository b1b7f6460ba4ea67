import type { EsitoContromisura, StatoAzione, StatoChiarimento, StatoParte, StatoRapporto, StatoRilievo } from './schema';

/** Parole e famiglie di colore degli stati (design: sette famiglie, testo più icona più colore). */
type Famiglia = 'bozza' | 'regione' | 'tocca' | 'positivo' | 'negativo' | 'fermo' | 'neutro' | 'finale';
export type Etichetta = {
  testo: string;
  famiglia: Famiglia;
  icona:
    | 'matita'
    | 'invio'
    | 'cerca'
    | 'fumetto'
    | 'spunta'
    | 'spunta-cerchio'
    | 'spunta-piena'
    | 'spunta-punto'
    | 'croce'
    | 'barrato'
    | 'ritorno';
};

export const ETICHETTA_RAPPORTO: Record<StatoRapporto, Etichetta> = {
  BOZZA: { testo: 'Bozza, non presentata', famiglia: 'bozza', icona: 'matita' },
  PRESENTATO: { testo: 'Presentata', famiglia: 'regione', icona: 'invio' },
  IN_VERIFICA: { testo: 'In verifica', famiglia: 'regione', icona: 'cerca' },
  CHIARIMENTI: { testo: 'Chiarimenti chiesti', famiglia: 'tocca', icona: 'fumetto' },
  APPROVATO: { testo: 'Approvata', famiglia: 'positivo', icona: 'spunta-piena' },
  APPROVATO_CON_RILIEVI: { testo: 'Approvata con rilievi', famiglia: 'positivo', icona: 'spunta-punto' },
  RESPINTO: { testo: 'Respinta', famiglia: 'negativo', icona: 'croce' },
};

export const ETICHETTA_PARTE: Record<StatoParte, Etichetta> = {
  NON_DOVUTO: { testo: 'Non dovuta', famiglia: 'neutro', icona: 'barrato' },
  APERTO: { testo: 'Da consegnare', famiglia: 'bozza', icona: 'matita' },
  CONSEGNATO: { testo: 'Consegnata', famiglia: 'positivo', icona: 'spunta-cerchio' },
  RINVIATO: { testo: 'Rinviata', famiglia: 'tocca', icona: 'ritorno' },
  INCLUSO: { testo: 'Inclusa', famiglia: 'finale', icona: 'spunta' },
};

export const ETICHETTA_CHIARIMENTO: Record<StatoChiarimento, Etichetta> = {
  APERTO: { testo: 'In attesa di risposta', famiglia: 'tocca', icona: 'fumetto' },
  RISPOSTO: { testo: 'Risposto', famiglia: 'positivo', icona: 'spunta-cerchio' },
  CHIUSO: { testo: 'Chiuso', famiglia: 'finale', icona: 'spunta' },
};

export const ETICHETTA_RILIEVO: Record<StatoRilievo, Etichetta> = {
  APERTO: { testo: 'Da rispondere', famiglia: 'tocca', icona: 'fumetto' },
  RISPOSTO: { testo: 'Risposto', famiglia: 'regione', icona: 'spunta-cerchio' },
  CHIUSO: { testo: 'Chiuso', famiglia: 'finale', icona: 'spunta' },
};

/** Com'è andata la contromisura dichiarata prima, come si dice e come si sceglie. */
export const ESITI_CONTROMISURA: Record<EsitoContromisura, string> = {
  FUNZIONA: 'Ha funzionato',
  IN_PARTE: 'In parte',
  NON_FUNZIONA: 'Non ha funzionato',
};
export const esitoContromisura = (esito: EsitoContromisura | null | undefined): string =>
  esito ? ESITI_CONTROMISURA[esito] : 'Non ancora noto';

const AZIONE: Record<StatoAzione, string> = {
  NON_AVVIATA: 'Non avviata',
  IN_PREPARAZIONE: 'In preparazione',
  IN_CORSO: 'In corso',
  PARZIALMENTE_REALIZZATA: 'Realizzata in parte',
  COMPLETATA: 'Conclusa',
  SOSPESA: 'Sospesa',
  ANNULLATA: 'Annullata',
};

/** null non è "non avviata": la fonte non lo dice. */
export const etichettaAzione = (stato: StatoAzione | null): string => (stato ? AZIONE[stato] : 'Stato non rilevato');

/** I gruppi della tassonomia delle cause, nell'ordine del rapporto. */
export const GRUPPI_CAUSE: Record<string, string> = {
  coordinamento: 'Coordinamento',
  terzo_settore: 'Terzo settore',
  volontariato: 'Volontariato e partecipazione',
  amministrativo: 'Amministrazione e regole',
  risorse: 'Risorse',
  progettazione: 'Progettazione',
  covid: 'Emergenza sanitaria',
  sostenibilita: 'Sostenibilità',
  digitale: 'Digitale',
  altro: 'Altro',
};

/** Gli stati tra cui un ente sceglie, nell'ordine del modulo: per annullare un'azione serve una modifica del progetto. */
export const STATI_DA_SCEGLIERE = [
  'NON_AVVIATA',
  'IN_PREPARAZIONE',
  'IN_CORSO',
  'PARZIALMENTE_REALIZZATA',
  'COMPLETATA',
  'SOSPESA',
] as const;
