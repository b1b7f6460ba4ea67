import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { letturaRilascio, type Parametri, type Rilascio } from './letture';

/** Una tabella già pubblicata con questi parametri, o null. */
export async function leggiRilascio<T>(attore: Attore, tabella: string, parametri: Parametri): Promise<Rilascio<T> | null> {
  const [riga] = await interroga<{ rilascio: Rilascio<T> }>(attore, letturaRilascio(tabella, parametri));
  return riga?.rilascio ?? null;
}
