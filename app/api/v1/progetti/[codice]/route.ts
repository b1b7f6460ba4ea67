import { frena, problema, rispostaJson } from '@/app/(pubblico)/risposte';
import { leggiProgettoIntero } from '@/lib/pubblico/queriesDati';

export const dynamic = 'force-dynamic';

/** Un progetto approvato con enti, azioni, importo e stati. */
export async function GET(richiesta: Request, { params }: { params: Promise<{ codice: string }> }): Promise<Response> {
  const troppe = frena(richiesta);
  if (troppe) return troppe;
  if (new URL(richiesta.url).search) return problema(400, 'Questo indirizzo non ha parametri.');
  const { codice } = await params;
  const intero = codice.length <= 40 && !codice.includes('\0') ? await leggiProgettoIntero(codice) : null;
  return intero ? rispostaJson(richiesta, intero) : problema(404, 'Nessun progetto approvato ha questo codice.');
}
