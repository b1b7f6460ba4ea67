/** Pagine a cui non ha senso tornare dopo l'accesso. */
const MAI = /^\/(accesso|profili|api|_next)(\/|$)/;
const SEGNAPOSTO = 'http://locale.invalid';
const MASSIMO = 500;

/**
 * Il percorso a cui tornare dopo l'accesso, se è davvero un percorso di questo portale; altrimenti null.
 * Rifiuta `//altrove`, `/\altrove`, i caratteri di controllo e le stesse cose scritte con %2F e %5C.
 */
export function percorsoLocale(valore: string | null | undefined): string | null {
  if (!valore || valore.length > MASSIMO || !eLocale(valore)) return null;
  const url = new URL(valore, SEGNAPOSTO);
  if (url.origin !== SEGNAPOSTO || MAI.test(url.pathname) || !eLocale(url.pathname)) return null;
  url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}`;
}

function eLocale(percorso: string): boolean {
  let letto: string;
  try {
    letto = decodeURIComponent(percorso);
  } catch {
    return false; // una codifica rotta non è un nostro indirizzo
  }
  return [percorso, letto].every((testo) => /^\/(?![/\\])/.test(testo) && !haControlli(testo) && !testo.includes('\\'));
}

const haControlli = (testo: string): boolean => [...testo].some((lettera) => lettera < ' ' || lettera === '\u007f');
