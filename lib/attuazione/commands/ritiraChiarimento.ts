import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { congelaVersione } from './_congela';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

/**
 * La Regione ritira una domanda a cui nessuno risponde. Con l'ultima la relazione torna in verifica, con una copia congelata di ciò che l'ente
 * aveva intanto corretto; non torna se resta riaperta per altro (una relazione respinta e riaperta per intero).
 * @throws DomainError chiarimento.nonTrovato, chiarimento.giaRisposto
 */
export const ritiraChiarimento = (attore: Attore, { chiarimentoId }: { chiarimentoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const chiarimento = await tx.chiarimento.findUnique({
      where: { id: chiarimentoId },
      select: { rapportoId: true, azione: { select: { codice: true } } },
    });
    if (!chiarimento) throw new DomainError('chiarimento.nonTrovato', 'Questo chiarimento non esiste o non puoi vederlo.');
    const rapporto = await trovaRapporto(tx, attore, chiarimento.rapportoId, 'esclusiva');
    const a = compi('ritira', rapporto.stato, rapporto.chi);
    const { count } = await tx.chiarimento.updateMany({ where: { id: chiarimentoId, stato: 'APERTO' }, data: { stato: 'CHIUSO' } });
    if (count === 0)
      throw new DomainError('chiarimento.giaRisposto', 'L’ente ha appena risposto, o la domanda è già chiusa. Ricarica la pagina.');
    const torna = await nienteAltroDiAperto(tx, rapporto.id);
    const versione = torna ? await congelaVersione(tx, attore, rapporto) : null;
    if (torna) await cambiaStato(tx, rapporto, a);
    return {
      result: undefined,
      evento: eventoDiStato('chiarimento.ritirato', rapporto, torna ? a : rapporto.stato, {
        azione: chiarimento.azione.codice,
        ...(versione && { versione: versione.numero, sha256: versione.sha256 }),
      }),
    };
  });

/** Nessuna domanda aperta, e nessuna azione riaperta senza una domanda di questa stessa riapertura. */
async function nienteAltroDiAperto(tx: Tx, rapportoId: string): Promise<boolean> {
  const { sospesoDal } = await tx.rapportoProgetto.findUniqueOrThrow({ where: { id: rapportoId }, select: { sospesoDal: true } });
  const domande = await tx.chiarimento.findMany({
    where: { rapportoId, ...(sospesoDal && { chiestoIl: { gte: sospesoDal } }) },
    select: { azioneId: true, stato: true },
  });
  if (domande.some(({ stato }) => stato === 'APERTO')) return false;
  const altre = await tx.avanzamento.count({ where: { rapportoId, riaperto: true, azioneId: { notIn: domande.map((d) => d.azioneId) } } });
  return altre === 0;
}
