import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { esigiAttoProroga } from '../rules';
import type { ProrogaScelta } from '../schema';
import { CAMBIATA, eventoProroga, trovaProroga } from './_proroga';

/** Chi istruisce prende in carico la richiesta: da ora l'ente sa chi la sta guardando. */
export const prendiInCaricoProroga = (attore: Attore, scelta: ProrogaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scelta);
    const { pratica, proroga } = inAtto;
    esigiAttoProroga('prendiInCarico', proroga.stato, pratica.chi);
    const { count } = await tx.proroga.updateMany({
      where: { id: proroga.id, stato: 'PRESENTATA' },
      data: { stato: 'IN_ISTRUTTORIA', assegnataA: attore.utenteId },
    });
    if (count === 0) throw CAMBIATA;
    return { result: undefined, evento: eventoProroga('proroga.presaInCarico', inAtto, 'IN_ISTRUTTORIA') };
  });
