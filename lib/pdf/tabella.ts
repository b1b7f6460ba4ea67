import { ALTEZZA_UTILE, COLORI, LARGHEZZA, MARGINE } from './misure';
import { perPdf } from './testo';

/** `quota`: quanto è larga rispetto alle altre. */
export type ColonnaPdf = { etichetta: string; quota?: number; numerica?: boolean };
export type TabellaPdf = { colonne: ColonnaPdf[]; righe: string[][]; piede?: string[] };

const CORPO = 8.5;
const BORDO = 4;

type Posto = ColonnaPdf & { x: number; largo: number };

/** Una tabella che continua nella pagina dopo ripetendo l'intestazione. Una cella più alta di una pagina si taglia in più righe. */
export function disegnaTabella(pdf: PDFKit.PDFDocument, { colonne, righe, piede }: TabellaPdf): void {
  const posti = disponi(colonne);
  const intestazione = colonne.map(({ etichetta }) => etichetta);
  riga(pdf, posti, intestazione, { forte: true, fondo: true, insieme: 30 });
  for (const celle of righe)
    for (const pezzo of aPezzi(pdf, posti, celle)) {
      if (pdf.y + altezza(pdf, posti, pezzo, false) > ALTEZZA_UTILE) {
        pdf.addPage();
        riga(pdf, posti, intestazione, { forte: true, fondo: true });
      }
      riga(pdf, posti, pezzo, {});
    }
  if (piede) riga(pdf, posti, piede, { forte: true, fondo: true });
  pdf.x = MARGINE;
  pdf.y += 10;
}

function disponi(colonne: ColonnaPdf[]): Posto[] {
  const quote = colonne.reduce((somma, { quota = 1 }) => somma + quota, 0);
  let x = MARGINE;
  return colonne.map((colonna) => {
    const largo = (LARGHEZZA * (colonna.quota ?? 1)) / quote;
    const posto = { ...colonna, x, largo };
    x += largo;
    return posto;
  });
}

const carattere = (pdf: PDFKit.PDFDocument, forte: boolean) => pdf.font(forte ? 'Helvetica-Bold' : 'Helvetica').fontSize(CORPO);

function altezza(pdf: PDFKit.PDFDocument, posti: Posto[], celle: string[], forte: boolean): number {
  carattere(pdf, forte);
  return (
    Math.max(...posti.map(({ largo }, i) => pdf.heightOfString(perPdf(celle[i] ?? '').testo || ' ', { width: largo - BORDO * 2 }))) +
    BORDO * 2
  );
}

/** Le celle di una riga, divise in più righe se qualcuna è più alta di mezza pagina. */
function aPezzi(pdf: PDFKit.PDFDocument, posti: Posto[], celle: string[]): string[][] {
  const massimo = ALTEZZA_UTILE / 2;
  if (altezza(pdf, posti, celle, false) <= massimo || celle.every((cella) => cella.length < 400)) return [celle];
  const [prima, dopo] = [celle.map((cella) => taglia(cella)[0]), celle.map((cella) => taglia(cella)[1])];
  return [...aPezzi(pdf, posti, prima), ...aPezzi(pdf, posti, dopo)];
}

/** Una cella lunga in due, a uno spazio vicino alla metà. */
function taglia(cella: string): [string, string] {
  if (cella.length < 400) return [cella, ''];
  const meta = cella.indexOf(' ', Math.floor(cella.length / 2));
  const dove = meta > 0 ? meta : Math.floor(cella.length / 2);
  return [cella.slice(0, dove), cella.slice(dove).trimStart()];
}

type Aspetto = { forte?: boolean; fondo?: boolean; insieme?: number };

function riga(pdf: PDFKit.PDFDocument, posti: Posto[], celle: string[], { forte = false, fondo = false, insieme = 0 }: Aspetto): void {
  const alto = altezza(pdf, posti, celle, forte);
  if (pdf.y + alto + insieme > ALTEZZA_UTILE) pdf.addPage();
  const y = pdf.y;
  if (fondo) pdf.rect(MARGINE, y, LARGHEZZA, alto).fill(COLORI.fondo);
  carattere(pdf, forte).fillColor(COLORI.testo);
  for (const [i, { x, largo, numerica }] of posti.entries())
    pdf.text(perPdf(celle[i] ?? '').testo, x + BORDO, y + BORDO, { width: largo - BORDO * 2, align: numerica ? 'right' : 'left' });
  pdf
    .moveTo(MARGINE, y + alto)
    .lineTo(MARGINE + LARGHEZZA, y + alto)
    .lineWidth(0.5)
    .strokeColor(COLORI.riga)
    .stroke();
  pdf.y = y + alto;
}
