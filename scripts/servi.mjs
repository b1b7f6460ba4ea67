// The web server of a build: Next behind the memory of the public pages (lib/pubblico/memoria.ts, docs/decisioni/0016). Only Node builtins and
// Next: it runs as it is, without tsx.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';

const { values } = parseArgs({
  options: { hostname: { type: 'string', short: 'H' }, port: { type: 'string', short: 'p' }, keepAliveTimeout: { type: 'string' } },
});
const hostname = values.hostname ?? '127.0.0.1';
const port = Number(values.port ?? 3000);

const app = next({ dev: false, dir: process.cwd(), hostname, port });
const gestisci = app.getRequestHandler();
await app.prepare();

const server = createServer((richiesta, risposta) => {
  const memoria = globalThis.cantiereMemoria; // set by instrumentationNode.ts; without it everything goes to Next
  const fatto = memoria ? memoria.servi(richiesta, risposta, gestisci, Date.now()) : gestisci(richiesta, risposta);
  Promise.resolve(fatto).catch((errore) => {
    console.error(errore);
    risposta.destroy();
  });
});
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
