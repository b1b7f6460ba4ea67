import PDFDocument from 'pdfkit';
import { type Blocco, disegnaBlocco } from './blocchi';
import { A4, ALTEZZA_UTILE, COLORI, LARGHEZZA, MARGINE } from './misure';
import { perPdf } from './testo';

export type { Blocco } from './blocchi';

/** Un documento da stampare: chi lo emette, l'istante che porta, i suoi blocchi. Puro: gli stessi dati danno gli stessi byte. */
export type DocumentoPdf = {
  titolo: string;
  /** «Regione Piemonte» e, sotto, la direzione o l'ufficio. */
  intestazione: { regione: string; ufficio?: string | null };
  /** L'istante di cui il documento dà conto (quello della versione o della decisione): diventa la data di creazione. */
  istante: Date;
  blocchi: Blocco[];
  /** Scritta in diagonale su ogni pagina: «BOZZA, non presentata». */
  filigrana?: string;
  /** In fondo a ogni pagina, a sinistra del numero: protocollo, codice. */
  piede?: string;
};

const AVVERTENZA = 'Alcuni caratteri non si possono scrivere in questo PDF e sono sostituiti: il testo esatto è nel portale.';

/** I byte del PDF. */
export async function documentoPdf(documento: DocumentoPdf): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGINE, left: MARGINE, right: MARGINE, bottom: A4.altezza - ALTEZZA_UTILE },
    bufferPages: true,
    lang: 'it-IT',
    displayTitle: true,
    info: {
      Title: documento.titolo,
      Author: documento.intestazione.regione,
      Creator: 'Cantiere',
      Producer: 'Cantiere',
      CreationDate: documento.istante,
      ModDate: documento.istante,
    },
  });
  const pezzi: Buffer[] = [];
  const finito = new Promise<void>((fatto, guasto) => {
    pdf.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    pdf.on('end', () => fatto());
    pdf.on('error', guasto);
  });
  scrivi(pdf, documento);
  pdf.end();
  await finito;
  return Uint8Array.from(Buffer.concat(pezzi));
}

function scrivi(pdf: PDFKit.PDFDocument, { titolo, intestazione, blocchi, filigrana, piede }: DocumentoPdf): void {
  testata(pdf, intestazione);
  disegnaBlocco(pdf, { tipo: 'titolo', livello: 1, testo: titolo });
  for (const blocco of blocchi) disegnaBlocco(pdf, blocco);
  if (perPdf(JSON.stringify(blocchi)).perduti) disegnaBlocco(pdf, { tipo: 'nota', testo: AVVERTENZA });
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i);
    if (filigrana) inDiagonale(pdf, filigrana);
    inFondo(pdf, piede, `Pagina ${i + 1} di ${count}`);
  }
}

function testata(pdf: PDFKit.PDFDocument, { regione, ufficio }: DocumentoPdf['intestazione']): void {
  pdf.font('Helvetica-Bold').fontSize(11).fillColor(COLORI.testo).text(perPdf(regione).testo, MARGINE, MARGINE, { width: LARGHEZZA });
  if (ufficio) pdf.font('Helvetica').fontSize(9).fillColor(COLORI.secondo).text(perPdf(ufficio).testo, { width: LARGHEZZA });
  const y = pdf.y + 6;
  pdf
    .moveTo(MARGINE, y)
    .lineTo(MARGINE + LARGHEZZA, y)
    .lineWidth(0.75)
    .strokeColor(COLORI.riga)
    .stroke();
  pdf.y = y + 14;
}

function inDiagonale(pdf: PDFKit.PDFDocument, scritta: string): void {
  pdf.save();
  pdf.rotate(-52, { origin: [A4.larghezza / 2, A4.altezza / 2] });
  pdf
    .font('Helvetica-Bold')
    .fontSize(54)
    .fillColor(COLORI.testo)
    .fillOpacity(0.1)
    .text(perPdf(scritta).testo, -100, A4.altezza / 2 - 30, { width: A4.larghezza + 200, align: 'center', lineBreak: false });
  pdf.restore();
  pdf.fillOpacity(1);
}

function inFondo(pdf: PDFKit.PDFDocument, piede: string | undefined, pagina: string): void {
  const sotto = pdf.page.margins.bottom;
  pdf.page.margins.bottom = 0; // altrimenti una scritta sotto il margine apre una pagina nuova
  const y = ALTEZZA_UTILE + 18;
  pdf.font('Helvetica').fontSize(8).fillColor(COLORI.secondo);
  if (piede) pdf.text(perPdf(piede).testo, MARGINE, y, { width: LARGHEZZA - 90, height: 12, ellipsis: true, lineBreak: false });
  pdf.text(pagina, MARGINE + LARGHEZZA - 90, y, { width: 90, align: 'right', lineBreak: false });
  pdf.page.margins.bottom = sotto;
}
