import { z } from 'zod';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { segnalaPresenza } from '@/lib/domande/commands/segnalaPresenza';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { FASI_DOMANDA } from '@/lib/progetti/stati';

const Corpo = z.object({ fase: z.enum(FASI_DOMANDA) });
const Indirizzo = z.object({ id: z.uuid(), sezione: z.string().max(80) });

/** Chi altri ha la sezione aperta. Non rinnova nulla per chi non è entrato o non partecipa: la risposta è un elenco vuoto. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string; sezione: string }> }): Promise<Response> {
  if (!eStessaOrigine(request.headers)) return rispondi([], 403);
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva' || sessione.attore?.lettore !== 'app_ente') return rispondi([], 401);
  const indirizzo = Indirizzo.safeParse(await params);
  const corpo = Corpo.safeParse(await request.json().catch(() => null));
  if (!indirizzo.success || !corpo.success) return rispondi([], 400);
  try {
    const { id, sezione } = indirizzo.data;
    return rispondi(await segnalaPresenza(sessione.attore, { progettoId: id, fase: corpo.data.fase, chiave: sezione }));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return rispondi([], 404);
  }
}

const rispondi = (persone: string[], status = 200): Response =>
  Response.json({ persone }, { status, headers: { 'Cache-Control': 'no-store' } });
