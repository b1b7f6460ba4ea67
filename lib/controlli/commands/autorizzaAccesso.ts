import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiChiAutorizza } from '../regole';
import type { Autorizzazione } from '../schema';

/**
 * Un dirigente autorizza la lettura chiesta da un'altra persona, da adesso e per pochi giorni. Non si annulla: scade.
 * @throws DomainError controllo.nonTrovato, controllo.ruoloMancante, controllo.stessaPersona, controllo.giaAutorizzato
 */
export const autorizzaAccesso = (attore: Attore, { accessoId, giorni }: Autorizzazione): Promise<void> =>
  commandAs(attore, async (tx) => {
    const accesso = await tx.accessoMotivato.findUnique({ where: { id: accessoId } });
    if (!accesso) throw new DomainError('controllo.nonTrovato', 'Questa richiesta non esiste o non puoi vederla.');
    esigiChiAutorizza(attore, accesso);
    // l'ora è quella del database; chi arriva secondo non trova più la riga da autorizzare
    const scritte = await tx.$executeRaw`
      update accesso_motivato set autorizzato_da = ${attore.utenteId}::uuid, autorizzato_il = app.adesso(),
        scade_il = app.adesso() + make_interval(days => ${giorni}::int)
      where id = ${accessoId}::uuid and autorizzato_da is null`;
    if (scritte !== 1) throw new DomainError('controllo.giaAutorizzato', 'Questa lettura è già autorizzata. Ricarica la pagina.');
    const evento = {
      atto: 'identita.accessoAutorizzato',
      oggetto: 'accessoMotivato',
      oggettoId: accessoId,
      progettoId: accesso.progettoId,
      dopo: { organizzazioneId: accesso.organizzazioneId, giorni },
    };
    return { result: undefined, evento };
  });
