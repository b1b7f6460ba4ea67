import { z } from 'zod';

/** Quanto dura al più un'autorizzazione, in giorni. */
export const GIORNI_MASSIMI = 7;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** La richiesta: di chi (un ente in un progetto, scelti insieme) e perché. */
export const RichiestaAccesso = z.object({
  dove: z
    .string('Scegli il progetto e l’ente.')
    .regex(new RegExp(`^${UUID}/${UUID}$`), 'Scegli il progetto e l’ente.')
    .transform((testo) => ({ progettoId: testo.slice(0, 36), organizzazioneId: testo.slice(37) })),
  motivo: z.string().trim().min(10, 'Scrivi il motivo del controllo: almeno dieci caratteri.').max(1000, 'Al massimo 1000 caratteri.'),
});
export type RichiestaAccesso = z.infer<typeof RichiestaAccesso>;

export const Autorizzazione = z.object({
  accessoId: z.uuid(),
  giorni: z.coerce
    .number('Scegli per quanti giorni.')
    .int('Scegli per quanti giorni.')
    .min(1, 'Almeno un giorno.')
    .max(GIORNI_MASSIMI, `Al massimo ${GIORNI_MASSIMI} giorni.`),
});
export type Autorizzazione = z.infer<typeof Autorizzazione>;
