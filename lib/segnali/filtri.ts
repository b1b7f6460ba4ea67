import { z } from 'zod';
import { CODICI } from './soglie';

/** I filtri dell'elenco dei segnali, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriSegnali = z.object({
  chi: z.enum(['tutti', 'regione', 'ente']).catch('tutti'),
  tipo: z.enum(CODICI).optional().catch(undefined),
  /** La chiave dell'ultimo segnale della pagina precedente (vedi queries.ts). */
  dopo: z
    .string()
    .regex(/^\d{1,12}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
});
export type FiltriSegnali = z.infer<typeof FiltriSegnali>;
