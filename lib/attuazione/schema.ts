import { z } from 'zod';
import { dataItaliana, numeroItaliano } from '@/lib/format/lettura';

/** Le parole dell'attuazione: stati, campi e limiti, condivisi da moduli, comandi e test. */

export const StatoRapporto = z.enum(['BOZZA', 'PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO']);
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

/** Gli stati che un ente puo dichiarare: per annullare un'azione serve una modifica del progetto. */
export const STATI_DICHIARABILI = StatoAzione.exclude(['ANNULLATA']);

export const StatoChiarimento = z.enum(['APERTO', 'RISPOSTO', 'CHIUSO']);
export type StatoChiarimento = z.infer<typeof StatoChiarimento>;

export const LIMITI = { contromisura: 1500, nota: 3000, sintesi: 3000, motivo: 2000 } as const;

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
    .pipe(z.string().min(10, `${verbo} (almeno 10 caratteri).`).max(LIMITI.motivo, `Il testo supera ${LIMITI.motivo} caratteri: accorcialo.`));

/** Data del calendario, `AAAA-MM-GG`; i moduli la scrivono `gg/mm/aaaa` (vedi AvanzamentoDalModulo). */
const dataIso = z.iso.date('La data non esiste: scrivi una data come 15/10/2019.').nullable();
const meseIso = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Il mese non esiste: scrivi un mese come 03/2020.')
  .nullable();

const percentuale = z
  .number('Scrivi un numero intero da 0 a 100.')
  .int('Scrivi un numero intero da 0 a 100.')
  .min(0, 'L’avanzamento va da 0 a 100.')
  .max(100, 'L’avanzamento va da 0 a 100.')
  .nullable();

export const CausaDichiarata = z.object({
  codice: z.string().max(10),
  primaria: z.boolean(),
  gravita: z.number().int().min(1).max(3).nullable(),
  meseDal: meseIso,
  meseAl: meseIso,
  risolta: z.boolean(),
});
export type CausaDichiarata = z.infer<typeof CausaDichiarata>;

/** Tutto cio che un ente dichiara su un'azione in un periodo. Percentuali intere; quantita con al piu due decimali. */
export const SalvaAvanzamento = z.object({
  rapportoId: z.uuid(),
  azioneId: z.uuid(),
  rev: z.number().int().min(0),
  stato: STATI_DICHIARABILI.nullable(),
  percentuale,
  inizioEffettivo: dataIso,
  fineStimata: dataIso,
  fineEffettiva: dataIso,
  contromisura: testoBreve(LIMITI.contromisura),
  nota: testoBreve(LIMITI.nota),
  quantita: z
    .array(z.object({ quantitaId: z.uuid(), valore: z.number().min(0, 'La quantità non può essere negativa.').max(999_999_999_999).nullable() }))
    .max(200),
  cause: z.array(CausaDichiarata).max(45),
});
export type SalvaAvanzamento = z.infer<typeof SalvaAvanzamento>;

/** I campi dello stesso modulo come li scrive una persona: `gg/mm/aaaa`, `1.250,5`, vuoto = non indicato. */
export const CampiAvanzamento = {
  data: dataItaliana,
  numero: numeroItaliano,
};

export const PeriodoDaAprire = z.object({ periodoId: z.uuid() });
export const RapportoScelto = z.object({ rapportoId: z.uuid() });
export const ParteScelta = z.object({ rapportoId: z.uuid(), organizzazioneId: z.uuid() });
export const ParteRinviata = ParteScelta.extend({ nota: motivo('Scrivi che cosa va corretto') });
export const SintesiScritta = z.object({ rapportoId: z.uuid(), rev: z.coerce.number().int().min(0), sintesi: testoBreve(LIMITI.sintesi) });
export const DomandaChiarimento = z.object({ rapportoId: z.uuid(), azioneId: z.uuid(), domanda: motivo('Scrivi la domanda per l’ente') });
export const RispostaChiarimento = z.object({ chiarimentoId: z.uuid(), risposta: motivo('Scrivi la risposta') });
export const ChiarimentoScelto = z.object({ chiarimentoId: z.uuid() });
export const DecisioneConNota = z.object({ rapportoId: z.uuid(), nota: motivo('Motiva la decisione') });
