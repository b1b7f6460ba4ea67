import path from 'node:path';
import pg from 'pg';
import type { Conto } from './allinea';
import { leggiFile } from './leggi';
import { scriviAzioni, scriviProgetti } from './scriviProgetti';
import { scriviBando, scriviInterviste, scriviOrganizzazioni, scriviRegione, scriviVocabolari } from './scriviRegione';
import { scriviQuantita, scriviRilevazione } from './scriviRilevazione';
import { type Programma, valida } from './valida';

/** Righe di tabella inserite, aggiornate, invariate; righe del file rifiutate. */
export type Esito = { inseriti: number; aggiornati: number; invariati: number; rifiutati: number };

/**
 * Importa il programma di una Regione in una sola transazione. Rifarlo non cambia nulla; una riga cambiata si aggiorna; nulla si cancella.
 * Ogni riga rifiutata si stampa con il percorso e il motivo, e il resto entra.
 * @param url del login app_sistema
 * @throws Error con una frase in italiano se il file non si può leggere o la scrittura non riesce: in quei casi nulla è scritto
 */
export async function importa({ url, file, stampa }: { url: string; file: string; stampa: (riga: string) => void }): Promise<Esito> {
  const { programma, rifiuti } = valida(await leggiFile(file));
  for (const { percorso, motivo } of rifiuti) stampa(`Rifiutata ${percorso}: ${motivo}`);
  const conti = await inTransazione(url, (db) => scriviProgramma(db, programma, path.basename(file), rifiuti.length));
  for (const riga of tabellaConti(conti)) stampa(riga);
  return { ...somma(conti), rifiutati: rifiuti.length };
}

const somma = (conti: Conto[]): Omit<Esito, 'rifiutati'> => ({
  inseriti: conti.reduce((totale, { inserite }) => totale + inserite, 0),
  aggiornati: conti.reduce((totale, { aggiornate }) => totale + aggiornate, 0),
  invariati: conti.reduce((totale, { invariate }) => totale + invariate, 0),
});

async function scriviProgramma(db: pg.Client, programma: Programma, file: string, rifiutati: number): Promise<Conto[]> {
  const lavoro = await scriviRegione(db, programma.meta);
  await scriviOrganizzazioni(lavoro, programma);
  const bandoId = await scriviBando(lavoro, programma.meta);
  await scriviVocabolari(lavoro, programma);
  await scriviInterviste(lavoro, programma);
  await scriviProgetti(lavoro, programma, bandoId);
  await scriviAzioni(lavoro, programma);
  await scriviQuantita(lavoro, programma);
  await scriviRilevazione(lavoro, programma);
  const totali = somma(lavoro.conti);
  if (totali.inseriti + totali.aggiornati > 0) {
    // chi lancia il comando non ha un incarico nel portale: l'evento è del sistema
    await db.query(
      `insert into evento (regione_id, atto, oggetto, oggetto_id, dopo) values ($1, 'importazione.eseguita', 'regione', $1, $2)`,
      [lavoro.regioneId, JSON.stringify({ file, ...totali, rifiutati })],
    );
  }
  return lavoro.conti;
}

async function inTransazione<T>(url: string, lavora: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url, application_name: 'cantiere importa' });
  await db.connect();
  try {
    await db.query('begin');
    // due importazioni insieme si mettono in fila
    await db.query(`select pg_advisory_xact_lock(hashtext('cantiere.importa'))`);
    const esito = await lavora(db);
    await db.query('commit');
    return esito;
  } catch (causa) {
    throw new Error(`L’importazione non è riuscita e non ha scritto nulla: ${(causa as Error).message}`, { cause: causa });
  } finally {
    // se la transazione è ancora aperta, chiudere la connessione la annulla
    await db.end();
  }
}

function* tabellaConti(conti: Conto[]): Generator<string> {
  const larghezza = Math.max(...conti.map(({ tabella }) => tabella.length));
  for (const { tabella, inserite, aggiornate, invariate } of conti)
    yield `${tabella.padEnd(larghezza)}  ${inserite} inserite, ${aggiornate} aggiornate, ${invariate} invariate`;
}
