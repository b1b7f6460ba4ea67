import { notFound } from 'next/navigation';
import { allegato } from '@/app/(portale)/risposte';
import { requireLettore } from '@/lib/auth/requireAttore';
import { TIPI } from '@/lib/documenti/tipi';
import { cartellaPersone } from '@/lib/importaPersone/modello';
import { progettiDaRiempire } from '@/lib/importaPersone/queries';

/** Il modello da riempire, con le azioni del progetto chiesto. Non contiene dati. */
export async function GET(richiesta: Request): Promise<Response> {
  const attore = await requireLettore('app_ente');
  const chiesto = new URL(richiesta.url).searchParams.get('progetto');
  const progetti = await progettiDaRiempire(attore);
  const progetto = chiesto === null ? null : progetti.find(({ id }) => id === chiesto);
  if (progetto === undefined) notFound();
  const contenuto = await cartellaPersone(progetto?.azioni ?? [], attore.adesso);
  return allegato({ nome: 'modello-persone.xlsx', tipo: TIPI.XLSX.mime, contenuto });
}
