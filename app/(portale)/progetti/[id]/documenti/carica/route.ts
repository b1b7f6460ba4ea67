import { vaiA } from '@/app/(portale)/risposte';
import { caricaDocumento } from '@/lib/documenti/commands/caricaDocumento';
import { DocumentoDaCaricare } from '@/lib/documenti/schema';
import { isDomainError } from '@/lib/errors/domainError';
import { routes } from '@/lib/routes';
import { illeggibile, riceviFile } from '../../riceviFile';

/** Riceve un documento. L'esito si legge nella pagina dei documenti. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const ricevuto = await riceviFile(request, routes.documenti(id));
  if (ricevuto instanceof Response) return ricevuto;
  const letto = DocumentoDaCaricare.safeParse({ ...ricevuto.campi, progettoId: id, nome: ricevuto.nome });
  if (!letto.success) return illeggibile();
  try {
    await caricaDocumento(ricevuto.attore, { ...letto.data, contenuto: ricevuto.contenuto });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return vaiA(routes.documenti(id, { rifiuto: error.code, voce: letto.data.chiave }));
  }
  return vaiA(routes.documenti(id, { esito: 'caricato', voce: letto.data.chiave }));
}
