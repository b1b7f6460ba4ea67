import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiPreavviso } from '../regole';
import type { Inammissibile } from '../schema';
import { chiudiIstruttoria } from './_esito';
import { richiesteDi, trovaPratica } from './_pratica';

/** L'istruttore dichiara non ammissibile la domanda, con i motivi, dopo il preavviso e il tempo per rispondere. */
export const dichiaraInammissibile = (attore: Attore, { progettoId, motivi, motivazione }: Inammissibile): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('dichiaraInammissibile', pratica.stato, pratica.chi);
    const { richieste, depositataIl } = await richiesteDi(tx, pratica);
    esigiPreavviso(richieste, depositataIl, attore.adesso);
    const esito = { esito: 'INAMMISSIBILE' as const, evento: 'progetto.nonAmmesso', a, motivi: [...new Set(motivi)], motivazione };
    return { result: undefined, evento: await chiudiIstruttoria(tx, attore, pratica, esito) };
  });
