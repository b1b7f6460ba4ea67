import { vaiA } from '@/app/(portale)/risposte';
import { isDomainError } from '@/lib/errors/domainError';
import { caricaEvidenza } from '@/lib/evidenze/commands/caricaEvidenza';
import { ritorno } from '@/lib/evidenze/ritorno';
import { EvidenzaDaCaricare } from '@/lib/evidenze/schema';
import { routes } from '@/lib/routes';
import { illeggibile, riceviFile } from '../../riceviFile';

/** Riceve una prova. L'esito si legge nella pagina da cui è partita (campo `torna`). */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const ricevuto = await riceviFile(request, routes.progetto(id));
  if (ricevuto instanceof Response) return ricevuto;
  const letto = EvidenzaDaCaricare.safeParse({ ...ricevuto.campi, progettoId: id, nome: ricevuto.nome });
  if (!letto.success) return illeggibile();
  const torna = (prova: string) => vaiA(ritorno(id, ricevuto.campi.torna, prova));
  try {
    await caricaEvidenza(ricevuto.attore, { ...letto.data, contenuto: ricevuto.contenuto });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return torna(error.code);
  }
  return torna('allegata');
}
