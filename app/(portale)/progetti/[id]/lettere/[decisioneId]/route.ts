import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requireLettore } from '@/lib/auth/requireAttore';
import { lettera } from '@/lib/decisioni/lettera';
import { leggiLettera } from '@/lib/decisioni/queriesLettera';
import { rispostaPdf } from '@/lib/pdf/risposta';

/** La lettera di una decisione, in PDF: per gli enti del progetto e per la Regione. Per chiunque altro non esiste. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; decisioneId: string }> }): Promise<Response> {
  const attore = await requireLettore('app_ente', 'app_regione');
  const indirizzo = z.object({ id: z.uuid(), decisioneId: z.uuid() }).safeParse(await params);
  const letta = indirizzo.success ? await leggiLettera(attore, indirizzo.data.id, indirizzo.data.decisioneId) : null;
  if (!letta) notFound();
  return rispostaPdf(lettera(letta), `Lettera ${letta.codice}.pdf`);
}
