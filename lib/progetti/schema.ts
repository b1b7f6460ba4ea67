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

/** I filtri dell'elenco dei progetti, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriProgetti = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  stato: StatoProgetto.optional().catch(undefined),
  dopo: z.string().max(40).optional().catch(undefined),
});
export type FiltriProgetti = z.infer<typeof FiltriProgetti>;
