/**
 * CSV per chi fa ricerca. Due dialetti: `excel-it` (punto e virgola, virgola decimale, BOM: si apre con un doppio clic in Excel italiano)
 * e `r` (virgola, punto decimale). Il valore mancante è sempre `NA`, mai una cella vuota.
 */
export type Cella = string | number | null;
export type Dialetto = 'excel-it' | 'r';

const FORMA: Record<Dialetto, { separatore: string; decimale: string; bom: string }> = {
  'excel-it': { separatore: ';', decimale: ',', bom: '\uFEFF' },
  r: { separatore: ',', decimale: '.', bom: '' },
};

export const MANCANTE = 'NA';

// I segni con cui un foglio di calcolo comincia una formula, anche nella forma a larghezza piena; gli apici davanti sono parte del testo.
const PERICOLO = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Toglie a un testo il potere di essere una formula, con un apice davanti (ASVS 1.2.10). Si può invertire: un testo che comincia già
 * con apice e segno ne riceve un altro.
 */
export const neutralizza = (testo: string): string => (PERICOLO.test(testo) ? `'${testo}` : testo);

const testoDi = (cella: Cella, decimale: string): string => {
  if (cella === null) return MANCANTE;
  if (typeof cella === 'string') return neutralizza(cella);
  if (!Number.isFinite(cella)) throw new RangeError('Un numero non finito non si esporta.');
  return String(cella).replace('.', decimale);
};

// RFC 4180 §2.6-2.7; anche gli spazi ai margini, che alcuni lettori altrimenti perdono
const traVirgolette = (testo: string, separatore: string): string =>
  testo.includes(separatore) || /["\r\n]|^\s|\s$/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo;

/**
 * Le righe come CSV (RFC 4180: CRLF, anche in fondo). I numeri restano numeri, i testi sono neutralizzati.
 * @throws RangeError se un numero non è finito
 */
export const toCsv = (intestazioni: readonly string[], righe: readonly (readonly Cella[])[], dialetto: Dialetto): string =>
  FORMA[dialetto].bom + righeCsv([intestazioni, ...righe], dialetto);

/** Altre righe di un CSV già cominciato, per chi lo scrive a pezzi. @throws RangeError se un numero non è finito */
export function righeCsv(righe: readonly (readonly Cella[])[], dialetto: Dialetto): string {
  const { separatore, decimale } = FORMA[dialetto];
  const riga = (celle: readonly Cella[]) =>
    `${celle.map((cella) => traVirgolette(testoDi(cella, decimale), separatore)).join(separatore)}\r\n`;
  return righe.map(riga).join('');
}
