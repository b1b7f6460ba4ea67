/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  creato: 'Bando creato, in bozza. Nessuno lo vede finché non lo pubblichi.',
  salvato: 'Bozza salvata. Chi compila una domanda vede ancora l’ultima versione pubblicata.',
  spostata: 'Ordine cambiato.',
  tolta: 'Tolto dalla bozza.',
  pubblicato: 'Bando pubblicato. Da ora chi apre una domanda usa questa versione; quelle già presentate tengono la loro.',
};

export const messaggioEsito = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
