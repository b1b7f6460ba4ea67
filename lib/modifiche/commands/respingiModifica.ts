import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { ModificaDaRespingere } from '../schema';
import { cambiaModifica, esigiCompetente, esigiStato, eventoModifica, trovaModifica } from './_modifica';

/** Chi e competente respinge la richiesta, motivando: il piano in vigore resta identico. */
export const respingiModifica = (attore: Attore, { progettoId, richiestaId, nota }: ModificaDaRespingere): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { modifica } = await trovaModifica(tx, attore, progettoId, richiestaId);
    esigiCompetente(attore, modifica);
    esigiStato(modifica, 'IN_ISTRUTTORIA');
    await cambiaModifica(tx, modifica, { stato: 'RESPINTA', notaDecisione: nota });
    return {
      result: undefined,
      evento: eventoModifica('modifica.respinta', modifica, 'RESPINTA', { operazioni: modifica.richiesta.operazioni.length }),
    };
  });
