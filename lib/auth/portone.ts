import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ALTRA_ORIGINE, eStessaOrigine } from '@/lib/forms/stessaOrigine';

/**
 * Il portone del server: le intestazioni di sicurezza di ogni risposta, e le richieste che si fermano prima di Next. Non decide mai chi può entrare: ogni
 * pagina, azione e route si controlla da sé (lib/auth/requireAttore.ts).
 *
 * Sta nel server (scripts/servi.mjs) e non in un proxy di Next, che per ogni pagina copierebbe la richiesta e la risposta (docs/decisioni/0005).
 */

const SVILUPPO = process.env.NODE_ENV === 'development';
/** Quanto può pesare un modulo. Next accetta di più (next.config.ts), per il solo foglio delle persone: il limite degli altri è questo, con una frase. */
const MASSIMO_CORPO = 4 * 1024 * 1024;
/** I soli indirizzi che ricevono un file, con il loro limite (il file di 10 MB e la cornice del modulo): la frase la dice la loro route. */
const RICEVE_FILE = /^\/progetti\/[^/]+\/(documenti|evidenze)\/carica$/;
const MASSIMO_FILE = 10 * 1024 * 1024 + 64 * 1024;
/** Il foglio delle persone da importare, controllato o restituito (lib/importaPersone/leggi.ts). */
const RICEVE_FOGLIO = /^\/persone\/importa(\/rifiutate)?$/;
const MASSIMO_FOGLIO = 20 * 1024 * 1024 + 64 * 1024;
const FOGLIO_TROPPO_GRANDE = 'Il file è troppo grande: al massimo 20 MB. Torna indietro, dividilo in più file e riprova.';
const FILE_TROPPO_GRANDE = 'Il file è troppo grande: al massimo 10 MB. Torna indietro, riducilo o dividilo e riprova.';
const SENZA_MISURA = 'La richiesta non dice quanto è lunga. Se usi un programma, fagli mandare Content-Length.';
/** Ciò che chiunque può conservare, chiesto senza cookie: dati aperti, interfaccia, feed. Per quanto, lo dice la loro route. */
const CONSERVABILE = /^\/(api\/v1\/|dati-aperti\/scarica\/|(novita|sitemap)\.xml$|robots\.txt$)/;
/** I file statici: nessuna pagina, nessun nonce; per quanto si conservano lo dice Next. */
const STATICO = /^\/(_next\/(static|image)|fonts\/|icone\.svg|icona\.svg|favicon\.ico|anteprima\.png)/;
const TROPPO_GRANDE = 'Quello che hai inviato è troppo grande: al massimo 4 MB. Torna indietro, riduci il testo e riprova.';

const SEMPRE = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});
/** I caratteri di ogni pagina: il browser li chiede con lei, senza aspettare che il foglio di stile li nomini. */
const CARATTERI = ['400', '600']
  .map((peso) => `</fonts/titillium-web-latin-${peso}-normal.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin`)
  .join(', ');
const UN_ANNO_E_UN_MESE = 34_128_000;

/**
 * Scrive le intestazioni di sicurezza nella risposta e dice alla pagina, nella richiesta, il suo nonce e il suo percorso.
 * @returns falso se la richiesta si ferma qui: la risposta è già data
 */
export function portone(richiesta: IncomingMessage, risposta: ServerResponse): boolean {
  const indirizzo = richiesta.url ?? '/';
  const [percorso = '/'] = indirizzo.split('?', 1);
  for (const [nome, valore] of SEMPRE) risposta.setHeader(nome, valore);
  const https = intestazione(richiesta, 'x-forwarded-proto')?.includes('https') ?? false;
  // promesso solo a chi è già arrivato con https
  if (https) risposta.setHeader('Strict-Transport-Security', `max-age=${UN_ANNO_E_UN_MESE}; includeSubDomains`);
  if (STATICO.test(percorso)) return true;
  const rifiuto = rifiutoDi(richiesta, percorso);
  if (rifiuto) return rispondi(risposta, ...rifiuto);
  const criteri = criteriContenuto(randomBytes(16).toString('base64'), https);
  // Next legge il nonce da questa intestazione e lo mette nei suoi script
  richiesta.headers['content-security-policy'] = criteri;
  richiesta.headers['x-percorso'] = indirizzo;
  risposta.setHeader('Content-Security-Policy', criteri);
  const conservabile = CONSERVABILE.test(percorso);
  if (!conservabile) risposta.setHeader('Link', CARATTERI);
  // Ogni pagina dipende da chi la chiede, o porta il nonce di questa risposta: nessuno la conservi, neppure il tasto Indietro dopo l'uscita.
  if (!conservabile || richiesta.headers.cookie !== undefined) risposta.setHeader('Cache-Control', 'private, no-store');
  return true;
}

type Rifiuto = [stato: number, frase: string];

function rifiutoDi(richiesta: IncomingMessage, percorso: string): Rifiuto | null {
  // un corpo a pezzi non dice quanto è lungo: nessun limite lo fermerebbe, e nessun browser lo manda
  if (richiesta.headers['transfer-encoding'] !== undefined) return [411, SENZA_MISURA];
  const [massimo, troppo] = limiteDi(percorso);
  if (Number(richiesta.headers['content-length']) > massimo) return [413, troppo];
  // ogni azione lo ricontrolla; ma con un Origin estraneo Next non la chiama nemmeno, e risponde 500
  const altrove =
    richiesta.method === 'POST' &&
    richiesta.headers.origin !== undefined &&
    !eStessaOrigine({ get: (nome) => intestazione(richiesta, nome) });
  return altrove ? [403, ALTRA_ORIGINE] : null;
}

function limiteDi(percorso: string): [byte: number, frase: string] {
  if (RICEVE_FILE.test(percorso)) return [MASSIMO_FILE, FILE_TROPPO_GRANDE];
  return RICEVE_FOGLIO.test(percorso) ? [MASSIMO_FOGLIO, FOGLIO_TROPPO_GRANDE] : [MASSIMO_CORPO, TROPPO_GRANDE];
}

function rispondi(risposta: ServerResponse, ...[stato, testo]: Rifiuto): false {
  risposta.writeHead(stato, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(testo);
  return false;
}

const intestazione = ({ headers }: IncomingMessage, nome: string): string | null => {
  const valore = headers[nome];
  return Array.isArray(valore) ? valore.join(', ') : (valore ?? null);
};

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
