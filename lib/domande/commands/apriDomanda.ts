import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { DomandaDaAprire } from '../schema';

/**
 * Apre una domanda su un bando aperto, con l'ente di chi la apre capofila. La compie la funzione app.apri_domanda, che scrive anche l'evento: chi apre non ha ancora la domanda
 * tra i suoi progetti. Rifiuti: domanda.soloReferente, termine.scaduto, stato.transizioneNonAmmessa (l'ente non è un ente gestore, o il bando non c'è).
 */
export function apriDomanda(attore: Attore, { bandoId, titolo, territorio }: DomandaDaAprire): Promise<{ progettoId: string }> {
  if (attore.ruolo !== 'REFERENTE') throw new DomainError('domanda.soloReferente', 'Una domanda la apre il referente di un ente gestore.');
  return annotaAs(attore, async (tx) => {
    const [riga] = await tx.$queryRaw<{ id: string }[]>`select app.apri_domanda(${bandoId}::uuid, ${titolo}, ${territorio})::text as id`;
    if (!riga) throw new DomainError('domanda.nonAperta', 'La domanda non si è aperta. Riprova.');
    return { progettoId: riga.id };
  });
}
