import type { Attore } from '@/lib/auth/attore';
import { decidiRilievo } from './_rilievo';

/** La risposta non basta: la Regione chiede di nuovo conto del rilievo, che torna aperto nella relazione successiva. */
export const richiediRilievo = (attore: Attore, { rilievoId }: { rilievoId: string }): Promise<void> =>
  decidiRilievo(attore, rilievoId, 'richiedi', 'rilievo.riaperto');
