import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiParte } from '../rules';
import { esigiAzioniComplete } from './_completezza';
import { trovaRapporto } from './_parti';

/** L'ente consegna la sua parte al capofila (o il capofila la completa per lui). Rifiuta se un'azione della parte è incompleta. */
export const consegnaParte = (
  attore: Attore,
  { rapportoId, organizzazioneId }: { rapportoId: string; organizzazioneId: string },
): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    if (organizzazioneId !== attore.organizzazioneId && !rapporto.chi.capofila)
      throw new DomainError('parte.altroEnte', 'Puoi consegnare solo la parte del tuo ente.');
    if (rapporto.stato !== 'BOZZA') throw new DomainError('rapporto.chiuso', 'La relazione è già presentata.');
    const parte = await tx.rapportoEnte.findUnique({
      where: { rapportoId_organizzazioneId: { rapportoId, organizzazioneId } },
      select: { id: true, stato: true },
    });
    if (!parte) throw new DomainError('parte.nonTrovata', 'Questo ente non ha una parte in questa relazione.');
    const stato = compiParte('consegna', parte.stato);
    await esigiAzioniComplete(tx, rapporto, organizzazioneId);
    const { count } = await tx.rapportoEnte.updateMany({ where: { id: parte.id, stato: parte.stato }, data: { stato, notaRinvio: null } });
    if (count === 0) throw new DomainError('parte.cambiata', 'La parte di questo ente è cambiata nel frattempo. Ricarica la pagina.');
    return {
      result: undefined,
      evento: {
        atto: 'parte.consegnata',
        oggetto: 'rapporto_ente',
        oggettoId: parte.id,
        progettoId: rapporto.progettoId,
        prima: { stato: parte.stato },
        dopo: { stato, ente: organizzazioneId },
        riservato: true,
      },
    };
  });
