import { type NextRequest, NextResponse } from 'next/server';
import { eStessaOrigine } from './lib/forms/stessaOrigine';

const SVILUPPO = process.env.NODE_ENV === 'development';
/** Quanto puo pesare un modulo. Next accetta di piu (next.config.ts), per il solo foglio delle persone: il limite degli altri e questo, con una frase. */
const MASSIMO_CORPO = 4 * 1024 * 1024;
/** I soli indirizzi che ricevono un file, con il loro limite (il file di 10 MB e la cornice del modulo): la frase la dice la loro route. */
const RICEVE_FILE = /^\/progetti\/[^/]+\/(documenti|evidenze)\/carica$/;
const MASSIMO_FILE = 10 * 1024 * 1024 + 64 * 1024;
/** Il foglio delle persone da importare, controllato o restituito (lib/importaPersone/leggi.ts). */
const RICEVE_FOGLIO = /^\/persone\/importa(\/rifiutate)?$/;
const MASSIMO_FOGLIO = 20 * 1024 * 1024 + 64 * 1024;
const FOGLIO_TROPPO_GRANDE = 'Il file è troppo grande: al massimo 20 MB. Torna indietro, dividilo in più file e riprova.';
const FILE_TROPPO_GRANDE = 'Il file è troppo grande: al massimo 10 MB. Torna indietro, riducilo o dividilo e riprova.';
/** Cio che chiunque puo conservare, chiesto senza cookie: dati aperti, interfaccia, feed. Per quanto, lo dice la loro route. */
const CONSERVABILE = /^\/(api\/v1\/|dati-aperti\/scarica\/|(novita|sitemap)\.xml$|robots\.txt$)/;
const ALTRA_ORIGINE = 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.';
const TROPPO_GRANDE = 'Quello che hai inviato è troppo grande: al massimo 4 MB. Torna indietro, riduci il testo e riprova.';

/**
 * Scrive le intestazioni di sicurezza e dice alla pagina qual e il suo percorso. Non decide mai chi puo entrare: in passato il proxy di Next e
 * stato aggirato piu volte, e ogni pagina, azione e route si controlla da se (lib/auth/requireAttore.ts).
 */
export function proxy(richiesta: NextRequest): NextResponse {
  const [massimo, troppo] = limiteDi(richiesta.nextUrl.pathname);
  if (Number(richiesta.headers.get('content-length')) > massimo) return frase(413, troppo);
  // ogni azione lo ricontrolla; ma con un Origin estraneo Next non la chiama nemmeno, e risponde 500
  if (richiesta.method === 'POST' && richiesta.headers.has('origin') && !eStessaOrigine(richiesta.headers))
    return frase(403, ALTRA_ORIGINE);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const criteri = criteriContenuto(
    nonce,
    richiesta.nextUrl.protocol === 'https:' || richiesta.headers.get('x-forwarded-proto') === 'https',
  );
  const intestazioni = new Headers(richiesta.headers);
  // Next legge il nonce da questa intestazione e lo mette nei suoi script
  intestazioni.set('content-security-policy', criteri);
  intestazioni.set('x-percorso', `${richiesta.nextUrl.pathname}${richiesta.nextUrl.search}`);
  const risposta = NextResponse.next({ request: { headers: intestazioni } });
  risposta.headers.set('Content-Security-Policy', criteri);
  // Ogni pagina dipende da chi la chiede, o porta il nonce di questa risposta: nessuno la conservi, neppure il tasto Indietro dopo l'uscita.
  if (!CONSERVABILE.test(richiesta.nextUrl.pathname) || richiesta.headers.has('cookie'))
    risposta.headers.set('Cache-Control', 'private, no-store');
  return risposta;
}

function limiteDi(percorso: string): [byte: number, frase: string] {
  if (RICEVE_FILE.test(percorso)) return [MASSIMO_FILE, FILE_TROPPO_GRANDE];
  return RICEVE_FOGLIO.test(percorso) ? [MASSIMO_FOGLIO, FOGLIO_TROPPO_GRANDE] : [MASSIMO_CORPO, TROPPO_GRANDE];
}

const frase = (stato: number, testo: string): NextResponse =>
  new NextResponse(testo, { status: stato, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });

/**
 * I criteri di sicurezza del contenuto. Gli stili in linea sono ammessi solo come attributo di un elemento (le barre e i grafici misurati in
 * percentuale); in sviluppo anche come fogli, e con eval, per l'aggiornamento a caldo.
 */
function criteriContenuto(nonce: string, https: boolean): string {
  const regole = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${SVILUPPO ? " 'unsafe-eval'" : ''}`,
    SVILUPPO ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    SVILUPPO ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (https) regole.push('upgrade-insecure-requests');
  return regole.join('; ');
}

// I file statici non hanno bisogno di nulla; tutto il resto passa di qui, comprese le richieste di dati di React.
export const config = { matcher: ['/((?!_next/static|_next/image|fonts/|icone\\.svg|icona\\.svg|anteprima\\.png).*)'] };
