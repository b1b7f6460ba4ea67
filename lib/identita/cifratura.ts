import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DomainError } from '@/lib/errors/domainError';
import type { Mazzo } from './chiavi';

/** AES-256-GCM sui byte di un'identità: 12 byte di nonce, 16 di tag, poi il testo cifrato. Nessun errore dice qualcosa del contenuto. */

const NONCE = 12;
const TAG = 16;
/** Quanto ne sta nella colonna, in byte di testo in chiaro. */
export const MASSIMO_TESTO = 8192 - NONCE - TAG;

/** Ciò che si autentica con il testo: spostato su un'altra persona, o sotto un'altra chiave, non si apre. */
const contesto = (personaId: string, chiaveId: string): Buffer => Buffer.from(`cantiere:identita:1:${personaId.toLowerCase()}:${chiaveId}`);

/** Cifra con la chiave corrente del mazzo e un nonce a caso. */
export function sigilla(personaId: string, testo: Buffer, mazzo: Mazzo): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cifratore = createCipheriv('aes-256-gcm', chiaveDi(mazzo, mazzo.corrente), nonce, { authTagLength: TAG });
  cifratore.setAAD(contesto(personaId, mazzo.corrente));
  const cifrato = Buffer.concat([cifratore.update(testo), cifratore.final()]);
  return Buffer.concat([nonce, cifratore.getAuthTag(), cifrato]);
}

/** I byte che `sigilla` ha cifrato per quella persona. @throws DomainError identita.illeggibile */
export function dissigilla(personaId: string, cifrata: Uint8Array, chiaveId: string, mazzo: Mazzo): Buffer {
  const chiave = chiaveDi(mazzo, chiaveId);
  const byte = Buffer.from(cifrata.buffer, cifrata.byteOffset, cifrata.byteLength);
  try {
    const decifratore = createDecipheriv('aes-256-gcm', chiave, byte.subarray(0, NONCE), { authTagLength: TAG });
    decifratore.setAAD(contesto(personaId, chiaveId));
    decifratore.setAuthTag(byte.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decifratore.update(byte.subarray(NONCE + TAG)), decifratore.final()]);
  } catch {
    throw illeggibile();
  }
}

/** Senza causa: potrebbe contenere un pezzo del testo. */
export const illeggibile = (): DomainError =>
  new DomainError('identita.illeggibile', 'I dati di questa persona non si possono leggere: avvisa chi amministra il portale.');

function chiaveDi(mazzo: Mazzo, nome: string): Buffer {
  const chiave = Object.hasOwn(mazzo.chiavi, nome) ? mazzo.chiavi[nome] : undefined;
  if (!chiave) throw new DomainError('identita.illeggibile', 'Manca la chiave di queste identità: avvisa chi amministra il portale.');
  return chiave;
}
