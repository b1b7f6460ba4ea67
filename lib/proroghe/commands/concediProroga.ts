import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { giornoDi } from '@/lib/format/data';
import { esigiAttoProroga, esigiConcessa, esigiProrogabile, fineDi } from '../rules';
import type { ProrogaDaConcedere } from '../schema';
import { CAMBIATA, eventoProroga, trovaProroga } from './_proroga';
import { spostaFine } from './_sposta';

/**
 * Il dirigente concede la proroga, fino al giorno chiesto o a un altro: fine, azioni scelte, versione del piano e calendario si scrivono insieme o per
 * niente, con un evento solo.
 * @throws DomainError proroga.*, decisione.attoNelFuturo
 */
export const concediProroga = (attore: Attore, scritta: ProrogaDaConcedere): Promise<{ fine: string }> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scritta);
    const { pratica, proroga, oggetto } = inAtto;
    esigiAttoProroga('decidi', proroga.stato, pratica.chi);
    esigiProrogabile(pratica.stato, false);
    const { fine, nota, atto, dataAtto, azioni } = scritta;
    const stato = esigiConcessa(oggetto, proroga.fineChiesta, fine, nota);
    esigiDataAtto(dataAtto, null, giornoDi(attore.adesso));
    const { count } = await tx.proroga.updateMany({
      where: { id: proroga.id, stato: 'IN_ISTRUTTORIA' },
      data: { stato, fineConcessa: giorno(fine), notaDecisione: nota, atto, dataAtto: giorno(dataAtto) },
    });
    if (count === 0) throw CAMBIATA;
    const numeri = await spostaFine(tx, attore, inAtto, fine, azioni);
    const nome = stato === 'ACCOLTA' ? 'proroga.accolta' : 'proroga.accoltaInParte';
    const fatti = { finePrima: fineDi(oggetto), chiesta: proroga.fineChiesta, fine, dataAtto, ...numeri };
    return { result: { fine }, evento: eventoProroga(nome, inAtto, stato, fatti) };
  });
