import { afterAll, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { affidaPresidenza } from '@/lib/valutazione/commands/affidaPresidenza';
import { consolidaValutazione } from '@/lib/valutazione/commands/consolidaValutazione';
import { esoneraCommissario } from '@/lib/valutazione/commands/esoneraCommissario';
import { nominaCommissario } from '@/lib/valutazione/commands/nominaCommissario';
import { revocaCommissario } from '@/lib/valutazione/commands/revocaCommissario';
import { salvaValutazione } from '@/lib/valutazione/commands/salvaValutazione';
import { elencaDaValutare, leggiDaValutare } from '@/lib/valutazione/queries';
import { leggiCommissione } from '@/lib/valutazione/queriesCommissione';
import { leggiGraduatoria } from '@/lib/valutazione/queriesGraduatoria';
import { verbale } from '@/lib/valutazione/verbale';
import { type Utente, unUtente } from '@/tests/support/builders';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';
import { conclude, dichiara, rifiutato, type Seduta, scheda, schede, unaSeduta } from './_mondo';

/** Il commissario che dichiara e poi non conclude: chi dirige lo esonera, e la domanda va avanti senza svelare nulla prima del tempo. */

afterAll(chiudiSqlGrezzo);

const ATTO = 'D.D. 31 del 10/03/2020';
const svelate = async (seduta: Seduta) => (await schede(seduta)).map(({ utente_id, svelata }) => [utente_id, svelata]);
const membro = async ({ bando }: Seduta, { utenteId }: Attore): Promise<string> =>
  (await superutente.query('select id from commissario where bando_id = $1 and utente_id = $2', [bando.id, utenteId])).rows[0].id;

type Ferma = { seduta: Seduta; dirigente: Attore; prima: Attore; seconda: Attore; terza: Attore };
/** Tre commissari hanno dichiarato, due hanno concluso, la terza ha lasciato la scheda a metà. */
async function ferma(): Promise<Ferma> {
  const seduta = await unaSeduta();
  const [prima, seconda, terza] = seduta.commissari;
  if (!terza) throw new Error('Servono tre commissari.');
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  for (const attore of [prima, seconda]) await conclude(seduta, attore, 30);
  await salvaValutazione(terza, { ...seduta.scelta, rev: 0, punteggi: scheda(seduta, 10) });
  return {
    seduta,
    dirigente: await (await unUtente({ regione: seduta.bando.regione, ruolo: 'DIRIGENTE' })).attore(),
    prima,
    seconda,
    terza,
  };
}
const esonera = async ({ seduta, dirigente }: Ferma, chi: Attore, sostituto?: Utente, atto = ATTO) =>
  esoneraCommissario(dirigente, {
    bandoId: seduta.bando.id,
    commissarioId: await membro(seduta, chi),
    atto,
    sostitutoId: sostituto?.id ?? null,
  });
const valutatore = ({ seduta }: Ferma) => unUtente({ regione: seduta.bando.regione, ruolo: 'VALUTATORE' });

test('chi tarda è esonerato con un atto: i punteggi degli altri si svelano, la scheda a metà no, e chi presiede consolida', async () => {
  const mondo = await ferma();
  const { seduta, prima, terza, dirigente } = mondo;
  await esonera(mondo, terza);
  expect((await svelate(seduta)).filter(([chi]) => chi !== terza.utenteId).map(([, svelata]) => svelata)).toEqual([true, true]);
  expect(await svelate(seduta)).toContainEqual([terza.utenteId, false]);
  const vede = await sqlCome(prima, 'select utente_id as r from valutazione where progetto_id = $1', [seduta.domanda.id]);
  expect('righe' in vede && vede.righe).not.toContain(terza.utenteId);
  const { totaleCentesimi } = await consolidaValutazione(prima, {
    ...seduta.scelta,
    motivazione: 'Giudizio della commissione',
    criteri: {},
  });
  expect(totaleCentesimi).toBe(6000); // la media delle due schede concluse: la terza non conta
  const { rows } = await superutente.query(
    `select dopo, atto_esonero, esonerato_il from evento e join commissario c on c.id = e.oggetto_id where e.attore_id = $1`,
    [dirigente.utenteId],
  );
  expect(rows).toEqual([
    {
      dopo: { bandoId: seduta.bando.id, fase: 'IDEA', utenteId: terza.utenteId, sostituto: null },
      atto_esonero: ATTO,
      esonerato_il: expect.any(Date),
    },
  ]);
});

test('con un sostituto non si svela nulla finché non ha valutato anche lui, al buio', async () => {
  const mondo = await ferma();
  const { seduta, terza, prima } = mondo;
  const nuovo = await valutatore(mondo);
  await esonera(mondo, terza, nuovo);
  expect((await svelate(seduta)).some(([, svelata]) => svelata)).toBe(false);
  const arrivato = await nuovo.attore();
  expect((await elencaDaValutare(arrivato)).map(({ id }) => id)).toEqual([seduta.domanda.id]);
  await dichiara(seduta, arrivato);
  const vede = await sqlCome(arrivato, 'select utente_id as r from valutazione where progetto_id = $1', [seduta.domanda.id]);
  expect('righe' in vede && vede.righe).toEqual([arrivato.utenteId]);
  await conclude(seduta, arrivato, 40);
  expect((await svelate(seduta)).filter(([, svelata]) => svelata)).toHaveLength(3);
  const { commissari } = (await leggiDaValutare(prima, seduta.domanda.id, 'IDEA')) ?? { commissari: [] };
  expect(commissari.map(({ utenteId }) => utenteId)).not.toContain(terza.utenteId);
});

test('chi è esonerato non vede più la domanda tra le sue e non conclude, né dal portale né con SQL', async () => {
  const mondo = await ferma();
  const { seduta, terza } = mondo;
  await esonera(mondo, terza, await valutatore(mondo));
  expect(await elencaDaValutare(terza)).toEqual([]);
  await rifiutato(seduta, () => conclude(seduta, terza, 60, 1), 'valutazione.nonCommissario', /Non fai parte della commissione/);
  const forza = `update valutazione set stato = 'CONCLUSA' where progetto_id = $1 and utente_id = $2`;
  expect(await sqlCome(terza, forza, [seduta.domanda.id, terza.utenteId])).toMatchObject({ codice: 'CT001' });
});

test('ciò che ha concluso prima dell’esonero vale e resta nel verbale con il suo atto', async () => {
  const mondo = await ferma();
  const { seduta, prima, seconda, terza, dirigente } = mondo;
  await esonera(mondo, seconda);
  expect((await svelate(seduta)).some(([, svelata]) => svelata)).toBe(false); // la terza deve ancora concludere
  await conclude(seduta, terza, 30, 1);
  expect((await svelate(seduta)).map(([, svelata]) => svelata)).toEqual([true, true, true]);
  const { commissari } = (await leggiDaValutare(prima, seduta.domanda.id, 'IDEA')) ?? { commissari: [] };
  expect(commissari.map(({ utenteId }) => utenteId)).toContain(seconda.utenteId);
  await consolidaValutazione(prima, { ...seduta.scelta, motivazione: 'Giudizio della commissione', criteri: {} });
  const letta = await leggiGraduatoria(dirigente, seduta.bando.id, 'IDEA');
  if (!letta) throw new Error('Manca la graduatoria.');
  const testo = JSON.stringify(verbale(letta, prima.adesso).blocchi);
  expect(testo).toMatch(/"Esonerati","valore":"[^"]+ \(D\.D\. 31 del 10\/03\/2020\)"/);
});

test('chi presiede si esonera solo dopo aver affidato ad altri la presidenza', async () => {
  const mondo = await ferma();
  const { seduta, prima, seconda, dirigente } = mondo;
  await rifiutato(seduta, () => esonera(mondo, prima), 'commissione.esoneroPresidente', /prima affida la presidenza/);
  await affidaPresidenza(dirigente, { bandoId: seduta.bando.id, commissarioId: await membro(seduta, seconda) });
  await esonera(mondo, prima);
  const affida = async () => affidaPresidenza(dirigente, { bandoId: seduta.bando.id, commissarioId: await membro(seduta, prima) });
  await expect(affida()).rejects.toMatchObject({ code: 'commissione.nonTrovato' });
});

test('l’esonero non si disfa: non si ripete, non si toglie la persona, non la si nomina di nuovo', async () => {
  const mondo = await ferma();
  const { seduta, terza, dirigente } = mondo;
  const scelto = { bandoId: seduta.bando.id, commissarioId: await membro(seduta, terza) };
  await esonera(mondo, terza, await valutatore(mondo));
  await rifiutato(seduta, () => esonera(mondo, terza), 'commissione.nonTrovato', /non è più nella commissione/);
  await rifiutato(seduta, () => revocaCommissario(dirigente, scelto), 'commissione.nonTrovato', /non è più nella commissione/);
  const nomina = { bandoId: seduta.bando.id, fase: 'IDEA' as const, utenteId: terza.utenteId, atto: 'D.D. 40' };
  await rifiutato(seduta, () => nominaCommissario(dirigente, nomina), 'commissione.giaEsonerato', /è stata esonerata/);
  const sql = (testo: string) => sqlCome(dirigente, testo, [scelto.commissarioId]);
  expect(await sql('update commissario set esonerato_il = null, atto_esonero = null where id = $1')).toMatchObject({ n: 0 });
  expect(await sql('delete from commissario where id = $1')).toMatchObject({ n: 0 });
});

test('esonera solo un dirigente di questa Regione, e il sostituto è una persona che si può nominare', async () => {
  const mondo = await ferma();
  const { seduta, seconda, terza } = mondo;
  for (const ruolo of ['ISTRUTTORE', 'VALUTATORE', 'AMMINISTRATORE'] as const) {
    const dirigente = await (await unUtente({ regione: seduta.bando.regione, ruolo })).attore();
    await rifiutato(seduta, () => esonera({ ...mondo, dirigente }, terza), 'commissione.ruoloMancante', /un dirigente/);
  }
  const altrove = await (await unUtente({ regione: (await unaSeduta()).bando.regione, ruolo: 'DIRIGENTE' })).attore();
  await rifiutato(seduta, () => esonera({ ...mondo, dirigente: altrove }, terza), 'commissione.nonTrovato', /non è più nella commissione/);
  const amministratore = await unUtente({ regione: seduta.bando.regione, ruolo: 'AMMINISTRATORE' });
  await expect(esonera(mondo, terza, amministratore)).rejects.toMatchObject({ code: 'commissione.nonNominabile', campo: 'sostitutoId' });
  const presente = { id: seconda.utenteId } as Utente;
  await expect(esonera(mondo, terza, presente)).rejects.toMatchObject({ code: 'commissione.giaNominato', campo: 'sostitutoId' });
  expect((await svelate(seduta)).some(([, svelata]) => svelata)).toBe(false);
});

test('esonerata mentre conclude: o vale la scheda o vale l’esonero di una scheda a metà, mai una via di mezzo', async () => {
  const mondo = await ferma();
  const { seduta, terza } = mondo;
  const esiti = await Promise.allSettled([conclude(seduta, terza, 50, 1), esonera(mondo, terza)]);
  expect(esiti[1].status).toBe('fulfilled'); // chi ha concluso si può comunque esonerare
  const sua = (await schede(seduta)).find(({ utente_id }) => utente_id === terza.utenteId);
  expect([sua?.stato, sua?.svelata]).toEqual(esiti[0].status === 'fulfilled' ? ['CONCLUSA', true] : ['BOZZA', false]);
  expect((await svelate(seduta)).filter(([, svelata]) => svelata).length).toBeGreaterThanOrEqual(2);
});

test('la pagina della commissione dice a che punto è ciascuno, senza dire i punti', async () => {
  const mondo = await ferma();
  const { seduta, dirigente, terza } = mondo;
  const letti = async () => (await leggiCommissione(dirigente, seduta.bando.id))?.membri ?? [];
  expect((await letti()).map(({ daValutare, concluse }) => [daValutare, concluse]).sort()).toEqual([
    [1, 0],
    [1, 1],
    [1, 1],
  ]);
  await esonera(mondo, terza);
  expect((await letti()).at(-1)).toMatchObject({ utenteId: terza.utenteId, attoEsonero: ATTO, esoneratoIl: expect.any(String) });
});
