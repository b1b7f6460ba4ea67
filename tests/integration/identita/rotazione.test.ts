import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { conChiaveNuova, type Mazzo, scriviMazzo } from '@/lib/identita/chiavi';
import { cifra } from '@/lib/identita/identita';
import { pulisci, stato } from '@/scripts/chiavi';
import { creaChiavi, leggiChiavi, sostituisciChiavi } from '@/scripts/chiavi/file';
import { identitaPerChiave, ricifra } from '@/scripts/chiavi/ruota';
import { daSolo } from '@/scripts/chiavi/sola';
import { type Ente, unEnte } from '../../support/builders';
import { copiaModello, type DatabaseDiProva, prova } from '../../support/database';
import { identitaDi, identitaMarcata, mazzoDiProva, programmaDi, unaPersonaCifrata } from '../../support/identita';

const ADESSO = '2020-07-09T08:30:00.000Z';
let database: DatabaseDiProva;
let db: pg.Pool;
let sistema: pg.Client;
let ente: Ente;
let vecchio: Mazzo;
let nuovo: Mazzo;
let programma: string;
let cartella: string;
let file: string;

beforeAll(async () => {
  database = await copiaModello('rotazione'); // ricifra tutto: non nel database delle altre prove
  db = new pg.Pool({ connectionString: database.superutente, max: 6 });
  db.on('error', () => undefined);
});
afterEach(() => rmSync(cartella, { recursive: true, force: true }));
afterAll(async () => {
  await sistema.end().catch(() => undefined);
  await db.end();
  await database.elimina();
});
beforeEach(async () => {
  await sistema?.end().catch(() => undefined);
  sistema = new pg.Client({ connectionString: database.url.app_sistema });
  sistema.on('error', () => undefined);
  await sistema.connect();
  ente = await unEnte({}, db);
  programma = await programmaDi(ente, db);
  await db.query('delete from identita');
  cartella = mkdtempSync(path.join(tmpdir(), 'cantiere-chiavi-'));
  file = path.join(cartella, 'chiavi.json');
  vecchio = mazzoDiProva();
  nuovo = conChiaveNuova(vecchio, ADESSO);
});

/** Molte persone, con la chiave di prima. @returns il cognome di ciascuna */
async function molte(quante: number): Promise<Map<string, string>> {
  const ids = Array.from({ length: quante }, () => randomUUID());
  const cifrate = ids.map((id) => cifra(id, identitaMarcata(id), vecchio));
  const chi = [ente.regione.id, ente.id];
  await db.query('insert into persona (id, regione_id, programma_id, organizzazione_id) select unnest($1::uuid[]), $2, $4, $3', [
    ids,
    ...chi,
    programma,
  ]);
  await db.query(
    'insert into identita (persona_id, regione_id, organizzazione_id, cifrata, chiave_id) select *, $5 from (select unnest($1::uuid[]), $2::uuid, $3::uuid, unnest($4::bytea[])) x',
    [ids, ...chi, cifrate.map(({ cifrata }) => cifrata), vecchio.corrente],
  );
  return new Map(ids.map((id) => [id, `Cognome${id}`]));
}
/** Ciò che si legge, e che sia tutto sotto la chiave nuova. */
async function cognomi(): Promise<Map<string, string>> {
  const lette = await identitaDi(ente, nuovo, db);
  expect(new Set([...lette.values()].map(({ chiave }) => chiave))).toEqual(new Set([nuovo.corrente]));
  return new Map([...lette].map(([id, { chi }]) => [id, chi.cognome]));
}
const zitto = () => undefined;

test('tutto passa alla chiave nuova e si rilegge con quella sola', async () => {
  const attese = await molte(1200);
  expect(await ricifra(sistema, nuovo, zitto)).toEqual({ fatte: 1200, illeggibili: 0 });
  expect(await cognomi()).toEqual(attese);
  expect(await identitaPerChiave(sistema)).toEqual(new Map([[nuovo.corrente, 1200]]));
  const sola = { ...nuovo, chiavi: Object.fromEntries(Object.entries(nuovo.chiavi).filter(([nome]) => nome === nuovo.corrente)) };
  expect((await identitaDi(ente, sola, db)).size).toBe(1200);
});

