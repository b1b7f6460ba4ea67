import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { trovaDomanda } from './_domanda';

/** Segna risolto un commento. Lo fa chi lo ha scritto, il suo ente, o il capofila. */
export const risolviCommento = (attore: Attore, { progettoId, commentoId }: { progettoId: string; commentoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { capofila } = await trovaDomanda(tx, attore, progettoId);
    const scritte = await tx.$executeRaw`update commento_sezione set risolto_il = app.adesso()
      where id = ${commentoId}::uuid and progetto_id = ${progettoId}::uuid and risolto_il is null
        and (${capofila} or organizzazione_id = ${attore.organizzazioneId}::uuid)`;
    if (scritte !== 1)
      throw new DomainError(
        'commento.nonRisolvibile',
        'Questo commento è già risolto, o può chiuderlo solo chi lo ha scritto o il capofila.',
      );
    return {
      result: undefined,
      evento: { atto: 'commento.risolto', oggetto: 'commento_sezione', oggettoId: commentoId, progettoId, riservato: true },
    };
  });
