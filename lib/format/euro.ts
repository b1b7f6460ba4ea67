const EURO = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' });

/** Centesimi interi in euro: `123456n` → `1.234,56 €` (spazio non separabile). */
export const euro = (cents: bigint): string => {
  const segno = cents < 0n ? '−' : '';
  const assoluto = cents < 0n ? -cents : cents;
  // Intl arrotonda i numeri oltre 2^53: intero e centesimi si compongono a parte
  const [intero = ''] = EURO.formatToParts(assoluto / 100n)
    .filter(({ type }) => type === 'integer' || type === 'group')
    .reduce<string[]>((testo, { value }) => [(testo[0] ?? '') + value], []);
  return `${segno}${intero},${String(assoluto % 100n).padStart(2, '0')}\u00a0€`;
};

const NUMERO = new Intl.NumberFormat('it-IT', { useGrouping: 'always', maximumFractionDigits: 2 });

/** Numero in tabella: `643111` → `643.111`. */
export const numero = (valore: number): string => NUMERO.format(valore);
