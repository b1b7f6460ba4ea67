import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { ModificaScelta } from '../schema';
import { cambiaModifica, esigiStato, eventoModifica, trovaModifica } from './_modifica';

/** Un istruttore o un dirigente prende in esame la richiesta presentata. */
export const prendiInCaricoModifica = (attore: Attore, { progettoId, richiestaId }: ModificaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { modifica } = await trovaModifica(tx, attore, progettoId, richiestaId);
    if (attore.ruolo !== 'ISTRUTTORE' && attore.ruolo !== 'DIRIGENTE')
      throw new DomainError('modifica.ruoloMancante', 'Non puoi. Serve il ruolo di istruttore o di dirigente della Regione.');
    esigiStato(modifica, 'PRESENTATA');
    await cambiaModifica(tx, modifica, { stato: 'IN_ISTRUTTORIA', assegnataA: attore.utenteId });
    return { result: undefined, evento: eventoModifica('modifica.presaInCarico', modifica, 'IN_ISTRUTTORIA') };
  });
