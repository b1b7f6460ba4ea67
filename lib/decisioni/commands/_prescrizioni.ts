import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Pratica } from '@/lib/istruttoria/commands/_pratica';
import { esigiEsitoPrescrizioni, type StatoPrescrizione } from '../regole';

/**
 * Le prescrizioni in vigore permettono questo esito. `approva` vale anche altrove, e lì ha altri atti.
 * @throws DomainError progetto.attoNonAmmesso, prescrizioni.*
 */
export async function esigiEsame(tx: Tx, pratica: Pratica, esito: 'approva' | 'rinvia'): Promise<void> {
  if (pratica.stato !== 'PRESCRIZIONI_PRESENTATE')
    throw new DomainError('progetto.attoNonAmmesso', 'Le prescrizioni non sono state presentate. Ricarica la pagina.');
  const prescrizioni = await tx.prescrizione.findMany({
    where: { progettoId: pratica.id, stato: { not: 'ANNULLATA' } },
    select: { stato: true },
  });
  esigiEsitoPrescrizioni(
    esito,
    prescrizioni.map(({ stato }) => stato as StatoPrescrizione),
  );
}
