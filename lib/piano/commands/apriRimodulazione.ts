import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, eventoDi, type Pratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiMomento, scriviPiano, trovaRimodulazione } from './_rimodulazione';

/** Il capofila apre la rimodulazione iniziale: il piano approvato diventa il testo da ridurre. */
export const apriRimodulazione = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const segue = ({ stato, chi }: Pratica) => compiProgetto('apriRimodulazione', stato, chi);
    const atto = await trovaRimodulazione(tx, attore, progettoId, segue);
    const a = segue(atto.pratica);
    esigiMomento('DA_APRIRE', atto);
    await cambiaStatoProgetto(tx, atto.pratica, a); // prima lo stato: le sezioni della rimodulazione si scrivono solo da lì
    await scriviPiano(tx, attore, atto, atto.approvato);
    const { assegnatoCents } = atto.rimodulazione;
    return { result: undefined, evento: eventoDi('rimodulazione.aperta', atto.pratica, a, { assegnatoCents: assegnatoCents ?? '' }) };
  });
