import { z } from 'zod';
import { leggiData } from '@/lib/format/lettura';
import { dataScritta } from '@/lib/istruttoria/schema';

/** I moduli della fusione di due enti. */

const ente = z.uuid('Scegli un ente dall’elenco.');

/** Quali enti e da quando, dall'indirizzo: serve a mostrare che cosa passa. Un valore estraneo vale come non scelto. */
export const Scelta = z.object({
  da: z.uuid().optional().catch(undefined),
  a: z.uuid().optional().catch(undefined),
  /** Come si scrive in un modulo (gg/mm/aaaa): si rilegge come AAAA-MM-GG. */
  dal: z
    .string()
    .max(20)
    .transform((testo) => {
      const letta = leggiData(testo);
      return letta.ok ? (letta.iso ?? undefined) : undefined;
    })
    .optional()
    .catch(undefined),
});
export type Scelta = z.infer<typeof Scelta>;

/** Un ente confluisce in un altro. `dal` e `dataAtto`: AAAA-MM-GG. */
export const Fusione = z.object({
  da: ente,
  a: ente,
  dal: dataScritta('Scrivi da quando vale la fusione.'),
  atto: z
    .string()
    .trim()
    .min(3, 'Scrivi l’atto della fusione, per esempio «D.G.C. 12 del 15/01/2020».')
    .max(200, 'Al massimo 200 caratteri.'),
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
});
export type Fusione = z.infer<typeof Fusione>;
