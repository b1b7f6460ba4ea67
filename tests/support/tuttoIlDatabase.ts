import type { Esecutore } from './superutente';

/**
 * Dove compare una di queste parole, in tutto il database: ogni tabella e vista di ogni schema nostro, ogni colonna, come testo e come byte in esadecimale
 * (i byte di una colonna bytea, e di un testo in base64, non sfuggono). Maiuscole e minuscole non contano.
 * @param parole in ASCII, di almeno quattro lettere @returns `schema.tabella: parola`
 */
export async function cercaOvunque(db: Esecutore, parole: readonly string[]): Promise<string[]> {
  const { rows: tabelle } =
    await db.query(`select n.nspname as schema, c.relname as tabella, format('%I.%I', n.nspname, c.relname) as intera
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1, 2`);
  const forme = parole.flatMap((parola) => [
    { parola, forma: parola.toLowerCase() },
    ...nascoste(parola).map((forma) => ({ parola, forma: forma.toLowerCase() })),
  ]);
  const trovate = new Set<string>();
  for (const { intera } of tabelle) {
    const { rows } = await db.query(
      `select distinct f.n from ${intera} t, unnest($1::text[]) with ordinality f(forma, n) where strpos(lower(t::text), f.forma) > 0`,
      [forme.map(({ forma }) => forma)],
    );
    for (const { n } of rows) trovate.add(`${intera}: ${forme[Number(n) - 1]?.parola}`);
  }
  return [...trovate];
}

/** La parola in esadecimale e in base64. Le forme corte si trovano per caso in un'impronta: non provano nulla. */
const nascoste = (parola: string): string[] => [
  ...[parola, parola.toUpperCase(), parola.toLowerCase()]
    .map((una) => Buffer.from(una).toString('hex'))
    .filter((forma) => forma.length >= 12),
  ...[0, 1, 2].map((resto) => base64Dentro(parola, resto)).filter((forma) => forma.length >= 8),
];

/** Come una parola compare dentro un base64, se comincia al byte `resto` di una terna: senza i caratteri che dipendono dai vicini. */
function base64Dentro(parola: string, resto: number): string {
  const byte = Buffer.concat([Buffer.alloc(resto), Buffer.from(parola)]);
  const intero = byte.subarray(0, byte.length - (byte.length % 3)).toString('base64');
  return resto === 0 ? intero : intero.slice(4);
}
