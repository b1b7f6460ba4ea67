import { z } from 'zod';

/** Un documento da caricare: i byte arrivano a parte, perché non sono un testo. */
export const DocumentoDaCaricare = z.object({
  progettoId: z.uuid('La domanda non è valida.'),
  chiave: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Scegli a che cosa serve il documento.'),
  nome: z.string().max(400).default(''),
});
export type DocumentoDaCaricare = z.infer<typeof DocumentoDaCaricare> & { contenuto: Uint8Array<ArrayBuffer> };

export const DocumentoDaTogliere = z.object({ progettoId: z.uuid(), documentoId: z.uuid('Il documento non è valido.') });
export type DocumentoDaTogliere = z.infer<typeof DocumentoDaTogliere>;
