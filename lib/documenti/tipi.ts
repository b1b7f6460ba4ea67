/** Che cosa è un documento lo dicono i suoi byte, non il nome né ciò che dichiara il browser. */

export const MASSIMO_BYTE = 10 * 1024 * 1024;

export const TIPI = {
  PDF: { mime: 'application/pdf', estensioni: ['pdf'] },
  P7M: { mime: 'application/pkcs7-mime', estensioni: ['p7m'] },
  DOCX: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', estensioni: ['docx'] },
  XLSX: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', estensioni: ['xlsx'] },
  ODT: { mime: 'application/vnd.oasis.opendocument.text', estensioni: ['odt'] },
  JPG: { mime: 'image/jpeg', estensioni: ['jpg', 'jpeg'] },
  PNG: { mime: 'image/png', estensioni: ['png'] },
} as const;
export type TipoDocumento = keyof typeof TIPI;
export const NOMI_TIPI = 'PDF, P7M (firmato), DOCX, XLSX, ODT, JPG o PNG';
/** Per il campo di scelta del file: aiuta, non decide. */
export const ACCETTA = Object.values(TIPI)
  .flatMap(({ estensioni }) => estensioni.map((e) => `.${e}`))
  .join(',');

const LATINO = new TextDecoder('latin1');
const come = (byte: Uint8Array, dal: number, quanti: number): string => LATINO.decode(byte.subarray(dal, dal + quanti));
const comincia = (byte: Uint8Array, firma: readonly number[]): boolean => firma.every((valore, i) => byte[i] === valore);

/** L'identificativo di «dati firmati» (PKCS#7) dentro la busta. */
const DATI_FIRMATI = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';
const SEQUENZA = 0x30;

/** Il tipo di un documento; null se non è tra quelli ammessi (o è un documento di ufficio con macro). */
export function tipoDi(byte: Uint8Array): TipoDocumento | null {
  if (come(byte, 0, 5) === '%PDF-') return 'PDF';
  if (comincia(byte, [0xff, 0xd8, 0xff])) return 'JPG';
  if (comincia(byte, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'PNG';
  if (byte[0] === SEQUENZA && come(byte, 0, 32).includes(DATI_FIRMATI)) return 'P7M';
  if (come(byte, 0, 64).startsWith('-----BEGIN PKCS7-----')) return 'P7M';
  return comincia(byte, [0x50, 0x4b, 0x03, 0x04]) ? tipoDiZip(byte) : null;
}

function tipoDiZip(byte: Uint8Array): TipoDocumento | null {
  const nomi = nomiDelloZip(byte);
  if (!nomi || nomi.some((nome) => /vbaProject\.bin$/i.test(nome))) return null;
  // ODF: il primo elemento, non compresso, dice il tipo
  if (nomi[0] === 'mimetype') return come(byte, 38, TIPI.ODT.mime.length) === TIPI.ODT.mime && nomi.includes('content.xml') ? 'ODT' : null;
  if (!nomi.includes('[Content_Types].xml')) return null;
  return nomi.includes('word/document.xml') ? 'DOCX' : nomi.includes('xl/workbook.xml') ? 'XLSX' : null;
}

const FINE_INDICE = 0x06054b50;
const VOCE_INDICE = 0x02014b50;
const MASSIME_VOCI = 5000;

/** I nomi nell'indice di uno zip; null se l'indice non si legge. */
function nomiDelloZip(byte: Uint8Array): string[] | null {
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  for (let fine = byte.length - 22; fine >= Math.max(0, byte.length - 65_557); fine--) {
    if (vista.getUint32(fine, true) !== FINE_INDICE) continue;
    const quante = vista.getUint16(fine + 10, true);
    return quante > MASSIME_VOCI ? null : vociDellIndice(byte, vista, vista.getUint32(fine + 16, true), quante);
  }
  return null;
}

function vociDellIndice(byte: Uint8Array, vista: DataView, inizio: number, quante: number): string[] | null {
  const nomi: string[] = [];
  let qui = inizio;
  for (let i = 0; i < quante; i++) {
    if (qui + 46 > byte.length || vista.getUint32(qui, true) !== VOCE_INDICE) return null;
    const lungo = vista.getUint16(qui + 28, true);
    nomi.push(come(byte, qui + 46, lungo));
    qui += 46 + lungo + vista.getUint16(qui + 30, true) + vista.getUint16(qui + 32, true);
  }
  return nomi;
}
