import type { Attore } from '@/lib/auth/attore';
import { decidiRilievo } from './_rilievo';

/** La Regione considera superato un rilievo: da ora non compare più nelle relazioni. */
export const chiudiRilievo = (attore: Attore, { rilievoId }: { rilievoId: string }): Promise<void> =>
  decidiRilievo(attore, rilievoId, 'chiudi', 'rilievo.chiuso');
