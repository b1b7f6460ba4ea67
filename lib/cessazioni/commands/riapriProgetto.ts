import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';

/** Il dirigente riapre un progetto concluso: torna in attuazione con la fine che aveva; la conclusione resta nella storia. */
export const riapriProgetto = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('riapri', pratica.stato, pratica.chi);
    await cambiaStatoProgetto(tx, pratica, a, { dataFineEffettiva: null });
    return { result: undefined, evento: eventoDi('progetto.riaperto', pratica, a) };
  });
