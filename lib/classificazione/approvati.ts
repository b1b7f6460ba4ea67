import type { StatoProgetto } from '@/lib/progetti/schema';

/** Gli stati in cui un progetto e approvato, e quindi si classifica: gli stessi della migrazione e delle tabelle. */
export const APPROVATI: readonly StatoProgetto[] = [
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'AVVIATO',
  'SOSPESO',
  'CONCLUSO',
];
