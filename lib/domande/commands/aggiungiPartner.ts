import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { PartnerScelto } from '../schema';
import { trovaDaComporre } from './_domanda';

/** Il capofila aggiunge un ente gestore all'aggregazione: da quel momento lo legge e lo scrive con gli altri, e deve confermare di esserci. */
export const aggiungiPartner = (attore: Attore, { progettoId, organizzazioneId }: PartnerScelto): Promise<void> =>
  commandAs(attore, async (tx) => {
    await trovaDaComporre(tx, attore, progettoId);
    const [ente] = await tx.$queryRaw<{ tipo: string }[]>`select tipo::text from organizzazione where id = ${organizzazioneId}::uuid`;
    if (ente?.tipo !== 'ENTE_GESTORE')
      throw new DomainError('partner.nonGestore', 'Scegli un ente gestore dell’elenco.', 'organizzazioneId');
    const aggiunti = await tx.$executeRaw`insert into partecipazione (regione_id, progetto_id, organizzazione_id, ruolo, ordine, dal)
      select ${attore.regioneId}::uuid, ${progettoId}::uuid, ${organizzazioneId}::uuid, 'PARTNER_GESTORE', coalesce(max(ordine), 0) + 1, app.oggi()
      from partecipazione where progetto_id = ${progettoId}::uuid
      on conflict (progetto_id, organizzazione_id) do nothing`;
    if (aggiunti !== 1) throw new DomainError('partner.doppio', 'Questo ente fa già parte dell’aggregazione.', 'organizzazioneId');
    return {
      result: undefined,
      evento: { atto: 'partner.aggiunto', oggetto: 'partecipazione', oggettoId: organizzazioneId, progettoId, riservato: true },
    };
  });
