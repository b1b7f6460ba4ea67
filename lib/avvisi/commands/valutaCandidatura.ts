import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { leggiPunti, totaleDi } from '../stati';
import { scriviCandidatura, trovaCandidatura } from './_parti';

type Valutazione = { candidaturaId: string; rev: number; nota: string; punti: Record<string, string> };

/** Il capofila dà i punti a una candidatura ammessa; si possono cambiare finché non decide. */
export const valutaCandidatura = (attore: Attore, { candidaturaId, rev, nota, punti }: Valutazione): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { progetto, avviso, candidatura } = await trovaCandidatura(tx, attore, candidaturaId, false);
    if (candidatura.stato !== 'AMMESSA')
      throw new DomainError(
        'candidatura.nonAmmessa',
        'I punti si danno a una candidatura ammessa e non ancora decisa. Ricarica la pagina.',
      );
    const punteggi = leggiPunti(avviso.criteri, punti);
    await scriviCandidatura(tx, { id: candidaturaId, rev }, { punteggi, nota: nota || null });
    return {
      result: undefined,
      evento: {
        atto: 'candidatura.valutata',
        oggetto: 'candidatura',
        oggettoId: candidaturaId,
        progettoId: progetto.id,
        dopo: { totale: totaleDi(avviso.criteri, punteggi), criteri: Object.keys(punteggi).length },
        riservato: true,
      },
    };
  });
