import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { comeAllegato } from '@/lib/documenti/nome';
import { leggiDocumento } from '@/lib/documenti/queries';
import { Uuid } from '@/lib/format/uuid';
import { scarica } from '../../riceviFile';

/** Un documento della domanda, come allegato. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; documentoId: string }> }): Promise<Response> {
  const attore = await requireLettore('app_ente', 'app_regione');
  const { id, documentoId } = await params;
  if (!Uuid.safeParse(id).success || !Uuid.safeParse(documentoId).success) notFound();
  const documento = await leggiDocumento(attore, id, documentoId);
  if (!documento) notFound();
  return scarica(documento, comeAllegato(documento.nome));
}
