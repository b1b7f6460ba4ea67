import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { leggiCodiceFiscale, normaleCodice } from '@/lib/codiceFiscale/codiceFiscale';
import { DomainError } from '@/lib/errors/domainError';
import { chiaveDiRicerca, paroleDi, paroleDiRicerca } from './cerca';
import { chiaveDerivata, type Mazzo, mazzo } from './chiavi';
import { dissigilla, illeggibile, MASSIMO_TESTO, sigilla } from './cifratura';

/** Chi è una persona, cifrato prima di andare nel database e decifrato solo qui. Nessun errore dice qualcosa del contenuto. */

const testoONullo = z.string().nullable();
const IdentitaScritta = z.object({
  cognome: z.string(),
  nome: z.string(),
  /** O il codice STP o ENI di chi non ha quello fiscale. */
  codiceFiscale: testoONullo,
  telefono: testoONullo,
  email: testoONullo,
  indirizzo: testoONullo,
});
export type Identita = z.infer<typeof IdentitaScritta>;

/** Il testo si allunga a un multiplo di questo: la lunghezza di ciò che è cifrato non dice quella di un nome. */
const PASSO = 128;

/**
 * Cifra con la chiave corrente, AES-256-GCM.
 * @param personaId uuid della persona: la cifra vale solo per lei
 * @returns 12 byte di nonce, 16 di tag, poi il testo cifrato; e il nome della chiave
 * @throws DomainError identita.chiaviAssenti, identita.troppoLunga
 */
export function cifra(personaId: string, identita: Identita, m: Mazzo = mazzo()): { cifrata: Buffer<ArrayBuffer>; chiaveId: string } {
  const testo = Buffer.from(JSON.stringify(IdentitaScritta.parse(identita)));
  if (testo.length > MASSIMO_TESTO - PASSO)
    throw new DomainError('identita.troppoLunga', 'Nome e recapiti sono troppo lunghi: abbreviali.');
  const spazi = Buffer.alloc((PASSO - (testo.length % PASSO)) % PASSO, ' ');
  return { cifrata: sigilla(personaId, Buffer.concat([testo, spazi]), m), chiaveId: m.corrente };
}

/**
 * Decifra ciò che `cifra` ha scritto per quella persona.
 * @throws DomainError identita.illeggibile se la chiave manca, o se la riga è stata toccata o spostata; identita.chiaviAssenti
 */
export function decifra(personaId: string, cifrata: Uint8Array, chiaveId: string, m: Mazzo = mazzo()): Identita {
  const testo = dissigilla(personaId, cifrata, chiaveId, m);
  try {
    return IdentitaScritta.parse(JSON.parse(testo.toString('utf8')));
  } catch {
    throw illeggibile();
  }
}

const hmac = (chiave: Buffer, testo: string): Buffer<ArrayBuffer> => Buffer.from(createHmac('sha256', chiave).update(testo).digest());

/**
 * Le impronte di un codice, con la chiave del programma: la stessa persona ha la stessa in tutto il programma, e una diversa in un altro.
 * `improntaBase` è uguale per le varianti di omocodia: solo un indizio. Sono dati personali anche loro.
 * @param codice fiscale, STP o ENI, già verificato
 */
export function impronta(
  programmaId: string,
  codice: string,
): { impronta: Buffer<ArrayBuffer>; improntaBase: Buffer<ArrayBuffer>; chiaveId: string } {
  const chiave = chiaveDerivata(`impronta:${programmaId.toLowerCase()}`);
  const normale = normaleCodice(codice);
  const letto = leggiCodiceFiscale(normale, '9999-12-31');
  return {
    impronta: hmac(chiave, normale),
    improntaBase: hmac(chiave, `base:${letto.ok ? letto.base : normale}`),
    chiaveId: mazzo().pseudonimi.id,
  };
}

/** Il segno (16 byte) di una parola nell'indice di un ente: un altro ente ne ha uno diverso. */
const segno = (organizzazioneId: string, parola: string): Buffer<ArrayBuffer> =>
  Buffer.from(hmac(chiaveDerivata(`cerca:${organizzazioneId.toLowerCase()}`), parola).subarray(0, 16));

/** I segni con cui si ritrova una persona: uno per cognome, nome, loro parole, inizi del cognome da tre lettere, codice intero. Senza doppioni. */
export const segniDi = (organizzazioneId: string, identita: Pick<Identita, 'cognome' | 'nome' | 'codiceFiscale'>): Buffer<ArrayBuffer>[] =>
  [...paroleDiRicerca({ ...identita, codice: identita.codiceFiscale })].map((parola) => segno(organizzazioneId, parola));

/** Il segno di un testo cercato tutto insieme («De Luca», un codice fiscale); null se è troppo corto. Oltre dieci lettere contano le prime dieci. */
export function segnoCercato(organizzazioneId: string, testo: string): Buffer<ArrayBuffer> | null {
  const parola = chiaveDiRicerca(testo);
  return parola === null ? null : segno(organizzazioneId, parola);
}

/**
 * I segni di un testo di più parole («rossi maria»): una persona si trova se li ha tutti. Le parole di una lettera non contano; un codice ne fa uno.
 * @returns vuoto se non c'è nulla da cercare
 */
export function segniCercati(organizzazioneId: string, testo: string): Buffer<ArrayBuffer>[] {
  const intera = chiaveDiRicerca(testo);
  const parole = intera?.startsWith('cf:') ? [intera] : paroleDi(testo);
  return [...new Set(parole)].map((parola) => segno(organizzazioneId, parola));
}
