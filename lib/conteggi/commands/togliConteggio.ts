import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData } from '@/lib/format/data';
import type { ConteggioScelto } from '../schema';

/**
 * Toglie un conteggio sbagliato del proprio ente; resta scritto quanto valeva.
 * @throws DomainError conteggio.nonTrovato (non c'è più, o è di un altro ente)
 */
export const togliConteggio = (attore: Attore, { progettoId, conteggioId }: ConteggioScelto): Promise<void> =>
  commandAs(attore, async (tx) => {
    const nonTrovato = new DomainError('conteggio.nonTrovato', 'Questo conteggio non c’è più, o non è del tuo ente. Ricarica la pagina.');
    const suo = { id: conteggioId, progettoId, organizzazioneId: attore.organizzazioneId };
    const riga = await tx.conteggioAnonimo.findFirst({
      where: suo,
      select: { azioneId: true, giorno: true, genere: true, presenze: true },
    });
    if (!riga) throw nonTrovato;
    const { count } = await tx.conteggioAnonimo.deleteMany({ where: suo });
    if (count === 0) throw nonTrovato;
    const { azioneId: azione, genere, presenze } = riga;
    const prima = { azione, giorno: isoDiData(riga.giorno), genere, presenze };
    return {
      result: undefined,
      evento: { atto: 'conteggio.tolto', oggetto: 'conteggio_anonimo', oggettoId: conteggioId, progettoId, prima },
    };
  });
