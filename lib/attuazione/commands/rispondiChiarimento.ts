import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { trovaRapporto } from './_parti';
import { ripresenta } from './_ripresenta';

/**
 * Il referente del capofila risponde a un chiarimento. Quando non ne resta nessuno aperto la relazione torna alla Regione:
 * nuova versione congelata, azioni richiuse, orologio della verifica di nuovo in moto.
 */
export const rispondiChiarimento = (
  attore: Attore,
  { chiarimentoId, risposta }: { chiarimentoId: string; risposta: string },
): Promise<void> =>
  commandAs(attore, async (tx) => {
    const chiarimento = await tx.chiarimento.findUnique({
      where: { id: chiarimentoId },
      select: { rapportoId: true, stato: true, azione: { select: { codice: true } } },
    });
    if (!chiarimento) throw new DomainError('chiarimento.nonTrovato', 'Questo chiarimento non esiste o non puoi vederlo.');
    const rapporto = await trovaRapporto(tx, attore, chiarimento.rapportoId, 'esclusiva');
    const a = compi('ripresenta', rapporto.stato, rapporto.chi);
    const { count } = await tx.chiarimento.updateMany({
      where: { id: chiarimentoId, stato: 'APERTO' },
      data: { stato: 'RISPOSTO', risposta },
    });
    if (count === 0) throw new DomainError('chiarimento.giaRisposto', 'A questo chiarimento è già stato risposto. Ricarica la pagina.');
    const evento = {
      atto: 'chiarimento.risposto',
      oggetto: 'chiarimento',
      oggettoId: chiarimentoId,
      progettoId: rapporto.progettoId,
      prima: { stato: 'APERTO' },
      dopo: { stato: 'RISPOSTO', azione: chiarimento.azione.codice },
    };
    if ((await tx.chiarimento.count({ where: { rapportoId: rapporto.id, stato: 'APERTO' } })) > 0) return { result: undefined, evento };
    return { result: undefined, evento: [evento, await ripresenta(tx, attore, rapporto, a)] };
  });
