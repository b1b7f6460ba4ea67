import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requireLettore } from '@/lib/auth/requireAttore';
import { comeAllegato } from '@/lib/documenti/nome';
import { leggiDocumento } from '@/lib/documenti/queries';

/** Un documento si scarica, non si apre dentro il portale: con il tipo che i suoi byte hanno, e mai indovinato dal browser. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; documentoId: string }> }): Promise<Response> {
  const attore = await requireLettore('app_ente', 'app_regione');
  const { id, documentoId } = await params;
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(documentoId).success) notFound();
  const documento = await leggiDocumento(attore, id, documentoId);
  if (!documento) notFound();
  return new Response(documento.contenuto, {
    headers: {
      'content-type': documento.tipo,
      'content-disposition': comeAllegato(documento.nome),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
