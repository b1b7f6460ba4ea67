/** Le voci del conto della conservazione, come le scrive app.conta_conservazione. */
export const VOCI_CONSERVAZIONE = {
  SCADUTE: 'Identità da rendere anonime oggi',
  ENTRO_UN_ANNO: 'Identità che scadono entro un anno',
  OLTRE: 'Identità che scadono più avanti',
  SENZA_TERMINE: 'Identità senza una scadenza, perché un progetto, una richiesta o un controllo sono aperti',
  ANONIME: 'Persone già anonime',
  SCHELETRI: 'Partecipazioni che restano per gli indicatori',
  ACCESSI: 'Letture di identità nel registro',
  ACCESSI_SCADUTI: 'Letture più vecchie del termine, da scartare con un atto',
  VERIFICHE_SCADUTE: 'Domande «è già seguita altrove?» da cancellare oggi',
  RICHIESTE_SCADUTE: 'Richieste di interessati da cancellare oggi',
} as const;
export type VoceConservazione = keyof typeof VOCI_CONSERVAZIONE;
