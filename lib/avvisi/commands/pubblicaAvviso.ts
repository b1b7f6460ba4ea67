import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiProgetto } from '@/lib/progetti/stati';
import { aperturaEffettiva, mancanzeAvviso } from '../regole';
import { conflitto, trovaAvviso, trovaProgetto } from './_parti';

const GIORNI = z.object({ giorniAvviso: Configurazione.shape.giorniAvviso });

/** Il referente del capofila pubblica l'avviso: il progetto cerca partner, e da qui il testo non cambia più. */
export const pubblicaAvviso = (attore: Attore, { progettoId, rev }: { progettoId: string; rev: number }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const progetto = await trovaProgetto(tx, attore, progettoId);
    const a = compiProgetto('pubblicaAvviso', progetto.stato, progetto.chi);
    const avviso = await trovaAvviso(tx, progettoId);
    if (avviso.rev !== rev) throw conflitto('avviso.conflitto');
    const { giorniAvviso, passo } = await regoleDelBando(tx, progettoId, progetto.bandoId);
    const [manca] = mancanzeAvviso(avviso, attore.adesso, giorniAvviso, passo);
    if (manca) throw new DomainError('avviso.incompleto', manca);
    const apre = aperturaEffettiva(avviso.apre, attore.adesso);
    const pubblicati = await tx.$executeRaw`
      update avviso set stato = 'PUBBLICATO', apre = ${apre}, pubblicato_il = app.adesso(), rev = rev + 1
      where id = ${avviso.id}::uuid and rev = ${rev} and stato = 'BOZZA'`;
    const { count } = await tx.progetto.updateMany({ where: { id: progettoId, stato: progetto.stato }, data: { stato: a } });
    if (pubblicati === 0 || count === 0) throw conflitto('avviso.conflitto');
    return {
      result: undefined,
      evento: {
        atto: 'avviso.pubblicato',
        oggetto: 'avviso',
        oggettoId: avviso.id,
        progettoId,
        prima: { stato: progetto.stato },
        dopo: { stato: a, apre: apre.toISOString(), chiude: avviso.chiude?.toISOString() ?? null },
      },
    };
  });

/** I giorni minimi della versione del bando che regge la domanda, e il passo degli avvisi com'è oggi. */
async function regoleDelBando(tx: Tx, progettoId: string, bandoId: string) {
  const [riga] = await tx.$queryRaw<{ giorni: unknown }[]>`
    select v.configurazione -> 'giorniAvviso' as giorni from progetto p join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`;
  const passo = await tx.passoBando.findUnique({
    where: { bandoId_fase: { bandoId, fase: 'AVVISO' } },
    select: { apre: true, chiude: true },
  });
  return { giorniAvviso: GIORNI.parse({ giorniAvviso: riga?.giorni ?? undefined }).giorniAvviso, passo };
}
