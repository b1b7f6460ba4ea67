/** I caratteri che i font interni del PDF (WinAnsi) sanno scrivere oltre a quelli latini comuni. */
const OLTRE_LATINO = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Segni che hanno un equivalente leggibile. */
const EQUIVALENTI: Record<string, string> = {
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '−': '–',
  '‐': '-',
  '‑': '-',
  '→': '->',
  '≤': '<=',
  '≥': '>=',
  '\t': '  ',
};

const scrivibile = (carattere: string): boolean => {
  const codice = carattere.codePointAt(0) ?? 0;
  return carattere === '\n' || (codice >= 0x20 && codice <= 0x7e) || (codice >= 0xa0 && codice <= 0xff) || OLTRE_LATINO.includes(carattere);
};

/** Il testo come lo sanno scrivere i font interni: gli accenti italiani restano, di una lettera straniera resta la base, del resto un «?». */
export function perPdf(testo: string): { testo: string; perduti: boolean } {
  let scritto = '';
  let perduti = false;
  for (const carattere of testo.normalize('NFC').replaceAll('\r\n', '\n')) {
    if (scrivibile(carattere)) {
      scritto += carattere;
      continue;
    }
    const base = EQUIVALENTI[carattere] ?? [...carattere.normalize('NFD')].filter((c) => !/\p{M}/u.test(c)).join('');
    const leggibile = base !== '' && [...base].every(scrivibile);
    scritto += leggibile ? base : /\p{C}/u.test(carattere) ? '' : '?';
    perduti ||= !(carattere in EQUIVALENTI) && !/\p{C}/u.test(carattere);
  }
  return { testo: scritto, perduti };
}
