import type { Attore } from '@/lib/auth/attore';
import { vociDi } from '@/lib/bandi/configurazione';
import { commandAs } from '@/lib/db/scope';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiAmmissibile, Verifiche } from '../verifiche';
import { chiudiIstruttoria } from './_esito';
import { configurazioneDi, trovaPratica } from './_pratica';

/** L'istruttore dichiara ammissibile la domanda: tutte le verifiche hanno una risposta, e nessuna è «no». */
export const dichiaraAmmissibile = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('dichiaraAmmissibile', pratica.stato, pratica.chi);
    const voci = vociDi((await configurazioneDi(tx, pratica)).ammissibilita, pratica.fase);
    const chiave = { progettoId_fase: { progettoId, fase: pratica.fase } };
    const istruttoria = await tx.istruttoria.findUnique({ where: chiave, select: { verifiche: true } });
    esigiAmmissibile(voci, Verifiche.parse(istruttoria?.verifiche ?? {}));
    const esito = { esito: 'AMMISSIBILE' as const, evento: 'progetto.ammesso', a, motivi: [], motivazione: null };
    return { result: undefined, evento: await chiudiIstruttoria(tx, attore, pratica, esito) };
  });
