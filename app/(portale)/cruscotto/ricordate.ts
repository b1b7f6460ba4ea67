import type { Attore } from '@/lib/auth/attore';
import { leggiStatiNelTempo } from '@/lib/cruscotto/queries';
import { giornoDi } from '@/lib/format/data';
import { FiltriSegnali } from '@/lib/segnali/filtri';
import { elencaSegnali } from '@/lib/segnali/queries';

const MINUTO = 60 * 1000;

/**
 * Una lettura uguale per chiunque nella Regione, tenuta per poco: i pezzi più costosi del cruscotto, di cui nessun numero promette la lunghezza di
 * un elenco. I numeri che aprono un elenco non passano di qui: sono sempre di adesso. `alle` è quando è stata letta: la pagina lo dice.
 */
function ricordata<T>(valeMs: number, leggi: (attore: Attore) => Promise<T>): (attore: Attore) => Promise<{ valore: T; alle: Date }> {
  const lette = new Map<string, { fino: number; letta: { valore: T; alle: Date } }>();
  return async (attore) => {
    const chiave = `${attore.regioneId} ${giornoDi(attore.adesso)}`;
    const nota = lette.get(chiave);
    if (nota && nota.fino > Date.now()) return nota.letta;
    const letta = { valore: await leggi(attore), alle: attore.adesso };
    for (const [altra, { fino }] of lette) if (fino <= Date.now()) lette.delete(altra);
    lette.set(chiave, { fino: Date.now() + valeMs, letta });
    return letta;
  };
}

/** La storia dei dodici mesi, che cambia quando si presenta una relazione. */
export const statiNelTempo = ricordata(5 * MINUTO, leggiStatiNelTempo);

const QUANTI = 3;

/** I primi segnali e quanti sono in tutto. */
export const segnaliInBreve = ricordata(MINUTO, async (attore) => {
  const { segnali, conteggi } = await elencaSegnali(attore, FiltriSegnali.parse({}), QUANTI);
  return { segnali, totale: Object.values(conteggi).reduce((somma, n) => somma + (n ?? 0), 0) };
});
