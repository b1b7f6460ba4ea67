/** Ciò che la Regione scrive nella configurazione e le pagine pubbliche mostrano; vuoto finché non c'è. */

const indirizzo = (valore: string | undefined): string | undefined => (valore && /^https:\/\//.test(valore) ? valore : undefined);

/** La dichiarazione di accessibilità pubblicata con il modulo di AgID. */
export const dichiarazioneAccessibilita = (): string | undefined => indirizzo(process.env.CANTIERE_DICHIARAZIONE_URL);

/** L'indirizzo email a cui arrivano le richieste di aiuto e le segnalazioni di accessibilità. */
export const emailAssistenza = (): string | undefined => process.env.CANTIERE_EMAIL_ASSISTENZA || undefined;
