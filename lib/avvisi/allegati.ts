/** Gli allegati di una candidatura: solo PDF, riconosciuti da come cominciano e non dal nome che portano. */

/** In tutto: il portale non riceve richieste oltre 4 MB, e il testo del modulo deve starci. */
export const MASSIMO_ALLEGATI = 3 * 1024 * 1024;
const MASSIMO_FILE = 10;

export type FileRicevuto = { nome: string; contenuto: Uint8Array };

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-

const ePdf = (contenuto: Uint8Array): boolean => PDF.every((byte, indice) => contenuto[indice] === byte);

/** Il nome di un file senza cartelle, senza caratteri di controllo o che invertono la lettura, con l'estensione di ciò che è. */
export function nomePulito(nome: string): string {
  const base = (nome.split(/[\\/]/).pop() ?? '').replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const senza = base
    .replace(/\.pdf$/i, '')
    .replace(/^\.+/, '')
    .trim();
  return `${[...(senza || 'allegato')].slice(0, 150).join('')}.pdf`;
}

/** Perché gli allegati non vanno; null se vanno. */
export function difettoAllegati(file: readonly FileRicevuto[]): string | null {
  if (file.length > MASSIMO_FILE) return `Al massimo ${MASSIMO_FILE} allegati: uniscine qualcuno.`;
  if (file.reduce((somma, { contenuto }) => somma + contenuto.length, 0) > MASSIMO_ALLEGATI)
    return 'Gli allegati superano i 3 MB in tutto: riducili o togline qualcuno.';
  const estraneo = file.find(({ contenuto }) => !ePdf(contenuto));
  return estraneo ? `«${nomePulito(estraneo.nome).slice(0, -4)}» non è un PDF: convertilo e riprova.` : null;
}
