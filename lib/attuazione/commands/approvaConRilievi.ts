import type { Attore } from '@/lib/auth/attore';
import { decidi } from './_decidi';

/** La Regione approva e scrive un rilievo, che l'ente ritrova nella relazione del periodo successivo. */
export const approvaConRilievi = (attore: Attore, { rapportoId, nota }: { rapportoId: string; nota: string }): Promise<void> =>
  decidi(attore, rapportoId, { atto: 'approvaConRilievi', evento: 'rapporto.approvatoConRilievi', nota });
