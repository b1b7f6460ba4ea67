/** I valori che una operazione porta: quelli che il JSON sa scrivere. */
export type Json = null | string | number | boolean | Json[] | { [chiave: string]: Json };

/** Vero se due valori dicono la stessa cosa, qualunque sia l'ordine delle chiavi (la colonna jsonb le riordina). Ciò che manca vale null. */
export function uguali(a: unknown, b: unknown): boolean {
  const [x, y] = [a ?? null, b ?? null];
  if (x === y) return true;
  if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null || Array.isArray(x) !== Array.isArray(y)) return false;
  const chiavi = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...chiavi].every((chiave) => uguali((x as Record<string, unknown>)[chiave], (y as Record<string, unknown>)[chiave]));
}
