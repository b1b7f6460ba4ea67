/**
 * Da ciò che Word (o un altro programma) mette negli appunti al testo semplice: paragrafi ed elenchi restano, tutto il resto sparisce. Lavora sul testo dell'HTML
 * e non lo consegna mai al browser: nulla di ciò che contiene può essere eseguito.
 */

const SENZA_TESTO = /<(script|style|head|title|xml|template|noscript)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** I commenti, e i pezzi che Word mostra solo ai browser di un tempo. Quelli che contengono il segno dell'elenco si tengono (vedi sotto). */
const COMMENTI = /<!--[\s\S]*?(?:-->|$)/g;
const CONDIZIONI = /<!\[[^\]]*\]>/g;
/** Il segno di un elenco di Word: un puntino o un numero con i suoi spazi, in un pezzo da ignorare. */
const SEGNO_WORD = /<span[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*(?:<\/span>)?/gi;
const PEZZO = /<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/gi;
const BLOCCHI = /^(p|div|h[1-6]|ul|ol|table|tr|section|article|blockquote|pre|dl|dt|dd|header|footer)$/;

const ENTITA: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  euro: '€',
  agrave: 'à',
  egrave: 'è',
  eacute: 'é',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  Agrave: 'À',
  Egrave: 'È',
  deg: '°',
  bull: '•',
  middot: '·',
};

const decodifica = (testo: string): string =>
  testo.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (intero, decimale, esadecimale, nome) => {
    if (nome) return ENTITA[nome] ?? intero;
    const punto = decimale ? Number(decimale) : Number.parseInt(esadecimale, 16);
    return punto > 0 && punto <= 0x10ffff && (punto < 0xd800 || punto > 0xdfff) ? String.fromCodePoint(punto) : '';
  });

const senzaTag = (html: string): string =>
  decodifica(html.replace(/<[^>]*>/g, ''))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
/** «·», «o», «§» di Word diventano «-»; un numero o una lettera restano. */
const segnoDi = (html: string): string => (/^[\p{L}\p{N}]{1,4}[.)]$/u.test(senzaTag(html)) ? senzaTag(html) : '-');

type Elenco = { numerato: boolean; numero: number };

/** Il testo di un HTML incollato: un paragrafo per riga, le voci di elenco con «- » o il loro numero. */
export function testoDaHtml(html: string): string {
  const pulito = html
    .replace(SENZA_TESTO, '')
    .replace(SEGNO_WORD, (_, segno: string) => `\ue000${segnoDi(segno)}\ue000`)
    .replace(COMMENTI, '')
    .replace(CONDIZIONI, '');
  const elenchi: Elenco[] = [];
  let testo = '';
  for (const [, chiude, nome, , parola] of pulito.matchAll(PEZZO)) {
    if (parola !== undefined) testo += decodifica(parola).replace(/[ \t\r\n\u00a0]+/g, ' ');
    else testo += segnaTag(nome?.toLowerCase() ?? '', chiude === '/', elenchi);
  }
  return (
    testo
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      // in Word ogni voce è un paragrafo: le voci di un elenco restano una sotto l'altra
      .replace(/(\ue000[^\n]*)\n+(?=\ue000)/g, '$1\n')
      .replace(/\ue000([^\ue000]*)\ue000\s*/g, '$1 ')
      .replace(/ {2,}/g, ' ')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Che cosa diventa un tag: un a capo, il segno di una voce, niente. */
function segnaTag(nome: string, chiude: boolean, elenchi: Elenco[]): string {
  if (nome === 'ul' || nome === 'ol') {
    if (chiude) elenchi.pop();
    else elenchi.push({ numerato: nome === 'ol', numero: 0 });
    return '\n';
  }
  if (nome === 'li') return chiude ? '' : `\n${'  '.repeat(Math.max(0, elenchi.length - 1))}${voce(elenchi.at(-1))}`;
  if (nome === 'br') return '\n';
  if ((nome === 'td' || nome === 'th') && chiude) return ' ';
  return BLOCCHI.test(nome) ? '\n' : '';
}

function voce(elenco: Elenco | undefined): string {
  if (!elenco?.numerato) return '- ';
  elenco.numero += 1;
  return `${elenco.numero}. `;
}
