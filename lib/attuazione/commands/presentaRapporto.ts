import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { trovaRapporto } from './_parti';
import { presenta } from './_presenta';

/**
 * Il referente del capofila invia la relazione alla Regione: parti incluse, versione congelata, bozze rese leggibili, tutto in un atto.
 * Rifiuta se un'azione è incompleta, se la parte di un altro ente non è stata consegnata o se un rilievo aspetta risposta.
 */
export const presentaRapporto = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    return { result: undefined, evento: await presenta(tx, attore, rapporto) };
  });
