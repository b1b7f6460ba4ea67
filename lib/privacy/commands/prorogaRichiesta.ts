import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { esigiProrogabile, termineProrogato } from '../diritti';
import type { RichiestaScelta } from '../schema';
import { esigiReferente, eventoRichiesta, trovaAperta } from './_richiesta';

/** Due mesi in più per rispondere (art. 12 par. 3): il motivo si comunica alla persona entro il primo mese. */
export const prorogaRichiesta = (attore: Attore, { richiestaId }: RichiestaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiReferente(attore);
    const richiesta = await trovaAperta(tx, richiestaId);
    esigiProrogabile(richiesta, giornoDi(attore.adesso));
    const entro = termineProrogato(richiesta.ricevutaIl);
    await tx.richiestaInteressato.updateMany({ where: { id: richiestaId }, data: { entro: new Date(entro) } });
    return { result: undefined, evento: eventoRichiesta('interessato.prorogata', richiestaId, { entro }) };
  });
