import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiSulRilievo } from '../rilievi';
import type { StatoRilievo } from '../schema';

/** La Regione chiude un rilievo o ne chiede di nuovo conto: confronta-e-scambia, evento. */
export const decidiRilievo = (attore: Attore, rilievoId: string, atto: 'chiudi' | 'richiedi', evento: string): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rilievo = await tx.rilievo.findUnique({ where: { id: rilievoId }, select: { progettoId: true, stato: true } });
    if (!rilievo) throw RILIEVO_NON_TROVATO;
    const da = rilievo.stato as StatoRilievo;
    const a = compiSulRilievo(atto, da, { ruolo: attore.ruolo, capofila: false });
    const { count } = await tx.rilievo.updateMany({ where: { id: rilievoId, stato: da }, data: { stato: a } });
    if (count === 0) throw new DomainError('rilievo.attoNonAmmesso', 'Il rilievo è cambiato nel frattempo. Ricarica la pagina.');
    return {
      result: undefined,
      evento: {
        atto: evento,
        oggetto: 'rilievo',
        oggettoId: rilievoId,
        progettoId: rilievo.progettoId,
        prima: { stato: da },
        dopo: { stato: a },
      },
    };
  });

export const RILIEVO_NON_TROVATO = new DomainError('rilievo.nonTrovato', 'Questo rilievo non esiste o non puoi vederlo.');
