import type { Equazione } from '@/lib/indicatori/oscura';

/** Le celle nascoste che un sistema di equazioni lineari determina (eliminazione di Gauss): chi sottrae le ritroverebbe esatte. */
export function ritrovate(ignote: ReadonlySet<string>, equazioni: readonly Equazione[]): string[] {
  const righe = new Map<string, Map<string, number>>();
  for (const { tutto, parti } of equazioni) {
    const riga = new Map<string, number>();
    for (const [k, n] of [[tutto, 1] as const, ...parti.map((p) => [p, -1] as const)])
      if (ignote.has(k)) riga.set(k, (riga.get(k) ?? 0) + n);
    for (;;) {
      const perno = [...riga.keys()].find((k) => righe.has(k));
      const sopra = perno && righe.get(perno);
      if (!perno || !sopra) break;
      const volte = riga.get(perno) ?? 0;
      for (const [k, n] of sopra) {
        const nuovo = (riga.get(k) ?? 0) - volte * n;
        if (Math.abs(nuovo) < 1e-9) riga.delete(k);
        else riga.set(k, nuovo);
      }
    }
    const [primo] = riga;
    if (!primo) continue;
    const normale = new Map([...riga].map(([k, n]) => [k, n / primo[1]]));
    // gli altri non devono più nominare il nuovo perno
    for (const altra of righe.values()) {
      const volte = altra.get(primo[0]);
      if (volte === undefined) continue;
      for (const [k, n] of normale) {
        const nuovo = (altra.get(k) ?? 0) - volte * n;
        if (Math.abs(nuovo) < 1e-9) altra.delete(k);
        else altra.set(k, nuovo);
      }
    }
    righe.set(primo[0], normale);
  }
  return [...righe].filter(([, riga]) => riga.size === 1).map(([k]) => k);
}
