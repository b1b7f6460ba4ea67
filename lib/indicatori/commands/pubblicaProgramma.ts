import type { Attore } from '@/lib/auth/attore';
import { perPubblicare } from '@/lib/db/pubblicazione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { cedendo } from '@/lib/passi/passi';
import { rilascia } from '@/lib/soppressione/commands/rilascia';
import type { Rilascio } from '@/lib/soppressione/letture';
import { trimestreFinito } from '@/lib/sovrapposizioni/regole';
import { type ContenutoProgramma, type ProgrammaGrezzo, preparaProgramma } from '../pubblicaProgramma';
import { INDICATORI_PROGRAMMA } from '../rilascio';

/**
 * Pubblica gli indicatori di un programma all'ultimo trimestre finito, sommando le ultime tabelle pubblicate dei suoi progetti: una volta, e poi restano quelli.
 * @throws DomainError indicatori.ruoloMancante
 */
export async function pubblicaProgramma(attore: Attore, programma: string): Promise<Rilascio<ContenutoProgramma>> {
  if (attore.lettore === 'app_ente')
    throw new DomainError('indicatori.ruoloMancante', 'Gli indicatori di un programma li pubblicano la Regione e la ricerca.');
  const { codice } = trimestreFinito(giornoDi(attore.adesso));
  return rilascia(attore, INDICATORI_PROGRAMMA, { programma, trimestre: codice }, async () => {
    const grezzo = await perPubblicare(attore, async (tx, { contesto, firma }) => {
      const [riga] = await tx.$queryRaw<{ dati: ProgrammaGrezzo }[]>`
        select accesso.conteggi_programma(${contesto}, ${firma}, ${programma}::uuid) as dati`;
      return riga?.dati ?? { progetti: [], prima: [] };
    });
    return cedendo(preparaProgramma(grezzo));
  });
}
