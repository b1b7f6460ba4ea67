import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { COMMISSIONE_CAMBIATA, esigiDirigente, eventoCommissione, trovaMembro } from './_commissione';

/** Il dirigente affida la presidenza a un'altra persona della commissione: serve quando chi presiede ha un conflitto su una domanda. */
export const affidaPresidenza = (attore: Attore, input: { bandoId: string; commissarioId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiDirigente(attore);
    const membro = await trovaMembro(tx, input);
    if (membro.presidente) throw new DomainError('commissione.giaPresiede', 'Questa persona presiede già la commissione.');
    const { bandoId, fase } = membro;
    // prima si lascia il posto, poi lo si prende: l'indice ammette una sola presidenza
    await tx.commissario.updateMany({ where: { bandoId, fase, presidente: true }, data: { presidente: false } });
    const { count } = await tx.commissario.updateMany({ where: { id: membro.id, presidente: false }, data: { presidente: true } });
    if (count === 0) throw COMMISSIONE_CAMBIATA;
    return { result: undefined, evento: eventoCommissione('presieduta', membro) };
  });
