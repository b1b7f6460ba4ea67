import { expect, test } from 'vitest';
import { comeAllegato, nomePulito, peso } from './nome';
import { tipoDi } from './tipi';

const byte = (testo: string, ...altri: number[]) => Uint8Array.from([...Buffer.from(testo, 'latin1'), ...altri]);

/** Uno zip senza compressione con questi file: quanto basta a somigliare a un documento di ufficio. */
function zip(file: Record<string, string>): Uint8Array {
  const locali: Buffer[] = [];
  const indice: Buffer[] = [];
  let dove = 0;
  for (const [nome, testo] of Object.entries(file)) {
    const locale = Buffer.alloc(30);
    locale.writeUInt32LE(0x04034b50, 0);
    locale.writeUInt32LE(testo.length, 18);
    locale.writeUInt32LE(testo.length, 22);
    locale.writeUInt16LE(nome.length, 26);
    const voce = Buffer.alloc(46);
    voce.writeUInt32LE(0x02014b50, 0);
    voce.writeUInt16LE(nome.length, 28);
    voce.writeUInt32LE(dove, 42);
    const intero = Buffer.concat([locale, Buffer.from(nome), Buffer.from(testo)]);
    locali.push(intero);
    indice.push(Buffer.concat([voce, Buffer.from(nome)]));
    dove += intero.length;
  }
  const fine = Buffer.alloc(22);
  fine.writeUInt32LE(0x06054b50, 0);
  fine.writeUInt16LE(indice.length, 10);
  fine.writeUInt32LE(dove, 16);
  return Uint8Array.from(Buffer.concat([...locali, ...indice, fine]));
}

const TIPI_OFFICE = { '[Content_Types].xml': '<Types/>' };
const ODT = 'application/vnd.oasis.opendocument.text';

test.for([
  ['PDF', byte('%PDF-1.7\n')],
  ['JPG', byte('', 0xff, 0xd8, 0xff, 0xe0)],
  ['PNG', byte('\x89PNG\r\n\x1a\n')],
  ['P7M', byte('\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80')],
  ['P7M', byte('-----BEGIN PKCS7-----\nMIIB')],
  ['DOCX', zip({ ...TIPI_OFFICE, 'word/document.xml': '<w/>' })],
  ['XLSX', zip({ ...TIPI_OFFICE, 'xl/workbook.xml': '<x/>' })],
  ['ODT', zip({ mimetype: ODT, 'content.xml': '<o/>' })],
] as const)('i byte di un %s si riconoscono', ([tipo, contenuto]) => {
  expect(tipoDi(contenuto)).toBe(tipo);
});

test.for([
  ['niente', byte('')],
  ['una pagina web', byte('<!doctype html><script>alert(1)</script>')],
  ['un eseguibile', byte('MZ\x90\x00')],
  ['uno zip qualunque', zip({ 'virus.exe': 'MZ' })],
  ['un documento con macro', zip({ ...TIPI_OFFICE, 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' })],
  ['un foglio ODF', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' })],
  ['uno zip tagliato', zip({ ...TIPI_OFFICE, 'word/document.xml': '<w/>' }).slice(0, 60)],
  [
    'uno zip con l’indice altrove',
    Uint8Array.from([
      ...Buffer.from('PK\x03\x04'),
      ...Buffer.alloc(30),
      ...Buffer.from('PK\x05\x06'),
      ...Buffer.alloc(6, 0xff),
      1,
      0,
      ...Buffer.alloc(8, 0xff),
      0,
      0,
    ]),
  ],
  ['una sequenza che non è firmata', byte('\x30\x82\x01\x0a\x02\x82')],
] as const)('%s si rifiuta', ([, contenuto]) => {
  expect(tipoDi(contenuto)).toBeNull();
});

test.for([
  ['Lettera di intenti.pdf', 'PDF', 'Lettera di intenti.pdf'],
  ['../../etc/passwd', 'PDF', 'passwd.pdf'],
  ['C:\\Utenti\\Io\\Bilancio 2019?.PDF', 'PDF', 'Bilancio 2019.pdf'],
  ['esegui.exe', 'PDF', 'esegui.exe.pdf'],
  ['atto.pdf.p7m', 'P7M', 'atto.pdf.p7m'],
  ['foto.JPEG', 'JPG', 'foto.jpeg'],
  ['', 'PNG', 'documento.png'],
  ['...', 'PNG', 'documento.png'],
  ['fdp\u202egnp.pdf', 'PDF', 'fdpgnp.pdf'],
  ['a\u0000b\r\nc.pdf', 'PDF', 'abc.pdf'],
  [`${'à'.repeat(300)}.pdf`, 'PDF', `${'à'.repeat(120)}.pdf`],
] as const)('il nome «%s» (%s) si salva come «%s»', ([grezzo, tipo, atteso]) => {
  expect(nomePulito(grezzo, tipo)).toBe(atteso);
});

test('chi scarica riceve un allegato, con il nome scritto per ogni browser e senza modo di uscirne', () => {
  expect(comeAllegato('Città "x"; è.pdf')).toBe(
    `attachment; filename="Citt_ _x_; _.pdf"; filename*=UTF-8''Citt%C3%A0%20%22x%22%3B%20%C3%A8.pdf`,
  );
  expect([peso(900), peso(1536), peso(10 * 1024 * 1024)]).toEqual(['900 byte', '1,5 kB', '10 MB']);
});
