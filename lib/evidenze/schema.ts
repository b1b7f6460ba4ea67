import { z } from 'zod';

/** Che cosa prova un file: ciò che un ente dichiara su un'azione, o ciò che chiede alla Regione. */
export const OggettoEvidenza = z.enum(['AVANZAMENTO', 'MODIFICA', 'PROROGA', 'CESSAZIONE']);
export type OggettoEvidenza = z.infer<typeof OggettoEvidenza>;

const id = z.uuid('La pagina non è più valida: ricaricala e riprova.');

/** Un file da allegare: i byte arrivano a parte, perché non sono un testo. */
export const EvidenzaDaCaricare = z.object({
  progettoId: id,
  oggetto: OggettoEvidenza,
  oggettoId: id,
  nome: z.string().max(400).default(''),
});
export type EvidenzaDaCaricare = z.infer<typeof EvidenzaDaCaricare> & { contenuto: Uint8Array<ArrayBuffer> };

export const EvidenzaDaTogliere = z.object({ progettoId: id, evidenzaId: id });
export type EvidenzaDaTogliere = z.infer<typeof EvidenzaDaTogliere>;

/** Quante prove al massimo per oggetto, e per progetto. */
export const MASSIME_PROVE = { oggetto: 20, progetto: 500 } as const;
