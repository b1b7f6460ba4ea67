import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compi } from '../rules';
import { esigiAzioniComplete } from './_completezza';
import { congelaVersione } from './_congela';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

/**
 * Il referente del capofila invia la relazione alla Regione: parti incluse, versione congelata, bozze rese leggibili, tutto in un atto.
 * Rifiuta se un'azione e incompleta o se la parte di un altro ente non e stata consegnata.
 */
export const presentaRapporto = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId, 'esclusiva');
    const a = compi('presenta', rapporto.stato, rapporto.chi);
    await esigiAzioniComplete(tx, rapporto);
    await esigiPartiConsegnate(tx, attore, rapportoId);
    const versione = await congelaVersione(tx, attore, rapporto);
    // la propria parte si consegna da se: chi invia la relazione la conferma
    await tx.rapportoEnte.updateMany({
      where: { rapportoId, organizzazioneId: attore.organizzazioneId, stato: { in: ['APERTO', 'RINVIATO'] } },
      data: { stato: 'CONSEGNATO' },
    });
    await tx.rapportoEnte.updateMany({ where: { rapportoId, stato: 'CONSEGNATO' }, data: { stato: 'INCLUSO' } });
    await cambiaStato(tx, rapporto, a);
    return {
      result: undefined,
      evento: eventoDiStato('rapporto.presentato', rapporto, a, { versione: versione.numero, sha256: versione.sha256 }),
    };
  });

async function esigiPartiConsegnate(tx: Parameters<typeof esigiAzioniComplete>[0], attore: Attore, rapportoId: string): Promise<void> {
  const mancanti = await tx.rapportoEnte.findMany({
    where: { rapportoId, stato: { in: ['APERTO', 'RINVIATO'] }, organizzazioneId: { not: attore.organizzazioneId } },
    select: { partecipazione: { select: { organizzazione: { select: { denominazione: true } } } } },
  });
  if (mancanti.length === 0) return;
  const nomi = mancanti.map(({ partecipazione: { organizzazione: o } }) => o.denominazione.split(' – ')[0]).join(', ');
  throw new DomainError('rapporto.partiMancanti', `Mancano le parti di: ${nomi}. Aspetta la consegna o completale tu.`);
}
