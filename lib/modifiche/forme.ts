import { z } from 'zod';
import { codicePulito } from '@/lib/convenzione/codici';
import { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import type { Json } from './json';

/** La forma del valore a ogni percorso: dal browser può arrivare qualunque cosa, e ciò che si congela si deve poter rileggere. */

const Importi = VoceBudget.pick({ contributoCents: true, cofinanziamentoCents: true, naturaCents: true }).nullable();
const Destinatari = z.object({
  gruppo: z.string().max(60),
  quantita: z.number().int().nonnegative().max(100_000_000),
  unita: z.string().trim().min(1).max(60),
});
const Ente = z.object({ ruolo: z.enum(['CAPOFILA', 'PARTNER_GESTORE', 'PARTNER_ETS', 'ALTRO']), denominazione: z.string().max(300) });
const recapito = z
  .string()
  .max(400)
  .transform((testo) => testo.replaceAll('\u0000', '').trim() || null)
  .nullable();
const iban = z
  .string()
  .max(60)
  .transform((testo) => codicePulito(testo) || null)
  .nullable();
const intera = (id: string) =>
  z
    .object({ azione: AzionePiano, voci: z.array(VoceBudget).max(500) })
    .refine(({ azione, voci }) => azione.id === id && voci.every(({ azioneId }) => azioneId === id))
    .nullable();

function formaDi(percorso: string): z.ZodType {
  const [radice, chiave = '', campo] = percorso.split('/');
  if (radice === 'testo') return z.string().trim().min(1).max(4000);
  if (radice === 'voci') return Importi;
  if (radice === 'partner') return Ente.nullable();
  if (radice === 'anagrafica') return chiave === 'iban' ? iban : recapito;
  if (campo === undefined) return intera(chiave);
  if (campo === 'destinatari') return Destinatari.nullable();
  return AzionePiano.shape[campo as keyof typeof AzionePiano.shape] ?? z.never();
}

/** Il valore nella sua forma, ripulito; `undefined` se non è di quella forma. */
export function valoreIn(percorso: string, valore: Json): Json | undefined {
  const letto = formaDi(percorso).safeParse(valore);
  return letto.success ? (letto.data as Json) : undefined;
}
