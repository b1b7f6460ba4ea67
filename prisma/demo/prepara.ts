import type pg from 'pg';
import { creaHash } from '@/lib/auth/password';
import { PASSWORD_DIMOSTRATIVA } from '@/lib/auth/passwordDimostrativa';
import { CON_SECONDO_SEMESTRE_2019, fattiProgetto, PERIODI, pianoAzione } from './fatti';
import { PERSONE } from './persone';

/** Account, fatti inventati e periodi: tutto in una transazione già aperta. */
export async function prepara(db: pg.Client, regioneId: string): Promise<void> {
  await creaAccount(db, regioneId);
  await scriviFatti(db, regioneId);
  await scriviPeriodi(db, regioneId);
}

async function creaAccount(db: pg.Client, regioneId: string): Promise<void> {
  const righe = await Promise.all(
    PERSONE.map(async ({ nome, cognome, email, incarichi }) => ({
      nome,
      cognome,
      email,
      incarichi,
      hash: await creaHash(PASSWORD_DIMOSTRATIVA),
    })),
  );
  const { rowCount } = await db.query(
    `with persona as materialized (
       select gen_random_uuid() as id, p.* from jsonb_to_recordset($2::jsonb) as p(nome text, cognome text, email text, hash text, incarichi jsonb)
     ), nuovi as (
       insert into utente (id, nome, cognome, email, dimostrativo) select id, nome, cognome, email, true from persona
     ), credenziali as (
       insert into credenziale (utente_id, hash) select id, hash from persona
     )
     insert into incarico (regione_id, utente_id, organizzazione_id, ruolo, dal)
     select o.regione_id, p.id, o.id, (i ->> 'ruolo')::ruolo, '2019-04-18'
     from persona p cross join lateral jsonb_array_elements(p.incarichi) i
     join organizzazione o on o.regione_id = $1 and o.codice = i ->> 'codice'`,
    [regioneId, JSON.stringify(righe)],
  );
  esigi(rowCount, PERSONE.flatMap(({ incarichi }) => incarichi).length, 'incarichi');
}

async function scriviFatti(db: pg.Client, regioneId: string): Promise<void> {
  const { rows: progetti } = await db.query<{ codice: string; enti: string[] }>(
    `select p.codice, array_agg(o.codice order by x.ordine) as enti
     from progetto p join partecipazione x on x.progetto_id = p.id join organizzazione o on o.id = x.organizzazione_id
     where p.regione_id = $1 group by p.codice`,
    [regioneId],
  );
  const scritti = await db.query(
    `update progetto p set importo_assegnato_cents = f.importo_assegnato_cents, importo_richiesto_cents = f.importo_richiesto_cents, cup = f.cup,
       atto_approvazione = f.atto_approvazione, data_approvazione = f.data_approvazione, data_avvio = f.data_avvio,
       data_fine_prevista = f.data_fine_prevista, campi_dimostrativi = f.campi_dimostrativi
     from jsonb_populate_recordset(null::progetto, $2::jsonb) f where p.regione_id = $1 and p.codice = f.codice`,
    [regioneId, JSON.stringify(progetti.map(({ codice }) => fattiProgetto(codice)))],
  );
  esigi(scritti.rowCount, progetti.length, 'progetti');
  const { rows: azioni } = await db.query<{ codice: string; ordine: number; progetto: string }>(
    'select a.codice, a.ordine, p.codice as progetto from azione a join progetto p on p.id = a.progetto_id where a.regione_id = $1',
    [regioneId],
  );
  const piani = azioni.map((a) => pianoAzione(a.codice, a.ordine, progetti.find(({ codice }) => codice === a.progetto)?.enti ?? []));
  const pianificate = await db.query(
    `update azione a set inizio_previsto = f.inizio_previsto, fine_prevista = f.fine_prevista, organizzazione_id = o.id, campi_dimostrativi = f.campi_dimostrativi
     from jsonb_to_recordset($2::jsonb) as f(codice text, inizio_previsto date, fine_prevista date, responsabile text, campi_dimostrativi text[])
     join organizzazione o on o.regione_id = $1 and o.codice = f.responsabile
     where a.regione_id = $1 and a.codice = f.codice`,
    [regioneId, JSON.stringify(piani)],
  );
  esigi(pianificate.rowCount, azioni.length, 'azioni');
}

async function scriviPeriodi(db: pg.Client, regioneId: string): Promise<void> {
  await db.query(
    `insert into periodo (regione_id, progetto_id, numero, tipo, dal, al, scadenza)
     select p.regione_id, p.id, f.numero, 'ORDINARIO', f.dal, f.al, f.scadenza
     from progetto p cross join jsonb_to_recordset($2::jsonb) as f(numero int, dal date, al date, scadenza date)
     where p.regione_id = $1 and (f.numero > 0 or p.codice = any ($3))`,
    [regioneId, JSON.stringify(Object.values(PERIODI)), CON_SECONDO_SEMESTRE_2019],
  );
}

function esigi(scritte: number | null, attese: number, cosa: string): void {
  if (scritte !== attese)
    throw new Error(`La dimostrazione ha scritto ${scritte ?? 0} ${cosa} invece di ${attese}: il programma importato non è quello atteso.`);
}
