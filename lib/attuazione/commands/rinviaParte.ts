import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiParte } from '../rules';
import { trovaRapporto } from './_parti';

/** Il capofila rinvia a un ente la parte consegnata, dicendo che cosa correggere. */
export const rinviaParte = (
  attore: Attore,
  { rapportoId, organizzazioneId, nota }: { rapportoId: string; organizzazioneId: string; nota: string },
): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'condivisa');
    if (!rapporto.chi.capofila) throw new DomainError('parte.soloCapofila', 'Solo l’ente capofila può rinviare la parte di un ente.');
    if (rapporto.stato !== 'BOZZA') throw new DomainError('rapporto.chiuso', 'La relazione è già presentata.');
    const parte = await tx.rapportoEnte.findUnique({
      where: { rapportoId_organizzazioneId: { rapportoId, organizzazioneId } },
      select: { id: true, stato: true },
    });
    if (!parte) throw new DomainError('parte.nonTrovata', 'Questo ente non ha una parte in questa relazione.');
    const stato = compiParte('rinvia', parte.stato);
    const { count } = await tx.rapportoEnte.updateMany({ where: { id: parte.id, stato: parte.stato }, data: { stato, notaRinvio: nota } });
    if (count === 0) throw new DomainError('parte.cambiata', 'La parte di questo ente è cambiata nel frattempo. Ricarica la pagina.');
    return {
      result: undefined,
      evento: {
        atto: 'parte.rinviata',
        oggetto: 'rapporto_ente',
        oggettoId: parte.id,
        progettoId: rapporto.progettoId,
        prima: { stato: parte.stato },
        dopo: { stato, ente: organizzazioneId },
        riservato: true,
      },
    };
  });
