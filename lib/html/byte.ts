/**
 * I byte di ciò che si scrive in una risposta (gli argomenti di write e di end), copiati: chi li ha scritti può riusare la sua memoria.
 * @returns nessuno se non si scrive nulla
 */
export function byteDi(pezzo: unknown, codifica: unknown): Buffer[] {
  if (typeof pezzo === 'string') return [Buffer.from(pezzo, typeof codifica === 'string' ? (codifica as BufferEncoding) : 'utf8')];
  return pezzo instanceof Uint8Array ? [Buffer.from(pezzo)] : [];
}
