/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  aperta: 'Rimodulazione aperta. Scegli una proposta o correggi a mano le due sezioni, poi presentala alla Regione.',
  applicata: 'Proposta applicata: azioni e quadro economico sono stati riscritti. Controllali e, se serve, correggili.',
  presentata: 'Rimodulazione presentata alla Regione. Da ora non si può più cambiare, se non dove la Regione lo chiede.',
  restituita: 'Rimodulazione restituita: l’ente può correggere le sezioni scelte e presentarla di nuovo.',
  approvata: 'Rimodulazione approvata: il nuovo piano è in vigore.',
};

export const messaggioEsito = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
