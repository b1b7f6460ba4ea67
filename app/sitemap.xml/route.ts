import { basePubblica, rispostaPubblica } from '@/app/(pubblico)/risposte';
import { PAGINE_LEGALI, PAGINE_PUBBLICHE } from '@/components/shell/vociPubbliche';
import { mappaXml } from '@/lib/pubblico/atom';
import { leggiSito } from '@/lib/pubblico/queriesNovita';
import { routes } from '@/lib/routes';

export const dynamic = 'force-dynamic';

/** La mappa del sito per i motori di ricerca: le sole pagine aperte a tutti. */
export async function GET(richiesta: Request): Promise<Response> {
  const { progetti, avvisi } = await leggiSito();
  const percorsi = new Set([
    ...[...PAGINE_PUBBLICHE, ...PAGINE_LEGALI].map(({ href }) => href),
    routes.interfaccia(),
    ...progetti.map(routes.progettoApprovato),
    ...avvisi.map(routes.avviso),
  ]);
  return rispostaPubblica(richiesta, mappaXml(basePubblica(), [...percorsi]), 'application/xml; charset=utf-8');
}
