import { trovaRapporto } from '@/lib/attuazione/commands/_parti';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { fissaIndicatori } from './_fissa';

const RUOLI: readonly Attore['ruolo'][] = ['ISTRUTTORE', 'DIRIGENTE'];
const APPROVATE = ['APPROVATO', 'APPROVATO_CON_RILIEVI'];

/**
 * La Regione rifa gli indicatori di una relazione gia approvata, dopo le correzioni degli enti: nasce una versione nuova e la storia lo dice.
 * @throws DomainError rapporto.nonTrovato, indicatori.ruoloMancante, indicatori.nonApprovata, indicatori.nonChiesti
 */
export const ricalcolaIndicatori = (
  attore: Attore,
  { progettoId, rapportoId }: { progettoId: string; rapportoId: string },
): Promise<number> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    if (rapporto.progettoId !== progettoId) throw new DomainError('rapporto.nonTrovato', 'Questa relazione non esiste o non puoi vederla.');
    if (!RUOLI.includes(attore.ruolo))
      throw new DomainError('indicatori.ruoloMancante', 'Ricalcolano gli indicatori un istruttore o un dirigente della Regione.');
    if (!APPROVATE.includes(rapporto.stato))
      throw new DomainError('indicatori.nonApprovata', 'Gli indicatori si fissano quando la relazione è approvata: questa non lo è.');
    const versione = await fissaIndicatori(tx, rapportoId);
    if (versione === 0) throw new DomainError('indicatori.nonChiesti', 'Questo bando non chiede indicatori sui partecipanti.');
    return {
      result: versione,
      evento: { atto: 'indicatori.fissati', oggetto: 'rapporto_progetto', oggettoId: rapportoId, progettoId, dopo: { versione } },
    };
  });
