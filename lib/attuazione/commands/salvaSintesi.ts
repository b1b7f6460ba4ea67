import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { trovaRapporto } from './_parti';

/** Il capofila scrive la sintesi del periodo. `rev` come in salvaAvanzamento: una bozza superata non sovrascrive. */
export const salvaSintesi = (
  attore: Attore,
  { rapportoId, rev, sintesi }: { rapportoId: string; rev: number; sintesi: string | null },
): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'condivisa');
    if (!rapporto.chi.capofila) throw new DomainError('rapporto.soloCapofila', 'La sintesi la scrive l’ente capofila.');
    if (rapporto.stato !== 'BOZZA' && rapporto.stato !== 'CHIARIMENTI')
      throw new DomainError('rapporto.chiuso', 'La relazione è presentata: la sintesi non si può più cambiare.');
    const { count } = await tx.rapportoProgetto.updateMany({ where: { id: rapportoId, rev }, data: { sintesi, rev: rev + 1 } });
    if (count === 0)
      throw new DomainError(
        'rapporto.conflitto',
        'Un’altra persona ha salvato la sintesi mentre scrivevi. Il tuo testo resta qui: confrontalo con quello salvato.',
      );
    return {
      result: { rev: rev + 1 },
      evento: {
        atto: 'rapporto.sintesiSalvata',
        oggetto: 'rapporto_progetto',
        oggettoId: rapportoId,
        progettoId: rapporto.progettoId,
        dopo: { caratteri: sintesi?.length ?? 0 },
        riservato: true,
      },
    };
  });
