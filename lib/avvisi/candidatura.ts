import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { difettoCodiceFiscale, normaleCodiceFiscale } from './codiceFiscale';
import { LIMITI_CANDIDATURA, TIPI_ORGANIZZAZIONE, type TipoOrganizzazione } from './voci';

/** Ciò che scrive un'organizzazione senza account per candidarsi a un avviso. */

const breve = (manca: string) =>
  z.string(manca).trim().min(1, manca).max(LIMITI_CANDIDATURA.breve, `Al massimo ${LIMITI_CANDIDATURA.breve} caratteri: accorcia.`);
const lungo = (manca: string) =>
  z.string(manca).trim().min(1, manca).max(LIMITI_CANDIDATURA.testo, `Al massimo ${LIMITI_CANDIDATURA.testo} caratteri: accorcia.`);

const CodiceFiscale = z
  .string()
  .transform(normaleCodiceFiscale)
  .superRefine((codice, ctx) => {
    const difetto = difettoCodiceFiscale(codice);
    if (difetto) ctx.addIssue(difetto);
  });

const Email = z
  .string('Scrivi un indirizzo email.')
  .trim()
  .toLowerCase()
  .min(1, 'Scrivi un indirizzo email.')
  .max(254, 'L’email è troppo lunga.')
  .pipe(z.email('Scrivi un’email completa, come nome@organizzazione.it.'));

/** Ciò che si conserva: la colonna `candidatura.dati`. */
export const DatiCandidatura = z.object({
  denominazione: breve('Scrivi la denominazione.'),
  tipo: z.enum(Object.keys(TIPI_ORGANIZZAZIONE) as [TipoOrganizzazione, ...TipoOrganizzazione[]], 'Scegli che tipo di organizzazione sei.'),
  runts: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z/.-]{0,30}$/, 'Scrivi il numero di repertorio RUNTS, come 12345.')
    .default(''),
  sede: breve('Scrivi l’indirizzo della sede.'),
  azioni: z
    .array(z.string().regex(/^a\d{1,2}$/))
    .min(1, 'Scegli almeno un’azione.')
    .max(30),
  valoreAggiunto: lungo('Scrivi che cosa aggiunge la tua organizzazione.'),
  risorseProprie: lungo('Scrivi che cosa metti di tuo: persone, sedi, mezzi, denaro. Se nulla, scrivilo.'),
  esperienza: lungo('Scrivi che cosa hai già fatto su questi temi.'),
});
export type DatiCandidatura = z.infer<typeof DatiCandidatura>;

export const ModuloCandidatura = DatiCandidatura.extend({
  avvisoId: z.uuid(SUPERATA),
  codiceFiscale: CodiceFiscale,
  email: Email,
  privacy: z.literal('si', 'Per candidarti devi aver letto l’informativa.'),
});
export type ModuloCandidatura = z.infer<typeof ModuloCandidatura>;
