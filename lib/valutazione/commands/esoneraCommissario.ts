import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Esonero } from '../schema';
import { COMMISSIONE_CAMBIATA, esigiDirigente, esigiNominabile, eventoCommissione, trovaMembro } from './_commissione';

/**
 * Il dirigente esonera, con un atto, un commissario che non conclude, e se vuole ne nomina un altro al suo posto nello stesso atto. Le schede già
 * concluse valgono; quelle a metà no. Se tutti gli altri hanno concluso i punteggi si svelano (app.svela_valutazioni): con un sostituto si aspetta lui.
 */
export const esoneraCommissario = (attore: Attore, { bandoId, commissarioId, atto, sostitutoId }: Esonero): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiDirigente(attore);
    const membro = await trovaMembro(tx, { bandoId, commissarioId });
    if (membro.presidente)
      throw new DomainError(
        'commissione.esoneroPresidente',
        'Questa persona presiede la commissione: prima affida la presidenza a un’altra, poi esonerala.',
      );
    const { fase } = membro;
    if (sostitutoId) {
      await esigiNominabile(tx, attore, { bandoId, fase, utenteId: sostitutoId }, 'sostitutoId');
      // prima entra il sostituto: se uscisse prima l'altro, i punteggi si svelerebbero a chi deve ancora valutare
      const { count } = await tx.commissario.createMany({
        data: [{ regioneId: attore.regioneId, bandoId, fase, utenteId: sostitutoId, atto }],
        skipDuplicates: true,
      });
      if (count === 0) throw COMMISSIONE_CAMBIATA;
    }
    const esonerati = await tx.$executeRaw`
      update commissario set esonerato_il = app.adesso(), atto_esonero = ${atto}
      where id = ${commissarioId}::uuid and esonerato_il is null and not presidente`;
    if (esonerati === 0) throw COMMISSIONE_CAMBIATA;
    return { result: undefined, evento: eventoCommissione('esonerata', membro, { sostituto: sostitutoId }) };
  });
