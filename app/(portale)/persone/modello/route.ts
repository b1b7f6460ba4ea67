import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { cartellaPersone } from '@/lib/importaPersone/modello';
import { progettiDaRiempire } from '@/lib/importaPersone/queries';

/** Il modello da riempire, con le azioni del progetto chiesto. Non contiene dati. */
export async function GET(richiesta: Request): Promise<Response> {
  const attore = await requireLettore('app_ente');
  const chiesto = new URL(richiesta.url).searchParams.get('progetto');
  const progetti = await progettiDaRiempire(attore);
  const progetto = chiesto === null ? null : progetti.find(({ id }) => id === chiesto);
  if (progetto === undefined) notFound();
  return new Response(await cartellaPersone(progetto?.azioni ?? [], attore.adesso), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="modello-persone.xlsx"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
