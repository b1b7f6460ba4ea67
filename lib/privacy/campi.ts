import { z } from 'zod';
import { avvisoDati } from './testoLibero';

/**
 * I testi di chi studia (motivi, note, brani): escono nei dati della ricerca, e non devono dire chi è qualcuno. Codici fiscali, telefoni, indirizzi e-mail
 * e IBAN non servono mai: non si conservano nemmeno in attesa di un controllo.
 */

export const MASSIMO_MOTIVO = 1000;

// il carattere nullo PostgreSQL non lo accetta
export const pulito = z.string().transform((testo) => testo.replaceAll('\u0000', '').trim());
export const lungo = (massimo: number) => z.string().max(massimo, `Il testo supera ${massimo} caratteri: accorcialo.`);
export const senzaDati = (testo: string, contesto: z.RefinementCtx): void => {
  const avviso = avvisoDati(testo);
  if (avviso) contesto.addIssue({ code: 'custom', message: avviso });
};

export const motivo = pulito.pipe(lungo(MASSIMO_MOTIVO).min(10, 'Scrivi perché (almeno 10 caratteri).')).superRefine(senzaDati);
/** Vuota = null. */
export const nota = pulito
  .pipe(lungo(MASSIMO_MOTIVO))
  .superRefine(senzaDati)
  .transform((testo) => testo || null);
