import { afterAll, beforeEach, expect, test } from 'vitest';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { leggiRapporto } from '@/lib/attuazione/queries';
import type { Attore } from '@/lib/auth/attore';
import { fondiEnti } from '@/lib/enti/commands/fondiEnti';
import { leggiFusione } from '@/lib/enti/queries';
import { conPassword, entrato, rileggi } from '@/tests/support/accesso';
import { attoreDi } from '@/tests/support/attori';
import { type Ente, type Regione, unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** Due consorzi si fondono: la storia resta al vecchio, i diritti passano al nuovo, tutto insieme o niente. */

let regione: Regione;
let vecchio: Ente;
let nuovo: Ente;
let altro: Ente;
let dirigente: Attore;
beforeEach(async () => {
  regione = await unaRegione();
  [vecchio, nuovo, altro] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  dirigente = await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
});
afterAll(chiudiSqlGrezzo);

const fondi = (chi = dirigente, cambio: { da?: string; a?: string; dal?: string; dataAtto?: string } = {}) =>
  fondiEnti(chi, { da: vecchio.id, a: nuovo.id, dal: '2020-07-01', atto: 'D.G.C. 12', dataAtto: '2020-06-15', ...cambio });
const righe = async (testo: string, ...valori: unknown[]) => (await superutente.query(testo, valori)).rows;
const ruoli = (progettoId: string) =>
  righe(
    `select case organizzazione_id when $2 then 'vecchio' when $3 then 'nuovo' else 'altro' end as ente, ruolo::text, al::text
     from partecipazione where progetto_id = $1 order by 1 desc`,
    ...[progettoId, vecchio.id, nuovo.id],
  );
const diChi = async (progettoId: string) =>
  (await righe('select organizzazione_id as o from azione where progetto_id = $1 order by ordine', progettoId)).map(({ o }) => o);
const eventi = () => righe(`select oggetto, oggetto_id from evento where regione_id = $1 and atto = 'ente.fuso' order by id`, regione.id);
/** L'incarico che la persona del vecchio ente ha adesso. */
async function ritrova(ente: Ente): Promise<Attore> {
  const [incarico] = await righe(
    `select id from incarico where utente_id = $1 and revocato_il is null and dal <= app.oggi() and (al is null or al >= app.oggi())`,
    ente.utente.id,
  );
  return attoreDi(incarico.id);
}

test('l’ente nuovo prende il posto del vecchio, capofila compreso; la relazione presentata resta di chi l’ha scritta, la bozza passa', async () => {
  const progetto = await unProgetto({ capofila: vecchio, partner: [altro] });
  const presentata = await unRapporto({ progetto, stato: 'APPROVATO' });
  const bozza = await unRapporto({ progetto, stato: 'BOZZA', numero: 2 });
  expect(await fondi()).toEqual({ progetti: 1, persone: 1 });
  expect(await ruoli(progetto.id)).toEqual([
    { ente: 'vecchio', ruolo: 'PARTNER_GESTORE', al: '2020-06-30' },
    { ente: 'nuovo', ruolo: 'CAPOFILA', al: null },
    { ente: 'altro', ruolo: 'PARTNER_GESTORE', al: null },
  ]);
  expect(await diChi(progetto.id)).toEqual([nuovo.id, altro.id]);
  const scritti = (rapportoId: string) =>
    righe('select distinct organizzazione_id as o from avanzamento where rapporto_id = $1', rapportoId);
  expect((await scritti(presentata.id)).map(({ o }) => o).sort()).toEqual([vecchio.id, altro.id].sort());
  expect((await scritti(bozza.id)).map(({ o }) => o).sort()).toEqual([nuovo.id, altro.id].sort());
  const versioni = await righe(
    `select numero, genere, contenuto from versione_progetto where progetto_id = $1 order by numero`,
    progetto.id,
  );
  expect(versioni.map(({ genere }) => genere)).toEqual(['APPROVATA', 'APPROVATA']);
  expect(JSON.stringify(versioni[0]?.contenuto)).toContain(vecchio.id);
  expect(JSON.stringify(versioni[1]?.contenuto)).not.toContain(vecchio.id);
  expect(await eventi()).toEqual([
    { oggetto: 'progetto', oggetto_id: progetto.id },
    { oggetto: 'organizzazione', oggetto_id: vecchio.id },
  ]);
  const [ente] = await righe('select confluita_in_id, valido_al::text from organizzazione where id = $1', vecchio.id);
  expect(ente).toEqual({ confluita_in_id: nuovo.id, valido_al: '2020-06-30' });
});

test('chi rilegge una relazione presentata trova l’ente che l’ha scritta; in quella ancora in bozza chi ne risponde ora', async () => {
  const progetto = await unProgetto({ capofila: altro, partner: [vecchio] });
  const presentata = await unRapporto({ progetto, stato: 'APPROVATO' });
  const bozza = await unRapporto({ progetto, stato: 'BOZZA', numero: 2 });
  await fondi();
  const enti = async (attore: Attore, rapportoId: string) => (await leggiRapporto(attore, rapportoId))?.azioni.map(({ ente }) => ente);
  const delNuovo = await ritrova(vecchio);
  for (const attore of [dirigente, delNuovo, await altro.attore()])
    expect(await enti(attore, presentata.id)).toEqual([altro.denominazione, vecchio.denominazione]);
  expect(await enti(delNuovo, bozza.id)).toEqual([altro.denominazione, nuovo.denominazione]);
});

test('chi lavorava nel vecchio ente entra nel nuovo con lo stesso ruolo, e vede il progetto; il vecchio incarico non vale più', async () => {
  const progetto = await unProgetto({ capofila: vecchio });
  const email = await conPassword(vecchio.utente.id);
  const prima = await entrato({ email });
  await fondi();
  expect(await rileggi(prima.segreto)).toMatchObject({ esito: 'VIVA', organizzazione_id: null, contesto: null });
  const dopo = await entrato({ email });
  expect(await rileggi(dopo.segreto)).toMatchObject({ esito: 'VIVA', organizzazione_id: nuovo.id, ruolo: 'REFERENTE', n_incarichi: 1 });
  const persona = await ritrova(vecchio);
  expect(persona).toMatchObject({ organizzazioneId: nuovo.id, ruolo: 'REFERENTE', utenteId: vecchio.utente.id });
  expect(await sqlCome(persona, 'select id::text as r from progetto where id = $1', [progetto.id])).toMatchObject({ n: 1 });
  await expect(attoreDi(vecchio.utente.incaricoId)).rejects.toThrow('non vale oggi');
});

test('entrambi nello stesso progetto: ne resta uno, con tutte le azioni; capofila di progetti diversi: li guida entrambi', async () => {
  const insieme = await unProgetto({ capofila: nuovo, partner: [vecchio] });
  const suo = await unProgetto({ capofila: vecchio, partner: [altro], stato: 'SOSPESO' });
  const delNuovo = await unProgetto({ capofila: nuovo });
  expect(await fondi()).toMatchObject({ progetti: 2 });
  expect(await diChi(insieme.id)).toEqual([nuovo.id, nuovo.id]);
  const capofila = async (id: string) => (await ruoli(id)).filter(({ ruolo }) => ruolo === 'CAPOFILA');
  for (const { id } of [insieme, suo, delNuovo]) expect(await capofila(id)).toEqual([{ ente: 'nuovo', ruolo: 'CAPOFILA', al: null }]);
});

test('le domande che il vecchio ente scriveva e i progetti conclusi passano; nelle sezioni c’è l’ente nuovo', async () => {
  const bando = await unBando({ regione });
  const domanda = await unaDomanda({ bando, capofila: vecchio, partner: [altro], stato: 'PROGETTO_BOZZA' });
  const concluso = await unProgetto({ capofila: vecchio, stato: 'CONCLUSO' });
  expect(await fondi()).toMatchObject({ progetti: 0 });
  const persona = await ritrova(vecchio);
  for (const { id } of [domanda, concluso]) {
    expect((await ruoli(id)).filter(({ ruolo }) => ruolo === 'CAPOFILA')).toEqual([{ ente: 'nuovo', ruolo: 'CAPOFILA', al: null }]);
    expect(await sqlCome(persona, 'select id::text as r from progetto where id = $1', [id])).toMatchObject({ n: 1 });
  }
  expect(await diChi(concluso.id)).toEqual([vecchio.id]);
  const [sezioni] = await righe(
    `select count(*) filter (where valori::text like '%' || $2 || '%')::int as vecchie, count(*) filter (where valori::text like '%' || $3 || '%')::int as nuove
     from sezione_progetto where progetto_id = $1`,
    ...[domanda.id, vecchio.id, nuovo.id],
  );
  expect(sezioni).toEqual({ vecchie: 0, nuove: expect.any(Number) });
  expect(sezioni.nuove).toBeGreaterThan(0);
});

test('la registra solo un dirigente, una volta, tra enti della sua Regione; se un progetto non si può cambiare non cambia nulla', async () => {
  const progetto = await unProgetto({ capofila: vecchio });
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  await expect(fondi(istruttore)).rejects.toMatchObject({ code: 'fusione.nonConsentita' });
  await expect(fondi(await vecchio.attore())).rejects.toMatchObject({ code: 'fusione.nonConsentita' });
  const altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
  await expect(fondi(altrove)).rejects.toMatchObject({ code: 'fusione.rifiutata' });
  const rifiutata = { code: 'fusione.rifiutata' };
  await expect(fondi(dirigente, { a: vecchio.id })).rejects.toMatchObject(rifiutata);
  await expect(fondi(dirigente, { a: regione.organizzazioneId })).rejects.toMatchObject(rifiutata);
  await expect(fondi(dirigente, { dal: '2199-01-01' })).rejects.toMatchObject(rifiutata);
  await expect(fondi(dirigente, { dataAtto: '2199-01-01' })).rejects.toMatchObject({ code: 'decisione.attoNelFuturo' });
  expect(await eventi()).toEqual([]);
  expect(await diChi(progetto.id)).toEqual([vecchio.id]);
  await fondi();
  await expect(fondi()).rejects.toMatchObject(rifiutata);
  await expect(fondi(dirigente, { da: altro.id, a: vecchio.id })).rejects.toMatchObject(rifiutata);
  expect(await eventi()).toHaveLength(2);
});

test('dal database: né chi istruisce né un’altra Regione fondono enti, e mai finché il vecchio ha azioni in corso', async () => {
  await unProgetto({ capofila: vecchio });
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  const altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
  for (const chi of [istruttore, altrove, dirigente])
    expect(
      await sqlCome(chi, `select app.registra_fusione($1, $2, '2020-07-01', 'D.G.C. 12', '2020-06-15')::text as r`, [vecchio.id, nuovo.id]),
    ).toMatchObject({
      codice: 'CT001',
    });
});

test('due dirigenti insieme: una fusione sola; e una relazione presentata nello stesso momento resta intera a chi l’ha presentata', async () => {
  const progetto = await unProgetto({ capofila: vecchio });
  const rapporto = await unRapporto({ progetto, parti: ['INCLUSO'] });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01', rev = 1 where rapporto_id = $1`, [rapporto.id]);
  const referente = await vecchio.attore();
  const esiti = await Promise.allSettled([fondi(), fondi(), presentaRapporto(referente, { rapportoId: rapporto.id } as never)]);
  expect(
    esiti
      .slice(0, 2)
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['fulfilled', 'rejected']);
  const [riga] = await righe(
    `select r.stato::text, (select array_agg(distinct v.organizzazione_id) from avanzamento v where v.rapporto_id = r.id) as enti from rapporto_progetto r where id = $1`,
    rapporto.id,
  );
  expect(riga.enti).toEqual([riga.stato === 'BOZZA' ? nuovo.id : vecchio.id]);
  expect(esiti[2]?.status).toBe(riga.stato === 'BOZZA' ? 'rejected' : 'fulfilled');
});

test('una proroga o un altro atto sul progetto e la fusione si mettono in fila', async () => {
  const progetto = await unProgetto({ capofila: vecchio });
  const esiti = await inGara(
    { tabella: 'progetto', id: progetto.id },
    () => fondi(),
    () => fondi(),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'fusione.rifiutata']);
});

test('l’anteprima dice i progetti, il ruolo e le persone; dopo, l’elenco dice in chi è confluito', async () => {
  await unProgetto({ capofila: vecchio, partner: [nuovo] });
  const bando = await unBando({ regione });
  await unaDomanda({ bando, capofila: vecchio });
  const prima = await leggiFusione(dirigente, { da: vecchio.id, a: nuovo.id });
  expect(prima.progetti).toMatchObject([{ ruolo: 'CAPOFILA', entrambi: true, azioni: 1, stato: 'AVVIATO' }]);
  expect(prima.persone).toBe(1);
  await fondi();
  const dopo = await leggiFusione(dirigente, {});
  expect(dopo.enti.find(({ id }) => id === vecchio.id)?.confluita).toEqual({
    ...{ in: nuovo.denominazione, dal: '2020-07-01', atto: 'D.G.C. 12', dataAtto: '2020-06-15' },
  });
  expect(dopo.progetti).toEqual([]);
});
