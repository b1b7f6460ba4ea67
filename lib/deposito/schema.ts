import { z } from 'zod';
import { conConferma } from '@/lib/privacy/confermaDati';

export const DomandaScelta = z.object({ progettoId: z.uuid('La domanda non è valida.') });
export type DomandaScelta = z.infer<typeof DomandaScelta>;

/** Come la scelta, con la conferma dei testi che sembrano contenere dati di una persona. */
export const DomandaDaPresentare = DomandaScelta.extend(conConferma);
export type DomandaDaPresentare = DomandaScelta & { confermaDati?: boolean };

export const MASSIMO_RISPOSTA = 4000;
export const DomandaIntegrata = DomandaDaPresentare.extend({
  risposta: z.string().trim().max(MASSIMO_RISPOSTA, 'Il testo è troppo lungo: al massimo 4.000 caratteri.').default(''),
});
export type DomandaIntegrata = DomandaDaPresentare & { risposta: string };
