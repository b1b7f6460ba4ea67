import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { commandAs } from '@/lib/db/scope';
import { unEnte, unUtente } from '@/tests/support/builders';
import { type BandoDiProva, type DomandaDiProva, unaCommissione, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { tuttiFermi } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, type Riga, superutente } from '@/tests/support/superutente';

/** La valutazione al buio: ciascuno vede e scrive la sua, finché tutti non hanno finito. */

let bando: BandoDiProva;
let domanda: DomandaDiProva;
let presidente: Attore;
let collega: Attore;

beforeEach(async () => {
  bando = await unBando();
  domanda = await unaDomanda({ bando, stato: 'IDEA_AMMISSIBILE' });
  const [primo, secondo] = await unaCommissione({ bando });
  if (!primo || !secondo) throw new Error('Servono due commissari.');
  [presidente, collega] = [await primo.attore(), await secondo.attore()];
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const NIENTE = { n: 0 };
const FATTO = { n: 1 };
const VIETATO = { codice: '42501' };

const chiavi = () => ({ regione_id: bando.regione.id, progetto_id: domanda.id, fase: 'IDEA' });
const scheda = (chi: Attore, cambio: Riga = {}) =>
  inserisci(superutente, 'valutazione', {
    ...chiavi(),
    utente_id: chi.utenteId,
    conflitto: 'NESSUNO',
    punteggi: '{"qualita":40}',
    ...cambio,
  });
/** Le schede che legge, per persona. */
const lette = (chi: Attore) => sqlCome(chi, 'select utente_id::text as r from valutazione where progetto_id = $1', [domanda.id]);
const conclude = (chi: Attore) =>
  commandAs(chi, async (tx) => {
    await tx.$executeRaw`update valutazione set stato = 'CONCLUSA' where progetto_id = ${domanda.id}::uuid and utente_id = ${chi.utenteId}::uuid`;
    return { result: null, evento: { atto: 'valutazione.conclusa', oggetto: 'progetto', oggettoId: domanda.id, progettoId: domanda.id } };
  });
const consolida = (chi: Attore) =>
  sqlCome(
    chi,
    `insert into valutazione_consolidata (progetto_id, fase, regione_id, presidente_id, punteggi, totale_centesimi, motivazione)
     values ($1, 'IDEA', $2, $3, '{}', 0, '')`,
    [domanda.id, bando.regione.id, chi.utenteId],
  );

test('i punteggi di un collega non si leggono finché non hanno concluso tutti; poi sì, e non si cambiano più', async () => {
  for (const chi of [presidente, collega]) await scheda(chi);
  const dirigente = await (await unUtente({ regione: bando.regione, ruolo: 'DIRIGENTE' })).attore();
  for (const chi of [presidente, collega]) expect(await lette(chi)).toMatchObject({ righe: [chi.utenteId] });
  expect(await lette(dirigente)).toMatchObject(NIENTE);
  await conclude(presidente);
  expect(await lette(collega)).toMatchObject({ righe: [collega.utenteId] });
  expect(await lette(presidente)).toMatchObject({ righe: [presidente.utenteId] });
  await conclude(collega);
  for (const chi of [presidente, collega, dirigente]) expect(await lette(chi)).toMatchObject({ n: 2 });
  const ritocca = (chi: Attore) =>
    sqlCome(chi, `update valutazione set punteggi = '{}', stato = 'BOZZA' where progetto_id = $1`, [domanda.id]);
  for (const chi of [presidente, collega, dirigente]) expect(await ritocca(chi)).toMatchObject(NIENTE);
});

test('due commissari che concludono nello stesso istante si svelano comunque', async () => {
  for (const chi of [presidente, collega]) await scheda(chi);
  // si ferma il primo dopo che ha concluso e prima che confermi: il secondo lo aspetta, invece di credersi solo
  const arbitro = await superutente.connect();
  let finiti = 0;
  try {
    await arbitro.query('begin');
    await arbitro.query('lock table evento in exclusive mode');
    const corse = [presidente, collega].map((chi) => conclude(chi).finally(() => finiti++));
    await tuttiFermi(2, () => finiti);
    await arbitro.query('rollback');
    await Promise.all(corse);
  } finally {
    arbitro.release(true);
  }
  const { rows } = await superutente.query('select svelata from valutazione where progetto_id = $1', [domanda.id]);
  expect(rows).toEqual([{ svelata: true }, { svelata: true }]);
});

test('nessuno scrive la scheda di un altro, la svela da sé, o la apre a nome di un altro', async () => {
  await scheda(collega);
  const su = `where progetto_id = $1 and utente_id = '${collega.utenteId}'`;
  expect(await sqlCome(presidente, `update valutazione set punteggi = '{}' ${su}`, [domanda.id])).toMatchObject(NIENTE);
  expect(await sqlCome(presidente, `update valutazione set svelata = true ${su}`, [domanda.id])).toMatchObject(VIETATO);
  expect(await sqlCome(collega, `update valutazione set conflitto = 'PRESENTE' ${su}`, [domanda.id])).toMatchObject(VIETATO);
  expect(await sqlCome(collega, `update valutazione set stato = 'CONSOLIDATA' ${su}`, [domanda.id])).toMatchObject(VIETATO);
  expect(await sqlCome(collega, `delete from valutazione ${su}`, [domanda.id])).toMatchObject(VIETATO);
  const dichiara = (chi: Attore, di: Attore) =>
    sqlCome(chi, `insert into valutazione (regione_id, progetto_id, fase, utente_id, conflitto) values ($1, $2, 'IDEA', $3, 'NESSUNO')`, [
      bando.regione.id,
      domanda.id,
      di.utenteId,
    ]);
  expect(await dichiara(collega, presidente)).toMatchObject(VIETATO);
  expect(await dichiara(presidente, presidente)).toMatchObject(FATTO);
  // chi non è in commissione non valuta, nemmeno se ha il ruolo
  const valutatore = await (await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' })).attore();
  expect(await dichiara(valutatore, valutatore)).toMatchObject(VIETATO);
});

test('chi lavora in un ente dell’aggregazione può solo dichiarare il conflitto', async () => {
  const partner = await unEnte({ regione: bando.regione });
  const d = await unaDomanda({ bando, partner: [partner], stato: 'IDEA_AMMISSIBILE' });
  const suo = { utente_id: collega.utenteId, organizzazione_id: partner.id, ruolo: 'OPERATORE', dal: '2010-01-01' };
  await inserisci(superutente, 'incarico', { regione_id: bando.regione.id, ...suo });
  const dichiara = (conflitto: string) =>
    sqlCome(collega, `insert into valutazione (regione_id, progetto_id, fase, utente_id, conflitto) values ($1, $2, 'IDEA', $3, $4)`, [
      ...[bando.regione.id, d.id, collega.utenteId, conflitto],
    ]);
  expect(await dichiara('NESSUNO')).toMatchObject(VIETATO);
  expect(await dichiara('PRESENTE')).toMatchObject(FATTO);
});

test('prima di dichiarare, e con un conflitto, un commissario non apre la domanda', async () => {
  const aperte = (chi: Attore) => sqlCome(chi, 'select 1 as r from versione_progetto where progetto_id = $1', [domanda.id]);
  expect(await aperte(presidente)).toMatchObject(NIENTE);
  await scheda(presidente);
  expect(await aperte(presidente)).toMatchObject(FATTO);
  await scheda(collega, { conflitto: 'PRESENTE' });
  expect(await aperte(collega)).toMatchObject(NIENTE);
});

test('consolida solo chi presiede, e solo quando tutti hanno concluso; poi le schede sono di tutti e ferme', async () => {
  for (const chi of [presidente, collega]) await scheda(chi);
  await conclude(presidente);
  expect(await consolida(presidente)).toMatchObject({ codice: 'CT001' });
  await conclude(collega);
  expect(await consolida(collega)).toMatchObject(VIETATO);
  const dirigente = await (await unUtente({ regione: bando.regione, ruolo: 'DIRIGENTE' })).attore();
  expect(await consolida(dirigente)).toMatchObject(VIETATO);
  expect(await consolida(presidente)).toMatchObject(FATTO);
});

test('la commissione la nomina chi dirige, nella sua Regione, e nessuno si nomina da solo', async () => {
  const nomina = (chi: Attore) =>
    sqlCome(chi, `insert into commissario (regione_id, bando_id, fase, utente_id) values ($1, $2, 'PROGETTO', $3)`, [
      ...[bando.regione.id, bando.id, chi.utenteId],
    ]);
  const [dirigente, istruttore, altrove] = [
    await (await unUtente({ regione: bando.regione, ruolo: 'DIRIGENTE' })).attore(),
    await (await unUtente({ regione: bando.regione, ruolo: 'ISTRUTTORE' })).attore(),
    await (await unUtente({ regione: (await unBando()).regione, ruolo: 'DIRIGENTE' })).attore(),
  ];
  for (const chi of [collega, istruttore, altrove]) expect(await nomina(chi), chi.ruolo).toMatchObject(VIETATO);
  expect(await nomina(dirigente)).toMatchObject(FATTO);
  expect(await sqlCome(collega, 'update commissario set presidente = true where utente_id = $1', [collega.utenteId])).toMatchObject(NIENTE);
});
