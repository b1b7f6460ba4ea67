/** I nomi dei campi di una modifica: li scrivono i moduli e li legge leggiModulo. */

/** Le tre fonti di una voce: come si chiama il campo, e quale importo è. */
export const FONTI_CAMPO = [
  ['contributo', 'contributoCents', 'Contributo'],
  ['cofinanziamento', 'cofinanziamentoCents', 'Cofinanziamento'],
  ['natura', 'naturaCents', 'In natura'],
] as const;
/** Quante righe vuote offre il quadro economico, e quante righe di costo e di destinatari ha un'azione nuova in tutto, oltre a quelle già scritte. */
export const RIGHE_NUOVE = [0, 1, 2] as const;
export const RIGHE_AZIONE = [0, 1, 2, 3, 4, 5] as const;

export const NOMI = {
  voce: (cella: string) => `voce.${cella}`,
  voceNuova: (n: number) => `vocenuova.${n}`,
  azione: (id: string) => `azione.${id}`,
  azioneNuova: 'azionenuova',
  costo: (azione: string, n: number) => `${azione}.costo.${n}`,
  destinatariAzione: (azione: string, n: number) => `${azione}.destinatari.${n}`,
  ruolo: (organizzazioneId: string) => `ruolo.${organizzazioneId}`,
  enteNuovo: 'entenuovo',
  ruoloNuovo: 'ruolonuovo',
  responsabile: (azioneId: string) => `responsabile.${azioneId}`,
  gruppo: (azioneId: string, id: string) => `gruppo.${azioneId}.${id}`,
  gruppoNuovo: (azioneId: string) => `grupponuovo.${azioneId}`,
  inizio: (azioneId: string) => `inizio.${azioneId}`,
  fine: (azioneId: string) => `fine.${azioneId}`,
  testo: 'testo',
} as const;
