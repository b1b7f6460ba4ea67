import type { Attore } from '@/lib/auth/attore';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { ALTRA_ORIGINE, eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';

/** Come rispondono le route che ricevono un modulo senza passare da una server action: file caricati e scaricamenti che lasciano una riga nel registro. */

/** Una frase intera, da sola: si legge anche senza la pagina intorno. */
export const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

/** 303: il browser segue con una GET. Il redirect di Next in una route è 307 e ripeterebbe la POST sulla pagina di accesso. */
export const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/**
 * Chi manda il modulo, o la risposta da dare subito: da un'altra origine 403, senza sessione o senza profilo si va dove si entra.
 * @param torna la pagina a cui tornare dopo l'accesso
 */
export async function chiManda(richiesta: Request, torna: string): Promise<Attore | Response> {
  if (!eStessaOrigine(richiesta.headers)) return frase(403, ALTRA_ORIGINE);
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva') return vaiA(routes.accesso({ avviso: sessione.stato === 'assente' ? undefined : sessione.stato, torna }));
  return sessione.attore ?? vaiA(routes.profili());
}

/** I campi di testo del modulo, o null se il corpo non è un modulo o è più grande di quanto il nostro possa essere. @param massimo byte */
export async function campiDelModulo(richiesta: Request, massimo = 4096): Promise<URLSearchParams | null> {
  if (!richiesta.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  if (Number(richiesta.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > massimo) return null;
  return new URLSearchParams(await richiesta.text());
}

/** La risposta di un atto, o la frase del suo rifiuto; gli altri errori restano errori. @param stato quello del rifiuto, secondo il suo codice */
export async function oRifiuto(fai: () => Promise<Response>, stato: (codice: string) => number = () => 400): Promise<Response> {
  try {
    return await fai();
  } catch (error) {
    if (isDomainError(error)) return frase(stato(error.code), error.message);
    throw error;
  }
}

/** Un file da salvare. Il nome è del portale: solo lettere semplici, cifre, punto e trattino. */
export const allegato = ({ nome, tipo, contenuto }: { nome: string; tipo: string; contenuto: BodyInit }): Response =>
  new Response(contenuto, {
    headers: {
      'content-type': tipo,
      'content-disposition': `attachment; filename="${nome}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });

export const SCEGLI_FORMATO = 'Scegli un formato tra CSV per Excel, CSV per R e XLSX.';
