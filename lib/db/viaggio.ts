import pg from 'pg';
import utils from 'pg/lib/utils.js';

/** Un'istruzione da mandare. Con un nome PostgreSQL la prepara una volta per connessione; senza, ogni volta. */
export type Istruzione = { name?: string | undefined; text: string; values?: readonly unknown[] | undefined };

type Esito = { rows: unknown[] };

/** Ciò che una connessione di `pg` sa dire nel protocollo esteso; i tipi pubblicati ne descrivono una più vecchia. */
type Filo = {
  stream: { cork: () => void; uncork: () => void };
  /** I testi già preparati, per nome: il registro di `pg`, che sta sulla connessione perché Next tiene due copie di questo modulo. */
  parsedStatements: Record<string, string>;
  parse: (messaggio: { name: string; text: string }) => void;
  bind: (messaggio: { statement: string; values: readonly unknown[] }) => void;
  describe: (messaggio: { type: 'P' }) => void;
  execute: (messaggio: object) => void;
  sync: () => void;
};

/**
 * Più istruzioni in un pacchetto e in una transazione sola: PostgreSQL la apre da sé alla prima e la chiude quando riceve Sync, che qui si manda in fondo. Se
 * una fallisce salta le altre e disfa tutto. Senza begin e commit il server e il database fanno due istruzioni invece di quattro, e leggono una risposta
 * invece di quattro (docs/decisioni/0005).
 */
class Viaggio extends pg.Query {
  private readonly istruzioni: readonly { name: string; text: string; values: readonly unknown[] }[];

  /** @param fatto riceve gli esiti, uno per istruzione @throws Error se un valore non si può mandare: non è ancora partito nulla */
  constructor(istruzioni: readonly Istruzione[], fatto: (errore: Error | null, esiti: Esito[]) => void) {
    super({ text: '' }, ((errore: Error | null, esiti: Esito | Esito[]) => fatto(errore, [esiti].flat())) as never);
    this.istruzioni = istruzioni.map(({ name = '', text, values = [] }) => ({ name, text, values: values.map(utils.prepareValue) }));
    this.submit = (connessione) => this.manda(connessione as unknown as Filo);
  }

  private manda(filo: Filo): null {
    filo.stream.cork();
    for (const { name, text, values } of this.istruzioni) {
      if (!filo.parsedStatements[name]) filo.parse({ name, text });
      if (name) filo.parsedStatements[name] = text; // se non riesce la connessione si butta, e il registro con lei
      filo.bind({ statement: name, values });
      filo.describe({ type: 'P' });
      filo.execute({});
    }
    filo.sync();
    filo.stream.uncork();
    return null;
  }
}

/**
 * Le righe di ogni istruzione, mandate insieme.
 * @param prima guarda la prima riga che arriva, e può rifiutare tutto: il suo rifiuto viene prima dei guasti delle istruzioni che seguono
 * @throws Error il rifiuto di `prima`, o il guasto della prima istruzione che fallisce: la connessione allora va buttata
 */
export const inUnViaggio = (
  client: pg.PoolClient,
  istruzioni: readonly Istruzione[],
  prima: (riga: unknown) => void,
): Promise<unknown[][]> =>
  new Promise((fatto, rifiuta) => {
    let rifiuto: unknown;
    const viaggio = new Viaggio(istruzioni, (guasto, esiti) => {
      if (rifiuto || guasto) rifiuta(rifiuto ?? guasto);
      else fatto(esiti.map(({ rows }) => rows));
    });
    viaggio.once('row', (riga) => {
      try {
        prima(riga);
      } catch (errore) {
        rifiuto = errore;
      }
    });
    client.query(viaggio);
  });
