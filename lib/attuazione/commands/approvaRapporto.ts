import type { Attore } from '@/lib/auth/attore';
import { decidi } from './_decidi';

/** La Regione approva la relazione: da ora la legge anche la ricerca. */
export const approvaRapporto = (attore: Attore, { rapportoId }: { rapportoId: string }): Promise<void> =>
  decidi(attore, rapportoId, { atto: 'approva', evento: 'rapporto.approvato', nota: null });
