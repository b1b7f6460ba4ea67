import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { trovaRapporto } from './_parti';
import { ripresenta } from './_ripresenta';

/** Il referente del capofila ripresenta una relazione riaperta per intero (senza chiarimenti a cui rispondere). */
export const ripresentaRapporto = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    const a = compi('ripresenta', rapporto.stato, rapporto.chi);
    if ((await tx.chiarimento.count({ where: { rapportoId, stato: 'APERTO' } })) > 0)
      throw new DomainError('rapporto.chiarimentiAperti', 'Rispondi prima ai chiarimenti chiesti dalla Regione.');
    return { result: undefined, evento: await ripresenta(tx, attore, rapporto, a) };
  });
