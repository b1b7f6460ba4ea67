import { allegato, campiDelModulo, chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import { esportaTabella } from '@/lib/ricerca/commands/esportaTabella';
import { FormatoTabella, leggiFiltri, TabellaScaricabile } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

/** Scarica una tabella, o il suo grafico. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ tabella: string }> }): Promise<Response> {
  const attore = await chiManda(richiesta, routes.tabelle());
  if (attore instanceof Response) return attore;
  const tabella = TabellaScaricabile.safeParse((await params).tabella);
  if (attore.lettore === 'app_ente' || !tabella.success) return frase(404, 'Questa tabella non esiste o non puoi vederla.');
  const campi = await campiDelModulo(richiesta);
  const formato = FormatoTabella.safeParse(campi?.get('formato'));
  if (!campi || !formato.success) return frase(400, 'Scegli un formato tra CSV per Excel, CSV per R, XLSX, SVG e PNG.');
  const { filtri, errori } = leggiFiltri(Object.fromEntries(campi), attore.adesso);
  const errore = errori.data ?? errori.filtro;
  if (errore) return frase(400, errore);
  return oRifiuto(async () => allegato(await esportaTabella(attore, { tabella: tabella.data, formato: formato.data, filtri })));
}
