import type { StatoProroga } from './rules';

type Aspetto = {
  testo: string;
  famiglia: 'bozza' | 'regione' | 'positivo' | 'negativo' | 'neutro';
  icona: 'matita' | 'invio' | 'spunta-cerchio' | 'spunta-punto' | 'croce' | 'barrato';
};

export const ETICHETTA_PROROGA: Record<StatoProroga, Aspetto> = {
  BOZZA: { testo: 'In bozza', famiglia: 'bozza', icona: 'matita' },
  PRESENTATA: { testo: 'Presentata', famiglia: 'regione', icona: 'invio' },
  IN_ISTRUTTORIA: { testo: 'In esame', famiglia: 'regione', icona: 'invio' },
  ACCOLTA: { testo: 'Concessa', famiglia: 'positivo', icona: 'spunta-cerchio' },
  ACCOLTA_IN_PARTE: { testo: 'Concessa in parte', famiglia: 'positivo', icona: 'spunta-punto' },
  RESPINTA: { testo: 'Non concessa', famiglia: 'negativo', icona: 'croce' },
  ANNULLATA: { testo: 'Annullata', famiglia: 'neutro', icona: 'barrato' },
};

/** Che cosa è appena successo, detto in cima alla pagina. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  aperta: 'Richiesta in bozza: allega le prove, se ne hai, poi presentala alla Regione.',
  salvata: 'Richiesta salvata.',
  presentata: 'Richiesta presentata alla Regione. Da ora non si può più cambiare.',
  annullata: 'Richiesta annullata.',
  presa: 'Richiesta presa in carico.',
  concessa: 'Proroga concessa: fine, azioni scelte e calendario sono aggiornati.',
  respinta: 'Proroga non concessa: le date restano com’erano.',
  corretta: 'Correzione registrata: la proroga di prima resta nella storia.',
};
export const esitoProroga = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
