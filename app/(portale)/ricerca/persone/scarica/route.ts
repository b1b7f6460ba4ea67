import { allegato, campiDelModulo, chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import { routes } from '@/lib/routes';
import { esportaRighe } from '@/lib/soppressione/commands/esportaRighe';
import { RigheChieste } from '@/lib/soppressione/schema';

/** Scarica le righe di un semestre. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.ricercaPersone());
  if (attore instanceof Response) return attore;
  if (attore.lettore !== 'app_ricerca') return frase(404, 'Queste righe non esistono o non puoi vederle.');
  const campi = RigheChieste.safeParse(Object.fromEntries((await campiDelModulo(richiesta)) ?? []));
  if (!campi.success) return frase(400, 'Scegli un semestre preparato e un formato tra CSV per Excel, CSV per R e XLSX.');
  return oRifiuto(async () => allegato(await esportaRighe(attore, campi.data)));
}
