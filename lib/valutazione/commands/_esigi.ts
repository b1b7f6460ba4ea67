import { DomainError } from '@/lib/errors/domainError';
import type { Mancanza } from '../punteggio';

/** Il primo errore di una scheda, sul suo campo; gli altri la pagina li mostra già mentre si scrive. */
export function esigi(mancanze: readonly Mancanza[]): void {
  const [prima] = mancanze;
  if (!prima) return;
  const altre = mancanze.length - 1;
  const seguito =
    altre === 0 ? '' : altre === 1 ? ' Poi c’è un’altra voce da completare.' : ` Poi ci sono altre ${altre} voci da completare.`;
  throw new DomainError('valutazione.incompleta', `${prima.messaggio}${seguito}`, prima.campo);
}
