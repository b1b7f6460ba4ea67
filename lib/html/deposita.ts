/** La pagina che si sta scrivendo, se il server rimette i pezzi al loro posto (pezzi.ts). Sta su globalThis: Next impacchetta due volte i moduli. */
export type Pagina = { chiave: string; pezzi: (string | Buffer)[] };
export type Deposito = typeof globalThis & { cantierePezzi?: { getStore: () => Pagina | undefined } };

const deposito: Deposito = globalThis;

/** Sotto questa lunghezza il segno pesa quanto il pezzo. */
const MINIMO = 200;

/** Il nome di un pezzo. */
export const segnoDi = (chiave: string, numero: number): string => `${chiave} ${numero}`;

/** Lascia un pezzo già scritto alla risposta. @param html il testo, o i suoi byte in UTF-8 @returns il segno da mettere nella pagina, o il pezzo stesso dove nessuno lo rimetterebbe al suo posto */
export function deposita(html: string | Buffer): string {
  const pagina = html.length < MINIMO ? undefined : deposito.cantierePezzi?.getStore();
  if (!pagina) return String(html);
  return `<!--${segnoDi(pagina.chiave, pagina.pezzi.push(html) - 1)}-->`;
}
