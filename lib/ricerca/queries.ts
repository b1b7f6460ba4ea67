import type { Attore } from '@/lib/auth/attore';
import { queryAs } from '@/lib/db/scope';
import { isDomainError } from '@/lib/errors/domainError';
import { letturaAttuazione, letturaRisorse, letturaTabelle } from './letture';
import type { DatiAttuazione, DatiRisorse, DatiTabelle } from './righe';
import type { FiltriRicerca } from './schema';

/** Le righe per le Tabelle 1.1-1.5 e la Figura 3.1 alla data; null se il bando chiesto non esiste. */
export const leggiTabelle = (attore: Attore, filtri: FiltriRicerca): Promise<DatiTabelle | null> =>
  queryAs(attore, (tx) => letturaTabelle(tx, filtri)).catch(nullSeManca);

/** Le righe per il pannello di attuazione alla data; null se il bando chiesto non esiste. */
export const leggiAttuazione = (attore: Attore, filtri: FiltriRicerca): Promise<DatiAttuazione | null> =>
  queryAs(attore, (tx) => letturaAttuazione(tx, filtri)).catch(nullSeManca);

/** Le risorse dei progetti e i partecipanti pubblicati, alla data; null se il bando chiesto non esiste. */
export const leggiRisorse = (attore: Attore, filtri: FiltriRicerca): Promise<DatiRisorse | null> =>
  queryAs(attore, (tx) => letturaRisorse(tx, filtri)).catch(nullSeManca);

function nullSeManca(error: unknown): null {
  if (isDomainError(error) && error.code === 'ricerca.bandoNonTrovato') return null;
  throw error;
}
