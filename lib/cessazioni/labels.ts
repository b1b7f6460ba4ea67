export const GENERI = ['RINUNCIA', 'REVOCA', 'CONCLUSIONE'] as const;
export type Genere = (typeof GENERI)[number];
export type StatoCessazione = 'CHIESTA' | 'DISPOSTA' | 'RESPINTA' | 'ANNULLATA';

export const NOME_GENERE: Record<Genere, string> = { RINUNCIA: 'Rinuncia', REVOCA: 'Revoca', CONCLUSIONE: 'Conclusione' };
export const NOME_STATO: Record<StatoCessazione, string> = {
  CHIESTA: 'In attesa della Regione',
  DISPOSTA: 'Disposta',
  RESPINTA: 'Non accolta',
  ANNULLATA: 'Ritirata dall’ente',
};

/** Che cosa è appena successo, detto in cima alla pagina. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  chiesta: 'Rinuncia inviata alla Regione. Finché non decide non si possono chiedere modifiche né proroghe.',
  ritirata: 'Rinuncia ritirata: il progetto continua.',
  confermata: 'Rinuncia confermata: il progetto è chiuso.',
  respinta: 'Rinuncia non accolta: il progetto continua.',
  revocato: 'Progetto revocato.',
  concluso: 'Progetto concluso.',
  riaperto: 'Progetto riaperto: è di nuovo in attuazione.',
};
export const esitoCessazione = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
