import pg from 'pg';
import type { Ruolo } from '@/lib/auth/attore';
import { PASSWORD_DIMOSTRATIVA } from '@/lib/auth/passwordDimostrativa';
import { chiudiClient } from '@/lib/db/client';
import { caricaBandi } from './demo/bandi';
import { conIndirizzi, type Indirizzi } from './demo/indirizzi';
import { caricaInterviste } from './demo/interviste';
import { leggiMondo } from './demo/mondo';
import { PERSONE } from './demo/persone';
import { prepara } from './demo/prepara';
import { attoreDimostrativo, portaOrologio } from './demo/recita';
import type { Palco } from './demo/scena';
import { STORIE } from './demo/storie';

/** La dimostrazione comincia qui: giovedi 9 luglio 2020, ora di Roma. */
const INIZIO = '2020-07-09T10:30:00+02:00';
/** La Regione del programma dimostrativo. */
const CODICE_ISTAT = '01';

export type AccountDimostrativo = { email: string; password: string; nome: string; ruolo: Ruolo; organizzazione: string };

/** Gli account della dimostrazione, prima i sei delle storie. Chi ha due incarichi li dice tutti e due. */
export const accountDimostrativi: readonly AccountDimostrativo[] = PERSONE.map(({ nome, cognome, email, incarichi }) => ({
  email,
  password: PASSWORD_DIMOSTRATIVA,
  nome: `${nome} ${cognome}`,
  ruolo: incarichi[0].ruolo,
  organizzazione: incarichi.map(({ organizzazione }) => organizzazione).join(' e '),
}));

/**
 * Carica la dimostrazione sul programma già importato: account, fatti inventati, relazioni in ogni stato, orologio al 9 luglio 2020.
 * Non fa nulla se c'è già. La storia passa dai comandi veri, con i login degli enti e della Regione.
 * @param url del login app_sistema
 * @param urls degli altri login; senza, valgono le variabili del processo
 * @throws Error se il programma non è importato, o se un caricamento precedente si è interrotto
 */
export async function caricaDemo({ url, urls }: { url: string; urls?: Indirizzi }): Promise<void> {
  const db = new pg.Client({ connectionString: url, application_name: 'cantiere demo' });
  await db.connect();
  try {
    const regioneId = await daCaricare(db);
    if (!regioneId) return;
    await inTransazione(db, () => prepara(db, regioneId));
    await conIndirizzi(urls, async () => {
      await recitaStorie(db, regioneId);
      await caricaBandi(db, regioneId);
      await caricaInterviste(db, regioneId);
    });
    await portaOrologio(db, INIZIO);
    await db.query(`insert into evento (regione_id, atto, oggetto, oggetto_id) values ($1, 'dimostrazione.caricata', 'regione', $1)`, [
      regioneId,
    ]);
  } finally {
    await db.end();
    await chiudiClient();
  }
}

/** L'id della Regione se la dimostrazione è da caricare, null se c'è già. */
async function daCaricare(db: pg.Client): Promise<string | null> {
  const { rows } = await db.query<{ id: string; account: boolean; caricata: boolean }>(
    `select r.id, exists (select from utente where dimostrativo) as account,
       exists (select from evento e where e.regione_id = r.id and e.atto = 'dimostrazione.caricata') as caricata
     from regione r where r.codice_istat = $1`,
    [CODICE_ISTAT],
  );
  const stato = rows[0];
  if (!stato) throw new Error('Prima della dimostrazione va importato il suo programma.');
  if (stato.caricata) return null;
  if (stato.account) throw new Error('La dimostrazione è rimasta a metà: ricomincia con npm run db:reset.');
  return stato.id;
}

async function inTransazione(db: pg.Client, lavora: () => Promise<void>): Promise<void> {
  await db.query('begin');
  try {
    await lavora();
    await db.query('commit');
  } catch (errore) {
    await db.query('rollback');
    throw errore;
  }
}

async function recitaStorie(db: pg.Client, regioneId: string): Promise<void> {
  const palco: Palco = { mondo: await leggiMondo(db, regioneId), rapporti: new Map() };
  for (const { quando, chi, per, fai } of STORIE) {
    await portaOrologio(db, quando);
    await fai(await attoreDimostrativo(db, chi, per), palco);
  }
  const scritte = await db.query('update rapporto_progetto set dimostrativo = true where id = any ($1)', [[...palco.rapporti.values()]]);
  if (scritte.rowCount !== palco.rapporti.size) throw new Error('Non tutte le relazioni dimostrative sono state segnate come tali.');
  // gli studi sono tutti inventati
  for (const istruzione of ['update tornata_codifica set dimostrativo = true', 'update ondata_rete set dimostrativo = true'])
    await db.query(`${istruzione} where regione_id = $1`, [regioneId]);
}
