import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Verifica } from '../schema';

/**
 * «E gia seguita altrove nel programma, per lo stesso tipo di azione?» Solo si o no. Le condizioni le fa rispettare app.gia_seguita: una propria persona con
 * il codice fiscale, che ora frequenta un'azione di quel tipo, in un bando che lo permette; al piu 60 domande all'ora per chi chiede. Ogni domanda resta scritta.
 * @throws DomainError sovrapposizione.nonPermessa, sovrapposizione.troppe
 */
export const verificaSovrapposizione = (attore: Attore, { personaId, progettoId, categoria }: Verifica): Promise<boolean> =>
  commandAs(attore, async (tx) => {
    try {
      const [riga] = await tx.$queryRaw<{ gia: boolean }[]>`select app.gia_seguita(${personaId}::uuid, ${categoria}::text) as gia`;
      const evento = {
        atto: 'sovrapposizione.verificata',
        oggetto: 'progetto',
        oggettoId: progettoId,
        progettoId,
        riservato: true,
        dopo: { categoria },
      };
      return { result: riga?.gia ?? false, evento };
    } catch (error) {
      if (sqlstateDi(error) !== 'CT001') throw error;
      throw new DomainError(
        'sovrapposizione.nonPermessa',
        'Questa verifica non si può fare: serve una persona seguita dal tuo ente, con il codice fiscale, che ora frequenta un’azione di questo tipo in un bando che lo permette.',
      );
    }
  });
