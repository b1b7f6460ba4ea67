import { trovaRapporto } from '@/lib/attuazione/commands/_parti';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { RUOLI_PUBBLICAZIONE } from '../regolePubblicazione';
import { fissaIndicatori } from './_fissa';
import { pubblicaDaRelazione } from './pubblicaIndicatori';

const APPROVATE = ['APPROVATO', 'APPROVATO_CON_RILIEVI'];

/**
 * La Regione rifà gli indicatori di una relazione già approvata, dopo le correzioni degli enti: nasce una versione nuova e la storia lo dice. La tabella pubblicata
 * si rifà con lei, se quella di prima non è di pochi giorni fa.
 * @throws DomainError rapporto.nonTrovato, indicatori.ruoloMancante, indicatori.nonApprovata, indicatori.nonChiesti
 */
export async function ricalcolaIndicatori(
  attore: Attore,
  { progettoId, rapportoId }: { progettoId: string; rapportoId: string },
): Promise<number> {
  const versione = await commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    if (rapporto.progettoId !== progettoId) throw new DomainError('rapporto.nonTrovato', 'Questa relazione non esiste o non puoi vederla.');
    if (!RUOLI_PUBBLICAZIONE.includes(attore.ruolo))
      throw new DomainError('indicatori.ruoloMancante', 'Ricalcolano gli indicatori un istruttore o un dirigente della Regione.');
    if (!APPROVATE.includes(rapporto.stato))
      throw new DomainError('indicatori.nonApprovata', 'Gli indicatori si fissano quando la relazione è approvata: questa non lo è.');
    const nuova = await fissaIndicatori(tx, rapportoId);
    if (nuova === 0) throw new DomainError('indicatori.nonChiesti', 'Questo bando non chiede indicatori sui partecipanti.');
    return {
      result: nuova,
      evento: { atto: 'indicatori.fissati', oggetto: 'rapporto_progetto', oggettoId: rapportoId, progettoId, dopo: { versione: nuova } },
    };
  });
  await pubblicaDaRelazione(attore, progettoId, rapportoId, false);
  return versione;
}
