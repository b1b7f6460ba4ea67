import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { scriviChiarimenti } from './_chiarimenti';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

/** La Regione chiede un chiarimento su un'azione: la relazione torna all'ente con quell'azione riaperta, e l'orologio della verifica si ferma. Una domanda alla volta. */
export const chiediChiarimento = (
  attore: Attore,
  { rapportoId, azioneId, domanda }: { rapportoId: string; azioneId: string; domanda: string },
): Promise<{ chiarimentoId: string }> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    const a = compi('chiediChiarimento', rapporto.stato, rapporto.chi);
    const azione = await tx.azione.findUnique({
      where: { progettoId_id: { progettoId: rapporto.progettoId, id: azioneId } },
      select: { codice: true },
    });
    if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa parte del progetto.');
    // la serratura è esclusiva: due invii della stessa domanda non passano entrambi
    if ((await tx.chiarimento.count({ where: { rapportoId, azioneId, stato: 'APERTO' } })) > 0)
      throw new DomainError('chiarimento.giaAperto', 'Su questa azione c’è già una domanda in attesa di risposta. Ricarica la pagina.');
    // Prima lo stato: se un collega decide nello stesso istante, l'atto si ferma qui e nessuna azione si riapre.
    await cambiaStato(tx, rapporto, a);
    const chiarimentoId = crypto.randomUUID();
    const entro = await scriviChiarimenti(tx, attore, rapporto, [{ id: chiarimentoId, azioneId }], domanda);
    return {
      result: { chiarimentoId },
      evento: eventoDiStato('rapporto.chiarimentoChiesto', rapporto, a, { azione: azione.codice, entro }),
    };
  });
