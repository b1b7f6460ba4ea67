import pg from 'pg';
import { databaseDiProva } from './database';

export type Riga = Record<string, unknown>;
/** Qualunque cosa sappia eseguire una query: il gruppo di connessioni, o una connessione con una transazione aperta. */
export type Esecutore = { query: (testo: string, valori?: unknown[]) => Promise<pg.QueryResult> };

/** Il superutente del database di prova: prepara e ispeziona, non esegue mai il codice sotto esame. Non tiene in vita il processo. */
export const superutente = new pg.Pool({ connectionString: (await databaseDiProva()).superutente, max: 4, allowExitOnIdle: true });

/** Inserisce una riga così com'è (colonne in snake_case) e la restituisce per intero. */
export async function inserisci<R extends Riga = Riga & { id: string }>(db: Esecutore, tabella: string, riga: Riga): Promise<R> {
  const colonne = Object.keys(riga);
  const testo = `insert into ${pg.escapeIdentifier(tabella)} (${colonne.map(pg.escapeIdentifier).join(', ')})
    values (${colonne.map((_, i) => `$${i + 1}`).join(', ')}) returning *`;
  const { rows } = await db.query(testo, Object.values(riga));
  return rows[0];
}
