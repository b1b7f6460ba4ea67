import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';

/** I campi di testo del modulo; il file si legge a parte. */
export const ModuloImporta = z.object({
  progettoId: z.uuid('Scegli il progetto.'),
  passo: z.enum(['controlla', 'importa']).catch('controlla'),
  /** SHA-256 del file controllato, in esadecimale. */
  impronta: z
    .string()
    .regex(/^([0-9a-f]{64})?$/, SUPERATA)
    .default(''),
  /** Quante righe il controllo ha promesso. */
  attese: z.coerce.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).default(0),
});
