import { Readable } from 'node:stream';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { esportaElenco } from '@/lib/cruscotto/commands/esportaElenco';
import { FiltriElenco, Scelte } from '@/lib/cruscotto/schema';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { Formato } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

const MASSIMO = 16_384;

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** Scarica un elenco del cruscotto. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva')
    return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna: routes.cruscotto() }));
  const { attore } = sessione;
  if (!attore) return vaiA(routes.profili());
  if (attore.lettore !== 'app_regione') return frase(404, 'Questo elenco non esiste o non puoi vederlo.');
  const campi = await campiDi(richiesta);
  const formato = Formato.safeParse(campi?.get('formato'));
  if (!campi || !formato.success) return frase(400, 'Scegli un formato tra CSV per Excel, CSV per R e XLSX.');
  const filtri = FiltriElenco.parse(Object.fromEntries(campi));
  const scelti = campi.has('id') ? Scelte.parse({ id: campi.getAll('id') }).id : undefined;
  try {
    const { nome, tipo, flusso } = await esportaElenco(attore, { filtri: { ...filtri, scelti }, formato: formato.data });
    const intestazioni = { 'content-type': tipo, 'content-disposition': `attachment; filename="${nome}"`, 'cache-control': 'no-store' };
    return new Response(Readable.toWeb(flusso) as ReadableStream<Uint8Array>, { headers: intestazioni });
  } catch (error) {
    if (isDomainError(error)) return frase(400, error.message);
    throw error;
  }
}

/** I campi del modulo, o null se il corpo non è un modulo o è più grande di quanto il nostro possa essere. */
async function campiDi(richiesta: Request): Promise<URLSearchParams | null> {
  if (!richiesta.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  if (Number(richiesta.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO) return null;
  return new URLSearchParams(await richiesta.text());
}
