import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { lettoreDelRuolo } from '@/lib/auth/attore';
import { StatoProgetto } from '@/lib/progetti/schema';
import { TRANSIZIONI_PROGETTO } from '@/lib/progetti/stati';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type BandoDiProva, type DomandaDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

/** La vita di un progetto secondo il database: la stessa tabella delle regole, e nessun'altra via, nemmeno in SQL. */

const STATI = StatoProgetto.options;
const domande = {} as Record<string, DomandaDiProva>;
const chi: Record<string, Attore> = {};
let bando: BandoDiProva;

beforeAll(async () => {
  bando = await unBando();
  const { regione } = bando;
  const [capofila, partner, estraneo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  await unaDomanda({ bando, capofila: estraneo });
  for (const stato of STATI) domande[stato] = await unaDomanda({ bando, capofila, partner: [partner], stato });
  const persona = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  chi['referente del capofila'] = await capofila.attore();
  chi['operatore del capofila'] = await persona('OPERATORE', capofila.id);
  chi['referente del partner'] = await partner.attore();
  chi['referente di un altro ente'] = await estraneo.attore();
  for (const ruolo of ['ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE'] as const)
    chi[ruolo] = await persona(ruolo);
  for (const ruolo of ['ISTRUTTORE', 'DIRIGENTE'] as const)
    chi[`${ruolo} di un’altra Regione`] = await (await unUtente({ regione: await unaRegione(), ruolo })).attore();
});
afterAll(chiudiSqlGrezzo);

const id = (stato: string) => domande[stato]?.id;
/** Chi, secondo le regole, compie quel passaggio: il nome della persona di prova. */
const PERSONA: Record<string, string> = { REFERENTE: 'referente del capofila', ISTRUTTORE: 'ISTRUTTORE', DIRIGENTE: 'DIRIGENTE' };
const PASSAGGI = Object.entries(TRANSIZIONI_PROGETTO).flatMap(([da, passaggi]) =>
  Object.entries(passaggi).map(([atto, { a, ruolo }]) => ({ atto, da, a, ruolo })),
);

test('app.transizione_progetto è la stessa tabella di TRANSIZIONI_PROGETTO', async () => {
  const { rows } = await superutente.query(`select atto, da::text, a::text, login, ruoli::text[] from app.transizione_progetto`);
  const attese = PASSAGGI.map(({ atto, da, a, ruolo }) => ({ atto, da, a, login: lettoreDelRuolo(ruolo), ruoli: [ruolo] }));
  const ordina = (righe: object[]) => righe.map((riga) => JSON.stringify(riga)).sort();
  expect(ordina(rows)).toEqual(ordina(attese));
});

test('in SQL, ogni cambio di stato × persona: passa solo chi e quando dice la tabella', { timeout: 120_000 }, async () => {
  const riuscite: string[] = [];
  for (const [nome, attore] of Object.entries(chi))
    for (const da of STATI)
      for (const a of STATI.filter((stato) => stato !== da)) {
        const esito = await sqlCome(attore, 'update progetto set stato = $1::stato_progetto where id = $2', [a, id(da)]);
        if (esito.codice !== undefined) expect(esito.codice, `${nome}: ${da} → ${a}`).toMatch(/^(CT001|42501)$/);
        else if (esito.n > 0) riuscite.push(`${nome}: ${da} → ${a}`);
      }
  expect(riuscite.sort()).toEqual(PASSAGGI.map(({ da, a, ruolo }) => `${PERSONA[ruolo]}: ${da} → ${a}`).sort());
});

test('nessuno fa nascere né cancella un progetto in SQL, e il proprietario non ne vede', async () => {
  for (const [nome, attore] of Object.entries(chi)) {
    const nato = `insert into progetto (regione_id, bando_id, codice, titolo, territorio, provincia, istat_comune, stato) values ($1, $2, 'X', 'X', 'X', 'X', 'X', 'APPROVATO')`;
    expect(await sqlCome(attore, nato, [bando.regione.id, bando.id]), nome).toMatchObject({ codice: '42501' });
    expect(await sqlCome(attore, 'delete from progetto where id = $1', [id('IDEA_BOZZA')]), nome).toMatchObject({ codice: '42501' });
  }
  expect(await sqlDi('cantiere', 'select 1 as r from progetto')).toMatchObject({ n: 0 });
});

test.each(STATI)('%s: il titolo si cambia solo in bozza, e solo dal capofila', async (stato) => {
  const cambia = (attore?: Attore) => attore && sqlCome(attore, `update progetto set titolo = 'Altro' where id = $1`, [id(stato)]);
  const inBozza = ['IDEA_BOZZA', 'PROGETTO_BOZZA'].includes(stato);
  for (const nome of ['referente del capofila', 'operatore del capofila'])
    expect(await cambia(chi[nome]), nome).toMatchObject(inBozza ? { n: 1 } : { codice: 'CT001' });
  expect(await cambia(chi['referente del partner'])).toMatchObject({ n: 0 });
  expect(await cambia(chi.DIRIGENTE)).toMatchObject({ codice: '42501' });
});

test.each(STATI)('%s: solo ciò che non è presentato passa a un’altra versione, e solo del suo bando', async (stato) => {
  const { rows } = await superutente.query(
    `insert into bando_versione (regione_id, bando_id, numero, configurazione, sha256)
     values ($1, $2, (select max(numero) + 1 from bando_versione where bando_id = $2), '{}', '0') returning id`,
    [bando.regione.id, bando.id],
  );
  const altrui = await unBando({ regione: bando.regione });
  const passa = (versione: string) =>
    sqlCome(chi['referente del capofila'] as Attore, 'update progetto set bando_versione_id = $1 where id = $2', [versione, id(stato)]);
  const puo = ['IDEA_BOZZA', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA'].includes(stato);
  expect(await passa(rows[0].id)).toMatchObject(puo ? { n: 1 } : { codice: 'CT001' });
  expect(await passa(altrui.versioneId)).toMatchObject({ codice: 'CT001' });
});
