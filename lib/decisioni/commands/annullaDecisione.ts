import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { faseEsame, IN_ISTRUTTORIA } from '@/lib/istruttoria/regole';
import { compiProgetto } from '@/lib/progetti/stati';
import type { Annullamento } from '../schema';
import { SENZA_CONTRIBUTO, scriviDecisione } from './_decisione';

/** Il dirigente torna indietro di un passo, fino all'avvio. Ciò che si era deciso resta nella storia; contributo e prescrizioni no. */
export const annullaDecisione = (attore: Attore, { progettoId, motivazione }: Annullamento): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('annullaDecisione', pratica.stato, pratica.chi);
    await scriviDecisione(tx, attore, pratica, { esito: 'ANNULLATA', motivazione });
    // cadono le prescrizioni della decisione che si annulla: quelle dell'idea restano a chi torna indietro dal progetto
    await tx.$executeRaw`
      update prescrizione z set stato = 'ANNULLATA' where z.progetto_id = ${progettoId}::uuid
        and not exists (select from decisione d where d.id = z.decisione_id and d.fase <> ${pratica.fase})`;
    if (IN_ISTRUTTORIA.includes(a))
      await tx.istruttoria.updateMany({ where: { progettoId, fase: faseEsame(a) }, data: { chiusaIl: null } });
    await cambiaStatoProgetto(tx, pratica, a, SENZA_CONTRIBUTO);
    return { result: undefined, evento: eventoDi('decisione.annullata', pratica, a) };
  });
