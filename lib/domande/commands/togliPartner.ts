import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { PartnerScelto } from '../schema';
import { trovaDaComporre } from './_domanda';

/** Il capofila toglie un partner mentre la domanda è in bozza. Ciò che il partner ha scritto resta nelle sezioni. */
export const togliPartner = (attore: Attore, { progettoId, organizzazioneId }: PartnerScelto): Promise<void> =>
  commandAs(attore, async (tx) => {
    await trovaDaComporre(tx, attore, progettoId);
    const tolti = await tx.$executeRaw`delete from partecipazione
      where progetto_id = ${progettoId}::uuid and organizzazione_id = ${organizzazioneId}::uuid and ruolo <> 'CAPOFILA'`;
    if (tolti !== 1) throw new DomainError('partner.nonTrovato', 'Questo ente non è (più) un partner della domanda. Ricarica la pagina.');
    return {
      result: undefined,
      evento: { atto: 'partner.tolto', oggetto: 'partecipazione', oggettoId: organizzazioneId, progettoId, riservato: true },
    };
  });
