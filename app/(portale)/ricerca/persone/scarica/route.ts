import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';
import { esportaRighe } from '@/lib/soppressione/commands/esportaRighe';
import { RigheChieste } from '@/lib/soppressione/schema';

const MASSIMO = 4096;

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

// 303: il browser segue con una GET. Il redirect di Next in una route è 307 e ripeterebbe la POST sulla pagina di accesso.
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** Scarica le righe di un semestre. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva')
    return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna: routes.ricercaPersone() }));
  const { attore } = sessione;
  if (!attore) return vaiA(routes.profili());
  if (attore.lettore !== 'app_ricerca') return frase(404, 'Queste righe non esistono o non puoi vederle.');
  const campi = RigheChieste.safeParse(await campiDi(richiesta));
  if (!campi.success) return frase(400, 'Scegli un semestre preparato e un formato tra CSV per Excel, CSV per R e XLSX.');
  try {
    const { nome, tipo, contenuto } = await esportaRighe(attore, campi.data);
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
