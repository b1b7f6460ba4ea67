import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { APPROVATI } from '@/lib/progetti/schema';
import { esigiRicerca, trovaTornata } from './_parti';

/**
 * Chiude il proprio foglio: non si riapre. Quando è chiuso anche l'altro, si vedono tutti e due.
 * @throws DomainError classificazione.soloRicerca, classificazione.senzaFoglio, classificazione.mancano (quanti progetti restano da codificare)
 */
export const chiudiFoglio = (attore: Attore, { tornataId }: { tornataId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { bandoId, svelataIl } = await trovaTornata(tx, tornataId);
    const foglio = svelataIl ? null : await tx.foglioCodifica.findFirst({ where: { tornataId, chiusoIl: null }, select: { id: true } });
    if (!foglio) throw new DomainError('classificazione.senzaFoglio', 'Non hai un foglio aperto in questa tornata.');
    const progetti = await tx.progetto.findMany({ where: { bandoId, stato: { in: [...APPROVATI] } }, select: { id: true } });
    const codificati = await tx.codifica.count({ where: { foglioId: foglio.id, progettoId: { in: progetti.map(({ id }) => id) } } });
    const mancano = progetti.length - codificati;
    if (mancano > 0)
      throw new DomainError(
        'classificazione.mancano',
        mancano === 1 ? 'Manca un progetto da codificare.' : `Mancano ${mancano} progetti da codificare.`,
      );
    await tx.foglioCodifica.updateMany({ where: { id: foglio.id, chiusoIl: null }, data: { chiusoIl: attore.adesso } });
    return {
      result: undefined,
      evento: {
        ...{ atto: 'classificazione.foglioChiuso', oggetto: 'foglio_codifica', oggettoId: foglio.id },
        dopo: { progetti: codificati },
      },
    };
  });
