import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { RispostaPreavviso } from '../schema';
import { eventoDi, trovaPratica } from './_pratica';

/** Il referente del capofila risponde al preavviso di rigetto entro il termine, che decide l'orologio del server. */
export const rispondiPreavviso = (attore: Attore, { progettoId, richiestaId, risposta }: RispostaPreavviso): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    if (attore.ruolo !== 'REFERENTE' || !pratica.chi.capofila)
      throw new DomainError('preavviso.ruoloMancante', 'Non puoi rispondere al preavviso. Serve il ruolo di referente dell’ente capofila.');
    const preavviso = await tx.integrazione.findFirst({
      where: { id: richiestaId, progettoId, genere: 'PREAVVISO' },
      select: { stato: true },
    });
    if (!preavviso) throw new DomainError('preavviso.nonTrovato', 'Questo preavviso non esiste o non puoi vederlo.');
    if (preavviso.stato !== 'APERTA')
      throw new DomainError(
        'preavviso.giaRisposto',
        'A questo preavviso è già stato risposto, o la Regione ha già deciso. Ricarica la pagina.',
      );
    const scritte = await tx.$executeRaw`
      update integrazione set stato = 'RISPOSTA', risposta = ${risposta}, risposta_il = app.adesso()
      where id = ${richiestaId}::uuid and stato = 'APERTA' and entro >= app.adesso()`;
    if (scritte === 0)
      throw new DomainError(
        'preavviso.scaduto',
        'Il termine per rispondere è passato: secondo l’orologio del portale non si può più rispondere.',
      );
    return { result: undefined, evento: eventoDi('preavviso.risposto', pratica, null, { preavviso: richiestaId }) };
  });
