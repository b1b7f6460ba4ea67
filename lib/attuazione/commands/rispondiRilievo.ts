import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiSulRilievo } from '../rilievi';
import type { StatoRilievo } from '../schema';
import { trovaRapporto } from './_parti';
import { RILIEVO_NON_TROVATO } from './_rilievo';

type Input = { rapportoId: string; rilievoId: string; risposta: string };

/**
 * Il capofila risponde, nella relazione che sta scrivendo, a un rilievo su una relazione precedente. Finché non la presenta può riscriverla; la
 * Regione legge la risposta solo con la relazione.
 * @throws DomainError rilievo.nonTrovato, rilievo.ruolo, rilievo.attoNonAmmesso, rapporto.chiuso
 */
export const rispondiRilievo = (attore: Attore, { rapportoId, rilievoId, risposta }: Input): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'condivisa');
    const rilievo = await tx.rilievo.findFirst({
      where: { id: rilievoId, progettoId: rapporto.progettoId },
      select: { rapportoId: true, azioneId: true, stato: true, rispostoIn: true },
    });
    if (!rilievo || rilievo.rapportoId === rapportoId) throw RILIEVO_NON_TROVATO;
    if (rapporto.stato !== 'BOZZA' && rapporto.stato !== 'CHIARIMENTI')
      throw new DomainError('rapporto.chiuso', 'La relazione è già presentata: la risposta non si può più cambiare.');
    // la risposta di questa stessa bozza si riscrive, senza cambiare stato
    const da = rilievo.stato as StatoRilievo;
    const riscrive = da === 'RISPOSTO' && rilievo.rispostoIn === rapportoId;
    const a = compiSulRilievo('rispondi', riscrive ? 'APERTO' : da, rapporto.chi);
    const { count } = await tx.rilievo.updateMany({
      where: { id: rilievoId, stato: da },
      data: { stato: a, risposta, rispostoIn: rapportoId },
    });
    if (count === 0) throw new DomainError('rilievo.attoNonAmmesso', 'Il rilievo è cambiato nel frattempo. Ricarica la pagina.');
    const azione = rilievo.azioneId && (await tx.azione.findUnique({ where: { id: rilievo.azioneId }, select: { codice: true } }));
    return {
      result: undefined,
      evento: {
        atto: 'rilievo.risposto',
        oggetto: 'rilievo',
        oggettoId: rilievoId,
        progettoId: rapporto.progettoId,
        prima: { stato: da },
        dopo: { stato: a, ...(azione && { azione: azione.codice }) },
        riservato: true,
      },
    };
  });
