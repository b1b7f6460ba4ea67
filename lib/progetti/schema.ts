import { z } from 'zod';

export const StatoProgetto = z.enum([
  'IDEA_BOZZA',
  'IDEA_PRESENTATA',
  'IDEA_DA_INTEGRARE',
  'IDEA_AMMISSIBILE',
  'IDEA_INAMMISSIBILE',
  'IDEA_APPROVATA',
  'IDEA_NON_APPROVATA',
  'PARTNERSHIP_APERTA',
  'PROGETTO_BOZZA',
  'PROGETTO_PRESENTATO',
  'PROGETTO_DA_INTEGRARE',
  'AMMISSIBILE',
  'INAMMISSIBILE',
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'NON_APPROVATO',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'AVVIATO',
  'SOSPESO',
  'CONCLUSO',
  'RITIRATO',
  'REVOCATO',
]);
export type StatoProgetto = z.infer<typeof StatoProgetto>;
/** Gli stati in cui un progetto è approvato: chiunque può leggerlo (policy progetto_pubblico, migrazione 0002), si classifica e sta nelle tabelle. */
export const StatoApprovato = StatoProgetto.extract([
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'AVVIATO',
  'SOSPESO',
  'CONCLUSO',
]);
/** Gli stessi, come elenco. */
export const APPROVATI: readonly StatoProgetto[] = StatoApprovato.options;

/** I filtri dell'elenco dei progetti, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriProgetti = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  stato: StatoProgetto.optional().catch(undefined),
  dopo: z.string().max(40).optional().catch(undefined),
});
export type FiltriProgetti = z.infer<typeof FiltriProgetti>;
