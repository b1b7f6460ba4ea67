import { z } from 'zod';

/** Che cosa si guarda degli indicatori: un'azione, o gli ingressi di un periodo; mai date a piacere, che si potrebbero sottrarre. */
export type Scelta = {
  azione?: string;
  periodo?: string;
  /** La relazione di cui confrontare i valori fissati con oggi. */
  relazione?: string;
};

const VISTA = /^(azione|periodo)\.([0-9a-f-]{36})$/;
const vista = z
  .string()
  .optional()
  .catch(undefined)
  .transform((testo): Scelta => {
    const [, che, id] = VISTA.exec(testo ?? '') ?? [];
    return !z.uuid().safeParse(id).success ? {} : che === 'azione' ? { azione: id } : { periodo: id };
  });

/** I parametri della pagina. Uno che non esiste vale come se mancasse. */
export const DomandaIndicatori = z.object({
  vista,
  record: z.enum(['completi', 'tutti']).catch('completi').default('completi'),
  relazione: z.uuid().optional().catch(undefined),
  esito: z.string().optional().catch(undefined),
});
/** Come la scelta si scrive in un indirizzo. */
export const vistaDi = ({ azione, periodo }: Scelta): string => (azione ? `azione.${azione}` : periodo ? `periodo.${periodo}` : '');

export const Ricalcolo = z.object({ progettoId: z.uuid(), rapportoId: z.uuid() });

export const DomandaProgramma = z.object({
  programma: z.uuid().optional().catch(undefined),
  insieme: z.enum(['FSE', 'FSE_PLUS', 'FSE_PLUS_L']).optional().catch(undefined),
  record: z.enum(['completi', 'tutti']).catch('completi').default('completi'),
});
export type DomandaProgramma = z.infer<typeof DomandaProgramma>;
