import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { compi, piuGiorni } from '../rules';
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
      select: { codice: true, progetto: { select: { bando: { select: { giorniChiarimento: true } } } } },
    });
    if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa parte del progetto.');
    // la serratura e esclusiva: due invii della stessa domanda non passano entrambi
    if ((await tx.chiarimento.count({ where: { rapportoId, azioneId, stato: 'APERTO' } })) > 0)
      throw new DomainError('chiarimento.giaAperto', 'Su questa azione c’è già una domanda in attesa di risposta. Ricarica la pagina.');
    const chiarimentoId = crypto.randomUUID();
    const entro = piuGiorni(giornoDi(attore.adesso), azione.progetto.bando.giorniChiarimento);
    // Prima lo stato: se un collega decide nello stesso istante, l'atto si ferma qui e nessuna azione si riapre.
    await cambiaStato(tx, rapporto, a);
    await tx.chiarimento.createMany({
      data: [
        {
          id: chiarimentoId,
          regioneId: attore.regioneId,
          progettoId: rapporto.progettoId,
          rapportoId,
          azioneId,
          stato: 'APERTO',
          domanda,
          entro: new Date(`${entro}T00:00:00Z`),
        },
      ],
    });
    return {
      result: { chiarimentoId },
      evento: eventoDiStato('rapporto.chiarimentoChiesto', rapporto, a, { azione: azione.codice, entro }),
    };
  });
