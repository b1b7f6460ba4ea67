import { createServer } from 'node:net';
import { attendi } from '@/prisma/incorporato/processi';
import { annota, detentore, lascia, prendi } from '@/prisma/incorporato/serratura';
import { allaChiusura } from './chiusura';
import { SERRATURA_PORTALE } from './costruzione';
import { avvia, type Figlio } from './processi';

/** Port (PORT, 3000) and interface (HOST, loopback) to serve on. @throws Error when PORT is no port */
export function doveServire(): { porta: number; host: string; indirizzo: string } {
  const porta = Number(process.env.PORT || 3000);
  if (!Number.isInteger(porta) || porta < 1 || porta > 65535)
    throw new Error(`PORT=${process.env.PORT} non è una porta: usa un numero da 1 a 65535.`);
  return { porta, host: process.env.HOST || '127.0.0.1', indirizzo: `http://localhost:${porta}` };
}

/** Makes sure nobody else serves this folder or this port, and keeps the folder until the end of the command. */
export async function prenotaPortale(porta: number, host: string): Promise<void> {
  // one that is closing (its npm was killed a moment ago) is given the time to do it
  if (!(await attendi(() => prendi(SERRATURA_PORTALE) === null, 4))) {
    const altro = detentore(SERRATURA_PORTALE);
    throw new Error(
      `Cantiere è già in esecuzione su http://localhost:${altro?.porta ?? porta} (processo ${altro?.pid}). Chiudilo con Ctrl-C prima di riavviarlo.`,
    );
  }
  allaChiusura(async () => lascia(SERRATURA_PORTALE));
  annota(SERRATURA_PORTALE, porta);
  if (!(await attendi(() => libera(porta, host), 3)))
    throw new Error(`La porta ${porta} è occupata da un altro programma. Scegline un’altra: PORT=${porta + 1} npm start`);
}

function libera(porta: number, host: string): Promise<boolean> {
  return new Promise((risolvi, rifiuta) => {
    const prova = createServer();
    prova.once('error', (errore: NodeJS.ErrnoException) => {
      if (errore.code === 'EADDRINUSE') return risolvi(false);
      const perche = errore.code === 'EACCES' ? 'le porte sotto la 1024 sono riservate all’amministratore' : errore.message;
      rifiuta(new Error(`Non posso servire sulla porta ${porta} di ${host}: ${perche}.`));
    });
    prova.listen(porta, host, () => prova.close(() => risolvi(true)));
  });
}

/**
 * Milliseconds an idle connection stays open. Longer than the 60 s after which common reverse proxies drop theirs: with Node's 5 s
 * a client that reuses a connection at the wrong moment reads a reset instead of a page.
 */
const ATTESA_TRA_RICHIESTE = 75_000;

/** How many megabytes of long-lived objects the web server may keep. It never needs as many. */
const OGGETTI_MB = 1024;

/**
 * How much garbage V8 lets pile up among long-lived objects before it collects it, as a percentage of what is alive: with 70 MB alive, at 210. Left to itself it
 * stops at about one and a half times and looks at the whole heap every second under load, taking the second processor from the database; with the 4 GB Node
 * allows itself on a large machine it would go to four times.
 */
const RIFIUTI_PERCENTO = 200;

/**
 * Megabytes of long-lived objects before V8 collects them for the first time. It would wait for a quarter or half a gigabyte; what is really alive is less than
 * one hundred.
 */
const PRIMI_OGGETTI_MB = 128;

/**
 * Megabytes of newborn objects before V8 looks for the living ones (16 if nobody says). A page leaves two megabytes of garbage and what is being written
 * survives every look: with ten pages at once, looking half as often takes a tenth off the time of a page.
 */
const NEONATI_MB = 32;

/**
 * Starts the web server and waits until its health check answers.
 * @param modo `start` serves the build, `dev` the sources
 */
export async function avviaServer(modo: 'start' | 'dev', env: NodeJS.ProcessEnv, porta: number, host: string): Promise<Figlio> {
  const dove = ['-H', host, '-p', String(porta), '--keepAliveTimeout', String(ATTESA_TRA_RICHIESTE), ...(modo === 'dev' ? ['--dev'] : [])];
  const scelto = /--max[-_]old[-_]space[-_]size/.test(env.NODE_OPTIONS ?? ''); // who administers the machine knows better
  const memoria = [
    `--max-old-space-size=${OGGETTI_MB}`,
    `--initial-old-space-size=${PRIMI_OGGETTI_MB}`,
    `--heap-growing-percent=${RIFIUTI_PERCENTO}`,
    `--max-semi-space-size=${NEONATI_MB}`,
  ];
  const nodo = modo === 'dev' || scelto ? [] : memoria;
  const figlio = avvia('scripts/servi.mjs', dove, { nodo, env: { ...env, NODE_ENV: modo === 'dev' ? 'development' : 'production' } });
  let finito = false;
  figlio.fine.then(
    () => (finito = true),
    () => (finito = true),
  );
  const risponde = async () => finito || (await sano(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${porta}/api/salute`));
  const pronto = await attendi(risponde, modo === 'dev' ? 120 : 60);
  if (finito || !pronto)
    throw new Error(`Il server ${finito ? 'si è fermato' : 'non risponde in salute'}. Ha detto:\n${figlio.uscita().trim()}`);
  for (const canale of [figlio.processo.stdout, figlio.processo.stderr]) canale?.pipe(process.stderr);
  return figlio;
}

async function sano(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(30_000) })).status === 200;
  } catch {
    return false; // not listening yet; the caller has a deadline
  }
}
