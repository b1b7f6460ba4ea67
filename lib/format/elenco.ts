/** Più nomi in una frase: «A», «A e B», «A, B e C». */
export function elenco(nomi: readonly string[]): string {
  const ultimo = nomi.at(-1) ?? '';
  return nomi.length < 2 ? ultimo : `${nomi.slice(0, -1).join(', ')} e ${ultimo}`;
}