test('chi scrive durante la rotazione, con la chiave di prima o con la nuova, non perde nulla', async () => {
  const attese = await molte(3000);
  const ids = [...attese.keys()];
  let finito = false;
  const scrive = async (mazzo: Mazzo, nome: string, passo: number) => {
    for (let n = 0; !finito; n = (n + passo) % ids.length) {
      const id = ids[n] ?? '';
      const cognome = `${nome}${n}`;
      const { cifrata, chiaveId } = cifra(id, { ...identitaMarcata(id), cognome }, mazzo);
      await db.query('update identita set cifrata = $2, chiave_id = $3 where persona_id = $1', [id, cifrata, chiaveId]);
      attese.set(id, cognome);
    }
  };
  const nasce = async () => {
    while (!finito) {
      const chi = identitaMarcata(randomUUID());
      attese.set(await unaPersonaCifrata(ente, programma, chi, { mazzo: vecchio, db }), chi.cognome);
    }
  };
  // scrivono finché la prima passata non è finita: poi chi restava con la chiave vecchia passa al giro dopo
  const scrittori = [scrive(vecchio, 'Vecchia', 7), nasce()];
  const mani = Promise.all(scrittori);
  const esito = ricifra(sistema, nuovo, ({ fatte }) => (finito ||= fatte >= 2500));
  await mani;
  await esito;
  expect((await ricifra(sistema, nuovo, zitto)).illeggibili).toBe(0);
  expect(await cognomi()).toEqual(attese);
});

test('interrotta a metà riprende da dove era', async () => {
  const attese = await molte(2000);
  const interrotta = ricifra(sistema, nuovo, ({ fatte }) => {
    if (fatte >= 1000) throw new Error('uccisa');
  });
  await expect(interrotta).rejects.toThrow('uccisa');
  expect(await identitaPerChiave(sistema)).toEqual(
    new Map([
      [vecchio.corrente, 1000],
      [nuovo.corrente, 1000],
    ]),
  );
  expect(await ricifra(sistema, nuovo, zitto)).toEqual({ fatte: 1000, illeggibili: 0 });
  expect(await cognomi()).toEqual(attese);
});

test('ciò che nessuna chiave apre resta com’era, si conta, e non ferma il resto', async () => {
  const attese = await molte(20);
  const [rovinata = '', orfana = ''] = attese.keys();
  await db.query(`update identita set cifrata = set_byte(cifrata, 40, 255 - get_byte(cifrata, 40)) where persona_id = $1`, [rovinata]);
  await db.query(`update identita set chiave_id = 'k-perduta' where persona_id = $1`, [orfana]);
  const prima = (await db.query('select * from identita where persona_id = any($1) order by 1', [[rovinata, orfana]])).rows;
  expect(await ricifra(sistema, nuovo, zitto)).toEqual({ fatte: 18, illeggibili: 2 });
  expect((await db.query('select * from identita where persona_id = any($1) order by 1', [[rovinata, orfana]])).rows).toEqual(prima);
});

test('due comandi insieme: il secondo si ferma, e le chiavi del primo restano', async () => {
  await daSolo(database.url.app_sistema, async () => {
    await expect(daSolo(database.url.app_sistema, async () => 1)).rejects.toThrow(/Un altro comando/);
  });
  expect(await daSolo(database.url.app_sistema, async () => 1)).toBe(1);
});

/** `npm run chiavi -- ruota` come lo lancia chi amministra, sul database di questa prova. */
function comandoRuota(file: string): { fine: Promise<{ codice: number | null; detto: string }>; uccidi: () => void } {
  const env = {
    ...process.env,
    // già tutti gli accessi: non deve riscrivere le password, che sono di tutto il server
    ...Object.fromEntries(Object.entries(database.url).map(([ruolo, url]) => [ruolo.replace('app', 'DATABASE_URL').toUpperCase(), url])),
    DATABASE_URL: database.proprietario,
    CANTIERE_SEGRETO: prova().segreto,
    CANTIERE_FILE_CHIAVI: file,
    CANTIERE_CHIAVI: '',
  };
  const programma = `const { esegui } = await import('./scripts/chiavi.ts'); esegui(['ruota']).then(process.exit, (errore) => { console.error(errore); process.exit(1); })`;
  const figlio = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', programma], { env });
  let detto = '';
  for (const canale of [figlio.stdout, figlio.stderr]) canale.on('data', (pezzo) => (detto += pezzo));
  return {
    fine: new Promise((risolvi) => figlio.once('close', (codice) => risolvi({ codice, detto }))),
    uccidi: () => void figlio.kill('SIGKILL'),
  };
}

