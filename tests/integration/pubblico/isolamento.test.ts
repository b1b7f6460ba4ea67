import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { databaseDiProva } from '@/tests/support/database';
import { chiudiSqlGrezzo, sqlDi } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** Chi ha rubato la connessione del sito pubblico: che cosa legge, e che cosa sente. */

const LEGGE = [
  'ambito',
  'avviso',
  'bando',
  'bando_versione',
  'categoria_intervento',
  'classificazione_progetto',
  'organizzazione',
  // lo scarto dell'orologio: lo chiede app.adesso(), con i diritti di chi la chiama
  'orologio',
  'partecipazione',
  'passo_bando',
  'progetto',
  'progetto_ambito',
  'programma',
  'regione',
];
let progetto: Progetto;
let bozza: Progetto;
let ascolto: pg.Client;
let annunci = 0;

beforeAll(async () => {
  progetto = await unProgetto();
  bozza = await unProgetto({ capofila: progetto.capofila, stato: 'PROGETTO_PRESENTATO' });
  ascolto = new pg.Client({ connectionString: (await databaseDiProva()).url.app_pubblico });
  await ascolto.connect();
  ascolto.on('notification', () => (annunci += 1));
  await ascolto.query('listen pubblico');
});
afterAll(async () => {
  await ascolto.end();
  await chiudiSqlGrezzo();
});

test('di ogni altra tabella non legge neppure una colonna, e non scrive in nessuna', async () => {
  const { rows } = await superutente.query(`
    select c.relname as tabella, has_any_column_privilege('app_pubblico', c.oid, 'select') as legge,
      has_any_column_privilege('app_pubblico', c.oid, 'insert, update, references') or has_table_privilege('app_pubblico', c.oid, 'delete, truncate, trigger') as scrive
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'app', 'accesso') and c.relkind in ('r', 'p', 'v', 'm', 'f')`);
  expect(rows.length).toBeGreaterThan(60);
  expect(
    rows
      .filter(({ legge }) => legge)
      .map(({ tabella }) => tabella)
      .sort(),
  ).toEqual(LEGGE);
  expect(rows.filter(({ scrive }) => scrive)).toEqual([]);
});

test.each(['note', 'sintesi_stato', 'importo_richiesto_cents', '*'])('di un progetto la colonna %s non si legge', async (colonna) => {
  expect(await sqlDi('app_pubblico', `select ${colonna} from progetto`)).toMatchObject({ codice: '42501' });
});

test('le azioni si leggono solo dalla funzione, e solo dei progetti approvati', async () => {
  expect(await sqlDi('app_pubblico', 'select 1 as r from azione')).toMatchObject({ codice: '42501' });
  const quante = (id: string) => sqlDi('app_pubblico', 'select codice as r from app.azioni_pubbliche($1)', [id]);
  expect(await quante(progetto.id)).toMatchObject({ n: 1 });
  expect(await quante(bozza.id)).toMatchObject({ n: 0 });
  expect(await sqlDi('app_pubblico', 'select 1 as r from app.azioni_pubbliche(null) where progetto_id = $1', [bozza.id])).toMatchObject({
    n: 0,
  });
});

/** Quanti annunci arrivano per `comando`; il giro a vuoto dopo li fa consegnare. */
async function annunciDi(comando: string, valori: unknown[]): Promise<number> {
  const prima = annunci;
  await superutente.query(comando, valori);
  await ascolto.query('select 1');
  return annunci - prima;
}

test('cambiare ciò che il sito mostra si annuncia, e l’annuncio non dice che cosa', async () => {
  expect(await annunciDi(`update progetto set stato = 'AVVIATO' where id = $1`, [progetto.id])).toBeGreaterThan(0);
  expect(await annunciDi('update azione set titolo = titolo where progetto_id = $1', [progetto.id])).toBeGreaterThan(0);
  expect(await annunciDi('update app.orologio set scarto = scarto', [])).toBeGreaterThan(0);
});

test('ciò che il sito non mostra non si annuncia', async () => {
  expect(await annunciDi('update progetto set note = note where id = $1', [progetto.id])).toBe(0);
  expect(await annunciDi('update quantita set previsto = previsto where progetto_id = $1', [progetto.id])).toBe(0);
});
