import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { esigiAttoProroga } from '../rules';
import type { ProrogaScelta } from '../schema';
import { CAMBIATA, eventoProroga, trovaProroga } from './_proroga';

/** Il referente del capofila ritira la richiesta, finché la Regione non ha deciso. Resta nella storia. */
export const annullaProroga = (attore: Attore, scelta: ProrogaScelta): Promise<void> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scelta);
    const { pratica, proroga } = inAtto;
    esigiAttoProroga('annulla', proroga.stato, pratica.chi);
    const { count } = await tx.proroga.updateMany({ where: { id: proroga.id, stato: proroga.stato }, data: { stato: 'ANNULLATA' } });
    if (count === 0) throw CAMBIATA;
    return { result: undefined, evento: eventoProroga('proroga.annullata', inAtto, 'ANNULLATA') };
  });
