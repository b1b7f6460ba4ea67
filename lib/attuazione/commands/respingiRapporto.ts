import type { Attore } from '@/lib/auth/attore';
import { decidi } from './_decidi';

/** La Regione respinge la relazione con il motivo; solo la Regione può poi riaprirla. */
export const respingiRapporto = (attore: Attore, { rapportoId, nota }: { rapportoId: string; nota: string }): Promise<void> =>
  decidi(attore, rapportoId, { atto: 'respingi', evento: 'rapporto.respinto', nota });
