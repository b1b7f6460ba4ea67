import type { Attore } from '@/lib/auth/attore';
import { istanteDiRoma } from '@/lib/bandi/termini';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { DatiAvviso } from '../schema';
import { avvisoDi, conflitto, esigiCapofila, trovaProgetto } from './_parti';

/** Il capofila scrive l'avviso, finché non lo pubblica. `rev` 0: la prima stesura; una stesura superata non sovrascrive. */
export const salvaAvviso = (attore: Attore, { progettoId, rev, apre, chiude, ...testi }: DatiAvviso): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const progetto = await trovaProgetto(tx, attore, progettoId);
    esigiCapofila(progetto.chi);
    const avviso = await avvisoDi(tx, progettoId);
    if (progetto.stato !== 'IDEA_APPROVATA' || (avviso && avviso.stato !== 'BOZZA'))
      throw new DomainError('avviso.nonInBozza', 'L’avviso si scrive dopo l’approvazione dell’idea e finché non è pubblicato.');
    if ((avviso?.rev ?? 0) !== rev) throw conflitto('avviso.conflitto');
    const data = { ...testi, apre: apre && istanteDiRoma(apre, 'apre'), chiude: chiude && istanteDiRoma(chiude, 'chiude'), rev: rev + 1 };
    const id = avviso?.id ?? crypto.randomUUID();
    if (avviso) {
      const { count } = await tx.avviso.updateMany({ where: { id, rev, stato: 'BOZZA' }, data });
      if (count === 0) throw conflitto('avviso.conflitto');
    } else await tx.avviso.createMany({ data: [{ id, regioneId: progetto.regioneId, progettoId, ...data }] });
    return {
      result: { rev: rev + 1 },
      evento: {
        atto: 'avviso.salvato',
        oggetto: 'avviso',
        oggettoId: id,
        progettoId,
        dopo: { caratteri: testi.testo.length, azioni: testi.azioni.length, criteri: testi.criteri.length },
        riservato: true,
      },
    };
  });
