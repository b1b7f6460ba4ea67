import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { compiProgetto } from '@/lib/progetti/stati';
import type { RinunciaDaRespingere } from '../schema';
import { DECISA, eventoCessazione, trovaRinuncia } from './_cessazione';

/** Il dirigente non accoglie la rinuncia e dice perché: il progetto continua. */
export const respingiRinuncia = (attore: Attore, { nota, ...scelta }: RinunciaDaRespingere): Promise<void> =>
  commandAs(attore, async (tx) => {
    // decide chi potrebbe confermarla
    const pratica = await trovaRinuncia(tx, attore, scelta, ({ stato, chi }) => compiProgetto('confermaRinuncia', stato, chi));
    const { count } = await tx.cessazione.updateMany({
      where: { id: scelta.cessazioneId, stato: 'CHIESTA' },
      data: { stato: 'RESPINTA', notaDecisione: nota },
    });
    if (count === 0) throw DECISA;
    const dopo = { progetto: pratica.stato, stato: 'RESPINTA' } as const;
    return { result: undefined, evento: eventoCessazione('rinuncia.respinta', pratica, scelta.cessazioneId, dopo) };
  });
