import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { generiDeiSegnali } from '@/lib/privacy/personeNelTesto';
import type { Dichiarazione } from '../schema';
import { esigiInLavoro, esigiRicerca, esigiVisto, trovaEstratto } from './_parti';

/**
 * Dice perché ciò che il controllo ha trovato non fa riconoscere nessuno. Vale per questo testo: se si corregge, si controlla da capo.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.rilasciato, interviste.superato, interviste.senzaSegnali
 */
export const dichiaraEstratto = (attore: Attore, { estrattoId, revisione, motivo }: Dichiarazione): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const estratto = await trovaEstratto(tx, estrattoId);
    esigiInLavoro(estratto);
    esigiVisto(estratto, revisione);
    const segnali = generiDeiSegnali(estratto.testo);
    if (segnali.length === 0)
      throw new DomainError('interviste.senzaSegnali', 'In questo testo il controllo non trova nulla da dichiarare.');
    await tx.estratto.updateMany({ where: { id: estrattoId }, data: { segnali, dichiarazione: motivo } });
    const evento = { atto: 'interviste.estrattoDichiarato', oggetto: 'estratto', oggettoId: estrattoId, dopo: { segnali } };
    return { result: undefined, evento };
  });
