import type { Etichetta } from '@/lib/attuazione/labels';
import type { StatoProgetto } from './schema';

type EtichettaProgetto = {
  testo: string;
  famiglia: Etichetta['famiglia'];
  icona: Etichetta['icona'] | 'avvio' | 'pausa' | 'bandiera' | 'porta' | 'cursori';
};

export const ETICHETTA_PROGETTO: Record<StatoProgetto, EtichettaProgetto> = {
  IDEA_BOZZA: { testo: 'Idea in bozza', famiglia: 'bozza', icona: 'matita' },
  IDEA_PRESENTATA: { testo: 'Idea presentata', famiglia: 'regione', icona: 'invio' },
  IDEA_DA_INTEGRARE: { testo: 'Idea da integrare', famiglia: 'tocca', icona: 'ritorno' },
  IDEA_AMMISSIBILE: { testo: 'Idea ammissibile', famiglia: 'positivo', icona: 'spunta-cerchio' },
  IDEA_INAMMISSIBILE: { testo: 'Idea non ammissibile', famiglia: 'negativo', icona: 'croce' },
  IDEA_APPROVATA: { testo: 'Idea approvata', famiglia: 'positivo', icona: 'spunta-piena' },
  IDEA_NON_APPROVATA: { testo: 'Idea non approvata', famiglia: 'negativo', icona: 'croce' },
  PARTNERSHIP_APERTA: { testo: 'Ricerca di partner', famiglia: 'regione', icona: 'porta' },
  PROGETTO_BOZZA: { testo: 'Progetto in bozza', famiglia: 'bozza', icona: 'matita' },
  PROGETTO_PRESENTATO: { testo: 'Progetto presentato', famiglia: 'regione', icona: 'invio' },
  PROGETTO_DA_INTEGRARE: { testo: 'Progetto da integrare', famiglia: 'tocca', icona: 'ritorno' },
  AMMISSIBILE: { testo: 'Ammissibile', famiglia: 'positivo', icona: 'spunta-cerchio' },
  INAMMISSIBILE: { testo: 'Non ammissibile', famiglia: 'negativo', icona: 'croce' },
  APPROVATO: { testo: 'Approvato', famiglia: 'positivo', icona: 'spunta-piena' },
  APPROVATO_CON_PRESCRIZIONI: { testo: 'Approvato con prescrizioni', famiglia: 'positivo', icona: 'spunta-punto' },
  NON_APPROVATO: { testo: 'Non approvato', famiglia: 'negativo', icona: 'croce' },
  PRESCRIZIONI_PRESENTATE: { testo: 'Prescrizioni presentate', famiglia: 'regione', icona: 'invio' },
  RIMODULAZIONE_INIZIALE: { testo: 'Rimodulazione iniziale', famiglia: 'tocca', icona: 'cursori' },
  AVVIATO: { testo: 'Avviato', famiglia: 'positivo', icona: 'avvio' },
  SOSPESO: { testo: 'Sospeso', famiglia: 'fermo', icona: 'pausa' },
  CONCLUSO: { testo: 'Concluso', famiglia: 'finale', icona: 'bandiera' },
  RITIRATO: { testo: 'Ritirato', famiglia: 'neutro', icona: 'barrato' },
  REVOCATO: { testo: 'Revocato', famiglia: 'negativo', icona: 'barrato' },
};
