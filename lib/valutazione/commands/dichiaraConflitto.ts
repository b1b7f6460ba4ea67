import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Dichiarazione } from '../schema';
import { eventoValutazione, trovaDaValutare } from './_parti';

/**
 * Un commissario dichiara, prima di aprire la domanda, se ha conflitti di interesse. Non si cambia. Chi appartiene a un ente
 * dell'aggregazione può solo dichiarare il conflitto; chi arriva quando i punteggi sono già svelati non valuta più.
 */
export const dichiaraConflitto = (attore: Attore, input: Dichiarazione): Promise<void> =>
  commandAs(attore, async (tx) => {
    await trovaDaValutare(tx, attore, input);
    const { progettoId, fase, conflitto } = input;
    if (conflitto === 'NESSUNO') await esigiEstraneo(tx, progettoId);
    if ((await tx.valutazione.count({ where: { progettoId, fase, svelata: true, utenteId: { not: attore.utenteId } } })) > 0)
      throw new DomainError(
        'valutazione.giaSvelata',
        'Gli altri commissari hanno già concluso e i loro punteggi sono visibili: questa domanda non si valuta più.',
      );
    const id = crypto.randomUUID();
    const { count } = await tx.valutazione.createMany({
      data: [{ id, regioneId: attore.regioneId, progettoId, fase, utenteId: attore.utenteId, conflitto }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError('valutazione.giaDichiarata', 'Hai già dichiarato: la dichiarazione non si cambia.');
    return { result: undefined, evento: eventoValutazione('dichiarata', id, input, { conflitto }) };
  });

async function esigiEstraneo(tx: Tx, progettoId: string): Promise<void> {
  const [riga] = await tx.$queryRaw<{ appartiene: boolean }[]>`select app.appartiene(${progettoId}::uuid) as appartiene`;
  if (riga?.appartiene)
    throw new DomainError(
      'valutazione.proprioEnte',
      'Il tuo ente fa parte dell’aggregazione che presenta questa domanda: non puoi valutarla. Dichiara il conflitto di interesse.',
      'conflitto',
    );
}
