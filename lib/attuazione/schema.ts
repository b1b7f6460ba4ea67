import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { LIMITI, MASSIMI_RILIEVI } from './limiti';

/** Le parole dell'attuazione: stati, campi e limiti, condivisi da moduli, comandi e test. */

export const StatoRapporto = z.enum([
  'BOZZA',
  'PRESENTATO',
  'IN_VERIFICA',
  'CHIARIMENTI',
  'APPROVATO',
  'APPROVATO_CON_RILIEVI',
  'RESPINTO',
]);
export type StatoRapporto = z.infer<typeof StatoRapporto>;

export const AttoRapporto = z.enum([
  'presenta',
  'prendiInCarico',
  'chiediChiarimento',
  'ripresenta',
  'approva',
  'approvaConRilievi',
  'respingi',
  'riapri',
  'riapriInParte',
  'ritira',
]);
export type AttoRapporto = z.infer<typeof AttoRapporto>;

export const StatoParte = z.enum(['NON_DOVUTO', 'APERTO', 'CONSEGNATO', 'RINVIATO', 'INCLUSO']);
export type StatoParte = z.infer<typeof StatoParte>;

export const StatoAzione = z.enum([
  'NON_AVVIATA',
  'IN_PREPARAZIONE',
  'IN_CORSO',
  'PARZIALMENTE_REALIZZATA',
  'COMPLETATA',
  'SOSPESA',
  'ANNULLATA',
]);
export type StatoAzione = z.infer<typeof StatoAzione>;
/** L'ordine in cui si mostrano: dall'azione più avanti alla meno, poi le ferme. */
export const STATI_IN_ORDINE: readonly StatoAzione[] = [
  'COMPLETATA',
  'PARZIALMENTE_REALIZZATA',
  'IN_CORSO',
  'IN_PREPARAZIONE',
  'NON_AVVIATA',
  'SOSPESA',
  'ANNULLATA',
];

/** Gli stati che un ente può dichiarare: per annullare un'azione serve una modifica del progetto. */
export const STATI_DICHIARABILI = StatoAzione.exclude(['ANNULLATA']);

export const StatoChiarimento = z.enum(['APERTO', 'RISPOSTO', 'CHIUSO']);
export type StatoChiarimento = z.infer<typeof StatoChiarimento>;

/** Com'è andata la contromisura dichiarata nel periodo prima; nessun valore: non si sa ancora. */
export const EsitoContromisura = z.enum(['FUNZIONA', 'IN_PARTE', 'NON_FUNZIONA']);
export type EsitoContromisura = z.infer<typeof EsitoContromisura>;

export const StatoRilievo = z.enum(['APERTO', 'RISPOSTO', 'CHIUSO']);
export type StatoRilievo = z.infer<typeof StatoRilievo>;

/** Un identificativo che il modulo porta con sé: se è storto, la persona può solo ricaricare. */
const id = z.uuid(SUPERATA);

const testoBreve = (massimo: number) =>
  z
    .string()
    .max(massimo, `Il testo supera ${massimo} caratteri: accorcialo.`)
    .transform((testo) => testo.replaceAll('\u0000', '').trim())
    .transform((testo) => (testo === '' ? null : testo))
    .nullable();

const motivo = (verbo: string) =>
  z
    .string()
    .transform((testo) => testo.replaceAll('\u0000', '').trim())
    .pipe(
      z.string().min(10, `${verbo} (almeno 10 caratteri).`).max(LIMITI.motivo, `Il testo supera ${LIMITI.motivo} caratteri: accorcialo.`),
    );

/** Data del calendario, `AAAA-MM-GG`; i moduli la scrivono `gg/mm/aaaa` (vedi modulo.ts). */
const dataIso = z.iso
  .date({ error: 'La data non esiste: scrivi una data come 15/10/2019.', abort: true })
  // il calendario di PostgreSQL non ha l'anno zero; gli stessi estremi di leggiData
  .refine((iso) => iso >= '1900' && iso < '2200', 'Scrivi un anno dal 1900 al 2199.')
  .nullable();
const meseIso = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'Il mese non esiste: scrivi un mese come 03/2020.')
  .nullable();

const percentuale = z
  .number('Scrivi un numero intero da 0 a 100.')
  .int('Scrivi un numero intero da 0 a 100.')
  .min(0, 'L’avanzamento va da 0 a 100.')
  .max(100, 'L’avanzamento va da 0 a 100.')
  .nullable();

