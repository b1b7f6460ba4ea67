import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { queryAs } from '@/lib/db/scope';
import { isDomainError } from '@/lib/errors/domainError';
import { letturaSostegni } from '@/lib/interviste/letture';
import type { Sostegno } from './causeFasi';
import { esistente, letturaAttuazione, sqlAttuazione, sqlRisorse } from './letture';
import { type PaginaTabelle, paginaTabelleDa, sqlPaginaTabelle } from './lettureTabelle';
import type { DatiAttuazione, DatiRisorse } from './righe';
import type { FiltriRicerca } from './schema';

/** Le righe di una lettura; null se il bando chiesto non esiste. */
const leggi = <R, D>(attore: Attore, sql: Parameters<typeof interroga>[1], prepara: (dati: R | undefined) => D): Promise<D | null> =>
  interroga<{ dati: R }>(attore, sql)
    .then(([riga]) => prepara(riga?.dati))
    .catch(nullSeManca);

/** Una pagina delle Tabelle 1.1-1.5, e i conti di tutte; null se il bando chiesto non esiste. @param dopo il codice dopo il quale comincia */
export const leggiTabelle = (attore: Attore, filtri: FiltriRicerca, dopo = ''): Promise<PaginaTabelle | null> =>
  leggi(attore, sqlPaginaTabelle(filtri, dopo), (dati: Parameters<typeof paginaTabelleDa>[0]) => paginaTabelleDa(dati, filtri.bando));

/** Le righe per il pannello di attuazione alla data, con le sole rilevazioni che contano adesso; null se il bando chiesto non esiste. */
export const leggiAttuazione = (attore: Attore, filtri: FiltriRicerca): Promise<DatiAttuazione | null> =>
  leggi(attore, sqlAttuazione(filtri, true), (dati: DatiAttuazione | undefined) => esistente(dati, filtri.bando));

/** Le risorse dei progetti e i partecipanti pubblicati, alla data; null se il bando chiesto non esiste. */
export const leggiRisorse = (attore: Attore, filtri: FiltriRicerca): Promise<DatiRisorse | null> =>
  leggi(attore, sqlRisorse(filtri), (dati: DatiRisorse | undefined) => esistente(dati, filtri.bando));

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
