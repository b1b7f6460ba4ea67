import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, progettoId, testoObbligatorio } from '@/lib/istruttoria/schema';

/** I moduli del calendario: la relazione straordinaria che la Regione chiede o toglie. */

export const LIMITE_MOTIVO = 300;

export const Straordinaria = z.object({
  progettoId,
  dal: dataScritta('Scrivi il primo giorno del periodo.'),
  al: dataScritta('Scrivi l’ultimo giorno del periodo.'),
  scadenza: dataScritta('Scrivi entro quando presentarla.'),
  motivo: testoObbligatorio('Scrivi perché la chiedi', LIMITE_MOTIVO),
});
export type Straordinaria = z.infer<typeof Straordinaria>;

export const StraordinariaScelta = z.object({ progettoId, periodoId: z.uuid(SUPERATA) });
export type StraordinariaScelta = z.infer<typeof StraordinariaScelta>;
