/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  assegnata: 'Istruttoria assegnata.',
  verifiche: 'Verifiche salvate.',
  integrazioni: 'Integrazioni chieste. La domanda è tornata all’ente, con le sole sezioni indicate riaperte.',
  integrazioniChiuse: 'Richiesta chiusa senza risposta. L’istruttoria prosegue su ciò che è depositato.',
  preavviso: 'Preavviso di rigetto inviato. L’ente può rispondere fino al termine.',
  preavvisoRisposto: 'Risposta inviata alla Regione.',
  ammissibile: 'La domanda è ammissibile. Ora tocca alla valutazione e alla decisione.',
  inammissibile: 'La domanda è dichiarata non ammissibile.',
  approvata: 'Decisione registrata: approvato.',
  nonApprovata: 'Decisione registrata: non approvato.',
  annullata: 'Decisione annullata. La domanda è tornata al passo precedente.',
  prescrizioneScritta: 'Salvato. La Regione lo legge quando il capofila presenta le prescrizioni.',
  prescrizioniPresentate: 'Prescrizioni presentate alla Regione.',
  prescrizioneVerificata: 'Verifica registrata.',
  prescrizioniRinviate: 'Prescrizioni rinviate all’ente.',
};

export const messaggioEsame = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
