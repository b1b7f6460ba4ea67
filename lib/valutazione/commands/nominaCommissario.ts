import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Nomina } from '../schema';
import { COMMISSIONE_CAMBIATA, esigiDirigente, esigiNominabile, eventoCommissione } from './_commissione';

/** Il dirigente nomina una persona della Regione nella commissione di una fase, con l'atto. Chi presiede è uno solo. */
export const nominaCommissario = (attore: Attore, { bandoId, fase, utenteId, presidente, atto }: Nomina): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiDirigente(attore);
    if (!(await tx.bando.findUnique({ where: { id: bandoId }, select: { id: true } })))
      throw new DomainError('bando.nonTrovato', 'Questo bando non esiste o non puoi vederlo.');
    await esigiNominabile(tx, attore, { bandoId, fase, utenteId });
    if (presidente && (await tx.commissario.count({ where: { bandoId, fase, presidente: true } })) > 0)
      throw new DomainError(
        'commissione.giaPresieduta',
        'La commissione ha già chi la presiede: nomina la persona e poi affidale la presidenza.',
      );
    const id = crypto.randomUUID();
    const { count } = await tx.commissario.createMany({
      data: [{ id, regioneId: attore.regioneId, bandoId, fase, utenteId, presidente: presidente === 'si', atto }],
      skipDuplicates: true,
    });
    if (count === 0) throw COMMISSIONE_CAMBIATA;
    return {
      result: undefined,
      evento: eventoCommissione('nominata', { id, bandoId, fase, utenteId }, { presidente: presidente === 'si' }),
    };
  });
