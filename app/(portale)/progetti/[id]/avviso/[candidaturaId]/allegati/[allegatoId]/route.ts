import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiAllegato } from '@/lib/avvisi/queries';

type Contesto = { params: Promise<{ id: string; candidaturaId: string; allegatoId: string }> };
const Indirizzo = z.object({ id: z.uuid(), candidaturaId: z.uuid(), allegatoId: z.uuid() });

/** Scarica un allegato di una candidatura. Sempre come file: un PDF di uno sconosciuto non si apre dentro il portale. */
export async function GET(_richiesta: Request, { params }: Contesto): Promise<Response> {
  const attore = await requireLettore('app_ente');
  const letto = Indirizzo.safeParse(await params);
  if (!letto.success) notFound();
  const allegato = await leggiAllegato(attore, { progettoId: letto.data.id, ...letto.data });
  if (!allegato) notFound();
  return new Response(allegato.contenuto, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(allegato.nome)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
