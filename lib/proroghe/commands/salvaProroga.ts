import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { fineChiesta, fineDi } from '../rules';
import type { ProrogaDaSalvare } from '../schema';
import { eventoProroga, mesiMassimi, trovaProroga } from './_proroga';

/** Il capofila riscrive la bozza. Se intanto l'ha cambiata un'altra persona non si sovrascrive: chi arriva dopo ritrova il suo testo nel modulo. */
export const salvaProroga = (attore: Attore, scritta: ProrogaDaSalvare): Promise<void> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scritta);
    const { pratica, proroga, oggetto } = inAtto;
    if (!pratica.chi.capofila || attore.lettore !== 'app_ente')
      throw new DomainError('proroga.ruoloMancante', 'La richiesta di proroga la scrive l’ente capofila.');
    if (proroga.stato !== 'BOZZA')
      throw new DomainError('proroga.cambiata', 'La richiesta è già stata presentata o annullata: non si riscrive. Ricarica la pagina.');
    const { mesi, data, motivo, rev } = scritta;
    const chiesta = fineChiesta(oggetto, { mesi, data }, await mesiMassimi(tx, pratica), giornoDi(attore.adesso));
    const { count } = await tx.proroga.updateMany({
      where: { id: proroga.id, rev, stato: 'BOZZA' },
      data: {
        ...{ motivo: motivo ?? '', mesiChiesti: mesi, rev: rev + 1 },
        ...{ fineAttuale: giorno(fineDi(oggetto)), fineChiesta: giorno(chiesta) },
      },
    });
    if (count === 0)
      throw new DomainError(
        'proroga.conflitto',
        'Intanto un’altra persona ha salvato questa richiesta. Quello che hai scritto è ancora qui: copialo, ricarica la pagina e confronta.',
      );
    return { result: undefined, evento: { ...eventoProroga('proroga.salvata', inAtto, 'BOZZA', { chiesta }), riservato: true } };
  });
