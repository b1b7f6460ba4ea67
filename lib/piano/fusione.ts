/**
 * Unisce due versioni di un elenco a righe nate dalla stessa (`base`): di ogni riga vale ciò che ha fatto chi l'ha toccata, anche aggiungerla o toglierla.
 * @returns null se tutti e due hanno toccato la stessa riga in modo diverso: allora sceglie la persona. L'ordine è quello di `loro`, poi le righe nuove mie.
 */
export function fondi<T extends { id: string }>(
  base: readonly T[],
  mie: readonly T[],
  loro: readonly T[],
  uguali: (a: T | undefined, b: T | undefined) => boolean,
): T[] | null {
  const [b, m, l] = [base, mie, loro].map((righe) => new Map(righe.map((riga) => [riga.id, riga])));
  if (!b || !m || !l) return null;
  const unite: T[] = [];
  for (const id of new Set([...l.keys(), ...m.keys(), ...b.keys()])) {
    const [prima, mia, sua] = [b.get(id), m.get(id), l.get(id)];
    const solaMia = uguali(sua, prima);
    if (!solaMia && !uguali(mia, prima) && !uguali(mia, sua)) return null;
    const scelta = solaMia ? mia : sua;
    if (scelta) unite.push(scelta);
  }
  return unite;
}
