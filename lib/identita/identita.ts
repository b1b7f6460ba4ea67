import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { leggiCodiceFiscale, normaleCodice } from '@/lib/codiceFiscale/codiceFiscale';
import { DomainError } from '@/lib/errors/domainError';
import { chiaveDiRicerca, paroleDi, paroleDiRicerca } from './cerca';
import { chiaveDerivata, type Mazzo, mazzo } from './chiavi';

/** Chi e una persona, cifrato prima di andare nel database e decifrato solo qui. Nessun errore dice qualcosa del contenuto. */

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

const NONCE = 12;
const TAG = 16;
/** Il testo si allunga a un multiplo di questo: la lunghezza di cio che e cifrato non dice quella di un nome. */
const PASSO = 128;
/** Quanto ne sta nella colonna, in byte. */
const MASSIMO = 8192 - NONCE - TAG;

/** Cio che si autentica con il testo: spostato su un'altra persona, o sotto un'altra chiave, non si apre. */
const contesto = (personaId: string, chiaveId: string): Buffer => Buffer.from(`cantiere:identita:1:${personaId.toLowerCase()}:${chiaveId}`);

/**
 * Cifra con la chiave corrente, AES-256-GCM.
 * @param personaId uuid della persona: la cifra vale solo per lei
 * @returns 12 byte di nonce, 16 di tag, poi il testo cifrato; e il nome della chiave
 * @throws DomainError identita.chiaviAssenti, identita.troppoLunga
 */
export function cifra(personaId: string, identita: Identita, m: Mazzo = mazzo()): { cifrata: Buffer<ArrayBuffer>; chiaveId: string } {
  const testo = Buffer.from(JSON.stringify(IdentitaScritta.parse(identita)));
  if (testo.length > MASSIMO - PASSO) throw new DomainError('identita.troppoLunga', 'Nome e recapiti sono troppo lunghi: abbreviali.');
  const riempito = Buffer.concat([testo, Buffer.alloc((PASSO - (testo.length % PASSO)) % PASSO, ' ')]);
  const nonce = randomBytes(NONCE);
  const cifratore = createCipheriv('aes-256-gcm', chiaveDi(m, m.corrente), nonce, { authTagLength: TAG });
  cifratore.setAAD(contesto(personaId, m.corrente));
  const cifrato = Buffer.concat([cifratore.update(riempito), cifratore.final()]);
  return { cifrata: Buffer.concat([nonce, cifratore.getAuthTag(), cifrato]), chiaveId: m.corrente };
}

/**
 * Decifra cio che `cifra` ha scritto per quella persona.
 * @throws DomainError identita.illeggibile se la chiave manca, o se la riga e stata toccata o spostata; identita.chiaviAssenti
 */
export function decifra(personaId: string, cifrata: Uint8Array, chiaveId: string, m: Mazzo = mazzo()): Identita {
  const chiave = chiaveDi(m, chiaveId);
  const byte = Buffer.from(cifrata.buffer, cifrata.byteOffset, cifrata.byteLength);
  try {
    const decifratore = createDecipheriv('aes-256-gcm', chiave, byte.subarray(0, NONCE), { authTagLength: TAG });
    decifratore.setAAD(contesto(personaId, chiaveId));
    decifratore.setAuthTag(byte.subarray(NONCE, NONCE + TAG));
    const testo = Buffer.concat([decifratore.update(byte.subarray(NONCE + TAG)), decifratore.final()]);
    return IdentitaScritta.parse(JSON.parse(testo.toString('utf8')));
  } catch {
    // la causa non si porta: potrebbe contenere un pezzo del testo
    throw new DomainError('identita.illeggibile', 'I dati di questa persona non si possono leggere: avvisa chi amministra il portale.');
  }
}

function chiaveDi(m: Mazzo, nome: string): Buffer {
  const chiave = Object.hasOwn(m.chiavi, nome) ? m.chiavi[nome] : undefined;
  if (!chiave) throw new DomainError('identita.illeggibile', 'Manca la chiave di queste identità: avvisa chi amministra il portale.');
  return chiave;
}

const hmac = (chiave: Buffer, testo: string): Buffer<ArrayBuffer> => Buffer.from(createHmac('sha256', chiave).update(testo).digest());

/**
 * Le impronte di un codice, con la chiave del programma: la stessa persona ha la stessa in tutto il programma, e una diversa in un altro.
 * `improntaBase` e uguale per le varianti di omocodia: solo un indizio. Sono dati personali anche loro.
 * @param codice fiscale, STP o ENI, gia verificato
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

/** Il segno di un testo cercato tutto insieme («De Luca», un codice fiscale); null se e troppo corto. Oltre dieci lettere contano le prime dieci. */
export function segnoCercato(organizzazioneId: string, testo: string): Buffer<ArrayBuffer> | null {
  const parola = chiaveDiRicerca(testo);
  return parola === null ? null : segno(organizzazioneId, parola);
}

/**
 * I segni di un testo di piu parole («rossi maria»): una persona si trova se li ha tutti. Le parole di una lettera non contano; un codice ne fa uno.
 * @returns vuoto se non c'e nulla da cercare
 */
export function segniCercati(organizzazioneId: string, testo: string): Buffer<ArrayBuffer>[] {
  const intera = chiaveDiRicerca(testo);
  const parole = intera?.startsWith('cf:') ? [intera] : paroleDi(testo);
  return [...new Set(parole)].map((parola) => segno(organizzazioneId, parola));
}
