import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { conferma } from './_conferma';
import { trovaRapporto } from './_parti';

/**
 * «Nulla da segnalare»: l'ente conferma in un gesto i valori dell'ultima relazione presentata per le azioni che non ha toccato, e consegna la sua parte.
 * @throws DomainError rapporto.chiuso, parte.*, parte.senzaPrecedente, rapporto.incompleto (dice che cosa manca, per esempio la causa di un ritardo)
 */
export const confermaParte = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    return { result: undefined, evento: await conferma(tx, attore, rapporto) };
  });
