import type { Attore } from '@/lib/auth/attore';
import { queryAs } from '@/lib/db/scope';
import { isDomainError } from '@/lib/errors/domainError';
import { letturaSostegni } from '@/lib/interviste/letture';
import type { Sostegno } from './causeFasi';
import { letturaAttuazione, letturaTabelle } from './letture';
import type { DatiAttuazione, DatiTabelle } from './righe';
import type { FiltriRicerca } from './schema';

/** Le righe per le Tabelle 1.1-1.5 e la Figura 3.1 alla data; null se il bando chiesto non esiste. */
export const leggiTabelle = (attore: Attore, filtri: FiltriRicerca): Promise<DatiTabelle | null> =>
  queryAs(attore, (tx) => letturaTabelle(tx, filtri)).catch(nullSeManca);

/** Le righe per il pannello di attuazione alla data; null se il bando chiesto non esiste. */
export const leggiAttuazione = (attore: Attore, filtri: FiltriRicerca): Promise<DatiAttuazione | null> =>
  queryAs(attore, (tx) => letturaAttuazione(tx, filtri)).catch(nullSeManca);

/** Il pannello insieme alle interviste che reggono le cause; null se il bando chiesto non esiste. */
export const leggiCauseFasi = (attore: Attore, filtri: FiltriRicerca): Promise<{ dati: DatiAttuazione; sostegni: Sostegno[] } | null> =>
  queryAs(attore, async (tx) => {
    const dati = await letturaAttuazione(tx, filtri);
    return { dati, sostegni: await letturaSostegni(tx, dati.bando?.id ?? null, filtri.data) };
  }).catch(nullSeManca);

function nullSeManca(error: unknown): null {
  if (isDomainError(error) && error.code === 'ricerca.bandoNonTrovato') return null;
  throw error;
}
