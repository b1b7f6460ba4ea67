import type { Attore } from '@/lib/auth/attore';
import { leggiRegione, type RegioneNelPiede } from '@/lib/organizzazioni/queries';

const VALE_MS = 10 * 60 * 1000;
const lette = new Map<string, { fino: number; regione: RegioneNelPiede }>();

/** La Regione del piede. Cambia una volta ogni molti anni ed è pubblica: la si rilegge ogni dieci minuti, non a ogni pagina. */
export async function regioneDi(attore: Attore): Promise<RegioneNelPiede> {
  const nota = lette.get(attore.regioneId);
  if (nota && nota.fino > Date.now()) return nota.regione;
  const regione = await leggiRegione(attore);
  lette.set(attore.regioneId, { fino: Date.now() + VALE_MS, regione });
  return regione;
}
