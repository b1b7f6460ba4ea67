import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { trovaRapporto } from './_parti';

/** La Regione considera chiuso un chiarimento a cui l'ente ha risposto. */
export const chiudiChiarimento = (attore: Attore, { chiarimentoId }: { chiarimentoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const chiarimento = await tx.chiarimento.findUnique({ where: { id: chiarimentoId }, select: { rapportoId: true, stato: true } });
    if (!chiarimento) throw new DomainError('chiarimento.nonTrovato', 'Questo chiarimento non esiste o non puoi vederlo.');
    const rapporto = await trovaRapporto(tx, attore, chiarimento.rapportoId);
    compi('chiediChiarimento', rapporto.stato, rapporto.chi); // chiude chi può chiedere, finché la verifica è in corso
    const { count } = await tx.chiarimento.updateMany({ where: { id: chiarimentoId, stato: 'RISPOSTO' }, data: { stato: 'CHIUSO' } });
    if (count === 0)
      throw new DomainError('chiarimento.nonRisposto', 'Si chiude un chiarimento a cui l’ente ha risposto. Ricarica la pagina.');
    return {
      result: undefined,
      evento: {
        atto: 'chiarimento.chiuso',
        oggetto: 'chiarimento',
        oggettoId: chiarimentoId,
        progettoId: rapporto.progettoId,
        prima: { stato: 'RISPOSTO' },
        dopo: { stato: 'CHIUSO' },
      },
    };
  });
