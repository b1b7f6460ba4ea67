import { setImmediate } from 'node:timers/promises';

/**
 * Il formato testo di COPY: una riga per riga, celle separate da tabulazione, \N per il nullo, barre rovesciate per i caratteri che confonderebbero
 * (documentazione di PostgreSQL, COPY, «Text Format»).
 */
export type RigaLetta = (string | null)[];

const SPECIALI: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

const cella = (testo: string): string | null => {
  if (!testo.includes('\\')) return testo;
  return testo === '\\N' ? null : testo.replace(/\\(.)/g, (_, segno: string) => SPECIALI[segno] ?? segno);
};

/** Le celle di una riga, senza l'a capo finale. */
export const leggiRiga = (riga: string): RigaLetta => riga.split('\t').map(cella);

const A_CAPO = 10;
/** Quante righe si leggono prima di cedere il passo: un paio di millesimi di secondo. */
const GRUPPO = 250;

/**
 * Le righe intere di ogni pezzo che arriva, a gruppi; quello che avanza aspetta il pezzo dopo. I byte si dividono prima di leggerli: un carattere non si spezza.
 * Tra un gruppo e l'altro passa chi aspetta (le pagine degli altri): un milione di righe non occupa il processo per più di un gruppo alla volta.
 */
export async function* dividiRighe(pezzi: AsyncIterable<Buffer>): AsyncGenerator<RigaLetta[]> {
  let avanzo: Buffer | undefined;
  for await (const pezzo of pezzi) {
    const tutto = avanzo ? Buffer.concat([avanzo, pezzo]) : pezzo;
    const fine = tutto.lastIndexOf(A_CAPO);
    avanzo = fine + 1 < tutto.length ? tutto.subarray(fine + 1) : undefined;
    if (fine < 0) continue;
    const righe = tutto.toString('utf8', 0, fine).split('\n');
    for (let da = 0; da < righe.length; da += GRUPPO) {
      yield righe.slice(da, da + GRUPPO).map(leggiRiga);
      await setImmediate();
    }
  }
  if (avanzo) throw new Error('La copia si è interrotta a metà di una riga.');
}
