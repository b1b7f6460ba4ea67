import { z } from 'zod';

/** La domanda su una propria persona: per il tipo di una delle azioni che sta frequentando. */
export const Verifica = z.object({
  personaId: z.uuid(),
  progettoId: z.uuid(),
  categoria: z.string().min(1, 'Scegli il tipo di azione.').max(60),
});
export type Verifica = z.infer<typeof Verifica>;

/** I conteggi di un programma, a un trimestre finito. */
export const TrimestreChiesto = z.object({ programma: z.uuid('Scegli un programma.') });
