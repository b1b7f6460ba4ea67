import { Prisma } from './generated/client';

/** Una istruzione SQL, o un suo pezzo, con i suoi parametri: il valore tra graffe diventa un parametro, mai testo concatenato. */
export const sql = Prisma.sql;

/** Il nullo di una colonna jsonb (non il `null` scritto in JSON). */
export const SENZA_JSON = Prisma.DbNull;

/**
 * Una costante del codice scritta nell'istruzione, dove un parametro direbbe ogni volta la stessa cosa: un intero, o una parola in maiuscole.
 * @throws Error per qualunque altra cosa: un dato non ci entra
 */
export function costante(valore: string | number): Prisma.Sql {
  if (typeof valore === 'number' ? !Number.isSafeInteger(valore) : !/^[A-Z][A-Z_]*$/.test(valore))
    throw new Error('Nel testo di un’istruzione entrano solo interi e parole in maiuscole.');
  return Prisma.raw(typeof valore === 'number' ? String(valore) : `'${valore}'`);
}
