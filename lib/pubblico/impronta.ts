/**
 * Chi chiede ha già questa risposta? If-None-Match porta una o più impronte, anche deboli, o un asterisco (RFC 9110 §13.1.2).
 * @param etag l'impronta della risposta, con le virgolette
 */
export const haGia = (ifNoneMatch: string | null | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((voce) => voce.trim().replace(/^W\//, '') === etag || voce.trim() === '*') ?? false;
