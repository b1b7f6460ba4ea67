/** Parole e limiti che servono anche nel browser: senza gli schemi, che peserebbero. */

export const LIMITI_AVVISO = { titolo: 200, testo: 8000, azioni: 30, criteri: 8, punti: 100, nota: 2000 };

export const TIPI_ORGANIZZAZIONE = {
  ETS: 'Ente del terzo settore',
  IMPRESA: 'Impresa',
  COMUNE: 'Comune',
  ASL: 'Azienda sanitaria',
  SCUOLA: 'Scuola o ente di formazione',
  ALTRO: 'Altra organizzazione',
} as const;
export type TipoOrganizzazione = keyof typeof TIPI_ORGANIZZAZIONE;

export const LIMITI_CANDIDATURA = { breve: 200, testo: 4000 };

/** I nomi leggibili dei campi, nell'ordine del modulo: per il riepilogo degli errori. */
export const ETICHETTE_CANDIDATURA: Record<string, string> = {
  denominazione: 'Denominazione',
  tipo: 'Tipo di organizzazione',
  codiceFiscale: 'Codice fiscale o partita IVA',
  runts: 'Numero RUNTS',
  sede: 'Sede',
  email: 'Email',
  azioni: 'Azioni che ti interessano',
  valoreAggiunto: 'Valore aggiunto',
  risorseProprie: 'Risorse proprie',
  esperienza: 'Esperienza',
  allegati: 'Allegati',
  privacy: 'Informativa',
};
