import type { Configurazione } from './configurazione';

/** Gli importi assegnati in anticipo agli ambiti, nei bandi non competitivi. Centesimi. */

export type Importi = Pick<Configurazione, 'tipo' | 'importiPerAmbito'>;

/** Quanto spetta in tutto agli ambiti indicati (per numero); un ambito senza importo vale zero. Null se il bando non assegna importi. */
export function spettaAgliAmbiti({ tipo, importiPerAmbito }: Importi, ambiti: readonly number[]): bigint | null {
  if (tipo !== 'NON_COMPETITIVO' || importiPerAmbito.length === 0) return null;
  return importiPerAmbito.filter(({ ambito }) => ambiti.includes(ambito)).reduce((somma, { cents }) => somma + BigInt(cents), 0n);
}

/** Lo stesso, come testo per le regole del quadro economico. */
export const spettaA = (importi: Importi, ambiti: readonly { numero: number }[]): string | null =>
  spettaAgliAmbiti(
    importi,
    ambiti.map(({ numero }) => numero),
  )?.toString() ?? null;

/** Gli ambiti con l'importo di ciascuno, se il bando ne assegna. */
export function ambitiConImporto<A extends { numero: number }>(importi: Importi, ambiti: readonly A[]): (A & { spettaCents?: string })[] {
  return ambiti.map((ambito) => {
    const spetta = spettaAgliAmbiti(importi, [ambito.numero]);
    return spetta === null ? ambito : { ...ambito, spettaCents: String(spetta) };
  });
}
