import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { RichiestaDaChiudere } from '../schema';
import { chiudi, esigiReferente, eventoRichiesta, trovaAperta } from './_richiesta';

/** La risposta alla persona, già data fuori dal portale: come è andata e che cosa si è risposto. Non si riapre. */
export const chiudiRichiesta = (attore: Attore, { richiestaId, stato, esito }: RichiestaDaChiudere): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiReferente(attore);
    const richiesta = await trovaAperta(tx, richiestaId);
    await chiudi(tx, richiesta, stato, esito);
    return { result: undefined, evento: eventoRichiesta('interessato.chiusa', richiestaId, { stato, genere: richiesta.genere }) };
  });
