import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { comeAllegato } from '@/lib/documenti/nome';
import { leggiEvidenza } from '@/lib/evidenze/queries';
import { Uuid } from '@/lib/format/uuid';
import { scarica } from '../../riceviFile';

/** Una prova allegata, da scaricare: gli enti del progetto tutte, la Regione quelle presentate. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; evidenzaId: string }> }): Promise<Response> {
  const attore = await requireLettore('app_ente', 'app_regione');
  const { id, evidenzaId } = await params;
  if (!Uuid.safeParse(id).success || !Uuid.safeParse(evidenzaId).success) notFound();
  const evidenza = await leggiEvidenza(attore, id, evidenzaId);
  if (!evidenza) notFound();
  return scarica(evidenza, comeAllegato(evidenza.nome));
}
