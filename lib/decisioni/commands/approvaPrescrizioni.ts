import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { cambiaStatoProgetto, eventoDi, type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import type { AttoPrescrizioni } from '../schema';
import { esigiAtto, type Importi, scriviDecisione } from './_decisione';
import { esigiEsame } from './_prescrizioni';

/** Tutte le prescrizioni sono verificate: il progetto è approvato, con lo stesso contributo. */
export const approvaPrescrizioni = (attore: Attore, scritto: AttoPrescrizioni): Promise<{ decisioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritto.progettoId);
    const a = compiProgetto('approva', pratica.stato, pratica.chi);
    await esigiEsame(tx, pratica, 'approva');
    await esigiAtto(tx, attore, pratica, scritto.dataAtto);
    const { atto, dataAtto, motivazione } = scritto;
    const importi = await importiConcessi(tx, pratica);
    const decisioneId = await scriviDecisione(tx, attore, pratica, { esito: 'APPROVATO', motivazione, atto, dataAtto, importi });
    await cambiaStatoProgetto(tx, pratica, a);
    return {
      result: { decisioneId },
      evento: eventoDi('progetto.approvato', pratica, a, { dataAtto, concessoCents: String(importi.concesso) }),
    };
  });

/** Il contributo dell'approvazione con prescrizioni: quello che vale adesso. */
async function importiConcessi(tx: Tx, pratica: Pratica): Promise<Importi> {
  const decisione = await tx.decisione.findFirst({
    where: { progettoId: pratica.id, esito: 'APPROVATO_CON_PRESCRIZIONI' },
    orderBy: { decisaIl: 'desc' },
    select: { richiestoCents: true, concessoCents: true, concessoPerCategoria: true },
  });
  if (decisione?.richiestoCents == null || decisione.concessoCents === null)
    throw new DomainError('decisione.mancante', 'Manca la decisione con le prescrizioni: ricarica la pagina.');
  const voci = Object.entries((decisione.concessoPerCategoria ?? {}) as Record<string, string>);
  const perCategoria = Object.fromEntries(voci.map(([categoria, cents]) => [categoria, BigInt(cents)]));
  return { richiesto: decisione.richiestoCents, concesso: decisione.concessoCents, perCategoria };
}
