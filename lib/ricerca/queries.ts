import type { Attore } from '@/lib/auth/attore';
import { queryAs } from '@/lib/db/scope';
import { letturaAttuazione, letturaTabelle } from './letture';
import type { DatiAttuazione, DatiTabelle, FiltriRicerca } from './schema';

/** Le righe per le Tabelle 1.1-1.5 e la Figura 3.1 alla data. @throws DomainError se il bando chiesto non esiste */
export const leggiTabelle = (attore: Attore, filtri: FiltriRicerca): Promise<DatiTabelle> => queryAs(attore, (tx) => letturaTabelle(tx, filtri));

/** Le righe per il pannello di attuazione alla data. @throws DomainError se il bando chiesto non esiste */
export const leggiAttuazione = (attore: Attore, filtri: FiltriRicerca): Promise<DatiAttuazione> => queryAs(attore, (tx) => letturaAttuazione(tx, filtri));
