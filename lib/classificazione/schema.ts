import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { spuntati } from '@/lib/istruttoria/schema';
import { lungo, motivo, nota, pulito } from '@/lib/privacy/campi';
import { CODICI_MODELLO } from './modelli';
import { leggiVoci } from './voci';

/** Le parole della classificazione. Le caselle delle voci si chiamano `voci.<codice>`; in uno schema a voce sola la scelta si chiama `voce`. */

const id = z.uuid(SUPERATA);

type Campi = Record<string, string>;
const conVoci = (campi: unknown) => {
  if (typeof campi !== 'object' || campi === null) return campi;
  const { voce } = campi as Campi;
  return { ...campi, voci: voce ? [voce] : spuntati(campi as Campi, 'voci') };
};
const voci = z.array(z.string().max(40)).max(60);

export const SchemaPronto = z.object({ modello: z.enum(CODICI_MODELLO, 'Scegli uno schema dell’elenco.') });

export const SchemaNuovo = z.object({
  titolo: pulito.pipe(z.string().min(3, 'Scrivi il titolo dello schema.').max(200, 'Il titolo supera 200 caratteri: accorcialo.')),
  descrizione: pulito.pipe(lungo(2000)).default(''),
  esclusivo: z.enum(['si', 'no'], 'Scegli se un progetto può avere più voci.').transform((scelta) => scelta === 'si'),
  voci: z.string().transform((testo, contesto) => {
    const lette = leggiVoci(testo);
    if (lette.ok) return lette.voci;
    contesto.addIssue({ code: 'custom', message: lette.messaggio });
    return z.NEVER;
  }),
});
export type SchemaNuovo = z.infer<typeof SchemaNuovo>;

export const TornataNuova = z.object({ schemaId: id, bandoId: z.uuid('Scegli il bando.') });
export const TornataScelta = z.object({ tornataId: id });

export const CodificaScritta = z.preprocess(conVoci, z.object({ tornataId: id, progettoId: id, voci, nota: nota.default(null) }));
export type CodificaScritta = z.infer<typeof CodificaScritta>;

export const Decisione = z.preprocess(conVoci, z.object({ tornataId: id, progettoId: id, voci, motivo, vista: z.string().max(40) }));
export type Decisione = z.infer<typeof Decisione>;

export const PropostaScritta = z.preprocess(conVoci, z.object({ progettoId: id, schemaId: id, voci, motivo, vista: z.string().max(40) }));
export type PropostaScritta = z.infer<typeof PropostaScritta>;
