import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { PERCHE_RESTA } from '../diritti';
import type { PersonaDaAnonimizzare } from '../schema';
import { chiudi, esigiReferente, eventoRichiesta, trovaAperta } from './_richiesta';

/**
 * Accoglie una richiesta di cancellazione: la persona diventa anonima, resta lo scheletro che gli indicatori contano, e la richiesta si chiude dicendo perché.
 * Non si torna indietro. @throws DomainError interessato.nonCancellazione, interessato.giaAnonima e quelli di trovaAperta
 */
export const anonimizzaPersona = (attore: Attore, { richiestaId, esito }: PersonaDaAnonimizzare): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiReferente(attore);
    const richiesta = await trovaAperta(tx, richiestaId);
    if (richiesta.genere !== 'CANCELLAZIONE' || !richiesta.personaId)
      throw new DomainError('interessato.nonCancellazione', 'Si rende anonima solo la persona registrata che ha chiesto la cancellazione.');
    const [riga] = await tx.$queryRaw<{ fatte: number }[]>`select app.anonimizza_persone(array[${richiesta.personaId}::uuid]) as fatte`;
    if (!riga?.fatte) throw new DomainError('interessato.giaAnonima', 'Questa persona è già anonima: chiudi la richiesta.');
    await chiudi(tx, richiesta, 'EVASA', `${esito} ${PERCHE_RESTA}`);
    const eventi = [
      eventoRichiesta('persona.anonimizzata', richiestaId, {}),
      eventoRichiesta('interessato.chiusa', richiestaId, { stato: 'EVASA', genere: richiesta.genere }),
    ];
    return { result: undefined, evento: eventi };
  });
