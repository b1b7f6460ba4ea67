import { comeAllegato } from '@/lib/documenti/nome';
import { type DocumentoPdf, documentoPdf } from './documento';

/** Il PDF come si scarica: un allegato che nessuno conserva per strada. */
export const rispostaPdf = async (documento: DocumentoPdf, nome: string): Promise<Response> =>
  new Response(await documentoPdf(documento), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': comeAllegato(nome),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
