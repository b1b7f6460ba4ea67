import type { Etichetta } from '@/lib/attuazione/labels';
import type { MomentoAvviso } from './regole';
import type { EsitoCandidatura, StatoAvviso, StatoCandidatura } from './schema';

export const ETICHETTA_AVVISO: Record<StatoAvviso, Etichetta> = {
  BOZZA: { testo: 'Bozza, non pubblicato', famiglia: 'bozza', icona: 'matita' },
  PUBBLICATO: { testo: 'Pubblicato', famiglia: 'positivo', icona: 'invio' },
  CHIUSO: { testo: 'Chiuso', famiglia: 'finale', icona: 'spunta' },
};

export const ETICHETTA_MOMENTO: Record<MomentoAvviso, Etichetta> = {
  futuro: { testo: 'Non ancora aperto', famiglia: 'neutro', icona: 'invio' },
  aperto: { testo: 'Aperto', famiglia: 'positivo', icona: 'spunta-cerchio' },
  scaduto: { testo: 'Scaduto', famiglia: 'finale', icona: 'spunta' },
};

export const ETICHETTA_CANDIDATURA: Record<StatoCandidatura, Etichetta> = {
  BOZZA: { testo: 'Da confermare', famiglia: 'bozza', icona: 'matita' },
  INVIATA: { testo: 'Da ammettere', famiglia: 'tocca', icona: 'cerca' },
  AMMESSA: { testo: 'Ammessa, da valutare', famiglia: 'tocca', icona: 'spunta' },
  ESCLUSA: { testo: 'Esclusa', famiglia: 'negativo', icona: 'croce' },
  SELEZIONATA: { testo: 'Selezionata', famiglia: 'positivo', icona: 'spunta-piena' },
  RISERVA: { testo: 'In riserva', famiglia: 'neutro', icona: 'spunta-punto' },
  NON_SELEZIONATA: { testo: 'Non selezionata', famiglia: 'negativo', icona: 'barrato' },
};

/** Il verbo del comando che dà ciascun esito. */
export const COMANDO_ESITO: Record<EsitoCandidatura, string> = {
  AMMESSA: 'Ammetti alla valutazione',
  ESCLUSA: 'Escludi',
  SELEZIONATA: 'Seleziona',
  RISERVA: 'Metti in riserva',
  NON_SELEZIONATA: 'Non selezionare',
};
