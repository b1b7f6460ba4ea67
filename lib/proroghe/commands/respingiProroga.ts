import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { giornoDi } from '@/lib/format/data';
import { esigiAttoProroga } from '../rules';
import type { ProrogaDaRespingere } from '../schema';
import { CAMBIATA, eventoProroga, trovaProroga } from './_proroga';

/** Il dirigente non concede la proroga e dice perché: nessuna data cambia. */
export const respingiProroga = (attore: Attore, scritta: ProrogaDaRespingere): Promise<void> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scritta);
    const { pratica, proroga } = inAtto;
    esigiAttoProroga('decidi', proroga.stato, pratica.chi);
    const { nota, atto, dataAtto } = scritta;
    esigiDataAtto(dataAtto, null, giornoDi(attore.adesso));
    const { count } = await tx.proroga.updateMany({
      where: { id: proroga.id, stato: 'IN_ISTRUTTORIA' },
      data: { stato: 'RESPINTA', notaDecisione: nota, atto, dataAtto: giorno(dataAtto) },
    });
    if (count === 0) throw CAMBIATA;
    return { result: undefined, evento: eventoProroga('proroga.respinta', inAtto, 'RESPINTA', { dataAtto }) };
  });
