import { comeAllegato } from '@/lib/documenti/nome';
import type { DocumentoPdf } from '@/lib/pdf/documento';
import { documentoDocx } from './documento';

/** Il DOCX come si scarica: un allegato che nessuno conserva per strada. */
export const rispostaDocx = async (documento: DocumentoPdf, nome: string): Promise<Response> =>
  new Response(await documentoDocx(documento), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': comeAllegato(nome),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
