import type { Sezione, TipoCampo } from './configurazione';

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
  telefono: 'telefono',
  email: 'email',
  file: 'file',
  azioni: 'azioni del progetto',
  budget: 'quadro economico',
};

/** «Sezione B.2», oppure il titolo se la sezione non ha un codice. */
export const nomeSezione = ({ parte, codice, titolo }: Pick<Sezione, 'parte' | 'codice' | 'titolo'>): string =>
  codice ? `Sezione ${parte ? `${parte}.` : ''}${codice}` : `Sezione «${titolo}»`;
