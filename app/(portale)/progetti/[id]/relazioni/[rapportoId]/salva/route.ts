import { z } from 'zod';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { completezza } from '@/lib/attuazione/completezza';
import { segnalazioni } from '@/lib/attuazione/confronto';
import { ModuloAvanzamento } from '@/lib/attuazione/modulo';
import { type Dichiarazione, leggiRapporto } from '@/lib/attuazione/queries';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { oraDi } from '@/lib/format/data';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';

/** Che cosa risponde il salvataggio automatico. */
export type EsitoSalvataggio =
  | { esito: 'salvato'; rev: number; alle: string; manca: { campo: string; messaggio: string }[]; avvisi: string[] }
  | { esito: 'campi'; errori: Record<string, string[]> }
  | { esito: 'conflitto'; messaggio: string; rev: number; loro: Dichiarazione | null }
  | { esito: 'rifiutato'; messaggio: string }
  | { esito: 'sessione' };

const MASSIMO_BYTE = 200_000;

/**
 * Il salvataggio automatico di un'azione. È una route e non una server action perché il browser deve poterlo inviare anche mentre
 * la pagina si chiude (fetch con keepalive). Stesso comando del pulsante "Salva".
 */
export async function POST(request: Request, { params }: { params: Promise<{ rapportoId: string }> }): Promise<Response> {
  if (!eStessaOrigine(request.headers))
    return rispondi({ esito: 'rifiutato', messaggio: 'La richiesta non è partita da una pagina del portale.' }, 403);
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva' || !sessione.attore) return rispondi({ esito: 'sessione' }, 401);
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_BYTE)
    return rispondi({ esito: 'rifiutato', messaggio: 'Il testo è troppo lungo per essere salvato.' }, 413);

  const modulo = await request.formData().catch(() => null);
  if (!modulo) return rispondi({ esito: 'rifiutato', messaggio: 'La richiesta non si legge. Ricarica la pagina.' }, 400);
  const letto = ModuloAvanzamento.safeParse(textValues(moduloPulito(modulo)));
  if (!letto.success)
    return rispondi(
      {
        esito: 'campi',
        errori: z.flattenError(letto.error as z.ZodError<Record<string, unknown>>).fieldErrors as Record<string, string[]>,
      },
      422,
    );
  // l'indirizzo finisce nei registri del server: deve dire la relazione che si scrive davvero
  if (letto.data.rapportoId !== (await params).rapportoId)
    return rispondi({ esito: 'rifiutato', messaggio: 'Questa relazione non esiste o non puoi vederla.' }, 409);
  try {
    const { rev, salvatoIl } = await salvaAvanzamento(sessione.attore, letto.data);
    return rispondi({ esito: 'salvato', rev, alle: oraDi(salvatoIl), ...(await daDire(sessione.attore, letto.data)) });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.campo) return rispondi({ esito: 'campi', errori: { [error.campo]: [error.message] } }, 422);
    if (error.code !== 'avanzamento.conflitto') return rispondi({ esito: 'rifiutato', messaggio: error.message }, 409);
    const azione = (await leggiRapporto(sessione.attore, letto.data.rapportoId))?.azioni.find(({ id }) => id === letto.data.azioneId);
    return rispondi({ esito: 'conflitto', messaggio: error.message, rev: azione?.rev ?? 0, loro: azione?.ora ?? null }, 409);
  }
}

/** Che cosa manca ancora all'azione, e che cosa si segnala. */
async function daDire(attore: Parameters<typeof leggiRapporto>[0], { rapportoId, azioneId }: { rapportoId: string; azioneId: string }) {
  const rapporto = await leggiRapporto(attore, rapportoId);
  const [voce] = completezza(rapporto?.azioni.filter(({ id }) => id === azioneId) ?? []);
  return { manca: voce?.manca ?? [], avvisi: voce ? segnalazioni(voce.azione) : [] };
}

const rispondi = (corpo: EsitoSalvataggio, status = 200): Response =>
  Response.json(corpo, { status, headers: { 'Cache-Control': 'no-store' } });
