/**
 * Divide centesimi interi in proporzione ai pesi con il metodo dei resti più alti (a parità, prima la prima riga): le quote sommano al totale,
 * nessuna è negativa, nessuna si scosta di un centesimo o più dal valore esatto. Se i pesi sono tutti zero, parti uguali.
 * @throws RangeError se il totale o un peso è negativo, o se non c'è tra chi dividere
 */
export function riparti(totale: bigint, pesi: readonly bigint[]): bigint[] {
  if (totale < 0n || pesi.some((peso) => peso < 0n)) throw new RangeError('Non si ripartiscono quantità negative.');
  if (pesi.length === 0) {
    if (totale === 0n) return [];
    throw new RangeError('Non c’è tra chi ripartire.');
  }
  const insieme = pesi.reduce((somma, peso) => somma + peso, 0n);
  if (insieme === 0n)
    return riparti(
      totale,
      pesi.map(() => 1n),
    );
  const quote = pesi.map((peso) => (totale * peso) / insieme);
  const resti = pesi.map((peso, riga) => ({ riga, resto: (totale * peso) % insieme }));
  resti.sort((a, b) => (a.resto === b.resto ? a.riga - b.riga : a.resto > b.resto ? -1 : 1));
  const daDare = Number(totale - quote.reduce((somma, quota) => somma + quota, 0n));
  for (const { riga } of resti.slice(0, daDare)) quote[riga] = (quote[riga] ?? 0n) + 1n;
  return quote;
}
