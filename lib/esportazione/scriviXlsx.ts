import type { RigaGrezza, Tabella } from '@/lib/dizionario/contratto';
import { type Cella, MANCANTE, neutralizza } from '@/lib/format/csv';
import { celleDi } from './celle';
import { flussoZip, type VoceZip } from './zip';

/**
 * Una cartella di lavoro scritta mentre le righe arrivano, un foglio per tabella. Non passa da exceljs: quello scrive nel file l'ora di adesso e non
 * aspetta chi legge, mentre qui gli stessi dati danno gli stessi byte e la memoria non cresce con le righe.
 */
export type FoglioDati = Pick<Tabella, 'nome' | 'colonne'> & { righe: () => AsyncIterable<RigaGrezza[]> };

/** Il formato ne ammette 1.048.576: una è l'intestazione, una resta per dire che ce ne sono altre. */
const MASSIMO_RIGHE = 1_048_574;
const TROPPE = 'Le altre righe non stanno in un foglio XLSX: sono nei file CSV, JSON Lines e Parquet.';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FOGLI = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LEGAMI = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACCHETTO = 'http://schemas.openxmlformats.org/package/2006';
const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SEGNI: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// i caratteri di controllo che XML 1.0 non ammette nemmeno come riferimento
// biome-ignore lint/suspicious/noControlCharactersInRegex: sono proprio quelli da togliere
const NON_AMMESSI = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const protetto = (testo: string): string => testo.replace(NON_AMMESSI, '\uFFFD').replace(/[&<>"]/g, (s) => SEGNI[s] ?? s);

/** A, B, … Z, AA: facoltativa per la norma, ma ci sono lettori che senza non trovano la cella. */
const lettere = (n: number): string => (n < 26 ? '' : lettere(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

const cella = (valore: Cella, dove: string, stile: string): string =>
  typeof valore === 'number'
    ? `<c r="${dove}"><v>${valore}</v></c>`
    : `<c r="${dove}" t="inlineStr"${stile}><is><t xml:space="preserve">${protetto(valore === null ? MANCANTE : neutralizza(valore))}</t></is></c>`;
const riga = (celle: readonly Cella[], numero: number, nomi: readonly string[], stile = ''): string =>
  `<row r="${numero}">${celle.map((c, n) => cella(c, `${nomi[n]}${numero}`, stile)).join('')}</row>`;

async function* foglio({ colonne, righe }: FoglioDati): AsyncGenerator<Uint8Array> {
  const nomi = colonne.map((_, n) => lettere(n));
  const larghezze = colonne.map(
    ({ nome: n }, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.max(12, n.length + 2)}" customWidth="1"/>`,
  );
  yield Buffer.from(
    `${XML}<worksheet xmlns="${FOGLI}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${larghezze.join('')}</cols><sheetData>${riga(
      colonne.map(({ nome: n }) => n),
      1,
      nomi,
      ' s="1"',
    )}`,
  );
  const celle = celleDi(colonne);
  let scritte = 0;
  for await (const tutte of righe()) {
    const prima = scritte + 2; // la prima riga è l'intestazione
    const gruppo = tutte.slice(0, MASSIMO_RIGHE - scritte);
    scritte += gruppo.length;
    yield Buffer.from(gruppo.map((r, n) => riga(celle(r), prima + n, nomi)).join(''));
    if (gruppo.length === tutte.length) continue;
    // un foglio a metà lo dice in fondo: chi lo apre non lo prende per intero
    yield Buffer.from(riga([TROPPE], MASSIMO_RIGHE + 2, nomi));
    break;
  }
  yield Buffer.from('</sheetData></worksheet>');
}

const parte = (nome: string, testo: string): VoceZip => ({
  nome,
  contenuto: async function* () {
    yield Buffer.from(XML + testo);
  },
});

/** Le parti fisse del pacchetto (ECMA-376, parti 1 e 2): il minimo che Excel, LibreOffice e le librerie aprono. */
const partiFisse = (nomi: readonly string[]): VoceZip[] => [
  parte(
    '[Content_Types].xml',
    `<Types xmlns="${PACCHETTO}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TIPO}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TIPO}.styles+xml"/>${nomi.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TIPO}.worksheet+xml"/>`).join('')}</Types>`,
  ),
  parte(
    '_rels/.rels',
    `<Relationships xmlns="${PACCHETTO}/relationships"><Relationship Id="rId1" Type="${LEGAMI}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  parte(
    'xl/workbook.xml',
    `<workbook xmlns="${FOGLI}" xmlns:r="${LEGAMI}"><sheets>${nomi.map((nome, n) => `<sheet name="${protetto(nome)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
  ),
  parte(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACCHETTO}/relationships">${nomi.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${LEGAMI}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId${nomi.length + 1}" Type="${LEGAMI}/styles" Target="styles.xml"/></Relationships>`,
  ),
  parte(
    'xl/styles.xml',
    `<styleSheet xmlns="${FOGLI}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ),
];

/** @param giorno AAAA-MM-GG, scritto sulle parti del pacchetto */
export const scriviXlsx = (fogli: readonly FoglioDati[], giorno: string): AsyncIterable<Uint8Array> =>
  flussoZip(
    [
      ...partiFisse(fogli.map(({ nome }) => nome)),
      ...fogli.map((f, n) => ({ nome: `xl/worksheets/sheet${n + 1}.xml`, contenuto: () => foglio(f) })),
    ],
    { giorno, comprimi: true },
  ).flusso;
