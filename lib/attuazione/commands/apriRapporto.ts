import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataLunga, giornoDi, isoDiData } from '@/lib/format/data';
import { periodoApribile } from '../rules';

/**
 * Apre la relazione di un periodo finito, con una parte per ogni ente: APERTO se ha azioni, NON_DOVUTO altrimenti.
 * Chiunque partecipi può aprirla. Rifiuta un periodo non finito o non visibile, e una relazione già aperta (`rapporto.giaAperto`).
 */
export const apriRapporto = (attore: Attore, { periodoId }: { periodoId: string }): Promise<{ rapportoId: string }> =>
  commandAs(attore, async (tx) => {
    const periodo = await tx.periodo.findUnique({
      where: { id: periodoId },
      select: { id: true, dal: true, al: true, progettoId: true, numero: true, dovuto: true, rapporto: { select: { id: true } } },
    });
    if (!periodo) throw new DomainError('periodo.nonTrovato', 'Questo periodo non esiste o non puoi vederlo.');
    const { progettoId } = periodo;
    const al = isoDiData(periodo.al);
    if (!periodoApribile({ al }, giornoDi(attore.adesso)))
      throw new DomainError('periodo.nonFinito', `Il periodo finisce il ${dataLunga(al)}: potrai aprire la relazione dal giorno dopo.`);
    if (!periodo.dovuto) throw new DomainError('periodo.nonDovuto', 'Per questo periodo non si deve nessuna relazione.');
    if (periodo.rapporto) throw new DomainError('rapporto.giaAperto', 'La relazione è già aperta.');

    const rapportoId = randomUUID();
    const comune = { regioneId: attore.regioneId, progettoId };
    // Se un altro ente apre nello stesso istante, una sola riga vince: l'altra transazione si ferma qui.
    const { count } = await tx.rapportoProgetto.createMany({
      data: [{ ...comune, id: rapportoId, periodoId, stato: 'BOZZA' }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError('rapporto.giaAperto', 'La relazione è già aperta.');
    const parti = await entiDelPeriodo(tx, periodo);
    await tx.rapportoEnte.createMany({ data: parti.map((parte) => ({ ...comune, rapportoId, ...parte })) });
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

/** Una parte per ogni ente che ha partecipato nel periodo, o che risponde oggi di un'azione: dovuta se ha azioni non annullate. */
async function entiDelPeriodo(tx: Tx, { progettoId, dal, al }: { progettoId: string; dal: Date; al: Date }) {
  const inVigore = { annullataIl: null };
  const enti = await tx.partecipazione.findMany({
    where: { progettoId, OR: [{ dal: { lte: al }, OR: [{ al: null }, { al: { gte: dal } }] }, { azioni: { some: inVigore } }] },
    select: { organizzazioneId: true, _count: { select: { azioni: { where: inVigore } } } },
  });
  return enti.map(({ organizzazioneId, _count }) => ({
    organizzazioneId,
    stato: _count.azioni > 0 ? ('APERTO' as const) : ('NON_DOVUTO' as const),
  }));
}
