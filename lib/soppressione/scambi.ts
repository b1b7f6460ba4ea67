/** La geometria di una tabella con i totali: dove sta una cella, e con quali altre si può scambiare senza che nessuna somma cambi. */

/** Celle che si muovono insieme: chi ha segno 1 sale quando chi ha segno -1 scende. */
export type Scambio = readonly { n: number; segno: number }[];

/** I posti di una cella nelle dimensioni, dal suo numero. */
export function posti(n: number, lati: readonly number[]): number[] {
  const esito: number[] = [];
  let resto = n;
  for (const lato of [...lati].reverse()) {
    esito.unshift(resto % lato);
    resto = Math.floor(resto / lato);
  }
  return esito;
}
export const numero = (dove: readonly number[], lati: readonly number[]): number =>
  dove.reduce((n, posto, d) => n * (lati[d] ?? 1) + posto, 0);

/**
 * Gli scambi che contengono una cella: in ogni dimensione la sua voce è un'altra. Se nessuna delle due è il totale, una sale e l'altra scende; se una è
 * il totale salgono insieme. Ogni riga, colonna e strato torna sempre.
 */
export function* scambi(n: number, lati: readonly number[]): Generator<Scambio> {
  const qui = posti(n, lati);
  const quanti = lati.reduce((tutti, lato) => tutti * (lato - 1), 1);
  for (let scelta = 0; scelta < quanti; scelta++) {
    const altrove = posti(
      scelta,
      lati.map((lato) => lato - 1),
    ).map((posto, d) => (posto < (qui[d] ?? 0) ? posto : posto + 1));
    yield qui
      .reduce<{ dove: number[]; segno: number }[]>(
        (finora, posto, d) => {
          const totale = (lati[d] ?? 0) - 1;
          const altro = altrove[d] ?? 0;
          const verso = posto === totale || altro === totale ? 1 : -1;
          return finora.flatMap(({ dove, segno }) => [
            { dove: [...dove, posto], segno },
            { dove: [...dove, altro], segno: segno * verso },
          ]);
        },
        [{ dove: [], segno: 1 }],
      )
      .map(({ dove, segno }) => ({ n: numero(dove, lati), segno }));
  }
}
