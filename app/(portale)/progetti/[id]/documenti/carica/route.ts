import { leggiSessione } from '@/lib/auth/leggiSessione';
import { caricaDocumento } from '@/lib/documenti/commands/caricaDocumento';
import { DocumentoDaCaricare } from '@/lib/documenti/schema';
import { MASSIMO_BYTE } from '@/lib/documenti/tipi';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { routes } from '@/lib/routes';

/** Il file piu la cornice del modulo; lo stesso numero, per questo solo indirizzo, sta in proxy.ts. */
const MASSIMO_CORPO = MASSIMO_BYTE + 64 * 1024;

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
// 303: il browser segue con una GET
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** Riceve un documento. Una route e non una server action perche solo qui si accettano piu di 4 MB. L'esito si legge nella pagina dei documenti. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!eStessaOrigine(request.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const { id } = await params;
  const pagina = routes.documenti(id);
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva')
    return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna: pagina }));
  if (!sessione.attore) return vaiA(routes.profili());
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_CORPO)
    return frase(413, 'Il file supera i 10 MB: torna indietro, riducilo o dividilo e riprova.');
  const modulo = await request.formData().catch(() => null);
  if (!modulo) return frase(400, 'La richiesta non si legge. Torna alla pagina dei documenti e riprova.');
  const file = modulo.get('file');
  const caricato = file instanceof File ? file : null;
  const letto = DocumentoDaCaricare.safeParse({ ...textValues(moduloPulito(modulo)), progettoId: id, nome: caricato?.name.slice(0, 400) });
  if (!letto.success) return frase(400, 'La richiesta non si legge. Torna alla pagina dei documenti e riprova.');
  try {
    await caricaDocumento(sessione.attore, {
      ...letto.data,
      contenuto: new Uint8Array((await caricato?.arrayBuffer()) ?? new ArrayBuffer(0)),
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return vaiA(routes.documenti(id, { rifiuto: error.code, voce: letto.data.chiave }));
  }
  return vaiA(routes.documenti(id, { esito: 'caricato', voce: letto.data.chiave }));
}
