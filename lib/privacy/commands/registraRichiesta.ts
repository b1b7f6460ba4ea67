import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { termineRisposta } from '../diritti';
import type { RichiestaNuova } from '../schema';
import { eventoRichiesta } from './_richiesta';

/**
 * L'ente annota che una persona ha chiesto di esercitare un diritto: da quel giorno ha un mese.
 * @throws DomainError interessato.nelFuturo, interessato.personaNonTrovata
 */
export const registraRichiesta = (attore: Attore, { personaId, genere, ricevutaIl }: RichiestaNuova): Promise<{ richiestaId: string }> =>
  commandAs(attore, async (tx) => {
    if (ricevutaIl > giornoDi(attore.adesso))
      throw new DomainError('interessato.nelFuturo', 'La richiesta non può essere arrivata nel futuro.', 'ricevutaIl');
    if (personaId && !(await tx.persona.findFirst({ where: { id: personaId, anonimizzataIl: null }, select: { id: true } })))
      throw new DomainError('interessato.personaNonTrovata', 'Questa persona non è tra quelle del tuo ente, o è già anonima.');
    const { regioneId, organizzazioneId } = attore;
    const id = randomUUID();
    const entro = termineRisposta(ricevutaIl);
    await tx.richiestaInteressato.createMany({
      data: [{ id, regioneId, organizzazioneId, personaId, genere, ricevutaIl: new Date(ricevutaIl), entro: new Date(entro) }],
    });
    return { result: { richiestaId: id }, evento: eventoRichiesta('interessato.richiesta', id, { genere, ricevutaIl, entro }) };
  });
