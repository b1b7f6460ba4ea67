import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { giornoDi } from '@/lib/format/data';
import type { ModificaDaRespingere } from '../schema';
import { cambiaModifica, esigiCompetente, esigiStato, eventoModifica, trovaModifica } from './_modifica';

/**
 * Chi è competente respinge la richiesta con un atto, motivando: il piano in vigore resta identico.
 * Errori: modifica.ruoloMancante, modifica.altroStato, decisione.attoNelFuturo.
 */
export const respingiModifica = (attore: Attore, { progettoId, richiestaId, nota, atto, dataAtto }: ModificaDaRespingere): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { modifica } = await trovaModifica(tx, attore, progettoId, richiestaId);
    esigiCompetente(attore, modifica);
    esigiStato(modifica, 'IN_ISTRUTTORIA');
    esigiDataAtto(dataAtto, null, giornoDi(attore.adesso));
    await cambiaModifica(tx, modifica, { stato: 'RESPINTA', notaDecisione: nota, atto, dataAtto: new Date(`${dataAtto}T00:00:00Z`) });
    return {
      result: undefined,
      evento: eventoModifica('modifica.respinta', modifica, 'RESPINTA', { operazioni: modifica.richiesta.operazioni.length, dataAtto }),
    };
  });
