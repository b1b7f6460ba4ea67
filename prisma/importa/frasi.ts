import type { z } from 'zod';

/** Una riga non accettata: dove sta nel file e perché. */
export type Rifiuto = { percorso: string; motivo: string };

type Guasto = z.core.$ZodRawIssue;

const TIPI: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco',
  object: 'un oggetto',
  record: 'un oggetto',
};

function mostra(valore: unknown): string {
  if (valore === undefined) return 'niente';
  if (typeof valore === 'string') return `il testo «${valore.length > 40 ? `${valore.slice(0, 40)}…` : valore}»`;
  if (valore === null || typeof valore === 'number' || typeof valore === 'boolean') return String(valore);
  return Array.isArray(valore) ? 'un elenco' : 'un oggetto';
}

/** Perché un valore non va, in italiano; da dare a zod come `error`. Gli schemi con una frase propria tengono la loro. */
function frase(guasto: Guasto): string {
  if (guasto.code === 'invalid_type' && guasto.input === undefined) return 'manca';
  if (guasto.code === 'invalid_type') return `deve essere ${TIPI[guasto.expected] ?? guasto.expected}, qui c’è ${mostra(guasto.input)}`;
  if (guasto.code === 'invalid_value') return `deve essere uno tra ${guasto.values.join(', ')}; qui c’è ${mostra(guasto.input)}`;
  if (guasto.code === 'unrecognized_keys') return `campo sconosciuto: ${guasto.keys.join(', ')}`;
  const caratteri = guasto.origin === 'string' ? ' caratteri' : '';
  if (guasto.code === 'too_small')
    return guasto.origin === 'array'
      ? 'non può essere vuoto'
      : `non può essere meno di ${guasto.minimum}${caratteri}, qui c’è ${mostra(guasto.input)}`;
  if (guasto.code === 'too_big') return `non può superare ${guasto.maximum}${caratteri}`;
  return `valore non valido: ${mostra(guasto.input)}`;
}

/** `progetti[3].attivita[2].stato` */
const percorsoDi = (base: string, chiavi: readonly PropertyKey[]): string =>
  chiavi.reduce<string>(
    (testo, chiave) => (typeof chiave === 'number' ? `${testo}[${chiave}]` : testo === '' ? String(chiave) : `${testo}.${String(chiave)}`),
    base,
  );

/** Il valore controllato, oppure i rifiuti con il percorso di ogni campo sbagliato. */
export function controlla<S extends z.ZodType>(
  schema: S,
  valore: unknown,
  percorso: string,
): { dato: z.output<S> } | { rifiuti: Rifiuto[] } {
  const esito = schema.safeParse(valore, { error: frase });
  if (esito.success) return { dato: esito.data };
  return { rifiuti: esito.error.issues.map((guasto) => ({ percorso: percorsoDi(percorso, guasto.path), motivo: guasto.message })) };
}
