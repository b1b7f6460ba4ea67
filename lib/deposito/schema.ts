import { z } from 'zod';

export const DomandaScelta = z.object({ progettoId: z.uuid('La domanda non è valida.') });
export type DomandaScelta = z.infer<typeof DomandaScelta>;

export const MASSIMO_RISPOSTA = 4000;
export const DomandaIntegrata = DomandaScelta.extend({
  risposta: z.string().trim().max(MASSIMO_RISPOSTA, 'Il testo è troppo lungo: al massimo 4.000 caratteri.').default(''),
});
export type DomandaIntegrata = z.infer<typeof DomandaIntegrata>;
