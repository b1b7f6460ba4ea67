import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { PermessiScelti } from '../schema';
import { trovaDomanda } from './_domanda';

/** Il capofila dice che cosa può fare un partner in ciascuna sezione: legge, commenta, scrive. Scrivere è la regola, e non lascia riga. */
export const impostaPermessi = (attore: Attore, { progettoId, organizzazioneId, diritti }: PermessiScelti): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { capofila } = await trovaDomanda(tx, attore, progettoId);
    if (!capofila) throw new DomainError('domanda.soloCapofila', 'Chi può scrivere una sezione lo decide l’ente capofila.');
    const [partner] = await tx.$queryRaw<{ ruolo: string }[]>`select ruolo::text from partecipazione
      where progetto_id = ${progettoId}::uuid and organizzazione_id = ${organizzazioneId}::uuid`;
    if (!partner || partner.ruolo === 'CAPOFILA')
      throw new DomainError('partner.nonTrovato', 'Questo ente non è un partner della domanda. Ricarica la pagina.');
    await tx.$executeRaw`delete from permesso_sezione where progetto_id = ${progettoId}::uuid and organizzazione_id = ${organizzazioneId}::uuid`;
    const ristretti = Object.entries(diritti).filter(([, diritto]) => diritto !== 'SCRITTURA');
    for (const [chiave, diritto] of ristretti)
      await tx.$executeRaw`insert into permesso_sezione (progetto_id, organizzazione_id, chiave, regione_id, diritto)
        values (${progettoId}::uuid, ${organizzazioneId}::uuid, ${chiave}, ${attore.regioneId}::uuid, ${diritto})`;
    return {
      result: undefined,
      evento: {
        atto: 'sezione.permesso',
        oggetto: 'permesso_sezione',
        oggettoId: organizzazioneId,
        progettoId,
        dopo: Object.fromEntries(ristretti),
        riservato: true,
      },
    };
  });
