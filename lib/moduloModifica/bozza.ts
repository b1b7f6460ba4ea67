import type { ContenutoVersione } from '@/lib/domande/valori';
import { isDomainError } from '@/lib/errors/domainError';
import { applica, type Operazione } from '@/lib/modifiche/operazioni';

/**
 * Il piano di una bozza: quello in vigore con le operazioni già salvate. Se intanto il piano è cambiato in un luogo che la bozza toccava, quella
 * operazione non si applica e si dice quale (`perse`): le altre restano.
 */
export function bozzaDi(
  inVigore: ContenutoVersione,
  operazioni: readonly Operazione[],
): { scritto: ContenutoVersione; perse: Operazione[] } {
  const perse: Operazione[] = [];
  const scritto = operazioni.reduce((contenuto, operazione) => {
    try {
      return applica(contenuto, [operazione]);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      perse.push(operazione);
      return contenuto;
    }
  }, inVigore);
  return { scritto, perse };
}

/** Il contenuto senza ciò che una modifica non tocca: è quello che viaggia fino al browser. */
export const leggero = (contenuto: ContenutoVersione): ContenutoVersione => ({ ...contenuto, sezioni: {}, documenti: [] });
