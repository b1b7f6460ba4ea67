import { ALTEZZA_UTILE, COLORI, LARGHEZZA, MARGINE } from './misure';
import { disegnaTabella, type TabellaPdf } from './tabella';
import { perPdf } from './testo';

/** Un pezzo di documento: i moduli lo descrivono, qui si disegna. */
export type Blocco =
  | { tipo: 'titolo'; livello: 1 | 2 | 3; testo: string }
  | { tipo: 'paragrafo'; testo: string; forte?: boolean; destra?: boolean }
  | { tipo: 'nota'; testo: string }
  | { tipo: 'elenco'; voci: string[]; numerato?: boolean }
  | { tipo: 'coppie'; voci: { nome: string; valore: string; codice?: boolean }[] }
  | ({ tipo: 'tabella' } & TabellaPdf)
  | { tipo: 'spazio'; alto?: number }
  | { tipo: 'nuovaPagina' };

const CORPI = { 1: 18, 2: 13, 3: 11 } as const;
const NOME = 150;

/** Va a capo pagina se sotto non ci stanno `alto` punti. */
function assicura(pdf: PDFKit.PDFDocument, alto: number): void {
  if (pdf.y + alto > ALTEZZA_UTILE) pdf.addPage();
}

export function disegnaBlocco(pdf: PDFKit.PDFDocument, blocco: Blocco): void {
  pdf.x = MARGINE;
  if (blocco.tipo === 'titolo') titolo(pdf, blocco);
  else if (blocco.tipo === 'paragrafo') paragrafo(pdf, blocco);
  else if (blocco.tipo === 'nota') testo(pdf, blocco.testo, { corpo: 8.5, colore: COLORI.secondo, sotto: 6 });
  else if (blocco.tipo === 'elenco') elenco(pdf, blocco.voci, blocco.numerato ?? false);
  else if (blocco.tipo === 'coppie') coppie(pdf, blocco.voci);
  else if (blocco.tipo === 'tabella') disegnaTabella(pdf, blocco);
  else if (blocco.tipo === 'nuovaPagina') pdf.addPage();
  else pdf.y += blocco.alto ?? 12;
}

type Stile = { corpo?: number; colore?: string; forte?: boolean; destra?: boolean; sotto?: number };

function testo(
  pdf: PDFKit.PDFDocument,
  scritto: string,
  { corpo = 10, colore = COLORI.testo, forte, destra, sotto = 8 }: Stile = {},
): void {
  pdf
    .font(forte ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(corpo)
    .fillColor(colore);
  assicura(pdf, corpo * 1.3);
  pdf.text(perPdf(scritto).testo, MARGINE, pdf.y, { width: LARGHEZZA, lineGap: corpo * 0.25, align: destra ? 'right' : 'left' });
  pdf.y += sotto;
}

function titolo(pdf: PDFKit.PDFDocument, { livello, testo: scritto }: Extract<Blocco, { tipo: 'titolo' }>): void {
  const corpo = CORPI[livello];
  if (livello > 1) pdf.y += livello === 2 ? 10 : 4;
  assicura(pdf, corpo * 1.3 + 30); // mai un titolo solo in fondo alla pagina
  testo(pdf, scritto, { corpo, forte: true, sotto: livello === 1 ? 10 : 5 });
}

function paragrafo(pdf: PDFKit.PDFDocument, { testo: scritto, forte, destra }: Extract<Blocco, { tipo: 'paragrafo' }>): void {
  for (const capoverso of scritto.split(/\n{2,}/)) if (capoverso.trim() !== '') testo(pdf, capoverso, { forte, destra });
}

function elenco(pdf: PDFKit.PDFDocument, voci: string[], numerato: boolean): void {
  for (const [indice, voce] of voci.entries()) {
    pdf.font('Helvetica').fontSize(10).fillColor(COLORI.testo);
    assicura(pdf, 14);
    const y = pdf.y;
    pdf.text(numerato ? `${indice + 1}.` : '•', MARGINE, y, { width: 18, lineBreak: false });
    pdf.text(perPdf(voce).testo, MARGINE + 18, y, { width: LARGHEZZA - 18, lineGap: 2 });
    pdf.y += 2;
  }
  pdf.y += 6;
}

function coppie(pdf: PDFKit.PDFDocument, voci: { nome: string; valore: string; codice?: boolean }[]): void {
  for (const { nome, valore, codice } of voci) {
    const carattere = codice ? 'Courier' : 'Helvetica';
    const largo = { width: LARGHEZZA - NOME - 10, lineGap: 2 };
    const scritto = perPdf(valore).testo;
    const alto = pdf.font(carattere).fontSize(9.5).heightOfString(scritto, largo);
    assicura(pdf, Math.min(alto, 200));
    const y = pdf.y;
    pdf.font('Helvetica').fontSize(9.5).fillColor(COLORI.secondo).text(perPdf(nome).testo, MARGINE, y, { width: NOME });
    const sottoNome = pdf.y;
    pdf
      .font(carattere)
      .fillColor(COLORI.testo)
      .text(scritto, MARGINE + NOME + 10, y, largo);
    // se il valore ha cambiato pagina, il nome è rimasto su quella prima e non conta
    pdf.y = (pdf.y >= y ? Math.max(pdf.y, sottoNome) : pdf.y) + 4;
  }
  pdf.y += 6;
}
