import { z } from 'zod';
import { Uuid } from '@/lib/format/uuid';

/** Che cosa si guarda degli indicatori: un'azione, o gli ingressi di un periodo; mai date a piacere, che si potrebbero sottrarre. */
export type Scelta = {
  azione?: string;
  periodo?: string;
  /** Il numero della pubblicazione: senza, l'ultima. */
  numero?: number;
};

const VISTA = /^(azione|periodo)\.([0-9a-f-]{36})$/;
const vista = z
  .string()
  .optional()
  .catch(undefined)
  .transform((testo): Scelta => {
    const [, che, id] = VISTA.exec(testo ?? '') ?? [];
    return !Uuid.safeParse(id).success ? {} : che === 'azione' ? { azione: id } : { periodo: id };
  });

/** I parametri della pagina. Uno che non esiste vale come se mancasse. */
export const DomandaIndicatori = z.object({
  vista,
  record: z.enum(['completi', 'tutti']).catch('completi').default('completi'),
  numero: z.coerce.number().int().positive().max(100_000).optional().catch(undefined),
  esito: z.string().optional().catch(undefined),
});
/** Come la scelta si scrive in un indirizzo. */
export const vistaDi = ({ azione, periodo }: Scelta): string => (azione ? `azione.${azione}` : periodo ? `periodo.${periodo}` : '');

export const Pubblicazione = z.object({ progettoId: z.uuid() });
export const ProgrammaDaPubblicare = z.object({ programma: z.uuid('Scegli un programma.') });
export const Ricalcolo = z.object({ progettoId: z.uuid(), rapportoId: z.uuid() });

export const DomandaProgramma = z.object({
  programma: z.uuid().optional().catch(undefined),
  insieme: z.enum(['FSE', 'FSE_PLUS', 'FSE_PLUS_L']).optional().catch(undefined),
  record: z.enum(['completi', 'tutti']).catch('completi').default('completi'),
  esito: z.literal('pubblicata').optional().catch(undefined),
});
export type DomandaProgramma = z.infer<typeof DomandaProgramma>;
