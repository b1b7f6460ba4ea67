import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import type { StatoRapporto } from '../schema';
import { esigiAzioniComplete } from './_completezza';
import { congelaVersione } from './_congela';
import { cambiaStato, eventoDiStato, type trovaRapporto } from './_parti';

/** La relazione torna in verifica: versione congelata, orologio di nuovo in moto. Restituisce l'evento. */
export async function ripresenta(tx: Tx, attore: Attore, rapporto: Awaited<ReturnType<typeof trovaRapporto>>, a: StatoRapporto) {
  await esigiAzioniComplete(tx, rapporto);
  const versione = await congelaVersione(tx, attore, rapporto);
  await cambiaStato(tx, rapporto, a);
  return eventoDiStato('rapporto.ripresentato', rapporto, a, { versione: versione.numero, sha256: versione.sha256 });
}
