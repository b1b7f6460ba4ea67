import { GRUPPI_CAUSE } from '@/lib/attuazione/labels';
import { inOrdine, type Schema, vociRifiutate } from '@/lib/classificazione/voci';

/**
 * I codici di un estratto: le cause di ritardo della Regione e i fattori positivi (domain 7.3). Si scelgono e si confrontano come le voci di uno schema
 * di classificazione, da cui vengono le funzioni.
 */

export type CodiceLetto = { codice: string; etichetta: string; gruppo: string };

/** Contano anche le cose che hanno aiutato: non sono cause di ritardo, e nelle relazioni non si scelgono. */
export const FATTORI_POSITIVI: readonly CodiceLetto[] = [
  { codice: 'P+01', etichetta: 'Il Terzo settore porta soluzioni', gruppo: 'positivi' },
  { codice: 'P+02', etichetta: 'La rete è servita durante l’emergenza', gruppo: 'positivi' },
  { codice: 'P+03', etichetta: 'L’ufficio progetti trova altre risorse', gruppo: 'positivi' },
];

export const nomeGruppoCodici = (gruppo: string): string => (gruppo === 'positivi' ? 'Fattori positivi' : (GRUPPI_CAUSE[gruppo] ?? gruppo));

/** Lo schema con cui si codifica: tutte le cause, poi i fattori positivi; anche più codici, anche nessuno. */
export const schemaDeiCodici = (cause: readonly CodiceLetto[]): Pick<Schema, 'voci' | 'esclusivo'> => ({
  esclusivo: false,
  voci: [...cause, ...FATTORI_POSITIVI].map(({ codice, etichetta, gruppo }) => ({
    ...{ codice, etichetta: `${codice} ${etichetta}`, gruppo: nomeGruppoCodici(gruppo) },
    ...{ definizione: null, categoria: null },
  })),
});

/** I codici scelti, ciascuno una volta e nell'ordine dello schema, o perché non si può. */
export function codiciScelti(
  cause: readonly CodiceLetto[],
  scelti: readonly string[],
): { ok: true; codici: string[] } | { ok: false; messaggio: string } {
  const schema = schemaDeiCodici(cause);
  return vociRifiutate(schema, scelti) === ''
    ? { ok: true, codici: inOrdine(schema, scelti) }
    : { ok: false, messaggio: 'Un codice scelto non è nell’elenco della Regione. Ricarica la pagina.' };
}
