import { allegato, campiDelModulo, chiManda, frase, oRifiuto, SCEGLI_FORMATO } from '@/app/(portale)/risposte';
import { esportaElenco } from '@/lib/cruscotto/commands/esportaElenco';
import { FiltriElenco, Scelte } from '@/lib/cruscotto/schema';
import { flussoWeb } from '@/lib/esportazione/flussoWeb';
import { Formato } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

/** Filtri e righe scelte di un elenco lungo. */
const MASSIMO = 16_384;

/** Scarica un elenco del cruscotto. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.cruscotto());
  if (attore instanceof Response) return attore;
  if (attore.lettore !== 'app_regione') return frase(404, 'Questo elenco non esiste o non puoi vederlo.');
  const campi = await campiDelModulo(richiesta, MASSIMO);
  const formato = Formato.safeParse(campi?.get('formato'));
  if (!campi || !formato.success) return frase(400, SCEGLI_FORMATO);
  const filtri = FiltriElenco.parse(Object.fromEntries(campi));
  const scelti = campi.has('id') ? Scelte.parse({ id: campi.getAll('id') }).id : undefined;
  return oRifiuto(async () => {
    const { flusso, ...file } = await esportaElenco(attore, { filtri: { ...filtri, scelti }, formato: formato.data });
    return allegato({ ...file, contenuto: flussoWeb(flusso) });
  });
}
