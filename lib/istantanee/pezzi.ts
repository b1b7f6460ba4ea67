import { createHash } from 'node:crypto';

/** Quanto è grande un pezzo di file nel database. Fisso: file che cominciano uguali hanno i primi pezzi in comune. */
const PEZZO = 1_048_576;

export const sha256 = (contenuto: Uint8Array): string => createHash('sha256').update(contenuto).digest('hex');

/** Divide un flusso in pezzi della stessa misura, qualunque sia quella dei gruppi che arrivano; l'ultimo è quello che resta. */
export async function* inPezzi(flusso: AsyncIterable<Uint8Array>, misura = PEZZO): AsyncGenerator<Buffer> {
  let pezzo = Buffer.allocUnsafe(misura);
  let pieno = 0;
  for await (const gruppo of flusso)
    for (let da = 0; da < gruppo.length; ) {
      const quanti = Math.min(misura - pieno, gruppo.length - da);
      pezzo.set(gruppo.subarray(da, da + quanti), pieno);
      pieno += quanti;
      da += quanti;
      if (pieno < misura) continue;
      yield pezzo;
      pezzo = Buffer.allocUnsafe(misura);
      pieno = 0;
    }
  if (pieno > 0) yield pezzo.subarray(0, pieno);
}
