/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  fusi: 'Fusione registrata. I progetti in corso hanno una nuova versione del piano; le persone troveranno il nuovo ente al prossimo accesso.',
};

export const messaggioEsito = (codice: string | undefined): string | undefined =>
  codice && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
