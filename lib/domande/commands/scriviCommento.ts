import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { CommentoDaScrivere } from '../schema';
import { trovaDomanda } from './_domanda';

/** Un commento su un campo di una sezione, per gli altri enti della domanda. Lo scrive chi può almeno commentare. */
export const scriviCommento = (attore: Attore, input: CommentoDaScrivere): Promise<{ commentoId: string }> =>
  commandAs(attore, async (tx) => {
    const { progettoId, fase, chiave, campo, testo } = input;
    const { capofila } = await trovaDomanda(tx, attore, progettoId);
    const [permesso] = await tx.$queryRaw<{ diritto: string }[]>`select diritto from permesso_sezione
      where progetto_id = ${progettoId}::uuid and chiave = ${chiave} and organizzazione_id = ${attore.organizzazioneId}::uuid`;
    if (!capofila && permesso?.diritto === 'LETTURA')
      throw new DomainError('commento.nonConsentito', 'Il capofila ti ha dato la sola lettura di questa sezione.');
    const commentoId = crypto.randomUUID();
    await tx.$executeRaw`insert into commento_sezione (id, regione_id, progetto_id, fase, chiave, campo, testo, organizzazione_id, autore_id)
      values (${commentoId}::uuid, ${attore.regioneId}::uuid, ${progettoId}::uuid, ${fase}, ${chiave}, ${campo}, ${testo},
        ${attore.organizzazioneId}::uuid, ${attore.utenteId}::uuid)`;
    return {
      result: { commentoId },
      evento: {
        atto: 'commento.scritto',
        oggetto: 'commento_sezione',
        oggettoId: commentoId,
        progettoId,
        dopo: { fase, sezione: chiave, campo },
        riservato: true,
      },
    };
  });
