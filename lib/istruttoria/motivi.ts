/** I motivi che la Regione può scrivere: un elenco chiuso, con la spiegazione a parte. I codici restano negli eventi e nelle decisioni. */

/** Perché una sezione va integrata (product §2: errato, incompleto, superato). */
export const MOTIVI_INTEGRAZIONE = {
  ERRATO: 'Contiene un errore',
  INCOMPLETO: 'È incompleta',
  SUPERATO: 'È superata da un fatto nuovo',
} as const;
export type MotivoIntegrazione = keyof typeof MOTIVI_INTEGRAZIONE;
export const CODICI_INTEGRAZIONE = Object.keys(MOTIVI_INTEGRAZIONE) as [MotivoIntegrazione, ...MotivoIntegrazione[]];

/** Perché una domanda non è ammissibile. */
export const MOTIVI_INAMMISSIBILITA = {
  FUORI_TERMINE: 'Presentata fuori termine',
  PROPONENTE_NON_AMMESSO: 'Chi la presenta non può partecipare al bando',
  PARTENARIATO_NON_CONFORME: 'L’aggregazione non ha i requisiti del bando',
  DOCUMENTI_MANCANTI: 'Mancano documenti obbligatori',
  CONTENUTO_NON_PERTINENTE: 'L’oggetto non rientra tra quelli del bando',
  IMPORTO_NON_CONFORME: 'L’importo o i costi non rispettano il bando',
  INTEGRAZIONI_NON_PERVENUTE: 'Le integrazioni chieste non bastano o non sono arrivate',
  ALTRO: 'Altro motivo, spiegato nel testo',
} as const;
export type MotivoInammissibilita = keyof typeof MOTIVI_INAMMISSIBILITA;
export const CODICI_INAMMISSIBILITA = Object.keys(MOTIVI_INAMMISSIBILITA) as [MotivoInammissibilita, ...MotivoInammissibilita[]];

/** Perché una domanda ammissibile non si approva. */
export const MOTIVI_DINIEGO = {
  PUNTEGGIO_INSUFFICIENTE: 'Punteggio sotto la soglia',
  RISORSE_ESAURITE: 'Risorse del bando esaurite',
  OBIETTIVI_NON_COERENTI: 'Obiettivi non coerenti con la programmazione regionale',
  PRESCRIZIONI_NON_ADEMPIUTE: 'Prescrizioni non adempiute',
  ALTRO: 'Altro motivo, spiegato nel testo',
} as const;
export type MotivoDiniego = keyof typeof MOTIVI_DINIEGO;
export const CODICI_DINIEGO = Object.keys(MOTIVI_DINIEGO) as [MotivoDiniego, ...MotivoDiniego[]];

const TUTTI: Record<string, string> = { ...MOTIVI_INTEGRAZIONE, ...MOTIVI_INAMMISSIBILITA, ...MOTIVI_DINIEGO };

/** Le parole di un codice. Un codice che non conosciamo si mostra com'è: nasconderlo sarebbe peggio. */
export const nomeMotivo = (codice: string): string => TUTTI[codice] ?? codice;

/** Le voci da scegliere di un elenco di motivi. */
export const opzioniDi = (motivi: Record<string, string>): { valore: string; etichetta: string }[] =>
  Object.entries(motivi).map(([valore, etichetta]) => ({ valore, etichetta }));
