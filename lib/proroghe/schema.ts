import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, spuntati, testoFacoltativo, testoObbligatorio } from '@/lib/istruttoria/schema';
import { attoScritto, dataFacoltativa } from '@/lib/sospensioni/schema';

/** I moduli delle proroghe. Le azioni da spostare sono caselle `azioni.<id>`. */

const id = z.uuid(SUPERATA);
export const LIMITI_PROROGA = { motivo: 4000, nota: 4000 } as const;

const mesi = z
  .string()
  .default('')
  .transform((testo, contesto): number | null => {
    const pulito = testo.trim();
    if (pulito === '') return null;
    if (/^\d{1,2}$/.test(pulito) && Number(pulito) >= 1 && Number(pulito) <= 60) return Number(pulito);
    contesto.addIssue({ code: 'custom', message: 'Scrivi un numero di mesi, da 1 a 60.' });
    return z.NEVER;
  });
const richiesta = { mesi, data: dataFacoltativa, motivo: testoFacoltativo(LIMITI_PROROGA.motivo) };

export const ProrogaNuova = z.object({
  progettoId: id,
  /** Vuota = il progetto intero. */
  azioneId: z
    .union([z.literal(''), id])
    .default('')
    .transform((scelta) => scelta || null),
  ...richiesta,
});
export type ProrogaNuova = z.infer<typeof ProrogaNuova>;

const scelta = { progettoId: id, prorogaId: id };
export const ProrogaDaSalvare = z.object({ ...scelta, rev: z.coerce.number(SUPERATA).int(SUPERATA).min(0, SUPERATA), ...richiesta });
export type ProrogaDaSalvare = z.infer<typeof ProrogaDaSalvare>;
export const ProrogaScelta = z.object(scelta);
export type ProrogaScelta = z.infer<typeof ProrogaScelta>;

const decisione = { ...scelta, atto: attoScritto, dataAtto: dataScritta('Scrivi la data dell’atto.') };
const conAzioni = (campi: unknown) =>
  typeof campi === 'object' && campi !== null ? { ...campi, azioni: spuntati(campi as Record<string, string>, 'azioni') } : campi;

export const ProrogaDaConcedere = z.preprocess(
  conAzioni,
  z.object({
    ...decisione,
    fine: dataScritta('Scrivi la fine concessa.'),
    nota: testoFacoltativo(LIMITI_PROROGA.nota),
    azioni: z.array(id).max(500),
  }),
);
export type ProrogaDaConcedere = z.infer<typeof ProrogaDaConcedere>;

export const ProrogaDaRespingere = z.object({ ...decisione, nota: testoObbligatorio('Scrivi perché non si concede', LIMITI_PROROGA.nota) });
export type ProrogaDaRespingere = z.infer<typeof ProrogaDaRespingere>;

export const ProrogaDaCorreggere = z.preprocess(
  conAzioni,
  z.object({
    ...decisione,
    fine: dataScritta('Scrivi la fine corretta.'),
    nota: testoObbligatorio('Scrivi che cosa era sbagliato', LIMITI_PROROGA.nota),
    azioni: z.array(id).max(500),
  }),
);
export type ProrogaDaCorreggere = z.infer<typeof ProrogaDaCorreggere>;
