import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { TERMINI } from './conservazione';
import type { VoceConservazione } from './voci';

export type Conteggi = Record<VoceConservazione, number>;

/**
 * Quante persone e quante righe per voce, nella Regione di chi chiede: solo numeri.
 * @throws DomainError stato.transizioneNonAmmessa se chi chiede non amministra e non dirige
 */
export async function leggiConservazione(attore: Attore): Promise<Conteggi> {
  const [riga] = await interroga<{ dati: Conteggi }>(
    attore,
    sql`select json_object_agg(voce, quante) as dati from app.conta_conservazione(${TERMINI.mesiControlli}::int)`,
  );
  if (!riga) throw new Error('I conteggi della conservazione non sono arrivati.');
  return riga.dati;
}
