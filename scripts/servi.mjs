// The web server: Next behind our own door (lib/auth/portone.ts) and, for a build, the memory of the public pages (lib/pubblico/memoria.ts,
// docs/decisioni/0016). Only Node builtins and Next: it runs as it is, without tsx. What it takes from the portal is put on globalThis by instrumentationNode.ts.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';

const { values } = parseArgs({
  options: {
    hostname: { type: 'string', short: 'H' },
    port: { type: 'string', short: 'p' },
    keepAliveTimeout: { type: 'string' },
    dev: { type: 'boolean' },
  },
});
const hostname = values.hostname ?? '127.0.0.1';
const port = Number(values.port ?? 3000);
const dev = values.dev === true;

globalThis.cantiereServi = true; // the build refuses to be served by anybody else: it would be without its door
const server = createServer((richiesta, risposta) => {
  const { cantierePortone: portone, cantiereMemoria: memoria, cantiereConPezzi: conPezzi, cantiereAmmissione: ammissione } = globalThis;
  // the portal is not configured yet: nothing goes in or out without the door
  if (!portone) return void risposta.writeHead(503, { 'Retry-After': '1' }).end();
  const scrivi = async (ricevuta, data) => conPezzi(ricevuta, data, gestisci);
  const rispondi = (ricevuta, data) => {
    if (!portone(ricevuta, data)) return undefined;
    if (!ammissione.siMetteInFila(ricevuta)) return scrivi(ricevuta, data);
    return new Promise((fatto, rifiuta) => ammissione.ammetti(data, () => scrivi(ricevuta, data).then(fatto, rifiuta)));
  };
  // while developing the sources change under the pages: none is kept
  const fatto = memoria && !dev ? memoria.servi(richiesta, risposta, rispondi, Date.now()) : rispondi(richiesta, risposta);
  Promise.resolve(fatto).catch((errore) => {
    console.error(errore);
    risposta.destroy();
  });
});

const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: server });
const gestisci = app.getRequestHandler();
await app.prepare();

server.keepAliveTimeout = Number(values.keepAliveTimeout ?? 5000);
server.on('error', (errore) => {
  console.error(errore);
  process.exit(1);
});
server.listen(port, hostname, () => console.log(`In ascolto su http://${hostname}:${port}`));

let chiude = false;
function chiudi() {
  if (chiude) return;
  chiude = true;
  server.close(() => void app.close().finally(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref(); // who is still downloading has had its time
}
process.on('SIGTERM', chiudi);
process.on('SIGINT', chiudi);
