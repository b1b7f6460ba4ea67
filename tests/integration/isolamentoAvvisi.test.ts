import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { urlDi } from '@/tests/support/database';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { inserisci, type Riga, superutente } from '@/tests/support/superutente';

/** L'avviso per i partner e chi si candida senza un account: che cosa vede il pubblico, che cosa si può falsificare. */

let domanda: DomandaDiProva;
let capofila: Attore;
let avviso: string;
beforeEach(async () => {
  domanda = await unaDomanda({ stato: 'PARTNERSHIP_APERTA', partner: [] });
  capofila = await domanda.capofila.attore();
  avviso = await unAvviso(domanda, { stato: 'PUBBLICATO', apre: '2010-01-01', chiude: '2100-01-01' });
});
afterAll(chiudiSqlGrezzo);

const NIENTE = { n: 0 };
const FATTO = { n: 1 };
const VIETATO = { codice: '42501' };
const NON_ORA = { codice: 'CT001' };

const chiavi = (d: DomandaDiProva) => ({ regione_id: d.bando.regione.id, progetto_id: d.id });
const unAvviso = async (d: DomandaDiProva, riga: Riga): Promise<string> =>
  (await inserisci(superutente, 'avviso', { ...chiavi(d), titolo: 'Avviso', testo: 'Testo', ...riga })).id;
const codice = () => randomUUID().slice(0, 11);
const candidatura = async (riga: Riga = {}): Promise<string> =>
  (
    await inserisci(superutente, 'candidatura', {
      ...{
        ...chiavi(domanda),
        avviso_id: avviso,
        dati: { tipo: 'ETS', denominazione: 'Associazione', sede: 'Biella' },
        stato: 'SELEZIONATA',
      },
      ...{ email: `${codice()}@prova.example`, codice_fiscale: codice(), conferma_hash: Buffer.from(randomUUID()) },
      ...{ conferma_entro: '2100-01-01', ...riga },
    })
  ).id;

test('il pubblico legge gli avvisi pubblicati e chiusi, mai una bozza, e nessuna candidatura', async () => {
  const legge = (id: string) => sqlDi('app_pubblico', 'select titolo as r from avviso where id = $1', [id]);
  const bozza = await unAvviso(await unaDomanda({ stato: 'IDEA_APPROVATA' }), {});
  expect(await legge(avviso)).toMatchObject(FATTO);
  expect(await legge(bozza)).toMatchObject(NIENTE);
  expect(await sqlDi('app_pubblico', 'select ente as r from app.chi_pubblica($1)', [bozza])).toMatchObject(NIENTE);
  expect(await sqlDi('app_pubblico', 'select ente as r from app.chi_pubblica($1)', [avviso])).toMatchObject(FATTO);
  await candidatura({ stato: 'INVIATA' });
  for (const tabella of ['candidatura', 'candidatura_allegato', 'invito', 'posta', 'sezione_progetto'])
    expect(await sqlDi('app_pubblico', `select 1 as r from ${tabella}`), tabella).toMatchObject(VIETATO);
});

test('una candidatura la legge solo il capofila, e solo confermata; nemmeno la Regione, la ricerca o un partner', async () => {
  const { regione } = domanda.bando;
  const partner = await unEnte({ regione });
  const partecipa = { ...chiavi(domanda), organizzazione_id: partner.id, ruolo: 'PARTNER_GESTORE', ordine: 1, dal: '2010-01-01' };
  await inserisci(superutente, 'partecipazione', partecipa);
  for (const stato of ['BOZZA', 'INVIATA', 'AMMESSA']) await candidatura({ stato });
  const legge = (chi: Attore) => sqlCome(chi, 'select stato as r from candidatura where progetto_id = $1', [domanda.id]);
  expect(await legge(capofila)).toMatchObject({ n: 2 });
  expect(await legge(await partner.attore())).toMatchObject(NIENTE);
  expect(await legge(await (await unaDomanda()).capofila.attore())).toMatchObject(NIENTE);
  for (const ruolo of ['DIRIGENTE', 'ISTRUTTORE', 'RICERCATORE'] as const)
    expect(await legge(await (await unUtente({ regione, ruolo })).attore()), ruolo).toMatchObject(VIETATO);
  const cambia = `update candidatura set email = 'x@prova.example' where progetto_id = $1`;
  expect(await sqlCome(capofila, cambia, [domanda.id])).toMatchObject(VIETATO);
  expect(await sqlCome(capofila, `update candidatura set stato = 'BOZZA' where progetto_id = $1`, [domanda.id])).toMatchObject(VIETATO);
});

