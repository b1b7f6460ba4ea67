import { z } from 'zod';
import { DomainError } from '@/lib/errors/domainError';
import { elenco } from '@/lib/format/elenco';
import { CONFERMA_DATI } from './testoLibero';

/**
 * Testi che si salvano da soli mentre si scrivono: lì non si ferma mai nessuno. Quando si presentano, chi firma rilegge quelli che sembrano contenere dati di
 * una persona, e conferma.
 */

/** La casella del modulo: spuntata o no. */
export const conConferma = {
  [CONFERMA_DATI]: z
    .string()
    .optional()
    .transform((spuntata) => spuntata !== undefined),
};

const MOSTRATI = 5;

/**
 * @param dove il nome dei campi che sembrano contenerne, mai ciò che c'è scritto
 * @throws DomainError privacy.datiPersonali se ce ne sono e nessuno ha confermato
 */
export function esigiConferma(dove: readonly string[], confermati: boolean | undefined): void {
  if (dove.length === 0 || confermati) return;
  const primi = dove.slice(0, MOSTRATI).map((nome) => `«${nome}»`);
  const altri = dove.length > MOSTRATI ? [dove.length - MOSTRATI === 1 ? 'un altro campo' : `altri ${dove.length - MOSTRATI} campi`] : [];
  throw new DomainError(
    'privacy.datiPersonali',
    `In ${elenco([...primi, ...altri])} sembrano esserci dati di una persona: rileggi e togli ciò che non serve. Oppure conferma e invia di nuovo.`,
    CONFERMA_DATI,
  );
}
