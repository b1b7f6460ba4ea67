import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { PRESCRIZIONI_IN_SCRITTURA } from '../regole';
import type { Adempimento } from '../schema';

/** L'ente che risponde di una prescrizione (o il capofila) scrive come l'ha adempiuta. Finché non si presenta si può riscrivere. */
export const adempiPrescrizione = (attore: Attore, { progettoId, prescrizioneId, evidenza }: Adempimento): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const prescrizione = await tx.prescrizione.findFirst({ where: { id: prescrizioneId, progettoId }, select: { organizzazioneId: true } });
    if (!prescrizione) throw new DomainError('prescrizione.nonTrovata', 'Questa prescrizione non esiste o non puoi vederla.');
    if (attore.lettore !== 'app_ente' || (!pratica.chi.capofila && prescrizione.organizzazioneId !== attore.organizzazioneId))
      throw new DomainError('prescrizione.ruoloMancante', 'Scrive come è stata adempiuta l’ente che ne risponde, o il capofila.');
    if (!PRESCRIZIONI_IN_SCRITTURA.includes(pratica.stato))
      throw new DomainError('prescrizione.chiusa', 'Le prescrizioni non si possono più scrivere. Ricarica la pagina.');
    const { count } = await tx.prescrizione.updateMany({
      where: { id: prescrizioneId, stato: { in: ['APERTA', 'RESPINTA'] } },
      data: { stato: 'APERTA', evidenza },
    });
    if (count === 0) throw new DomainError('prescrizione.chiusa', 'Questa prescrizione è già verificata. Ricarica la pagina.');
    return { result: undefined, evento: eventoDi('prescrizione.adempiuta', pratica, null, { prescrizione: prescrizioneId }) };
  });
