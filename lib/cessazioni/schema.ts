import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiImporto } from '@/lib/format/importo';
import { dataScritta, testoFacoltativo, testoObbligatorio } from '@/lib/istruttoria/schema';
import { attoScritto } from '@/lib/sospensioni/schema';

/** I moduli di rinuncia, revoca e conclusione. Gli importi si scrivono in euro e ne escono centesimi interi. */

const id = z.uuid(SUPERATA);
export const TESTO_MASSIMO = 4000;

const importo = z
  .string()
  .default('')
  .transform((testo, contesto): bigint | null => {
    const letto = leggiImporto(testo);
    if (letto.ok) return letto.cents === null ? null : BigInt(letto.cents);
    contesto.addIssue({ code: 'custom', message: letto.messaggio });
    return z.NEVER;
  });
const atto = { atto: attoScritto, dataAtto: dataScritta('Scrivi la data dell’atto.') };
const pianoRecupero = testoObbligatorio(
  'Scrivi come si restituisce ciò che non spetta, o perché non c’è nulla da restituire',
  TESTO_MASSIMO,
);

export const ProgettoCessato = z.object({ progettoId: id });
export const RinunciaNuova = z.object({ progettoId: id, motivazione: testoObbligatorio('Scrivi perché rinunciate', TESTO_MASSIMO) });
export type RinunciaNuova = z.infer<typeof RinunciaNuova>;
const scelta = { progettoId: id, cessazioneId: id };
export const RinunciaScelta = z.object(scelta);
export type RinunciaScelta = z.infer<typeof RinunciaScelta>;
export const RinunciaDaConfermare = z.object({ ...scelta, ...atto, pianoRecupero, recupero: importo });
export type RinunciaDaConfermare = z.infer<typeof RinunciaDaConfermare>;
export const RinunciaDaRespingere = z.object({ ...scelta, nota: testoObbligatorio('Scrivi perché non si accoglie', TESTO_MASSIMO) });
export type RinunciaDaRespingere = z.infer<typeof RinunciaDaRespingere>;

export const Revoca = z.object({
  progettoId: id,
  ...atto,
  motivazione: testoObbligatorio('Scrivi perché si revoca', TESTO_MASSIMO),
  pianoRecupero,
  recupero: importo,
});
export type Revoca = z.infer<typeof Revoca>;

export const Conclusione = z.object({
  progettoId: id,
  ...atto,
  data: dataScritta('Scrivi quando il progetto si è concluso.'),
  motivazione: testoFacoltativo(TESTO_MASSIMO),
});
export type Conclusione = z.infer<typeof Conclusione>;
