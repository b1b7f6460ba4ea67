import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiProgetto } from '@/lib/progetti/stati';
import { StatoCandidatura } from '../schema';
import { impedimenti } from '../stati';
import { conflitto, trovaAvviso, trovaProgetto } from './_parti';

/** Chiuso l'avviso e decise tutte le candidature, il referente del capofila comincia il progetto definitivo con i suoi partner. */
export const apriProgetto = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const progetto = await trovaProgetto(tx, attore, progettoId);
    const a = compiProgetto('apriProgetto', progetto.stato, progetto.chi);
    const avviso = await trovaAvviso(tx, progettoId);
    if (avviso.stato !== 'CHIUSO') throw new DomainError('avviso.nonChiuso', 'Prima chiudi l’avviso: si può dal termine in poi.');
    const candidature = await tx.candidatura.findMany({ where: { progettoId }, select: { stato: true, organizzazioneId: true } });
    const [manca] = impedimenti(
      candidature.map(({ stato, organizzazioneId }) => ({ stato: StatoCandidatura.parse(stato), accolta: organizzazioneId !== null })),
    );
    if (manca) throw new DomainError('progetto.candidatureAperte', manca);
    const { count } = await tx.progetto.updateMany({ where: { id: progettoId, stato: progetto.stato }, data: { stato: a } });
    if (count === 0) throw conflitto('progetto.cambiato');
    return {
      result: undefined,
      evento: {
        atto: 'progetto.definitivoAperto',
        oggetto: 'progetto',
        oggettoId: progettoId,
        progettoId,
        prima: { stato: progetto.stato },
        dopo: { stato: a, candidature: candidature.length },
      },
    };
  });
