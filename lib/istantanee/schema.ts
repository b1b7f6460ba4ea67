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
export type IstantaneaChiesta = z.infer<typeof IstantaneaChiesta>;

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
