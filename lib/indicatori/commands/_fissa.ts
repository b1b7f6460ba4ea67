import type { Tx } from '@/lib/db/scope';

/**
 * Fissa gli indicatori di una relazione approvata (app.fissa_indicatori): i valori, celle piccole comprese, restano nel database e nessun login del portale li
 * legge. Chi chiama tiene già la riga della relazione (o la sua serratura): due versioni non nascono insieme.
 * @returns il numero della versione; 0 se il bando non chiede indicatori
 */
export async function fissaIndicatori(tx: Tx, rapportoId: string): Promise<number> {
  const [esito] = await tx.$queryRaw<{ versione: number }[]>`select app.fissa_indicatori(${rapportoId}::uuid) as versione`;
  return esito?.versione ?? 0;
}
