import { z } from 'zod';
import { Uuid } from '@/lib/format/uuid';

const codice = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,29}$/, 'Usa lettere, cifre e trattini, da 2 a 30 caratteri. Per esempio WELFARE-2021.');
const testo = (massimo: number, manca: string) =>
  z
    .string()
    .trim()
    .min(1, manca)
    .max(massimo, `Al massimo ${massimo.toLocaleString('it-IT')} caratteri.`);
const facoltativo = (massimo: number) =>
  z
    .string()
    .trim()
    .max(massimo, `Al massimo ${massimo.toLocaleString('it-IT')} caratteri.`)
    .default('');

export const ProgrammaNuovo = z.object({
  codice,
  titolo: testo(200, 'Scrivi il titolo del programma.'),
  fondo: facoltativo(100),
  attoIndirizzo: facoltativo(200),
});
export type ProgrammaNuovo = z.infer<typeof ProgrammaNuovo>;

export const BandoNuovo = z.object({
  /** L'identificativo di un programma che c'è, o uno nuovo. */
  programma: z.union([z.uuid(), ProgrammaNuovo]),
  codice,
  titolo: testo(300, 'Scrivi il titolo del bando.'),
  tipo: z.enum(['NON_COMPETITIVO', 'COMPETITIVO', 'SPORTELLO'], 'Scegli il tipo di bando.'),
  /** La versione pubblicata da copiare. */
  modello: z.uuid().nullable().default(null),
});
export type BandoNuovo = z.infer<typeof BandoNuovo>;

/** Il modulo di un bando nuovo: un solo livello di campi, come li manda il browser. */
export const ModuloBandoNuovo = z
  .object({
    codice,
    titolo: BandoNuovo.shape.titolo,
    tipo: BandoNuovo.shape.tipo,
    modello: z
      .literal('')
      .transform(() => null)
      .or(z.uuid()),
    programmaId: z.string(),
    programmaCodice: z.string().trim().default(''),
    programmaTitolo: z.string().trim().default(''),
    fondo: facoltativo(100),
    attoIndirizzo: facoltativo(200),
  })
  .transform(({ programmaId, programmaCodice, programmaTitolo, fondo, attoIndirizzo, ...bando }, ctx): BandoNuovo => {
    if (Uuid.safeParse(programmaId).success) return { ...bando, programma: programmaId };
    const nuovo = ProgrammaNuovo.safeParse({ codice: programmaCodice, titolo: programmaTitolo, fondo, attoIndirizzo });
    if (nuovo.success) return { ...bando, programma: nuovo.data };
    const campi: Record<string, string> = { codice: 'programmaCodice', titolo: 'programmaTitolo' };
    for (const { path, message } of nuovo.error.issues)
      ctx.addIssue({ code: 'custom', path: [campi[String(path[0])] ?? String(path[0])], message });
    return z.NEVER;
  });

/** Quale bozza si modifica, e la revisione che chi scrive aveva davanti. */
export const BozzaScelta = z.object({ bandoId: z.uuid(), rev: z.coerce.number().int().nonnegative() });
export const Pubblicazione = BozzaScelta.extend({ nota: facoltativo(1000) });