test('un avviso pubblicato non torna in bozza, non cambia criteri, non accorcia il termine e non si chiude prima', async () => {
  const cambia = (che: string) => sqlCome(capofila, `update avviso set ${che} where id = $1`, [avviso]);
  for (const che of [
    `stato = 'BOZZA'`,
    `criteri = '[1]'`,
    `azioni = '[1]'`,
    'apre = null',
    `pubblicato_il = '2000-01-01'`,
    `chiude = '2099-01-01'`,
  ])
    expect(await cambia(che), che).toMatchObject(NON_ORA);
  expect(await cambia(`stato = 'CHIUSO'`)).toMatchObject({ codice: 'CT004' });
  expect(await cambia(`chiude = '2101-01-01'`)).toMatchObject(FATTO);
  await superutente.query(`update avviso set chiude = '2011-01-01' where id = $1`, [avviso]);
  expect(await cambia(`stato = 'CHIUSO'`)).toMatchObject(FATTO);
  await superutente.query(`update avviso set stato = 'CHIUSO' where id = $1`, [avviso]);
  expect(await cambia(`stato = 'PUBBLICATO'`)).toMatchObject(NIENTE);
});

test('quando è stato pubblicato lo dice il database', async () => {
  const d = await unaDomanda({ stato: 'IDEA_APPROVATA' });
  const id = await unAvviso(d, {});
  const pubblica = `with u as (update avviso set stato = 'PUBBLICATO', pubblicato_il = '2000-01-01' where id = $1 returning *) select pubblicato_il > '2001-01-01' as r from u`;
  expect(await sqlCome(await d.capofila.attore(), pubblica, [id])).toMatchObject({ righe: [true] });
});

const accogli = (chi: Attore, id: string) =>
  sqlCome(chi, `select app.accogli_candidatura($1, $2, 'Oggetto', 'Testo')::text as r`, [id, Buffer.from(id)]);

test('una candidatura la accoglie il referente del capofila di quel progetto, solo selezionata, e non a progetto presentato', async () => {
  const { regione } = domanda.bando;
  const [buona, riserva] = [await candidatura(), await candidatura({ stato: 'RISERVA' })];
  const operatore = await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: domanda.capofila.id })).attore();
  const altro = await (await unaDomanda({ bando: domanda.bando })).capofila.attore();
  const altrove = await (await unaDomanda({ bando: await unBando({ regione: await unaRegione() }) })).capofila.attore();
  for (const chi of [operatore, altro, altrove]) expect(await accogli(chi, buona)).toMatchObject(NON_ORA);
  expect(await accogli(capofila, riserva)).toMatchObject(NON_ORA);
  expect(await accogli(capofila, buona)).toMatchObject(FATTO);
  await superutente.query(`update progetto set stato = 'PROGETTO_PRESENTATO' where id = $1`, [domanda.id]);
  expect(await accogli(capofila, buona)).toMatchObject(NON_ORA);
});

test.each(['REGIONE', 'RICERCA', 'ENTE_GESTORE'])('chi si candida dicendosi %s non lo diventa', async (tipo) => {
  const id = await candidatura({ dati: { tipo, denominazione: 'Regione', sede: 'Torino' } });
  expect(await accogli(capofila, id)).toMatchObject(NON_ORA);
});

test('un invito vale una volta; a chi si presenta per un ente già rappresentato apre solo il progetto dell’invito', async () => {
  const scade_il = '2100-01-01';
  const accetta = async (organizzazione_id: string): Promise<(string | null)[]> => {
    const [token, email] = [randomUUID(), `${codice()}@prova.example`];
    await inserisci(superutente, 'invito', { ...chiavi(domanda), organizzazione_id, email, token_hash: Buffer.from(token), scade_il });
    const db = new pg.Client({ connectionString: urlDi('app_accesso') });
    await db.connect();
    const usa = async () =>
      (await db.query(`select accesso.accetta_invito($1, 'Nome', 'Cognome', 'x') as r`, [Buffer.from(token)])).rows[0].r;
    expect([await usa(), await usa()]).toEqual([true, false]);
    await db.end();
    const { rows } = await superutente.query(
      'select i.progetto_id from incarico i join utente u on u.id = i.utente_id where u.email = $1 and i.organizzazione_id = $2',
      [email, organizzazione_id],
    );
    return rows.map(({ progetto_id }) => progetto_id);
  };
  const { regione } = domanda.bando;
  const nuova = await inserisci(superutente, 'organizzazione', {
    regione_id: regione.id,
    codice: 'N',
    tipo: 'ETS',
    denominazione: 'Nuova',
  });
  expect(await accetta(nuova.id)).toEqual([null]);
  expect(await accetta((await unEnte({ regione })).id)).toEqual([domanda.id]);
});
