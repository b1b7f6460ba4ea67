import { allegato, campiDelModulo, chiManda, frase, oRifiuto, SCEGLI_FORMATO } from '@/app/(portale)/risposte';
import type { Attore } from '@/lib/auth/attore';
import type { FileIndicatori } from '@/lib/indicatori/commands/esportaIndicatori';
import { Formato } from '@/lib/ricerca/schema';

type Scrivi = (attore: Attore, campi: Record<string, string>, formato: Formato) => Promise<FileIndicatori>;

/** Gli indicatori di un progetto o di un programma; ciò che non si trova e ciò che non spetta sono la stessa risposta. */
export async function scarica(richiesta: Request, torna: string, scrivi: Scrivi): Promise<Response> {
  const attore = await chiManda(richiesta, torna);
  if (attore instanceof Response) return attore;
  const campi = await campiDelModulo(richiesta);
  const formato = Formato.safeParse(campi?.get('formato'));
  if (!campi || !formato.success) return frase(400, SCEGLI_FORMATO);
  return oRifiuto(
    async () => allegato(await scrivi(attore, Object.fromEntries(campi), formato.data)),
    () => 404,
  );
}
