/** La lettera di controllo del codice fiscale: da sola, senza l'elenco dei comuni, perché serve anche nel browser. */

/** Al posto n c'è il carattere che nei posti dispari vale n; nei posti pari vale il suo numero nell'alfabeto. */
const VALORI_DISPARI = 'BAKPLCQDREVOSFTGUHMINJWZYX';
const ALFABETO = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** La lettera di controllo dei primi quindici caratteri. */
export function letteraDiControllo(quindici: string): string {
  const somma = [...quindici].reduce((totale, carattere, indice) => {
    const lettera = ALFABETO[Number.parseInt(carattere, 10)] ?? carattere;
    return totale + (indice % 2 === 0 ? VALORI_DISPARI : ALFABETO).indexOf(lettera);
  }, 0);
  return ALFABETO[somma % 26] ?? '';
}
