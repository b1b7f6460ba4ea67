import { leggiSalute } from '@/lib/salute/queries';

export const dynamic = 'force-dynamic';

/** Per chi sorveglia il servizio: 200 se il database risponde, 503 se no. Nessun dettaglio. */
export async function GET(): Promise<Response> {
  const risponde = await leggiSalute();
  return Response.json(
    { stato: risponde ? 'ok' : 'non disponibile' },
    { status: risponde ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
