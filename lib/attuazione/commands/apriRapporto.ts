import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataLunga, giornoDi, isoDiData } from '@/lib/format/data';
import { periodoApribile } from '../rules';

/**
 * Apre la relazione di un periodo finito, con una parte per ogni ente: APERTO se ha azioni, NON_DOVUTO altrimenti.
 * Chiunque partecipi puo aprirla. Rifiuta un periodo non finito o non visibile, e una relazione gia aperta (`rapporto.giaAperto`).
 */
export const apriRapporto = (attore: Attore, { periodoId }: { periodoId: string }): Promise<{ rapportoId: string }> =>
  commandAs(attore, async (tx) => {
    const periodo = await tx.periodo.findUnique({
      where: { id: periodoId },
      select: { id: true, al: true, progettoId: true, numero: true, rapporto: { select: { id: true } } },
    });
    if (!periodo) throw new DomainError('periodo.nonTrovato', 'Questo periodo non esiste o non puoi vederlo.');
    const { progettoId } = periodo;
    const al = isoDiData(periodo.al);
    if (!periodoApribile({ al }, giornoDi(attore.adesso)))
      throw new DomainError('periodo.nonFinito', `Il periodo finisce il ${dataLunga(al)}: potrai aprire la relazione dal giorno dopo.`);
    if (periodo.rapporto) throw new DomainError('rapporto.giaAperto', 'La relazione è già aperta.');

    const rapportoId = randomUUID();
    const comune = { regioneId: attore.regioneId, progettoId };
    // Se un altro ente apre nello stesso istante, una sola riga vince: l'altra transazione si ferma qui.
    const { count } = await tx.rapportoProgetto.createMany({
      data: [{ ...comune, id: rapportoId, periodoId, stato: 'BOZZA' }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError('rapporto.giaAperto', 'La relazione è già aperta.');
    const enti = await tx.partecipazione.findMany({
      where: { progettoId, dal: { lte: periodo.al }, OR: [{ al: null }, { al: { gte: periodo.al } }] },
      select: { organizzazioneId: true, _count: { select: { azioni: true } } },
    });
    await tx.rapportoEnte.createMany({
      data: enti.map(({ organizzazioneId, _count }) => ({
        ...comune,
        rapportoId,
        organizzazioneId,
        stato: _count.azioni > 0 ? 'APERTO' : 'NON_DOVUTO',
      })),
    });
    return {
      result: { rapportoId },
      evento: {
        atto: 'rapporto.aperto',
        oggetto: 'rapporto_progetto',
        oggettoId: rapportoId,
        progettoId,
        dopo: { periodo: periodo.numero },
        riservato: true,
      },
    };
  });
