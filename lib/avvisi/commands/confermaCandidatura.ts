import { chiamaPubblica } from '@/lib/db/pubblico';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { sql } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';

/**
 * Conferma la candidatura di un collegamento; confermarla due volte non cambia nulla.
 * @returns falso se il collegamento non è di nessuna candidatura
 * @throws DomainError termine.scaduto, candidatura.doppia se l'organizzazione si è già candidata allo stesso avviso
 */
export async function confermaCandidatura(impronta: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const [riga] = await chiamaPubblica<{ confermata: boolean }>(sql`select app.conferma_candidatura(${impronta}) as confermata`);
    return riga?.confermata ?? false;
  } catch (error) {
    if (sqlstateDi(error) !== '23505') throw error;
    throw new DomainError(
      'candidatura.doppia',
      'Per questo avviso c’è già una candidatura confermata con lo stesso codice fiscale: vale quella, e questa non è stata inviata.',
    );
  }
}
