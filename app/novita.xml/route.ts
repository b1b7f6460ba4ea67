import { regionePubblica } from '@/app/(pubblico)/panoramica';
import { basePubblica, rispostaPubblica } from '@/app/(pubblico)/risposte';
import { feedAtom } from '@/lib/pubblico/atom';
import { elencaNovita } from '@/lib/pubblico/queriesNovita';

export const dynamic = 'force-dynamic';
/** Da quando il feed esiste, se non c'è ancora nulla da annunciare. */
const INIZIO = '2020-01-01T00:00:00Z';

/** Bandi, avvisi e decisioni, per chi li segue con un lettore di feed. */
export async function GET(richiesta: Request): Promise<Response> {
  const [regione, novita] = await Promise.all([regionePubblica(), elencaNovita()]);
  return rispostaPubblica(richiesta, feedAtom(basePubblica(), regione.nome, novita, INIZIO), 'application/atom+xml; charset=utf-8');
}
