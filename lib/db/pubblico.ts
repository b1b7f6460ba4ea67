import { clientDi } from './client';
import type { Prisma } from './generated/client';
import { rifiutoDelDatabase } from './rifiuti';

/**
 * Un atto di chi non è entrato: una funzione del database e niente altro, perché il ruolo pubblico non può scrivere in nessuna tabella.
 * L'evento, se c'è, lo scrive la funzione stessa.
 */
export async function chiamaPubblica<T>(sql: Prisma.Sql): Promise<T[]> {
  try {
    return await clientDi('app_pubblico').$queryRaw<T[]>(sql);
  } catch (error) {
    throw rifiutoDelDatabase(error);
  }
}
