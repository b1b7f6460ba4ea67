import { Prisma } from './generated/client';

/** Una istruzione SQL, o un suo pezzo, con i suoi parametri: il valore tra graffe diventa un parametro, mai testo concatenato. */
export const sql = Prisma.sql;

/** Il nullo di una colonna jsonb (non il `null` scritto in JSON). */
export const SENZA_JSON = Prisma.DbNull;
