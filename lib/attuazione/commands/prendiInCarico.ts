import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { compi } from '../rules';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

/** L'istruttore prende in carico la relazione presentata e ne comincia la verifica. */
export const prendiInCarico = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId);
    const a = compi('prendiInCarico', rapporto.stato, rapporto.chi);
    await cambiaStato(tx, rapporto, a, { assegnatoA: attore.utenteId });
    return { result: undefined, evento: eventoDiStato('rapporto.presoInCarico', rapporto, a) };
  });
