import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiCapofila, trovaAvviso, trovaProgetto } from './_parti';

/** Scaduto il termine, il referente del capofila chiude l'avviso e comincia a esaminare le candidature. */
export const chiudiAvviso = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { chi } = await trovaProgetto(tx, attore, progettoId);
    esigiCapofila(chi, true);
    const avviso = await trovaAvviso(tx, progettoId);
    // il termine lo decide l'orologio del database, lo stesso che ha accettato le candidature
    const chiusi = await tx.$executeRaw`
      update avviso set stato = 'CHIUSO', rev = rev + 1 where id = ${avviso.id}::uuid and stato = 'PUBBLICATO' and chiude < app.adesso()`;
    if (chiusi === 0)
      throw new DomainError(
        'avviso.nonScaduto',
        avviso.stato === 'PUBBLICATO'
          ? 'Si può chiudere solo dopo il termine scritto nell’avviso.'
          : 'L’avviso non è pubblicato, o è già chiuso. Ricarica la pagina.',
      );
    return {
      result: undefined,
      evento: {
        atto: 'avviso.chiuso',
        oggetto: 'avviso',
        oggettoId: avviso.id,
        progettoId,
        prima: { stato: 'PUBBLICATO' },
        dopo: { stato: 'CHIUSO' },
      },
    };
  });
