import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { concessoDi } from '../rimodulazione';
import type { TaglioScelto } from '../schema';
import { taglia } from '../tagli';
import { esigiMomento, esigiReferente, scriviPiano, trovaRimodulazione } from './_rimodulazione';

/**
 * Riempie le sezioni della rimodulazione con una proposta di riduzione, calcolata qui sul piano approvato: dal browser arriva solo la scelta.
 * `revAzioni` e `revBudget` sono quelle lette: se un collega ha scritto intanto non si sovrascrive nulla.
 */
export const applicaTaglio = (attore: Attore, { progettoId, metodo, scelta, revAzioni, revBudget }: TaglioScelto): Promise<void> =>
  commandAs(attore, async (tx) => {
    const atto = await trovaRimodulazione(tx, attore, progettoId);
    esigiReferente(atto);
    esigiMomento('IN_SCRITTURA', atto);
    const { sezioni } = atto.rimodulazione;
    if (!sezioni.azioni?.aperta || !sezioni.quadro_economico?.aperta)
      throw new DomainError(
        'rimodulazione.sezioneChiusa',
        'La Regione ha riaperto una sezione sola: una proposta le cambia tutte e due. Correggi a mano quella aperta.',
      );
    const piano = taglia(metodo, atto.approvato, concessoDi(atto.rimodulazione, atto.approvato), scelta);
    await scriviPiano(tx, attore, atto, piano, { azioni: revAzioni, quadro_economico: revBudget });
    return {
      result: undefined,
      evento: {
        atto: 'sezione.salvata',
        oggetto: 'progetto',
        oggettoId: progettoId,
        progettoId,
        dopo: { fase: 'RIMODULAZIONE', metodo, azioni: piano.azioni.length, voci: piano.voci.length },
        riservato: true,
      },
    };
  });
