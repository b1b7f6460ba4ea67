import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';

/** Che cosa si protocolla: un numero e un genere, mai il contenuto. */
export type DaProtocollare = { progettoId: string; genere: 'PRESENTATA' | 'INTEGRATA' | 'APPROVATA'; sha256: string };

/**
 * Un registro di protocollo. Riceve la transazione dell'atto: se l'atto non si conferma, il numero non è mai stato dato. Un registro esterno si
 * scrive con questa forma e si mette al posto di quello interno.
 */
export type Protocollo = (tx: Tx, attore: Attore, voce: DaProtocollare) => Promise<string>;

/** Il registro interno: un numero per Regione e anno, senza buchi. Mette in fila chi deposita nello stesso istante: si chiama per ultimo. */
const registroInterno: Protocollo = async (tx) => {
  const [riga] = await tx.$queryRaw<{ numero: string }[]>`select app.protocolla() as numero`;
  if (!riga) throw new Error('Il registro di protocollo non ha risposto.');
  return riga.numero;
};

/** Il registro in uso. Un altro, della stessa forma, si mette qui. */
export const protocolla: Protocollo = registroInterno;
