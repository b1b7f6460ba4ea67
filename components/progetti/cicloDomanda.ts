import type { Fase } from '@/components/ui/CicloVita';
import type { StatoProgetto } from '@/lib/progetti/schema';

const FASI = ['Idea', 'Esame dell’idea', 'Ricerca dei partner', 'Progetto definitivo', 'Esame e decisione', 'Attuazione'] as const;

/** A che passo è una domanda: l'indice in FASI; -1 quando si è fermata (ritirata, non approvata). */
const PASSO: Record<StatoProgetto, number> = {
  IDEA_BOZZA: 0,
  IDEA_PRESENTATA: 1,
  IDEA_DA_INTEGRARE: 1,
  IDEA_AMMISSIBILE: 1,
  IDEA_INAMMISSIBILE: -1,
  IDEA_APPROVATA: 2,
  IDEA_NON_APPROVATA: -1,
  PARTNERSHIP_APERTA: 2,
  PROGETTO_BOZZA: 3,
  PROGETTO_PRESENTATO: 4,
  PROGETTO_DA_INTEGRARE: 4,
  AMMISSIBILE: 4,
  INAMMISSIBILE: -1,
  APPROVATO: 4,
  APPROVATO_CON_PRESCRIZIONI: 4,
  NON_APPROVATO: -1,
  PRESCRIZIONI_PRESENTATE: 4,
  RIMODULAZIONE_INIZIALE: 4,
  AVVIATO: 5,
  SOSPESO: 5,
  CONCLUSO: 5,
  RITIRATO: -1,
  REVOCATO: -1,
};

/** I passi dal bando all'avvio, con quello in cui è la domanda. */
export const cicloDomanda = (stato: StatoProgetto): Fase[] =>
  FASI.map((etichetta, indice) => ({
    etichetta,
    data: '',
    stato: PASSO[stato] === indice ? 'corrente' : indice < PASSO[stato] ? 'fatta' : 'futura',
  }));
