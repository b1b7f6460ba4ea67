import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, testoObbligatorio } from '@/lib/istruttoria/schema';
import { CODICI_DIRITTO } from './diritti';

/** I moduli delle richieste degli interessati. */

const id = z.uuid(SUPERATA);
export const MASSIMO_ESITO = 1500;

export const RichiestaNuova = z.object({
  personaId: z
    .string()
    .default('')
    .transform((testo) => testo || null)
    .pipe(id.nullable()),
  genere: z.enum(CODICI_DIRITTO, 'Scegli che cosa chiede la persona.'),
  ricevutaIl: dataScritta('Scrivi quando l’ente ha ricevuto la richiesta.'),
});
export type RichiestaNuova = z.infer<typeof RichiestaNuova>;
export const RichiestaScelta = z.object({ richiestaId: id });
export type RichiestaScelta = z.infer<typeof RichiestaScelta>;
export const RichiestaDaChiudere = RichiestaScelta.extend({
  stato: z.enum(['EVASA', 'RESPINTA'], 'Scegli com’è andata.'),
  esito: testoObbligatorio('Scrivi che cosa avete risposto', MASSIMO_ESITO),
});
export type RichiestaDaChiudere = z.infer<typeof RichiestaDaChiudere>;
export const PersonaDaAnonimizzare = RichiestaScelta.extend({ esito: testoObbligatorio('Scrivi perché cancellate adesso', MASSIMO_ESITO) });
export type PersonaDaAnonimizzare = z.infer<typeof PersonaDaAnonimizzare>;
