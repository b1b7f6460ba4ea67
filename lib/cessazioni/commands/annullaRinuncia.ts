import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { RinunciaScelta } from '../schema';
import { DECISA, eventoCessazione, trovaRinuncia } from './_cessazione';

/** Il referente del capofila ci ripensa, finché la Regione non ha deciso. */
export const annullaRinuncia = (attore: Attore, scelta: RinunciaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaRinuncia(tx, attore, scelta);
    if (attore.ruolo !== 'REFERENTE' || !pratica.chi.capofila)
      throw new DomainError(
        'cessazione.ruoloMancante',
        `Non puoi ritirare la rinuncia. Serve il ruolo di ${nomeRuolo('REFERENTE')} dell’ente capofila.`,
      );
    const { count } = await tx.cessazione.updateMany({
      where: { id: scelta.cessazioneId, stato: 'CHIESTA' },
      data: { stato: 'ANNULLATA' },
    });
    if (count === 0) throw DECISA;
    const dopo = { progetto: pratica.stato, stato: 'ANNULLATA' } as const;
    return { result: undefined, evento: eventoCessazione('rinuncia.annullata', pratica, scelta.cessazioneId, dopo) };
  });
