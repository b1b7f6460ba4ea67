import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, configurazioneDi, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { DA_DECIDERE } from '@/lib/istruttoria/regole';
import { compiProgetto } from '@/lib/progetti/stati';
import type { Diniego } from '../schema';
import { esigiAtto, esigiValutazione, SENZA_CONTRIBUTO, scriviDecisione } from './_decisione';

/** Il dirigente non approva, con i motivi: una domanda valutata, o un progetto le cui prescrizioni non sono adempiute. Il contributo torna al bando. */
export const nonApprovaDomanda = (attore: Attore, scritto: Diniego): Promise<{ decisioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritto.progettoId);
    const a = compiProgetto('nonApprova', pratica.stato, pratica.chi);
    if (DA_DECIDERE.includes(pratica.stato)) await esigiValutazione(tx, pratica, await configurazioneDi(tx, pratica));
    await esigiAtto(tx, attore, pratica, scritto.dataAtto);
    const { atto, dataAtto, motivazione } = scritto;
    const motivi = [...new Set(scritto.motivi)];
    const decisioneId = await scriviDecisione(tx, attore, pratica, { esito: 'NON_APPROVATO', motivi, motivazione, atto, dataAtto });
    await cambiaStatoProgetto(tx, pratica, a, SENZA_CONTRIBUTO);
    return { result: { decisioneId }, evento: eventoDi('progetto.nonApprovato', pratica, a, { motivi: motivi.join(','), dataAtto }) };
  });
