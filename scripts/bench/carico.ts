import autocannon from 'autocannon';

export type Misura = { alSecondo: number; p95: number };

/**
 * Un giro di carico su un indirizzo locale. @param percorsi se ci sono, si chiedono questi, a turno. @returns richieste al secondo e 95° percentile in ms
 * @throws Error se una risposta non è 200
 */
export async function carica(
  url: string,
  connections: number,
  secondi: number,
  headers: Record<string, string>,
  percorsi: string[] = [],
): Promise<Misura> {
  const tempi: number[] = [];
  let turno = 0;
  const requests = [{ setupRequest: (richiesta: object) => ({ ...richiesta, path: percorsi[turno++ % percorsi.length] ?? '/' }) }];
  const corsa = autocannon({ url, connections, duration: secondi, headers, ...(percorsi.length > 0 && { requests }) });
  corsa.on('response', (_cliente, _stato, _byte, ms) => tempi.push(ms));
  const esito = await corsa;
  if (esito.non2xx > 0 || esito.errors > 0) throw new Error(`${url}: ${esito.non2xx} risposte diverse da 200, ${esito.errors} errori.`);
  return { alSecondo: tempi.length / secondi, p95: percentile(tempi, 0.95) };
}

/** Il percentile `q` (0-1) per rango più vicino. */
export function percentile(valori: number[], q: number): number {
  const ordinati = [...valori].sort((a, b) => a - b);
  return ordinati[Math.max(0, Math.ceil(q * ordinati.length) - 1)] ?? Number.NaN;
}

export const mediana = (valori: number[]): number => percentile(valori, 0.5);
