import { z } from 'zod';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { MASSIMO_INVIO, TROPPO_LUNGO } from '@/lib/domande/invio';
import type { RispostaSalvataggio } from '@/lib/domande/salvataggio';
import { SezioneDaSalvare } from '@/lib/domande/schema';
import { isDomainError } from '@/lib/errors/domainError';
import { oraDi } from '@/lib/format/data';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';

const Corpo = SezioneDaSalvare.pick({ fase: true, rev: true, valori: true });
const Indirizzo = z.object({ id: z.uuid(), sezione: z.string().max(80) });
const ILLEGGIBILE = 'La richiesta non si legge. Il testo resta in questa pagina: copialo e ricarica.';

/**
 * Il salvataggio automatico di una sezione. È una route e non una server action perché il browser deve poterlo inviare anche mentre la pagina si chiude.
 * Stesso comando del pulsante «Salva».
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string; sezione: string }> }): Promise<Response> {
  if (!eStessaOrigine(request.headers))
    return rispondi({ esito: 'rifiutato', messaggio: 'La richiesta non è partita da una pagina del portale.', quando: 'mai' }, 403);
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva' || !sessione.attore) return rispondi({ esito: 'sessione' }, 401);
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_INVIO)
    return rispondi({ esito: 'rifiutato', messaggio: TROPPO_LUNGO, quando: 'cambiando' }, 413);
  const indirizzo = Indirizzo.safeParse(await params);
  const corpo = Corpo.safeParse(await request.json().catch(() => null));
  if (!indirizzo.success || !corpo.success) return rispondi({ esito: 'rifiutato', messaggio: ILLEGGIBILE, quando: 'mai' }, 400);
  try {
    const { id, sezione } = indirizzo.data;
    const esito = await salvaSezione(sessione.attore, { ...corpo.data, progettoId: id, chiave: sezione });
    if (esito.esito === 'errori') return rispondi({ esito: 'campi', errori: esito.errori }, 422);
    if (esito.esito === 'conflitto') return rispondi(esito, 409);
    return rispondi({ esito: 'salvato', rev: esito.rev, alle: oraDi(esito.salvataIl) });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.campo) return rispondi({ esito: 'campi', errori: { [error.campo]: [error.message] } }, 422);
    return rispondi({ esito: 'rifiutato', messaggio: error.message, quando: error.code === 'database.riprova' ? 'subito' : 'mai' }, 409);
  }
}

const rispondi = (corpo: RispostaSalvataggio, status = 200): Response =>
  Response.json(corpo, { status, headers: { 'Cache-Control': 'no-store' } });
