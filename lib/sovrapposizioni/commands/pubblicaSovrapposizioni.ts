import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { rilascia } from '@/lib/soppressione/commands/rilascia';
import type { Rilascio } from '@/lib/soppressione/letture';
import { SOVRAPPOSIZIONI } from '../queries';
import { type Cella, type TabellaCoppie, tabellaCoppie, trimestreFinito } from '../regole';

/**
 * Pubblica i conteggi delle sovrapposizioni di un programma all'ultimo trimestre finito: una volta, e poi restano quelli.
 * @throws DomainError sovrapposizioni.ruoloMancante
 */
export async function pubblicaSovrapposizioni(attore: Attore, programma: string): Promise<Rilascio<TabellaCoppie>> {
  if (attore.lettore === 'app_ente')
    throw new DomainError(
      'sovrapposizioni.ruoloMancante',
      'Quante persone due enti seguono insieme lo leggono solo la Regione e chi fa ricerca.',
    );
  const { codice } = trimestreFinito(giornoDi(attore.adesso));
  return rilascia(attore, SOVRAPPOSIZIONI, { programma, trimestre: codice }, async (tx) => {
    const celle = await tx.$queryRaw<Cella[]>`
      select s.ente_a as a, s.ente_b as b, s.categoria, s.persone::int as persone from app.sovrapposizioni(${programma}::uuid) s where s.categoria is not null`;
    return tabellaCoppie(celle);
  });
}
