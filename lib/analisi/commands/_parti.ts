import type { Attore } from '@/lib/auth/attore';
import { DomainError } from '@/lib/errors/domainError';
import { leggiDomanda } from '../leggi';
import { leggiPaginaAnalisi, type PaginaAnalisi } from '../queries';
import type { Domanda } from '../schema';

/** Le parti comuni agli atti su un'analisi. */

/** @throws DomainError ricerca.ruoloMancante */
export function esigiRicerca(attore: Attore): void {
  if (attore.lettore !== 'app_ricerca') throw new DomainError('ricerca.ruoloMancante', 'Le analisi le fa chi ha il ruolo di ricercatore.');
}

/** La domanda scritta in un modulo, se ha ancora una risposta. @throws DomainError analisi.domandaNonValida con il primo motivo */
export async function esigiDomanda(
  attore: Attore,
  parametri: Record<string, string>,
): Promise<{ domanda: Domanda; pagina: PaginaAnalisi }> {
  const pagina = await leggiPaginaAnalisi(attore);
  const { domanda, errori } = leggiDomanda(parametri, pagina);
  if (domanda) return { domanda, pagina };
  const [motivo = 'Scegli che cosa mettere nelle righe.'] = Object.values(errori);
  throw new DomainError('analisi.domandaNonValida', motivo);
}

/** Un'analisi che non c'è, o che è di un altro, o che è appena stata cancellata: per chi chiede è lo stesso. */
export const nonTrovata = (): DomainError =>
  new DomainError('analisi.nonTrovata', 'Questa analisi non c’è più, o non è tua. Ricarica la pagina.');
