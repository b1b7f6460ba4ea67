import { allegato, campiDelModulo, chiManda, frase, oRifiuto, SCEGLI_FORMATO } from '@/app/(portale)/risposte';
import { esportaAnalisi } from '@/lib/analisi/commands/esporta';
import { FormatoAnalisi } from '@/lib/analisi/schema';
import { env } from '@/lib/env';
import { routes } from '@/lib/routes';

/** Scarica il risultato di un'analisi. POST, perché lascia una riga nel registro. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.analisi());
  if (attore instanceof Response) return attore;
  if (attore.lettore !== 'app_ricerca') return frase(404, 'Questa analisi non esiste o non puoi scaricarla.');
  const campi = await campiDelModulo(richiesta);
  const formato = FormatoAnalisi.safeParse(campi?.get('formato'));
  if (!campi || !formato.success) return frase(400, SCEGLI_FORMATO);
  const chiesta = { parametri: Object.fromEntries(campi), formato: formato.data };
  return oRifiuto(async () =>
    allegato(await esportaAnalisi(attore, chiesta, (parametri) => `${env().NEXTAUTH_URL}${routes.analisi(parametri)}`)),
  );
}
