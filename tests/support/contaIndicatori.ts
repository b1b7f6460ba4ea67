import type { Attore } from '@/lib/auth/attore';
import type { Conteggio } from '@/lib/indicatori/tabella';
import { unUtente } from './builders';
import type { Progetto } from './buildersProgetto';
import { superutente } from './superutente';

type Taglio = { azione?: string | null; dal?: string | null; al?: string | null };
const dirigenti = new Map<string, Promise<Attore>>();

/**
 * I conteggi di un progetto prima di ogni soglia, come li vede solo chi pubblica: nessun login del portale chiama app.conta_indicatori, e il contesto di una persona
 * della Regione vale per una transazione soltanto.
 */
export async function contaIndicatori(progetto: Progetto, { azione = null, dal = null, al = null }: Taglio = {}): Promise<Conteggio[]> {
  const { regione, id } = progetto;
  const nuovo = () => unUtente({ regione, ruolo: 'DIRIGENTE' }).then((utente) => utente.attore());
  const chi = dirigenti.get(regione.id) ?? nuovo();
  dirigenti.set(regione.id, chi);
  const { contesto, firma } = await chi;
  const db = await superutente.connect();
  try {
    await db.query('begin');
    await db.query('select accesso.delega($1, $2)', [contesto, firma]);
    const { rows } = await db.query(
      `select c.codice, c.sesso, c.completi, c.valore::int as valore from progetto p join bando b on b.id = p.bando_id
       cross join app.conta_indicatori(b.programma_id, p.id, $2, $3, $4) c where p.id = $1`,
      [id, azione, dal, al],
    );
    return rows.map(({ codice, sesso, completi, valore }) => [codice, sesso, completi, valore]);
  } finally {
    await db.query('rollback');
    db.release();
  }
}
