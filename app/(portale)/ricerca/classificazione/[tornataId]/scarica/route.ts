import { allegato, campiDelModulo, chiManda, frase, oRifiuto, SCEGLI_FORMATO } from '@/app/(portale)/risposte';
import { esportaCodifiche } from '@/lib/classificazione/commands/esportaCodifiche';
import { Uuid } from '@/lib/format/uuid';
import { Formato } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

const NON_TROVATE = 'Queste codifiche non esistono o non puoi vederle.';

/** Scarica le codifiche di una tornata svelata. POST, perché lascia una riga nel registro. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ tornataId: string }> }): Promise<Response> {
  const attore = await chiManda(richiesta, routes.classificazione());
  if (attore instanceof Response) return attore;
  const tornataId = Uuid.safeParse((await params).tornataId);
  if (attore.lettore !== 'app_ricerca' || !tornataId.success) return frase(404, NON_TROVATE);
  const formato = Formato.safeParse((await campiDelModulo(richiesta))?.get('formato'));
  if (!formato.success) return frase(400, SCEGLI_FORMATO);
  return oRifiuto(
    async () => allegato(await esportaCodifiche(attore, { tornataId: tornataId.data, formato: formato.data })),
    (codice) => (codice === 'classificazione.tornataNonTrovata' ? 404 : 400),
  );
}
