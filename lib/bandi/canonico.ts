/** Un valore JSON scritto in un solo modo, con le chiavi in ordine: due configurazioni uguali hanno lo stesso testo, e quindi la stessa impronta. */
export function jsonCanonico(valore: unknown): string {
  if (Array.isArray(valore)) return `[${valore.map((v) => jsonCanonico(v ?? null)).join(',')}]`;
  if (typeof valore !== 'object' || valore === null) return JSON.stringify(valore ?? null);
  const voci = Object.entries(valore)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${voci.map(([k, v]) => `${JSON.stringify(k)}:${jsonCanonico(v)}`).join(',')}}`;
}
