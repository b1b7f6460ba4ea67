import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Blocco, DocumentoPdf } from '@/lib/pdf/documento';

/** Lo stesso documento che si stampa in PDF, in un DOCX che l'ente completa e adatta. Puro, tranne la data di creazione che scrive la libreria. */

const LIVELLI = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const DOPO = { spacing: { after: 120 } };
type Pezzo = Paragraph | Table;

const titolo = (testo: string, livello: 1 | 2 | 3): Paragraph =>
  new Paragraph({ text: testo, heading: LIVELLI[livello], spacing: { before: livello === 1 ? 0 : 240, after: 120 } });

const paragrafi = (testo: string, stile: { forte?: boolean; corpo?: number; destra?: boolean } = {}): Paragraph[] =>
  testo
    .split(/\n{2,}/)
    .filter((capoverso) => capoverso.trim() !== '')
    .map(
      (capoverso) =>
        new Paragraph({
          ...DOPO,
          alignment: stile.destra ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: capoverso, bold: stile.forte, size: stile.corpo })],
        }),
    );

const riga = (celle: readonly string[], forte: boolean): TableRow =>
  new TableRow({
    tableHeader: forte,
    children: celle.map(
      (testo) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: testo, bold: forte, size: 18 })] })] }),
    ),
  });

function tabella(righe: TableRow[]): Pezzo[] {
  const bordo = { style: BorderStyle.SINGLE, size: 4, color: 'B4BCC4' };
  const bordi = { top: bordo, bottom: bordo, left: bordo, right: bordo, insideHorizontal: bordo, insideVertical: bordo };
  return [new Table({ rows: righe, borders: bordi, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph({ text: '' })];
}

function pezzi(blocco: Blocco): Pezzo[] {
  if (blocco.tipo === 'titolo') return [titolo(blocco.testo, blocco.livello)];
  if (blocco.tipo === 'paragrafo') return paragrafi(blocco.testo, blocco);
  if (blocco.tipo === 'nota') return paragrafi(blocco.testo, { corpo: 17 });
  if (blocco.tipo === 'elenco')
    return blocco.voci.map((voce, n) =>
      blocco.numerato ? new Paragraph({ ...DOPO, text: `${n + 1}. ${voce}` }) : new Paragraph({ text: voce, bullet: { level: 0 } }),
    );
  if (blocco.tipo === 'coppie') return tabella(blocco.voci.map(({ nome, valore }) => riga([nome, valore], false)));
  if (blocco.tipo === 'tabella')
    return tabella([
      riga(
        blocco.colonne.map(({ etichetta }) => etichetta),
        true,
      ),
      ...blocco.righe.map((celle) => riga(celle, false)),
    ]);
  if (blocco.tipo === 'nuovaPagina') return [new Paragraph({ pageBreakBefore: true, text: '' })];
  return [new Paragraph({ text: '' })];
}

const piede = (testo: string | undefined): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ size: 16, children: [testo ? `${testo} · ` : '', 'Pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/** I byte del DOCX. */
export async function documentoDocx(documento: DocumentoPdf): Promise<Uint8Array<ArrayBuffer>> {
  const { intestazione } = documento;
  const sezione: ISectionOptions = {
    footers: { default: piede(documento.piede) },
    children: [
      ...paragrafi(intestazione.regione, { forte: true }),
      ...(intestazione.ufficio ? paragrafi(intestazione.ufficio) : []),
      titolo(documento.titolo, 1),
      ...documento.blocchi.flatMap(pezzi),
    ],
  };
  const docx = new Document({
    ...{ creator: 'Cantiere', title: documento.titolo, sections: [sezione] },
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'it-IT' } } } } },
  });
  return Uint8Array.from(await Packer.toBuffer(docx));
}
