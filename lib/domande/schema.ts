import { z } from 'zod';
import { FASI_DOMANDA } from '@/lib/progetti/stati';

/** Ciò che arriva dai moduli e dalle route della scrittura. I valori di una sezione li controlla lib/domande/valida.ts, con la sua configurazione. */

const chiave = z.string().max(80);

export const SezioneDaSalvare = z.object({
  progettoId: z.uuid(),
  fase: z.enum(FASI_DOMANDA),
  chiave,
  rev: z.coerce.number().int().nonnegative(),
  valori: z.record(z.string().max(80), z.unknown()),
});
export type SezioneDaSalvare = z.infer<typeof SezioneDaSalvare>;

export const DIRITTI = ['LETTURA', 'COMMENTO', 'SCRITTURA'] as const;
export type Diritto = (typeof DIRITTI)[number];
export const NOME_DIRITTO: Record<Diritto, string> = { LETTURA: 'Legge', COMMENTO: 'Legge e commenta', SCRITTURA: 'Scrive' };

export const DomandaDaAprire = z.object({
  bandoId: z.uuid(),
  titolo: z.string().trim().min(1, 'Scrivi il titolo della proposta.').max(200, 'Il titolo può avere al massimo 200 caratteri.'),
  territorio: z.string().trim().min(1, 'Scrivi il comune o il territorio.').max(120, 'Al massimo 120 caratteri.'),
});
export type DomandaDaAprire = z.infer<typeof DomandaDaAprire>;

const nellaSezione = { progettoId: z.uuid(), fase: z.enum(FASI_DOMANDA), chiave };
export const CommentoDaScrivere = z.object({
  ...nellaSezione,
  campo: chiave,
  testo: z.string().trim().min(1, 'Scrivi il commento.').max(2000, 'Al massimo 2.000 caratteri.'),
});
export type CommentoDaScrivere = z.infer<typeof CommentoDaScrivere>;
export const CommentoDaRisolvere = z.object({ progettoId: z.uuid(), chiave, commentoId: z.uuid() });
export const PartnerScelto = z.object({
  progettoId: z.uuid(),
  organizzazioneId: z.uuid('Scegli un ente.'),
});
export type PartnerScelto = z.infer<typeof PartnerScelto>;
export const DomandaScelta = z.object({ progettoId: z.uuid() });
export const AmbitiScelti = z.object({ progettoId: z.uuid(), ambiti: z.array(z.uuid()).max(200) });
export const PermessiScelti = z.object({ ...PartnerScelto.shape, diritti: z.record(chiave, z.enum(DIRITTI)) });
export type PermessiScelti = z.infer<typeof PermessiScelti>;
