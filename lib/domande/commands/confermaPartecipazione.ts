import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { trovaDomanda } from './_domanda';

/** Il referente di un partner conferma che il suo ente partecipa. Una volta sola. */
export const confermaPartecipazione = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    await trovaDomanda(tx, attore, progettoId);
    if (attore.ruolo !== 'REFERENTE')
      throw new DomainError('partner.soloReferente', 'La partecipazione la conferma il referente dell’ente.');
    const confermate = await tx.$executeRaw`update partecipazione set confermata_il = app.adesso()
      where progetto_id = ${progettoId}::uuid and organizzazione_id = ${attore.organizzazioneId}::uuid and confermata_il is null`;
    if (confermate !== 1) throw new DomainError('partner.giaConfermato', 'La partecipazione del tuo ente è già confermata.');
    return {
      result: undefined,
      evento: { atto: 'partner.confermato', oggetto: 'partecipazione', oggettoId: attore.organizzazioneId, progettoId, riservato: true },
    };
  });
