import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiEsame } from './_prescrizioni';

/** Il dirigente rinvia all'ente le prescrizioni: quelle respinte vanno riscritte, quelle verificate restano verificate. */
export const rinviaPrescrizioni = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('rinviaPrescrizioni', pratica.stato, pratica.chi);
    await esigiEsame(tx, pratica, 'rinvia');
    await cambiaStatoProgetto(tx, pratica, a);
    return { result: undefined, evento: eventoDi('prescrizioni.rinviate', pratica, a) };
  });
