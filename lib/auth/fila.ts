import { DomainError } from '@/lib/errors/domainError';

/**
 * Lascia lavorare al più `posti` operazioni insieme; al più `inAttesa` aspettano il loro turno, le altre sono rifiutate subito.
 * @throws DomainError accesso.troppeRichieste quando la fila è piena
 */
export function creaFila(posti: number, inAttesa: number): <T>(lavora: () => Promise<T>) => Promise<T> {
  let occupati = 0;
  const fila: (() => void)[] = [];
  const libera = () => {
    const prossimo = fila.shift();
    // il posto passa di mano senza tornare libero: chi arriva adesso non scavalca chi aspetta
    if (prossimo) prossimo();
    else occupati -= 1;
  };
  return async (lavora) => {
    if (occupati < posti) occupati += 1;
    else if (fila.length < inAttesa) await new Promise<void>((entra) => fila.push(entra));
    else throw new DomainError('accesso.troppeRichieste', 'In questo momento molte persone stanno entrando. Riprova tra poco.');
    try {
      return await lavora();
    } finally {
      libera();
    }
  };
}
