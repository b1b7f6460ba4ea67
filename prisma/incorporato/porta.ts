import { createServer } from 'node:net';

/** The wanted port if nobody listens on it, else any free one (on the loopback). */
export function portaLibera(preferita = 0): Promise<number> {
  return new Promise((risolvi, rifiuta) => {
    const prova = createServer();
    prova.once('error', (errore: NodeJS.ErrnoException) => (preferita ? risolvi(portaLibera(0)) : rifiuta(errore)));
    prova.listen(preferita, '127.0.0.1', () => {
      const indirizzoPreso = prova.address();
      prova.close(() => risolvi(typeof indirizzoPreso === 'object' && indirizzoPreso ? indirizzoPreso.port : 0));
    });
  });
}
