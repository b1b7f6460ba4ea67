import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Le pagine di un PDF come testo, per rileggere ciò che si è scritto. */
export async function leggiPdf(byte: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(byte), verbosity: 0 }).promise;
  const testi: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    testi.push(items.map((pezzo) => ('str' in pezzo ? pezzo.str : '')).join(' '));
  }
  return testi;
}