test('il comando ucciso con kill -9 riprende con la stessa chiave; poi la vecchia si toglie', { timeout: 120_000 }, async () => {
  const leggi = () => JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, scriviMazzo(vecchio));
  const attese = await molte(700);
  const [una = ''] = attese.keys();

  // una riga in mano ad altri: il comando fa il resto e aspetta, ed è lì che muore
  const mani = await db.connect();
  try {
    await mani.query('begin');
    await mani.query('select from identita where persona_id = $1 for update', [una]);
    const primo = comandoRuota(file);
    const daSe = primo.fine.then(({ detto }) => Promise.reject(new Error(`è finito da sé: ${detto}`)));
    await Promise.race([daSe, finche(async () => (await conta(vecchio.corrente)) === 1)]).finally(primo.uccidi);
    daSe.catch(() => undefined);
    expect((await primo.fine).codice).toBeNull();
  } finally {
    await mani.query('rollback');
    mani.release();
  }
  const dopoIlPrimo = leggi();
  expect(Object.keys(dopoIlPrimo.chiavi)).toHaveLength(2);

  expect(await comandoRuota(file).fine).toMatchObject({ codice: 0, detto: expect.stringMatching(/Fatto: 1 identità/) });
  expect(leggi()).toEqual(dopoIlPrimo);
  nuovo = leggiChiavi(file);
  expect(await cognomi()).toEqual(attese);

  const ambito = () => ({ db: sistema, mazzo: leggiChiavi(file), file, adesso: new Date(Date.parse(dopoIlPrimo.dal) + 5 * 60_000) });
  const detto: string[] = [];
  const voce = vi.spyOn(console, 'log').mockImplementation((riga) => void detto.push(String(riga)));
  try {
    await expect(pulisci(ambito())).rejects.toThrow(/meno di dieci minuti/);
    expect(await stato(ambito())).toBe(0);
    expect(await pulisci({ ...ambito(), adesso: new Date(Date.parse(dopoIlPrimo.dal) + 11 * 60_000) })).toBe(0);
  } finally {
    voce.mockRestore();
  }
  expect(detto.join('\n')).toMatch(new RegExp(`${dopoIlPrimo.corrente} +700 +corrente`));
  for (const byte of Object.values(dopoIlPrimo.chiavi)) expect(detto.join('\n')).not.toContain(byte);
  expect(Object.keys(leggi().chiavi)).toEqual([dopoIlPrimo.corrente]);
  const { rows } = await db.query(`select atto, dopo from evento where regione_id = $1 and atto like 'chiavi.%' order by id`, [
    ente.regione.id,
  ]);
  expect(rows).toEqual([
    { atto: 'chiavi.ruotate', dopo: { chiave: dopoIlPrimo.corrente, identita: 1, illeggibili: 0 } },
    { atto: 'chiavi.tolte', dopo: { chiavi: [vecchio.corrente] } },
  ]);
  expect(await cognomi()).toEqual(attese);
});

test('una chiave che cifra ancora qualcosa non si toglie mai', async () => {
  writeFileSync(file, scriviMazzo(nuovo));
  await molte(3);
  const voce = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await pulisci({ db: sistema, mazzo: nuovo, file, adesso: new Date(ADESSO) })).toBe(0);
  } finally {
    voce.mockRestore();
  }
  expect(leggiChiavi(file)).toEqual(nuovo);
});

test('il file nasce leggibile solo da chi lo fa, e non si riscrive', () => {
  expect(creaChiavi(file, new Date(ADESSO))).toBe(true);
  const primo = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(creaChiavi(file, new Date(ADESSO))).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(primo);
  sostituisciChiavi(file, nuovo);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(cartella)).toEqual(['chiavi.json']);
});

const conta = async (chiave: string): Promise<number> =>
  (await db.query('select count(*)::int as n from identita where chiave_id = $1', [chiave])).rows[0].n;

/** Aspetta che il database dica di sì, chiedendoglielo: non un tempo fisso. */
async function finche(vero: () => Promise<boolean>): Promise<void> {
  for (let volte = 0; volte < 600; volte++) {
    if (await vero()) return;
    await db.query('select pg_sleep(0.1)');
  }
  throw new Error('non è mai successo');
}
