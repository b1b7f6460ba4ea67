import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { rifiutoEvidenza } from '../rifiuti';
import type { EvidenzaDaTogliere } from '../schema';

/**
 * Toglie una prova non ancora presentata: lo fa chi l'ha allegata, o il capofila. Ciò che è stato presentato resta agli atti.
 * @throws DomainError evidenza.nonTrovata, evidenza.presentata, evidenza.altrui
 */
export const togliEvidenza = (attore: Attore, { progettoId, evidenzaId }: EvidenzaDaTogliere): Promise<void> =>
  commandAs(attore, async (tx) => {
    const evidenza = await tx.evidenza.findFirst({
      where: { id: evidenzaId, progettoId },
      select: { oggetto: true, presentata: true, sha256: true },
    });
    if (!evidenza) throw rifiutoEvidenza('evidenza.nonTrovata');
    if (attore.lettore !== 'app_ente') throw rifiutoEvidenza('evidenza.ruolo');
    if (evidenza.presentata) throw rifiutoEvidenza('evidenza.presentata');
    const { count } = await tx.evidenza.deleteMany({ where: { id: evidenzaId, presentata: false } });
    if (count === 0) throw rifiutoEvidenza('evidenza.altrui');
    return {
      result: undefined,
      evento: {
        atto: 'evidenza.tolta',
        oggetto: 'evidenza',
        oggettoId: evidenzaId,
        progettoId,
        prima: { per: evidenza.oggetto, sha256: evidenza.sha256 },
        riservato: true,
      },
    };
  });
