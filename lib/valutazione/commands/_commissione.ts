import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';

type Membro = { id: string; bandoId: string; fase: string; utenteId: string };

export function esigiDirigente({ ruolo }: Attore): void {
  if (ruolo !== 'DIRIGENTE') throw new DomainError('commissione.ruoloMancante', 'La commissione la nomina un dirigente della Regione.');
}

export async function trovaMembro(tx: Tx, { bandoId, commissarioId }: { bandoId: string; commissarioId: string }) {
  const membro = await tx.commissario.findUnique({
    where: { id: commissarioId },
    select: { id: true, bandoId: true, fase: true, utenteId: true, presidente: true },
  });
  if (membro?.bandoId !== bandoId)
    throw new DomainError('commissione.nonTrovato', 'Questa persona non è più nella commissione. Ricarica la pagina.');
  return membro;
}

/** L'evento di un cambio della commissione: riguarda il bando, non un progetto. */
export const eventoCommissione = (
  passo: 'nominata' | 'revocata' | 'presieduta',
  { id, bandoId, fase, utenteId }: Membro,
  altro: Record<string, boolean> = {},
) => ({ atto: `commissione.${passo}`, oggetto: 'commissario', oggettoId: id, dopo: { bandoId, fase, utenteId, ...altro } });
