import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { esigiRinunciabile } from '../rules';
import type { RinunciaNuova } from '../schema';
import { eventoCessazione } from './_cessazione';

/** Il referente del capofila chiede di rinunciare. Decide la Regione; intanto il progetto resta com'è, ma non si chiedono modifiche né proroghe. */
export const chiediRinuncia = (attore: Attore, { progettoId, motivazione }: RinunciaNuova): Promise<{ cessazioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    if (attore.ruolo !== 'REFERENTE' || !pratica.chi.capofila)
      throw new DomainError(
        'cessazione.ruoloMancante',
        `Non puoi rinunciare al progetto. Serve il ruolo di ${nomeRuolo('REFERENTE')} dell’ente capofila.`,
      );
    const inAttesa = await tx.cessazione.count({ where: { progettoId, stato: 'CHIESTA' } });
    esigiRinunciabile(pratica.stato, inAttesa > 0);
    const id = randomUUID();
    const { regioneId, organizzazioneId } = attore;
    await tx.cessazione.createMany({
      data: [{ id, regioneId, progettoId, genere: 'RINUNCIA', stato: 'CHIESTA', motivazione, organizzazioneId }],
    });
    const evento = eventoCessazione('rinuncia.chiesta', pratica, id, { progetto: pratica.stato, stato: 'CHIESTA' });
    return { result: { cessazioneId: id }, evento };
  });
