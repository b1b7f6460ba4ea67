import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { ModificaScelta } from '../schema';
import { cambiaModifica, esigiCapofila, esigiStato, eventoModifica, trovaModifica } from './_modifica';

/** Il referente del capofila annulla una richiesta non ancora decisa: il piano resta com'è e l'ambito torna libero. */
export const annullaModifica = (attore: Attore, { progettoId, richiestaId }: ModificaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const { pratica, modifica } = await trovaModifica(tx, attore, progettoId, richiestaId);
    esigiCapofila(pratica, true);
    esigiStato(modifica, 'BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA');
    await cambiaModifica(tx, modifica, { stato: 'ANNULLATA' });
    return { result: undefined, evento: eventoModifica('modifica.annullata', modifica, 'ANNULLATA') };
  });
