/** Le tinte delle serie, nell'ordine del disegno: ognuna contrasta almeno 3 a 1 con il bianco e si distingue dalle altre anche per chi non vede tutti i colori. */
const TINTE = ['blue-40', 'orange-40', 'slate-20', 'blue-57', 'orange-20', 'teal-20', 'slate-52', 'orange-30'] as const;

export const MASSIMO_TINTE = TINTE.length;

/** La tinta dell'n-esima serie: resta la sua anche quando le altre si tolgono. */
export const tintaDi = (n: number): string => `var(--it-color-${TINTE[n % TINTE.length]})`;

/** Il tratto della sua linea: le linee si distinguono anche senza il colore, e oltre l'ottava serie le tinte tornano con un altro tratto. */
export const trattoDi = (n: number): string | undefined => [undefined, '8 4', '2 3', '10 3 2 3'][(n + Math.floor(n / TINTE.length)) % 4];
