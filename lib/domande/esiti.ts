/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  aperta: 'Domanda aperta. Scrivi sezione per sezione: si salva da sola.',
  salvata: 'Sezione salvata.',
  commento: 'Commento aggiunto.',
  risolto: 'Commento segnato come risolto.',
  aggiunto: 'Ente aggiunto. Ora può leggere e scrivere la domanda; il suo referente deve confermare di partecipare.',
  tolto: 'Ente tolto dall’aggregazione. Ciò che ha scritto resta nelle sezioni.',
  confermata: 'Partecipazione confermata.',
  ambiti: 'Ambiti salvati.',
  permessi: 'Permessi salvati.',
};

export const messaggioEsito = (codice: string | undefined): string | undefined =>
  codice && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
