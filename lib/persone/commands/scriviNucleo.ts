import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';

/** Gli atti sui nuclei familiari. Il codice lo sceglie l'ente e non porta nomi. */

/** Apre un nucleo. Errori: nucleo.doppio. */
export const apriNucleo = (attore: Attore, { codice }: { codice: string }): Promise<{ nucleoId: string }> =>
  commandAs(attore, async (tx) => {
    const id = randomUUID();
    const { regioneId, organizzazioneId } = attore;
    const { count } = await tx.nucleo.createMany({ data: [{ id, regioneId, organizzazioneId, codice }], skipDuplicates: true });
    if (count === 0) throw new DomainError('nucleo.doppio', 'C’è già un nucleo con questo codice.', 'codice');
    return { result: { nucleoId: id }, evento: { atto: 'nucleo.aperto', oggetto: 'nucleo', oggettoId: id, riservato: true } };
  });

/** Toglie un nucleo senza persone. Errori: nucleo.nonVuoto, nucleo.nonTrovato. */
export const togliNucleo = (attore: Attore, { nucleoId }: { nucleoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    try {
      const { count } = await tx.nucleo.deleteMany({ where: { id: nucleoId } });
      if (count === 0) throw new DomainError('nucleo.nonTrovato', 'Questo nucleo non c’è più. Ricarica la pagina.');
    } catch (errore) {
      if (sqlstateDi(errore) !== '23503') throw errore;
      throw new DomainError('nucleo.nonVuoto', 'In questo nucleo ci sono persone: toglile prima dal nucleo.');
    }
    return { result: undefined, evento: { atto: 'nucleo.tolto', oggetto: 'nucleo', oggettoId: nucleoId, riservato: true } };
  });
