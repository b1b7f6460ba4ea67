import { z } from 'zod';
import { Uuid } from '@/lib/format/uuid';

/** I filtri dell'elenco delle persone, dall'indirizzo: mai nomi né codici, che si cercano con un modulo inviato. Un valore estraneo vale come nessuno. */

/** L'ultima (o la prima) riga della pagina da cui si viene: ingresso e id. */
const chiave = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/;
const Chiave = z.string().regex(chiave).optional().catch(undefined);
export const SITUAZIONI = {
  dentro: 'Ancora nel progetto',
  usciti: 'Usciti',
  incompleti: 'Con dati mancanti',
  esito4: 'Esito a quattro settimane da rilevare',
  esito6: 'Esito a sei mesi da rilevare',
} as const;
export type Situazione = keyof typeof SITUAZIONI;

/** Quante persone trovate da una ricerca si mostrano. */
export const MASSIME_TROVATE = 30;
/** Gli identificativi trovati da una ricerca, separati da punti; «nessuna» se non ce ne sono. */
const Trovate = z
  .string()
  .max(40 * MASSIME_TROVATE)
  .transform((testo) => testo.split('.').filter((id) => Uuid.safeParse(id).success))
  .optional()
  .catch(undefined);
export const scriviTrovate = (id: readonly string[]): string => id.join('.') || 'nessuna';

export const FiltriPersone = z.object({
  progetto: z.uuid().optional().catch(undefined),
  azione: z.uuid().optional().catch(undefined),
  stato: z
    .enum(Object.keys(SITUAZIONI) as [Situazione, ...Situazione[]])
    .optional()
    .catch(undefined),
  trovate: Trovate,
  dopo: Chiave,
  prima: Chiave,
});
export type FiltriPersone = z.infer<typeof FiltriPersone>;

export const chiaveDi = ({ ingresso, id }: { ingresso: string; id: string }): string => `${ingresso}_${id}`;
/** @param testo già riconosciuto da FiltriPersone */
export function leggiChiave(testo: string): { ingresso: string; id: string } {
  const [, ingresso = '', id = ''] = chiave.exec(testo) ?? [];
  return { ingresso, id };
}
