import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';

/** Elimina una vista propria. @throws DomainError se non esiste più */
export const eliminaVista = (attore: Attore, { vistaId }: { vistaId: string }): Promise<void> =>
  annotaAs(attore, async (tx) => {
    const { count } = await tx.vistaSalvata.deleteMany({ where: { id: vistaId } });
    if (count === 0) throw new DomainError('vista.nonTrovata', 'Questi filtri salvati non ci sono più.');
  });
