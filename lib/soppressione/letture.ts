import type { Tx } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';

/** Ciò che si è pubblicato una volta: la stessa domanda ha la stessa risposta. `contenuto` è JSON; `sha256` è quello del suo testo nel database. */
export type Rilascio<T> = { contenuto: T; sha256: string; rilasciatoIl: string };
export type Parametri = Record<string, string>;

/** La lettura di un rilascio: per una pagina (`interroga`) o dentro un atto. */
export const letturaRilascio = (tabella: string, parametri: Parametri) => sql`
  select json_build_object('contenuto', r.contenuto, 'sha256', r.sha256, 'rilasciatoIl', r.rilasciato_il) as rilascio
  from rilascio r where r.tabella = ${tabella}::text and md5(r.parametri::text) = md5((${JSON.stringify(parametri)}::jsonb)::text)`;

/** Il rilascio, dentro la transazione di chi chiama. */
export async function rilascioIn<T>(tx: Tx, tabella: string, parametri: Parametri): Promise<Rilascio<T> | null> {
  const [riga] = await tx.$queryRaw<{ rilascio: Rilascio<T> }[]>(letturaRilascio(tabella, parametri));
  return riga?.rilascio ?? null;
}
