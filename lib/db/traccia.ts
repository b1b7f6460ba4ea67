import type { Attore } from '@/lib/auth/attore';
import { gruppoDi, impostaContesto } from './lettura';
import { rifiutoDelDatabase } from './rifiuti';
import type { sql } from './sql';

/**
 * Scrive e conferma la traccia di una lettura, su una connessione sua: chi chiama può essere dentro una transazione, e se la disfa la traccia resta. Dopo, il
 * database da ciò che si è annunciato (docs/decisioni/0013).
 */
export async function traccia(attore: Attore, annuncio: ReturnType<typeof sql>): Promise<void> {
  const client = await gruppoDi(attore.lettore).connect();
  try {
    await client.query('begin read write');
    await impostaContesto(client, attore);
    await client.query({ text: annuncio.text, values: annuncio.values as unknown[] });
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw rifiutoDelDatabase(error);
  }
}
