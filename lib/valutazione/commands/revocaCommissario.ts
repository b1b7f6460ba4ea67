import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { COMMISSIONE_CAMBIATA, esigiDirigente, eventoCommissione, trovaMembro } from './_commissione';

/**
 * Il dirigente toglie una persona dalla commissione, finché non ha dichiarato su nessuna domanda. Le dichiarazioni degli altri un dirigente
 * non le legge prima del tempo: è il database a dire che ci sono (CT001).
 */
export const revocaCommissario = (attore: Attore, input: { bandoId: string; commissarioId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiDirigente(attore);
    const membro = await trovaMembro(tx, input);
    const { count } = await tx.commissario.deleteMany({ where: { id: membro.id } }).catch((error: unknown) => {
      if (sqlstateDi(error) !== 'CT001') throw error;
      throw new DomainError(
        'commissione.haDichiarato',
        'Ha già dichiarato su almeno una domanda di questo bando: non può più uscire dalla commissione.',
      );
    });
    if (count === 0) throw COMMISSIONE_CAMBIATA;
    return { result: undefined, evento: eventoCommissione('revocata', membro) };
  });
