import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { byteDi } from './byte';
import { type Deposito, type Pagina, segnoDi } from './deposita';
import { vestiGuscio } from './guscio';

/**
 * I pezzi di pagina già scritti (components/ui/Statico.tsx) non passano da React: al loro posto viaggia un segno, e qui il testo torna nel documento
 * quando la risposta è finita (docs/decisioni/0022). Ogni risposta ha i suoi pezzi e la sua chiave: quelli di un'altra non ci possono entrare.
 */
const deposito: Deposito = globalThis;

type Gestore = (richiesta: IncomingMessage, risposta: ServerResponse) => Promise<void> | void;

/** Un documento intero da leggere. Chi chiede a React la sola pagina (`rsc`) o il seguito di un atto riceve i pezzi dove stanno. */
const eDocumento = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers.rsc === undefined && headers['next-action'] === undefined;

const CORRENTE = new AsyncLocalStorage<Pagina>();

/**
 * Chi risponde con `gestore` e rimette i pezzi al loro posto. Le risposte che non sono HTML passano come sono, man mano che si scrivono.
 * @param senzaScript la pagina per chi non ha gli script, quando il documento non riesce (guscio.ts)
 */
export const conPezzi =
  (senzaScript: (stato: number) => string) =>
  (richiesta: IncomingMessage, risposta: ServerResponse, gestore: Gestore): Promise<void> | void => {
    if (!eDocumento(richiesta)) return gestore(richiesta, risposta);
    deposito.cantierePezzi ??= CORRENTE;
    const pagina = { chiave: randomBytes(12).toString('base64url'), pezzi: [] };
    raccogli(risposta, (corpo) => {
      const intero = componi(corpo, pagina, nonceDi(risposta));
      pagina.pezzi.length = 0; // V8 tiene la risposta finita finché non guarda tutta la memoria: i suoi testi, qualche decina di kilobyte, no
      return vestiGuscio(intero, () => senzaScript(risposta.statusCode));
    });
    return CORRENTE.run(pagina, gestore, richiesta, risposta);
  };

const nonceDi = (risposta: ServerResponse): string | undefined =>
  /'nonce-([^']+)'/.exec(String(risposta.getHeader('content-security-policy')))?.[1];

/** Trattiene un documento HTML finché non è finito, poi lo scrive in una volta con la sua lunghezza. */
function raccogli(risposta: ServerResponse, finito: (corpo: Buffer) => Buffer): void {
  const pezzi: Buffer[] = [];
  const { write, end, flushHeaders } = risposta;
  const inAttesa = (): boolean => !risposta.headersSent && String(risposta.getHeader('content-type')).startsWith('text/html');
  risposta.flushHeaders = () => {
    if (!inAttesa()) flushHeaders.call(risposta);
  };
  risposta.write = ((...argomenti: Parameters<typeof write>) => {
    if (!inAttesa()) return write.apply(risposta, argomenti);
    pezzi.push(...byteDi(argomenti[0], argomenti[1]));
    const fatto = argomenti.at(-1) as unknown;
    if (typeof fatto === 'function') process.nextTick(fatto);
    return true;
  }) as typeof write;
  risposta.end = ((...argomenti: Parameters<typeof end>) => {
    if (!inAttesa()) return end.apply(risposta, argomenti);
    pezzi.push(...byteDi(argomenti[0], argomenti[1]));
    const corpo = finito(Buffer.concat(pezzi));
    pezzi.length = 0;
    risposta.setHeader('Content-Length', corpo.length);
    const fatto = argomenti.at(-1) as unknown;
    return typeof fatto === 'function' ? end.call(risposta, corpo, 'utf8', fatto as () => void) : end.call(risposta, corpo, 'utf8');
  }) as typeof end;
}

const TESTA = Buffer.from('<head>');

// Un documento si compone qui e poi si copia: scrivere i pezzi uno dietro l'altro nella stessa memoria costa un terzo che dare a ciascuno la sua.
const QUADERNO = Buffer.allocUnsafeSlow(1024 * 1024);
/** Quanti byte al più occupa in UTF-8 ogni unità di un testo. */
const BYTE_PER_UNITA = 3;

/**
 * Il documento con i pezzi al posto dei segni. Un pezzo che disegnerà il browser (una finestra ancora chiusa, una pagina di errore) non ha posto nel
 * documento: lo trova in una variabile, scritta prima di ogni altro script.
 */
function componi(corpo: Buffer, { chiave, pezzi }: Pagina, nonce: string | undefined): Buffer {
  if (pezzi.length === 0) return corpo;
  const inizioSegno = Buffer.from(`<!--${chiave} `);
  const messi = new Set<number>();
  const posti: { fino: number; html: string | Buffer; poi: number }[] = [];
  let massimo = corpo.length;
  for (let dove = corpo.indexOf(inizioSegno); dove !== -1; dove = corpo.indexOf(inizioSegno, dove + 1)) {
    const fine = corpo.indexOf('-->', dove);
    const numero = Number(corpo.toString('latin1', dove + inizioSegno.length, fine));
    const html = pezzi[numero] ?? '';
    messi.add(numero);
    posti.push({ fino: dove, html, poi: fine + 3 });
    massimo += html.length * BYTE_PER_UNITA;
  }
  const quaderno = massimo <= QUADERNO.length ? QUADERNO : Buffer.allocUnsafeSlow(massimo);
  let [da, scritti] = [0, 0];
  for (const { fino, html, poi } of posti) {
    scritti += corpo.copy(quaderno, scritti, da, fino);
    scritti += typeof html === 'string' ? quaderno.write(html, scritti) : html.copy(quaderno, scritti);
    da = poi;
  }
  scritti += corpo.copy(quaderno, scritti, da);
  const intero = Buffer.from(quaderno.subarray(0, scritti));
  const inAttesa = pezzi.flatMap((html, numero) => (messi.has(numero) ? [] : [[segnoDi(chiave, numero), String(html)]]));
  if (inAttesa.length === 0) return intero;
  const testo = JSON.stringify(Object.fromEntries(inAttesa)).replaceAll('<', '\\u003c');
  const script = `<script${nonce ? ` nonce="${nonce}"` : ''}>self.cantierePezziInAttesa=${testo}</script>`;
  const testa = intero.indexOf(TESTA);
  const qui = testa === -1 ? 0 : testa + TESTA.length;
  return Buffer.concat([intero.subarray(0, qui), Buffer.from(script), intero.subarray(qui)]);
}
