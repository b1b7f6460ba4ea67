import { createHash, randomBytes } from 'node:crypto';

/** Un segreto di 256 bit, base64url (43 caratteri): sta nel cookie e in nessun altro posto. */
export const nuovoSegreto = (): string => randomBytes(32).toString('base64url');

/** Vero se il testo ha la forma di un nostro segreto. */
export const eSegreto = (testo: unknown): testo is string => typeof testo === 'string' && /^[\w-]{43}$/.test(testo);

/** Ciò che del segreto si conserva: SHA-256, 32 byte. Chi legge il database non può rifare il cookie. */
export const improntaDi = (segreto: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(segreto).digest());
