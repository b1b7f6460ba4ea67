import { z } from 'zod';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { comeAllegato } from '@/lib/documenti/nome';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { rispostaPdf } from '@/lib/pdf/risposta';
import { leggiDatiInteressato } from '@/lib/privacy/commands/leggiDatiInteressato';
import { documentoInteressato, jsonInteressato } from '@/lib/privacy/datiInteressato';
import { routes } from '@/lib/routes';

const MASSIMO = 4096;
const NOME = 'I tuoi dati';
const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** I dati di chi ha chiesto l’accesso. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva') return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato }));
  const { attore } = sessione;
  if (!attore) return vaiA(routes.profili());
  const id = z.uuid().safeParse((await params).id);
  if (attore.lettore !== 'app_ente' || !id.success) return frase(404, 'Questa richiesta non esiste o non è del tuo ente.');
  const formato = await formatoDi(richiesta);
  if (!formato) return frase(400, 'Scegli un formato tra PDF e JSON.');
  try {
    const dati = await leggiDatiInteressato(attore, { richiestaId: id.data });
    return formato === 'pdf' ? await rispostaPdf(documentoInteressato(dati), `${NOME}.pdf`) : inJson(jsonInteressato(dati));
  } catch (error) {
    if (isDomainError(error)) return frase(error.code === 'interessato.nonTrovata' ? 404 : 400, error.message);
    throw error;
  }
}

async function formatoDi(richiesta: Request): Promise<'pdf' | 'json' | null> {
  if (Number(richiesta.headers.get('content-length') ?? 0) > MASSIMO) return null;
  const campi = await richiesta.formData().catch(() => null);
  return z
    .enum(['pdf', 'json'])
    .nullable()
    .catch(null)
    .parse(campi?.get('formato') ?? null);
}

const inJson = (testo: string): Response =>
  new Response(testo, {
    headers: {
      ...{ 'content-type': 'application/json; charset=utf-8', 'content-disposition': comeAllegato(`${NOME}.json`) },
      ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
    },
  });
