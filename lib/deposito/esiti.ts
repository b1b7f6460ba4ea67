/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  presentata: 'Domanda presentata. La ricevuta e la versione congelata sono qui sotto.',
  ripresa: 'Domanda ripresa: è di nuovo una bozza, non presentata. La versione che avevi presentato resta leggibile.',
  integrata: 'Integrazioni inviate alla Regione. La ricevuta e la nuova versione sono qui sotto.',
  ritirata: 'Domanda ritirata.',
  caricato: 'Documento caricato.',
  tolto: 'Documento tolto.',
};

export const messaggioEsito = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
