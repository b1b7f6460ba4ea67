import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ente, unEnte } from '@/tests/support/builders';
import { type BandoDiProva, type DomandaDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { urlDi } from '@/tests/support/database';
import { bancoNellaTransazione, type Esito } from '@/tests/support/isolamento/banco';

/** Il termine lo decide l'orologio del database, nella transazione dell'atto: qui il passo si sposta intorno a quell'istante. */

let bando: BandoDiProva;
let capofila: Ente;
let db: pg.Client;
beforeAll(async () => {
  bando = await unBando();
  capofila = await unEnte({ regione: bando.regione });
  db = new pg.Client({ connectionString: urlDi('postgres') });
  await db.connect();
});
afterAll(() => db.end());

/** Il capofila prova a portare la domanda in uno stato, con il passo che apre e chiude a tanti secondi da quell'istante. */
async function prova(domanda: DomandaDiProva, a: string, fase: string, apre: number, chiude: number | null): Promise<Esito> {
  const attore = await capofila.attore();
  await db.query('begin');
  try {
    await db.query(
      `update passo_bando set apre = date_trunc('milliseconds', app.adesso()) + make_interval(secs => $1),
       chiude = date_trunc('milliseconds', app.adesso()) + make_interval(secs => $2) where bando_id = $3 and fase = $4`,
      [apre, chiude, bando.id, fase],
    );
    const chi = { ...attore, nome: 'capofila', login: attore.lettore, progetti: [], capofila: [] };
    return await bancoNellaTransazione(db)(chi, 'update progetto set stato = $1::stato_progetto where id = $2', [a, domanda.id]);
  } finally {
    await db.query('rollback');
  }
}

const FUORI = { codice: 'CT004' };
const DENTRO = { n: 1 };

test.each([
  ['IDEA_BOZZA', 'IDEA_PRESENTATA', 'IDEA'],
  ['IDEA_PRESENTATA', 'IDEA_BOZZA', 'IDEA'],
  ['PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO'],
  ['PROGETTO_PRESENTATO', 'PROGETTO_BOZZA', 'PROGETTO'],
])('%s → %s: dentro il termine fino all’ultimo istante, fuori dal primo istante dopo', async (da, a, fase) => {
  const domanda = await unaDomanda({ bando, capofila, stato: da });
  const entro = (apre: number, chiude: number | null) => prova(domanda, a, fase, apre, chiude);
  expect(await entro(-3600, 1)).toMatchObject(DENTRO);
  expect(await entro(-3600, 0.002)).toMatchObject(DENTRO);
  expect(await entro(-3600, -0.002)).toMatchObject(FUORI);
  expect(await entro(-3600, -1)).toMatchObject(FUORI);
  expect(await entro(-3600, null)).toMatchObject(DENTRO);
  // e non prima che apra
  expect(await entro(1, 3600)).toMatchObject(FUORI);
  expect(await entro(0.002, 3600)).toMatchObject(FUORI);
  expect(await entro(-0.002, 3600)).toMatchObject(DENTRO);
});

test('il termine di una fase non tocca l’altra, né chi si ritira o risponde alle integrazioni', async () => {
  const [bozza, progetto] = [await unaDomanda({ bando, capofila }), await unaDomanda({ bando, capofila, stato: 'PROGETTO_BOZZA' })];
  const daIntegrare = await unaDomanda({ bando, capofila, stato: 'IDEA_DA_INTEGRARE' });
  expect(await prova(bozza, 'IDEA_PRESENTATA', 'PROGETTO', -2, -1)).toMatchObject(DENTRO);
  expect(await prova(progetto, 'PROGETTO_PRESENTATO', 'IDEA', -2, -1)).toMatchObject(DENTRO);
  expect(await prova(bozza, 'RITIRATO', 'IDEA', -2, -1)).toMatchObject(DENTRO);
  expect(await prova(daIntegrare, 'IDEA_PRESENTATA', 'IDEA', -2, -1)).toMatchObject(DENTRO);
});

test('una domanda si apre solo dentro il termine', async () => {
  const attore = await capofila.attore();
  const apri = async (apre: string, chiude: string) => {
    const altro = await unBando({ regione: bando.regione, passi: { IDEA: { apre, chiude } } });
    const chi = { ...attore, nome: 'capofila', login: attore.lettore, progetti: [], capofila: [] };
    await db.query('begin');
    try {
      return await bancoNellaTransazione(db)(chi, `select app.apri_domanda($1, 'Titolo', 'Biella')::text as r`, [altro.id]);
    } finally {
      await db.query('rollback');
    }
  };
  expect(await apri('2010-01-01', '2100-01-01')).toMatchObject(DENTRO);
  expect(await apri('2010-01-01', '2011-01-01')).toMatchObject(FUORI);
  expect(await apri('2099-01-01', '2100-01-01')).toMatchObject(FUORI);
});
