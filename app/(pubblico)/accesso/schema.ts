import { z } from 'zod';
import { MASSIMO_PASSWORD } from '@/lib/auth/password';

/** Ciò che il modulo di accesso invia. Nessuna regola sulla password oltre alla lunghezza: qui si confronta, non si sceglie. */
export const Credenziali = z.object({
  email: z
    .string('Scrivi la tua email di lavoro.')
    .trim()
    .min(1, 'Scrivi la tua email di lavoro.')
    .max(254, 'L’email è troppo lunga.')
    .pipe(z.email('Scrivi un’email completa, come nome.cognome@ente.it.')),
  password: z
    .string('Scrivi la password.')
    .min(1, 'Scrivi la password.')
    .max(MASSIMO_PASSWORD, `La password ha al massimo ${MASSIMO_PASSWORD} caratteri.`),
});
