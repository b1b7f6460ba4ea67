import { z } from 'zod';
import { DOMINI_MODIFICA, type DominioModifica } from '@/lib/bandi/configurazione';
import { SUPERATA } from '@/lib/errors/superata';
import { dataScritta, progettoId, spuntati, testoFacoltativo } from '@/lib/istruttoria/schema';
import { conConferma } from '@/lib/privacy/confermaDati';
import type { Json } from './json';

/** Le richieste di modifica: stati, ambiti, nomi e moduli. */

export const STATI_MODIFICA = [
  'BOZZA',
  'PRESENTATA',
  'IN_ISTRUTTORIA',
  'ACCOLTA',
  'ACCOLTA_IN_PARTE',
  'RESPINTA',
  'ANNULLATA',
  'REGISTRATA',
] as const;
export type StatoModifica = (typeof STATI_MODIFICA)[number];
export type Regime = 'COMUNICAZIONE' | 'APPROVAZIONE';
export type Competente = 'ISTRUTTORE' | 'DIRIGENTE';

/** Gli stati in cui qualcuno deve ancora fare qualcosa: uno solo per ambito e progetto. */
export const APERTI: readonly StatoModifica[] = ['BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA'];

export const NOME_DOMINIO: Record<DominioModifica, string> = {
  budget: 'Quadro economico',
  azioni: 'Azioni',
  partner: 'Enti che partecipano',
  destinatari: 'Destinatari',
  cronoprogramma: 'Tempi delle azioni',
  referente: 'Referente',
  sede: 'Sede',
  dati_bancari: 'Conto bancario',
  altro: 'Altro',
};

export const NOME_STATO: Record<StatoModifica, string> = {
  BOZZA: 'In preparazione',
  PRESENTATA: 'Presentata',
  IN_ISTRUTTORIA: 'In esame',
  ACCOLTA: 'Accolta',
  ACCOLTA_IN_PARTE: 'Accolta in parte',
  RESPINTA: 'Respinta',
  ANNULLATA: 'Annullata',
  REGISTRATA: 'Comunicata',
};

const richiestaId = z.uuid(SUPERATA);
const testo = (mancanza: string) =>
  z
    .string()
    .transform((scritto) => scritto.replaceAll('\u0000', '').trim())
    .pipe(z.string().min(10, `${mancanza} (almeno 10 caratteri).`).max(4000, 'Il testo supera 4000 caratteri: accorcialo.'));

export const ModificaDaAprire = z.object({ progettoId, dominio: z.enum(DOMINI_MODIFICA, 'Scegli che cosa vuoi modificare.') });
export type ModificaDaAprire = z.infer<typeof ModificaDaAprire>;

export const ModificaScelta = z.object({ progettoId, richiestaId });
export type ModificaScelta = z.infer<typeof ModificaScelta>;
/** Come la scelta, con la conferma dei testi che sembrano contenere dati di una persona. */
export const ModificaDaPresentare = ModificaScelta.extend(conConferma);
export type ModificaDaPresentare = ModificaScelta & { confermaDati?: boolean };

const JsonScritto: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.string(), z.number(), z.boolean(), z.array(JsonScritto), z.record(z.string(), JsonScritto)]),
);
/** Dal browser arrivano percorso, prima e dopo: il nome e la forma li rifà il comando. */
export const OperazioneScritta = z.object({ percorso: z.string().min(1).max(300), prima: JsonScritto, dopo: JsonScritto });
export type OperazioneScritta = z.infer<typeof OperazioneScritta>;

/** Ciò che si salva di una bozza; `rev` è quella letta (la prima è 0). */
export const ModificaDaSalvare = z.object({
  progettoId,
  richiestaId,
  rev: z.coerce.number(SUPERATA).int(SUPERATA).nonnegative(SUPERATA),
  motivazione: z.string().max(4000, 'La motivazione supera 4000 caratteri: accorciala.').default(''),
  operazioni: z.array(OperazioneScritta).max(2000, 'Sono più di 2000 cambiamenti: dividili in più richieste.'),
});
export type ModificaDaSalvare = z.infer<typeof ModificaDaSalvare>;

const atto = z
  .string()
  .transform((scritto) => scritto.replaceAll('\u0000', '').trim())
  .pipe(z.string().min(1, 'Scrivi il numero dell’atto.').max(200, 'Il numero dell’atto supera 200 caratteri: accorcialo.'));

/** `accolte` sono gli id delle operazioni; `null` = tutte. Dal modulo: caselle `accolte.<id>`, con `scelte` = «si» se ci sono caselle. */
export const ModificaDaAccogliere = z.preprocess(
  (campi) => {
    if (typeof campi !== 'object' || campi === null || 'accolte' in campi) return campi;
    const scritti = campi as Record<string, string>;
    return { ...scritti, accolte: scritti.scelte ? spuntati(scritti, 'accolte') : null };
  },
  z.object({
    progettoId,
    richiestaId,
    accolte: z.array(z.string().max(300)).max(2000).nullable(),
    atto,
    dataAtto: dataScritta('Scrivi la data dell’atto.'),
    nota: testoFacoltativo(4000),
  }),
);
export type ModificaDaAccogliere = z.infer<typeof ModificaDaAccogliere>;

export const ModificaDaRespingere = z.object({
  progettoId,
  richiestaId,
  atto,
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
  nota: testo('Scrivi perché la richiesta è respinta'),
});
export type ModificaDaRespingere = z.infer<typeof ModificaDaRespingere>;
