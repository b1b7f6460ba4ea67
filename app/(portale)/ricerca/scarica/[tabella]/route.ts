import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { esportaTabella } from '@/lib/ricerca/commands/esportaTabella';
import { Formato, leggiFiltri, TabellaScaricabile } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

const MASSIMO = 4096;

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

// 303: il browser segue con una GET. Il redirect di Next in una route è 307 e ripeterebbe la POST sulla pagina di accesso.
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** Scarica una tabella. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ tabella: string }> }): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva')
    return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna: routes.tabelle() }));
  const { attore } = sessione;
  if (!attore) return vaiA(routes.profili());
  const tabella = TabellaScaricabile.safeParse((await params).tabella);
  if (attore.lettore === 'app_ente' || !tabella.success) return frase(404, 'Questa tabella non esiste o non puoi vederla.');

  const campi = await campiDi(richiesta);
  const formato = Formato.safeParse(campi?.formato);
  if (!campi || !formato.success) return frase(400, 'Scegli un formato tra CSV per Excel, CSV per R e XLSX.');
  const { filtri, errori } = leggiFiltri(campi, attore.adesso);
  const errore = errori.data ?? errori.filtro;
  if (errore) return frase(400, errore);
  try {
    const { nome, tipo, contenuto } = await esportaTabella(attore, { tabella: tabella.data, formato: formato.data, filtri });
    const intestazioni = { 'content-type': tipo, 'content-disposition': `attachment; filename="${nome}"`, 'cache-control': 'no-store' };
    return new Response(contenuto, { headers: intestazioni });
  } catch (error) {
    if (isDomainError(error)) return frase(400, error.message);
    throw error;
  }
}

/** I campi di testo del modulo, o null se il corpo non è un modulo o è più grande di quanto il nostro possa essere. */
async function campiDi(richiesta: Request): Promise<Record<string, string> | null> {
  if (!richiesta.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  if (Number(richiesta.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO) return null;
  return Object.fromEntries(new URLSearchParams(await richiesta.text()));
}
