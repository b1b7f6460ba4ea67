import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';
import type { Verifica } from '../schema';

/**
 * «È già seguita altrove nel programma, per lo stesso tipo di azione?» Solo sì o no. Le condizioni le fa rispettare app.chiedi_se_seguita: una propria persona con
 * il codice fiscale, che ora frequenta un'azione di quel tipo, in un bando che lo permette; al più 60 domande all'ora per chi chiede. La domanda si conferma, e
 * resta scritta; solo dopo app.gia_seguita ne dà la risposta.
 * @throws DomainError sovrapposizione.nonPermessa, sovrapposizione.troppe
 */
export async function verificaSovrapposizione(attore: Attore, { personaId, progettoId, categoria }: Verifica): Promise<boolean> {
  await commandAs(attore, async (tx) => {
    try {
      await tx.$queryRaw`select app.chiedi_se_seguita(${personaId}::uuid, ${categoria}::text)::text`;
    } catch (error) {
      if (sqlstateDi(error) !== 'CT001') throw error;
      throw NON_PERMESSA;
    }
    const evento = {
      atto: 'sovrapposizione.verificata',
      oggetto: 'progetto',
      oggettoId: progettoId,
      progettoId,
      riservato: true,
      dopo: { categoria },
    };
    return { result: undefined, evento };
  });
  const [riga] = await interroga<{ gia: boolean }>(attore, sql`select app.gia_seguita(${personaId}::uuid, ${categoria}::text) as gia`);
  return riga?.gia ?? false;
}

const NON_PERMESSA = new DomainError(
  'sovrapposizione.nonPermessa',
  'Questa verifica non si può fare: serve una persona seguita dal tuo ente, con il codice fiscale, che ora frequenta un’azione di questo tipo in un bando che lo permette.',
);
