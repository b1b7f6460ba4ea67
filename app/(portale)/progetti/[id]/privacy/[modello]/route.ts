import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requireLettore } from '@/lib/auth/requireAttore';
import { rispostaDocx } from '@/lib/docx/risposta';
import { rispostaPdf } from '@/lib/pdf/risposta';
import { CODICI_MODELLO, documentoKit, nomeKit } from '@/lib/privacy/kit';
import { leggiKit } from '@/lib/privacy/queriesKit';

const Richiesta = z.object({ id: z.uuid(), modello: z.enum(CODICI_MODELLO), formato: z.enum(['pdf', 'docx']) });

/** Un modello privacy con i dati del progetto, in PDF o in DOCX. */
export async function GET(richiesta: Request, { params }: { params: Promise<{ id: string; modello: string }> }): Promise<Response> {
  const attore = await requireLettore('app_ente', 'app_regione');
  const letta = Richiesta.safeParse({ ...(await params), formato: new URL(richiesta.url).searchParams.get('formato') ?? 'pdf' });
  const kit = letta.success ? await leggiKit(attore, letta.data.id) : null;
  if (!letta.success || !kit) notFound();
  const { modello, formato } = letta.data;
  const rispondi = formato === 'pdf' ? rispostaPdf : rispostaDocx;
  return rispondi(documentoKit(modello, kit, attore.adesso), nomeKit(modello, kit, formato));
}
