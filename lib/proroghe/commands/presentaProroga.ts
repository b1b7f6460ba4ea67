import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { protocolla } from '@/lib/protocollo/commands/protocolla';
import { improntaDi } from '@/lib/versioni/canonico';
import { esigiAttoProroga, esigiProrogabile, fineChiesta, fineDi } from '../rules';
import type { ProrogaScelta } from '../schema';
import { CAMBIATA, eventoProroga, mesiMassimi, rinunciaInCorso, trovaProroga } from './_proroga';

/**
 * Il referente del capofila presenta la richiesta alla Regione. I mesi si ricontano dalla fine in vigore adesso: se intanto si è spostata, chi chiede tre
 * mesi ne chiede sempre tre. Prende il protocollo; da ora non si riscrive e le prove allegate si leggono.
 */
export const presentaProroga = (attore: Attore, scelta: ProrogaScelta): Promise<{ protocollo: string }> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scelta);
    const { pratica, proroga, oggetto } = inAtto;
    esigiAttoProroga('presenta', proroga.stato, pratica.chi);
    esigiProrogabile(pratica.stato, await rinunciaInCorso(tx, pratica));
    if (proroga.motivo.trim().length < 10)
      throw new DomainError('proroga.motivoMancante', 'Prima di presentare scrivi perché serve la proroga (almeno 10 caratteri) e salva.');
    const quanto = { mesi: proroga.mesi, data: proroga.mesi === null ? proroga.fineChiesta : null };
    const chiesta = fineChiesta(oggetto, quanto, await mesiMassimi(tx, pratica), giornoDi(attore.adesso));
    const date = { fineAttuale: giorno(fineDi(oggetto)), fineChiesta: giorno(chiesta) };
    const sha256 = improntaDi({ proroga: proroga.id, fine: fineDi(oggetto), chiesta, motivo: proroga.motivo });
    const protocollo = await protocolla(tx, attore, { progettoId: pratica.id, genere: 'PRESENTATA', sha256 });
    const { count } = await tx.proroga.updateMany({
      where: { id: proroga.id, stato: 'BOZZA', rev: proroga.rev },
      data: { stato: 'PRESENTATA', protocollo, ...date },
    });
    if (count === 0) throw CAMBIATA;
    const evento = eventoProroga('proroga.presentata', inAtto, 'PRESENTATA', { fine: fineDi(oggetto), chiesta, protocollo });
    return { result: { protocollo }, evento };
  });
