import { z } from 'zod';
import { leggiData } from '@/lib/format/lettura';

/** Le parole delle istantanee: una fotografia congelata dei dati, con i byte di ogni suo file. */

/** Una data scritta, AAAA-MM-GG dentro. Vuota non è una data: la mette chi chiama. */
const Data = z.string().transform((scritta, ctx) => {
  const letta = leggiData(scritta);
  if (letta.ok && letta.iso) return letta.iso;
  ctx.addIssue({ code: 'custom', message: letta.ok ? 'Scrivi la data di riferimento, per esempio 31/03/2020.' : letta.messaggio });
  return z.NEVER;
});

export const IstantaneaChiesta = z.object({ data: Data });

/** Il numero in un indirizzo. */
export const NumeroIstantanea = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** Che cosa si scarica di un'istantanea, e da quale byte se si riprende. */
export const ScaricamentoChiesto = z.object({
  file: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,99}$/)
    .nullable()
    .default(null),
  da: z
    .string()
    .regex(/^\d{1,15}$/)
    .default('0')
    .transform(Number),
});

export type Istantanea = {
  id: string;
  numero: number;
  /** AAAA-MM-GG */
  data: string;
  dizionario: number;
  impronta: string;
  creataIl: string;
  autore: string | null;
};
export type FileFermo = { nome: string; tabella: string | null; righe: number | null; byte: number; sha256: string };
