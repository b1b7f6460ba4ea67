const MIGLIAIA = /\B(?=(\d{3})+$)/g;

/** Centesimi interi in euro: `123456n` → `1.234,56 €` (spazio non separabile). Intl arrotonderebbe i numeri oltre 2^53, e costa venti volte tanto. */
export const euro = (cents: bigint): string => {
  const assoluto = cents < 0n ? -cents : cents;
  const intero = String(assoluto / 100n).replace(MIGLIAIA, '.');
  return `${cents < 0n ? '−' : ''}${intero},${String(assoluto % 100n).padStart(2, '0')}\u00a0€`;
};

const NUMERO = new Intl.NumberFormat('it-IT', { useGrouping: 'always', maximumFractionDigits: 2 });

/** Numero in tabella: `643111` → `643.111`. I piccoli interi, che in un elenco sono quasi tutti, si scrivono come sono. */
export const numero = (valore: number): string =>
  Number.isInteger(valore) && valore >= 0 && valore < 1000 ? String(valore) : NUMERO.format(valore);
