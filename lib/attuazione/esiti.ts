/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  aperta: 'Relazione aperta. Compila le azioni: si salva da sola mentre scrivi.',
  salvata: 'Azione salvata.',
  sintesi: 'Sintesi salvata.',
  consegnata: 'Parte consegnata. Ora il capofila la controlla e la include nella relazione.',
  rinviata: 'Parte rinviata all’ente, con la tua nota.',
  confermata: 'Confermato: nulla da segnalare. La tua parte è consegnata.',
  confermataEInviata: 'Confermato e inviato alla Regione: in questo periodo non c’era nulla da segnalare.',
  rilievoRisposto: 'Risposta al rilievo salvata: la Regione la legge con la relazione.',
  rilievoChiuso: 'Rilievo chiuso.',
  rilievoRichiesto: 'Hai chiesto di nuovo conto del rilievo: l’ente lo ritrova nella prossima relazione.',
  chiarimentoRitirato: 'Domanda ritirata.',
  riapertaInParte: 'Azioni riaperte: l’ente le corregge e risponde. Le altre restano come le hai approvate.',
  presentata: 'Relazione inviata alla Regione. Da ora non si può più cambiare, se non dove la Regione lo chiede.',
  risposta: 'Risposta inviata alla Regione.',
  presaInCarico: 'Hai preso in carico la relazione.',
  chiarimentoChiesto: 'Chiarimento chiesto. La relazione torna all’ente con quell’azione riaperta; il tempo della verifica è fermo.',
  chiarimentoChiuso: 'Chiarimento chiuso.',
  approvata: 'Relazione approvata.',
  approvataConRilievi: 'Relazione approvata con rilievi. L’ente li ritrova nella relazione del periodo successivo.',
  respinta: 'Relazione respinta.',
  riaperta: 'Relazione riaperta: l’ente può correggerla e inviarla di nuovo.',
};

export const messaggioEsito = (codice: string | undefined): string | undefined =>
  codice && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
