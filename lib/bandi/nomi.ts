import type { Attuazione, Campo, DominioModifica, InsiemeIndicatori, Sezione, TipoCampo } from './configurazione';

/** Come si nominano le cose di un bando, nell'editor e nelle differenze tra versioni. */

export const NOME_VISIBILITA = { IDEA: 'solo nell’idea', PROGETTO: 'solo nel progetto', ENTRAMBI: 'nell’idea e nel progetto' } as const;

export const NOME_TIPO_CAMPO: Record<TipoCampo, string> = {
  testo: 'testo breve',
  testo_lungo: 'testo lungo',
  elenco: 'elenco, una voce per riga',
  numero: 'numero',
  importo: 'importo in euro',
  data: 'data',
  scelta: 'scelta',
  scelta_multipla: 'scelta multipla',
  tabella: 'tabella',
  principi: 'principi',
  organizzazioni: 'organizzazioni',
  ambiti: 'ambiti territoriali',
  comuni: 'comuni, uno per riga',
  telefono: 'telefono',
  email: 'email',
  file: 'file',
  azioni: 'azioni del progetto',
  budget: 'quadro economico',
};

/** Con chi il portale riempie un campo di organizzazioni. */
export const NOME_PRECOMPILATO: Record<NonNullable<Campo['precompilato']>, string> = {
  CAPOFILA: 'con l’ente che presenta la domanda',
  ENTI_PARTNER: 'con gli altri enti gestori dell’aggregazione',
};

/** Ogni quanto si rendiconta. */
export const NOME_CALENDARIO: Record<Attuazione['calendario'], string> = {
  MENSILE: 'ogni mese',
  BIMESTRALE: 'ogni due mesi',
  TRIMESTRALE: 'ogni tre mesi',
  SEMESTRALE: 'ogni sei mesi',
  DATE: 'a date scelte',
};

/** Gli indicatori comuni che il bando fa calcolare dai partecipanti. */
export const NOME_INDICATORI: Record<InsiemeIndicatori, string> = {
  FSE: 'FSE 2014-2020 (CO e CR)',
  FSE_PLUS: 'FSE+ 2021-2027 (EECO ed EECR)',
  FSE_PLUS_L: 'FSE+ 2021-2027, obiettivo specifico l: totale ed età',
  NESSUNO: 'nessuno',
};

/** Gli ambiti di una modifica del piano approvato. */
export const NOME_DOMINIO: Record<DominioModifica, string> = {
  budget: 'quadro economico',
  azioni: 'azioni',
  partner: 'enti e partner',
  destinatari: 'destinatari',
  cronoprogramma: 'cronoprogramma',
  referente: 'ufficio referente',
  sede: 'sede',
  dati_bancari: 'dati bancari',
  altro: 'altro',
};

/** «Sezione B.2», oppure il titolo se la sezione non ha un codice. */
export const nomeSezione = ({ parte, codice, titolo }: Pick<Sezione, 'parte' | 'codice' | 'titolo'>): string =>
  codice ? `Sezione ${parte ? `${parte}.` : ''}${codice}` : `Sezione «${titolo}»`;
