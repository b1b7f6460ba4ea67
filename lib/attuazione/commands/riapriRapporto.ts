import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { compi } from '../rules';
import { cambiaStato, eventoDiStato, trovaRapporto } from './_parti';

/**
 * Il dirigente riapre per intero una relazione respinta: l'ente corregge e la ripresenta.
 * Il tempo passato dal rigetto vale come orologio fermo: altrimenti la nuova verifica nascerebbe scaduta.
 */
export const riapriRapporto = (attore: Attore, { rapportoId, nota }: { rapportoId: string; nota: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const rapporto = await trovaRapporto(tx, attore, rapportoId);
    const a = compi('riapri', rapporto.stato, rapporto.chi);
    await cambiaStato(tx, rapporto, a, { notaDecisione: nota });
    return { result: undefined, evento: eventoDiStato('rapporto.riaperto', rapporto, a) };
  });
