import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { PRESCRIZIONI_IN_VERIFICA } from '../regole';
import type { VerificaPrescrizione } from '../schema';

/** La Regione dice se una prescrizione presentata è adempiuta. Finché non si conclude l'esame può cambiare idea. */
export const verificaPrescrizione = (attore: Attore, { progettoId, prescrizioneId, esito, nota }: VerificaPrescrizione): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    if (attore.ruolo !== 'ISTRUTTORE' && attore.ruolo !== 'DIRIGENTE')
      throw new DomainError(
        'prescrizione.ruoloMancante',
        'Non puoi verificare le prescrizioni. Serve il ruolo di istruttore o dirigente della Regione.',
      );
    if (!PRESCRIZIONI_IN_VERIFICA.includes(pratica.stato))
      throw new DomainError(
        'prescrizione.nonPresentata',
        'Le prescrizioni si verificano quando l’ente le ha presentate. Ricarica la pagina.',
      );
    const scritte = await tx.$executeRaw`
      update prescrizione set stato = ${esito}, nota_verifica = ${nota}, verificata_il = app.adesso()
      where id = ${prescrizioneId}::uuid and progetto_id = ${progettoId}::uuid and stato <> 'ANNULLATA'`;
    if (scritte === 0) throw new DomainError('prescrizione.nonTrovata', 'Questa prescrizione non esiste o non puoi vederla.');
    return { result: undefined, evento: eventoDi('prescrizione.verificata', pratica, null, { prescrizione: prescrizioneId, esito }) };
  });
