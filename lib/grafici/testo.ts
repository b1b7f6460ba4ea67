/** I testi di un disegno SVG: protetti, misurati e mandati a capo. */

const PROTETTI: Record<string, string> = { '"': '&quot;', '&': '&amp;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };
// XML 1.0 non ammette questi caratteri nemmeno come entità: un nome che li contiene non deve rompere il file
const NON_AMMESSI =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: sono proprio quelli da togliere
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Un testo che si può scrivere dentro un elemento o un attributo SVG. */
export const proteggi = (testo: string): string => testo.replace(NON_AMMESSI, '').replace(/["&'<>]/g, (c) => PROTETTI[c] ?? c);

/** Larghezza di una lettera di Titillium Web in parti del corpo: la media, e le strette e larghe che più se ne allontanano. */
const LETTERA = 0.52;
const DIVERSE: readonly [RegExp, number][] = [
  [/[iljtfrI.,:;’'|!()[\]\s]/, 0.3],
  [/[mwMWÀ-ÖA-Z@%&—]/, 0.68],
];

/** Quanto è largo, all'incirca e per eccesso, un testo su una riga. @param corpo altezza del carattere, nelle unità del disegno */
export function larghezzaDi(testo: string, corpo: number): number {
  let somma = 0;
  for (const lettera of testo) somma += DIVERSE.find(([quali]) => quali.test(lettera))?.[1] ?? LETTERA;
  return somma * corpo;
}

/** Le righe di un testo che non superano la larghezza; una parola troppo lunga si spezza. Un testo vuoto non ha righe. */
export function aCapo(testo: string, larghezza: number, corpo: number): string[] {
  const righe: string[] = [];
  let riga = '';
  const entra = (prova: string): boolean => larghezzaDi(prova, corpo) <= larghezza;
  for (const parola of testo.split(/\s+/).filter(Boolean)) {
    const unita = riga ? `${riga} ${parola}` : parola;
    if (entra(unita)) {
      riga = unita;
      continue;
    }
    if (riga) righe.push(riga);
    riga = '';
    for (const lettera of parola) {
      if (riga && !entra(riga + lettera)) {
        righe.push(riga);
        riga = '';
      }
      riga += lettera;
    }
  }
  return riga ? [...righe, riga] : righe;
}
