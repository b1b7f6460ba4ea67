/** Quante serie si distinguono a colpo d'occhio: le tinte di app/stili/grafici.css, nell'ordine del disegno. */
export const MASSIMO_SERIE = 8;

/** La tinta dell'n-esima serie, la stessa in ogni grafico della pagina: resta la sua anche quando le altre si tolgono. */
export const tintaDi = (n: number): string => `var(--serie-${(n % MASSIMO_SERIE) + 1})`;

/** Il tratto della sua linea: le linee si distinguono anche senza il colore, e oltre l'ottava serie le tinte tornano con un altro tratto. */
export const trattoDi = (n: number): string | undefined => [undefined, '8 4', '2 3', '10 3 2 3'][(n + Math.floor(n / MASSIMO_SERIE)) % 4];
