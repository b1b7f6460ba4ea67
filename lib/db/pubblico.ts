import { clientDi } from './client';
import type { Prisma } from './generated/client';
import { rifiutoDelDatabase } from './rifiuti';

/**
 * Un atto di chi non e entrato: una funzione del database e niente altro, perche il ruolo pubblico non puo scrivere in nessuna tabella.
 * L'evento, se c'e, lo scrive la funzione stessa.
 */
export async function chiamaPubblica<T>(sql: Prisma.Sql): Promise<T[]> {
  try {
    return await clientDi('app_pubblico').$queryRaw<T[]>(sql);
  } catch (error) {
    throw rifiutoDelDatabase(error);
  }
}
