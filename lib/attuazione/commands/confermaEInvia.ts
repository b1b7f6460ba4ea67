import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { conferma } from './_conferma';
import { trovaRapporto } from './_parti';
import { presenta } from './_presenta';

/**
 * Un periodo senza novità in un gesto: il referente del capofila conferma la sua parte e invia la relazione. Tutto o niente.
 * @throws DomainError quelli di confermaParte e di presentaRapporto
 */
export const confermaEInvia = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    const confermata = await conferma(tx, attore, rapporto);
    return { result: undefined, evento: [confermata, await presenta(tx, attore, rapporto)] };
  });
