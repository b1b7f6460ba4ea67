import type pg from 'pg';
import { TERMINI } from '@/lib/privacy/conservazione';
import { VOCI_CONSERVAZIONE, type VoceConservazione } from '@/lib/privacy/voci';

/** How many rows each entry has, over every Regione: what the command prints before it touches anything. @param db as app_sistema */
export async function contaTutto(db: pg.ClientBase): Promise<Map<VoceConservazione, number>> {
  const { rows } = await db.query<{ voce: VoceConservazione; quante: string }>('select voce, quante from app.conta_conservazione($1)', [
    TERMINI.mesiControlli,
  ]);
  const quante = new Map(rows.map(({ voce, quante: n }) => [voce, Number(n)]));
  return new Map((Object.keys(VOCI_CONSERVAZIONE) as VoceConservazione[]).map((voce) => [voce, quante.get(voce) ?? 0]));
}

// ogni lotto rilegge le scadenze di tutti: chi intanto ha aperto una richiesta resta com'era. Rileggerle costa: i lotti sono grandi
const LOTTO = 20_000;
export type EsitoConservazione = { anonime: number; verifiche: number; richieste: number };

/**
 * Makes anonymous the people whose term has passed and deletes the rows that are too old: a transaction per batch and per Regione, each with its event.
 * Killed, it goes on from where it was; run again, it does nothing. @param db as app_sistema, outside any transaction
 */
export async function eseguiConservazione(
  db: pg.ClientBase,
  dopoLotto: (anonime: number) => void = () => undefined,
): Promise<EsitoConservazione> {
  const { rows: regioni } = await db.query<{ id: string }>('select id from regione order by id');
  const totale: EsitoConservazione = { anonime: 0, verifiche: 0, richieste: 0 };
  for (const { id } of regioni) {
    const vecchie = await inTransazione(db, () => togliVecchie(db, id));
    totale.verifiche += vecchie.verifiche;
    totale.richieste += vecchie.richieste;
    for (let fatte = -1; fatte !== 0; ) {
      fatte = await inTransazione(db, () => unLotto(db, id));
      totale.anonime += fatte;
      dopoLotto(totale.anonime);
    }
  }
  return totale;
}

async function unLotto(db: pg.ClientBase, regioneId: string): Promise<number> {
  const { rows } = await db.query<{ fatte: number }>({
    name: 'lotto di conservazione',
    text: `select app.anonimizza_persone(array(select s.persona_id from app.scadenze_identita($1) s
      where s.regione_id = $2 and s.scade < app.oggi() order by s.persona_id limit $3)) as fatte`,
    values: [TERMINI.mesiControlli, regioneId, LOTTO],
  });
  const fatte = rows[0]?.fatte ?? 0;
  if (fatte > 0) await annota(db, regioneId, { anonime: fatte });
  return fatte;
}

async function togliVecchie(db: pg.ClientBase, regioneId: string): Promise<Omit<EsitoConservazione, 'anonime'>> {
  const tolte = async (tabella: string, quando: string) =>
    (await db.query(`delete from ${tabella} where regione_id = $1 and ${quando}`, [regioneId])).rowCount ?? 0;
  const esito = {
    verifiche: await tolte('verifica_sovrapposizione', `istante < app.adesso() - make_interval(months => ${TERMINI.mesiVerifiche})`),
    // una limitazione accolta e non tolta vale ancora: si tiene
    richieste: await tolte(
      'richiesta_interessato',
      `chiusa_il < app.adesso() - make_interval(years => ${TERMINI.anniRichieste}) and not (genere in ('LIMITAZIONE', 'OPPOSIZIONE') and stato = 'EVASA' and tolta_il is null)`,
    ),
  };
  if (esito.verifiche + esito.richieste > 0) await annota(db, regioneId, esito);
  return esito;
}

// chi lancia il comando non ha un incarico nel portale: l'evento è del sistema
const annota = (db: pg.ClientBase, regioneId: string, dopo: Record<string, number>) =>
  db.query(`insert into evento (regione_id, atto, oggetto, oggetto_id, dopo) values ($1, 'conservazione.eseguita', 'regione', $1, $2)`, [
    regioneId,
    JSON.stringify(dopo),
  ]);

async function inTransazione<T>(db: pg.ClientBase, lavora: () => Promise<T>): Promise<T> {
  await db.query('begin');
  try {
    const esito = await lavora();
    await db.query('commit');
    return esito;
  } catch (errore) {
    await db.query('rollback').catch(() => undefined); // la connessione può essere già caduta: conta il primo errore
    throw errore;
  }
}