/** Quante volte una riga è stata salvata; +1 deve stare ancora nella colonna. */
const rev = z.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).max(2_147_483_646, SUPERATA);

/** Al più due decimali: la colonna arrotonderebbe in silenzio. */
const quantita = z
  .number('Scrivi un numero come 1250 o 1.250,50.')
  .min(0, 'La quantità non può essere negativa.')
  .max(999_999_999_999, 'La quantità è troppo grande.')
  .refine((valore) => Number(valore.toFixed(2)) === valore, 'Scrivi un numero con al più due decimali.')
  .nullable();

export const CausaDichiarata = z.object({
  codice: z.string().regex(/^\w{1,10}$/, 'Una causa non è nell’elenco. Ricarica la pagina.'),
  primaria: z.boolean(),
  gravita: z.number().int().min(1).max(3).nullable(),
  meseDal: meseIso,
  meseAl: meseIso,
  risolta: z.boolean(),
});
export type CausaDichiarata = z.infer<typeof CausaDichiarata>;

/** Tutto ciò che un ente dichiara su un'azione in un periodo. Percentuali intere; quantità con al più due decimali. */
export const SalvaAvanzamento = z.object({
  rapportoId: id,
  azioneId: id,
  rev,
  stato: z.enum(STATI_DICHIARABILI.options, 'Scegli uno stato dell’elenco.').nullable(),
  percentuale,
  inizioEffettivo: dataIso,
  fineStimata: dataIso,
  fineEffettiva: dataIso,
  contromisura: testoBreve(LIMITI.contromisura),
  contromisuraEsito: z.enum(EsitoContromisura.options, 'Scegli un esito dell’elenco.').nullable().optional(),
  nota: testoBreve(LIMITI.nota),
  quantita: z.array(z.object({ quantitaId: id, valore: quantita })).max(200),
  cause: z.array(CausaDichiarata).max(45),
});
export type SalvaAvanzamento = z.infer<typeof SalvaAvanzamento>;

export const PeriodoDaAprire = z.object({ periodoId: id });
export const RapportoScelto = z.object({ rapportoId: z.uuid() });
export const ParteScelta = z.object({ rapportoId: z.uuid(), organizzazioneId: id });
export const ParteRinviata = ParteScelta.extend({ nota: motivo('Scrivi che cosa va corretto') });
export const SintesiScritta = z.object({ rapportoId: z.uuid(), rev: z.coerce.number().pipe(rev), sintesi: testoBreve(LIMITI.sintesi) });
export const DomandaChiarimento = z.object({ rapportoId: z.uuid(), azioneId: z.uuid(), domanda: motivo('Scrivi la domanda per l’ente') });
export const RispostaChiarimento = z.object({ chiarimentoId: id, risposta: motivo('Scrivi la risposta') });
export const ChiarimentoScelto = z.object({ chiarimentoId: id });
export const DecisioneConNota = z.object({ rapportoId: z.uuid(), nota: motivo('Motiva la decisione') });

const rilievo = z.object({ azioneId: z.uuid().nullable(), testo: motivo('Scrivi il rilievo') });
/** Approvare con rilievi: la nota generale, i rilievi uno per uno (sull'intera relazione o su un'azione), o entrambi. */
export const DecisioneConRilievi = z
  .object({ rapportoId: z.uuid(), nota: testoBreve(LIMITI.motivo), rilievi: z.array(rilievo).max(MASSIMI_RILIEVI) })
  .refine(({ nota, rilievi }) => rilievi.length > 0 || (nota?.length ?? 0) >= 10, {
    path: ['nota'],
    error: 'Scrivi almeno un rilievo (almeno 10 caratteri).',
  });
export type DecisioneConRilievi = z.infer<typeof DecisioneConRilievi>;
export const RilievoScelto = z.object({ rilievoId: id, rapportoId: z.uuid() });
export const RispostaRilievo = RilievoScelto.extend({ risposta: motivo('Scrivi la risposta') });
export const RiaperturaInParte = z.object({
  rapportoId: z.uuid(),
  azioni: z.array(id).min(1, 'Scegli almeno un’azione da riaprire.').max(200),
  domanda: motivo('Scrivi che cosa deve correggere l’ente'),
});
