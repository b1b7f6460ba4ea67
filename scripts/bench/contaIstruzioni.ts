import { connect, createServer, type Socket } from 'node:net';

/**
 * Un filo tra il portale e PostgreSQL che conta le istruzioni SQL: ogni messaggio Query (Q) e ogni Execute (E) del protocollo,
 * comprese begin e commit. Non tocca i dati.
 */
export type Contatore = { porta: number; azzera: () => void; istruzioni: () => number; chiudi: () => void };

const CONTATI = new Set(['Q'.charCodeAt(0), 'E'.charCodeAt(0)]);

/** Apre il filo su una porta libera di 127.0.0.1 verso il server indicato. */
export function apriContatore(host: string, porta: number): Promise<Contatore> {
  let quante = 0;
  const aperti = new Set<Socket>();
  const server = createServer((cliente) => {
    const database = connect(porta, host);
    for (const socket of [cliente, database]) {
      aperti.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [cliente, database].forEach((altro) => void altro.destroy()));
    }
    database.pipe(cliente);
    cliente.pipe(database);
    cliente.on(
      'data',
      leggiMessaggi((tipo) => (quante += CONTATI.has(tipo) ? 1 : 0)),
    );
  });
  return new Promise((risolvi) => {
    server.listen(0, '127.0.0.1', () => {
      const indirizzo = server.address();
      risolvi({
        porta: typeof indirizzo === 'object' && indirizzo ? indirizzo.port : 0,
        azzera: () => (quante = 0),
        istruzioni: () => quante,
        chiudi: () => {
          server.close();
          for (const socket of aperti) socket.destroy();
        },
      });
    });
  });
}

/** Gli stessi indirizzi di un database, attraverso il filo. */
export const attraverso = <R extends string>(url: Record<R, string>, { porta }: Pick<Contatore, 'porta'>): Record<R, string> =>
  Object.fromEntries(Object.entries<string>(url).map(([ruolo, indirizzo]) => [ruolo, conPorta(indirizzo, porta)])) as Record<R, string>;

const conPorta = (indirizzo: string, porta: number): string => {
  const url = new URL(indirizzo);
  url.port = String(porta);
  return url.href;
};

/** Divide il flusso in messaggi: il primo (avvio) non ha il byte del tipo, gli altri si; la lunghezza comprende se stessa. */
export function leggiMessaggi(arrivato: (tipo: number) => void): (pezzo: Buffer) => void {
  let resto = Buffer.alloc(0);
  let avviato = false;
  return (pezzo) => {
    resto = Buffer.concat([resto, pezzo]);
    for (;;) {
      const testa = avviato ? 1 : 0;
      if (resto.length < testa + 4) return;
      const lungo = testa + resto.readInt32BE(testa);
      if (resto.length < lungo) return;
      if (avviato) arrivato(resto[0] ?? 0);
      // 8 byte: richiesta di TLS, a cui segue ancora un avvio
      else avviato = lungo !== 8;
      resto = resto.subarray(lungo);
    }
  };
}
