import { z } from 'zod';
import { SEMESTRE } from './semestri';

/** Un semestre di un programma, come lo chiede la ricerca. */
export const SemestreChiesto = z.object({
  programma: z.uuid('Scegli un programma.'),
  semestre: z.string().regex(SEMESTRE, 'Scegli un semestre.'),
});
export type SemestreChiesto = z.infer<typeof SemestreChiesto>;

export const RigheChieste = SemestreChiesto.extend({ formato: z.enum(['csv', 'csv-r', 'xlsx'], 'Scegli un formato.') });
export type RigheChieste = z.infer<typeof RigheChieste>;
