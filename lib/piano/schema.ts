import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, progettoId, spuntati, testoFacoltativo, testoObbligatorio } from '@/lib/istruttoria/schema';
import { conConferma } from '@/lib/privacy/confermaDati';
import { SEZIONI_PIANO } from './rimodulazione';
import { METODI_TAGLIO } from './tagli';

/** I moduli della rimodulazione iniziale. */

const rev = z.coerce.number(SUPERATA).int(SUPERATA).positive(SUPERATA);

export const RimodulazioneScelta = z.object({ progettoId });

const Scelta = z.object({
  azioniTolte: z.array(z.uuid(SUPERATA)).max(200, SUPERATA),
  contributi: z.record(z.string().max(60), z.string().regex(/^\d{1,15}$/, 'Scrivi gli importi come 1250 o 1.250,50.')),
});

/** La scelta fatta a mano viaggia come JSON in un campo solo. */
const SceltaScritta = z
  .string()
  .default('')
  .transform((testo, contesto): unknown => {
    if (testo === '') return { azioniTolte: [], contributi: {} };
    try {
      return JSON.parse(testo);
    } catch {
      contesto.addIssue({ code: 'custom', message: SUPERATA });
      return z.NEVER;
    }
  })
  .pipe(Scelta);

export const TaglioScelto = z.object({
  progettoId,
  metodo: z.enum(METODI_TAGLIO, 'Scegli come ridurre il piano.'),
  scelta: SceltaScritta,
  revAzioni: rev,
  revBudget: rev,
});
export type TaglioScelto = z.infer<typeof TaglioScelto>;

export const RimodulazioneDaDepositare = z.object({ progettoId, risposta: testoFacoltativo(4000), ...conConferma });
export type RimodulazioneDaDepositare = { progettoId: string; risposta: string | null; confermaDati?: boolean };

export const RimodulazioneDaApprovare = z.object({
  progettoId,
  atto: z
    .string()
    .transform((testo) => testo.replaceAll('\u0000', '').trim())
    .pipe(z.string().min(1, 'Scrivi il numero dell’atto.').max(100, 'Il numero dell’atto supera 100 caratteri: accorcialo.')),
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
});
export type RimodulazioneDaApprovare = z.infer<typeof RimodulazioneDaApprovare>;

export const RimodulazioneDaRestituire = z.preprocess(
  (campi) =>
    typeof campi === 'object' && campi !== null ? { ...campi, sezioni: spuntati(campi as Record<string, string>, 'sezioni') } : campi,
  z.object({
    progettoId,
    testo: testoObbligatorio('Scrivi che cosa va corretto'),
    sezioni: z.array(z.enum(SEZIONI_PIANO, SUPERATA)).min(1, 'Scegli almeno una sezione da riaprire.'),
    entro: dataScritta('Scrivi entro quando.'),
  }),
);
export type RimodulazioneDaRestituire = z.infer<typeof RimodulazioneDaRestituire>;
