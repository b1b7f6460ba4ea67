import type { Attore } from '@/lib/auth/attore';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import type { FileIndicatori } from '@/lib/indicatori/commands/esportaIndicatori';
import { Formato } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

const MASSIMO = 4096;

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

type Scrivi = (attore: Attore, campi: Record<string, string>, formato: Formato) => Promise<FileIndicatori>;

/** Uno scaricamento di indicatori: solo da questo portale, solo a chi e entrato; cio che non si trova e cio che non spetta sono la stessa risposta. */
export async function scarica(richiesta: Request, torna: string, scrivi: Scrivi): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva') return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna }));
  if (!sessione.attore) return vaiA(routes.profili());
  const campi = await campiDi(richiesta);
  const formato = Formato.safeParse(campi?.formato);
  if (!campi || !formato.success) return frase(400, 'Scegli un formato tra CSV per Excel, CSV per R e XLSX.');
  try {
    const { nome, tipo, contenuto } = await scrivi(sessione.attore, campi, formato.data);
    const intestazioni = { 'content-type': tipo, 'content-disposition': `attachment; filename="${nome}"`, 'cache-control': 'no-store' };
    return new Response(contenuto, { headers: intestazioni });
  } catch (error) {
    if (isDomainError(error)) return frase(404, error.message);
    throw error;
  }
}

/** I campi di testo del modulo, o null se il corpo non e un modulo o e piu grande di quanto il nostro possa essere. */
async function campiDi(richiesta: Request): Promise<Record<string, string> | null> {
  if (!richiesta.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  if (Number(richiesta.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO) return null;
  return Object.fromEntries(new URLSearchParams(await richiesta.text()));
}
