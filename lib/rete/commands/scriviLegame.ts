import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { LegameScritto } from '../schema';
import { esigiCapofila, inFila, nodoDi } from './_parti';

/**
 * Dichiara, o corregge, il legame tra due organizzazioni nell'ondata aperta. L'intensità 0 dice che si è risposto «nessuno».
 * @throws DomainError rete.soloCapofila, rete.progettoNonTrovato, rete.seStessa, rete.ondataChiusa, rete.nodoNonTrovato, rete.troppiNodi
 */
export const scriviLegame = (
  attore: Attore,
  { progettoId, ondataId, da: chi, a: conChi, intensita, prima }: LegameScritto,
): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { bandoId } = await esigiCapofila(tx, attore, progettoId);
    await inFila(tx, progettoId);
    const ondata = await tx.ondataRete.findFirst({ where: { id: ondataId, bandoId, chiusaIl: null }, select: { numero: true } });
    if (!ondata) throw new DomainError('rete.ondataChiusa', 'Questa ondata è chiusa: i legami non si cambiano più.');
    const [da, a] = [await nodoDi(tx, attore, progettoId, chi), await nodoDi(tx, attore, progettoId, conChi)];
    if (da === a) throw new DomainError('rete.seStessa', 'Scegli due organizzazioni diverse.', 'a');
    const valori = { intensita, primaDelProgetto: prima };
    const { count } = await tx.legameRete.updateMany({ where: { ondataId, progettoId, da, a }, data: valori });
    if (count === 0)
      await tx.legameRete.create({
        data: { ...valori, regioneId: attore.regioneId, progettoId, ondataId, da, a },
        select: { id: true },
      });
    return {
      result: undefined,
      evento: {
        ...{ atto: 'rete.dichiarata', oggetto: 'ondata_rete', oggettoId: ondataId, progettoId },
        dopo: { ondata: ondata.numero, da, a, intensita },
      },
    };
  });
