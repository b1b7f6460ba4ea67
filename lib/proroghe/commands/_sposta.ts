import type { Attore } from '@/lib/auth/attore';
import { aggiornaCalendario } from '@/lib/calendario/commands/_calendario';
import type { Tx } from '@/lib/db/scope';
import { isoDiDataONull } from '@/lib/format/data';
import { esigiAzioni } from '../rules';
import { type InAtto, spostaAzioni } from './_proroga';

/**
 * Porta alla fine nuova ciò che una proroga sposta: l'azione, con una nuova versione del piano; o il progetto, con le azioni scelte tra quelle che
 * finivano con lui, e il calendario delle relazioni. Tutto nella transazione di chi decide.
 * @returns numeri per l'evento
 */
export async function spostaFine(
  tx: Tx,
  attore: Attore,
  { pratica, proroga, oggetto }: InAtto,
  nuova: string,
  azioni: readonly string[],
): Promise<Record<string, number>> {
  if (proroga.azioneId !== null) {
    const versione = await spostaAzioni(tx, attore, pratica.id, [proroga.azioneId], nuova);
    return versione === null ? {} : { versione };
  }
  const righe = await tx.azione.findMany({
    where: { progettoId: pratica.id, annullataIl: null },
    orderBy: { ordine: 'asc' },
    select: { id: true, codice: true, finePrevista: true },
  });
  const tutte = righe.map(({ id, codice, finePrevista }) => ({ id, codice, fine: isoDiDataONull(finePrevista) }));
  esigiAzioni(tutte, azioni, oggetto.fine ?? '', nuova);
  const versione = await spostaAzioni(tx, attore, pratica.id, azioni, nuova);
  const { periodi } = await aggiornaCalendario(tx, attore, pratica.id, nuova);
  return { periodi, azioni: azioni.length, ...(versione === null ? {} : { versione }) };
}
