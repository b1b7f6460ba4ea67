import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { NodoNuovo } from '../schema';
import { esigiCapofila, esigiPosto, inFila } from './_parti';

/**
 * Aggiunge alla rete un'organizzazione che non e tra gli enti del progetto.
 * @throws DomainError rete.soloCapofila, rete.progettoNonTrovato, rete.nodoDoppio, rete.troppiNodi
 */
export const aggiungiNodo = (attore: Attore, { progettoId, nome, tipo }: NodoNuovo): Promise<void> =>
  commandAs(attore, async (tx) => {
    await esigiCapofila(tx, attore, progettoId);
    await inFila(tx, progettoId);
    await esigiPosto(tx, progettoId);
    const doppio = await tx.nodoRete.findFirst({
      where: { progettoId, nome: { equals: nome, mode: 'insensitive' } },
      select: { id: true },
    });
    if (doppio) throw new DomainError('rete.nodoDoppio', 'Questa organizzazione c’è già.', 'nome');
    const { id } = await tx.nodoRete.create({ data: { regioneId: attore.regioneId, progettoId, nome, tipo }, select: { id: true } });
    return { result: undefined, evento: { atto: 'rete.dichiarata', oggetto: 'nodo_rete', oggettoId: id, progettoId, dopo: { tipo } } };
  });

/**
 * Toglie un'organizzazione aggiunta per sbaglio: solo se non ha legami in nessuna ondata.
 * @throws DomainError rete.soloCapofila, rete.progettoNonTrovato, rete.nodoNonTrovato, rete.nodoConLegami
 */
export const togliNodo = (attore: Attore, { progettoId, nodoId }: { progettoId: string; nodoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    await esigiCapofila(tx, attore, progettoId);
    await inFila(tx, progettoId);
    if ((await tx.legameRete.count({ where: { progettoId, OR: [{ da: nodoId }, { a: nodoId }] } })) > 0)
      throw new DomainError('rete.nodoConLegami', 'Questa organizzazione ha dei legami: resta nella rete.');
    const { count } = await tx.nodoRete.deleteMany({ where: { id: nodoId, progettoId } });
    if (count === 0) throw new DomainError('rete.nodoNonTrovato', 'Questa organizzazione non c’è più. Ricarica la pagina.');
    return { result: undefined, evento: { atto: 'rete.dichiarata', oggetto: 'nodo_rete', oggettoId: nodoId, progettoId } };
  });
