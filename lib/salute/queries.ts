import { interrogaPubblica } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';

/** Vero se il database risponde entro `entroMs` millisecondi. Mai un'eccezione: il motivo va nel registro del server, non a chi chiede. */
export async function leggiSalute(entroMs = 3_000): Promise<boolean> {
  let orologio: NodeJS.Timeout | undefined;
  const scaduto = new Promise<false>((risolvi) => {
    orologio = setTimeout(() => risolvi(false), entroMs);
  });
  const risposta = interrogaPubblica(sql`select 1`)
    .then(() => true)
    .catch((errore: unknown) => {
      console.error('Il database non risponde:', errore);
      return false;
    });
  try {
    return await Promise.race([risposta, scaduto]);
  } finally {
    clearTimeout(orologio);
  }
}
