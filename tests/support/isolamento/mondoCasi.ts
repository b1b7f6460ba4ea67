import { type Esecutore, inserisci } from '../superutente';
import type { Mondo } from './mondo';
import { riempiBandi, riempiDomanda } from './mondoDomande';

// un avviso in ciascuno stato, per più di un capofila
const AVVISI: Record<string, string> = { A: 'PUBBLICATO', E: 'CHIUSO', C: 'PUBBLICATO', D: 'CHIUSO', definitivo: 'CHIUSO' };

/** Le domande di ogni progetto del mondo, le commissioni delle due Regioni e i casi che le policy sulle domande distinguono. */
export async function riempiDomande({ lettori, progetti }: Mondo, db: Esecutore): Promise<void> {
  const [istruttore, dirigente] = [lettori['funzionario della Regione 1'], lettori['dirigente della Regione 2']];
  const [valutatore, operatore] = [lettori['valutatore della Regione 1'], lettori['operatore del capofila di A']];
  const [uno, altrove] = [progetti.A, progetti.C];
  if (!istruttore || !dirigente || !valutatore || !uno || !altrove) throw new Error('Il mondo non ha tutte le sue persone.');
  for (const [nome, progetto] of Object.entries(progetti).filter(([nome]) => nome !== 'maiPresentato')) {
    const qui = progetto.regione.id === uno.regione.id;
    // sul progetto da valutare nessuno si è ancora dichiarato
    const valutano = nome === 'daValutare' ? [] : qui ? [valutatore, istruttore] : [dirigente];
    const suoOperatore = progetto.capofila.id === uno.capofila.id ? operatore : undefined;
    const attori = { esamina: qui ? istruttore : dirigente, valutano, operatore: suoOperatore };
    await riempiDomanda(progetto, attori, AVVISI[nome] ?? 'BOZZA', db);
  }
  await riempiBandi(uno.regione, 'IDEA', [valutatore, istruttore], db);
  // qui chi è in commissione non ha dichiarato nulla: ne può ancora uscire
  await riempiBandi(altrove.regione, 'PROGETTO', Object.values(lettori).slice(0, 1), db);
  // il valutatore lavora anche in un ente che partecipa ad A; nel progetto ancora in bozza i partner non hanno azioni, quindi si possono togliere
  const { regione, partner } = uno;
  await inserisci(db, 'incarico', {
    ...{ regione_id: regione.id, utente_id: valutatore.id, organizzazione_id: partner[0]?.id, ruolo: 'OPERATORE', dal: '2010-01-01' },
  });
  for (const tabella of ['quantita', 'azione_destinatari'])
    await db.query(`delete from ${tabella} where azione_id in (select id from azione where progetto_id = $1 and ordine > 0)`, [
      progetti.definitivo?.id,
    ]);
  await db.query('delete from azione where progetto_id = $1 and ordine > 0', [progetti.definitivo?.id]);
}
