import { afterAll, beforeEach, expect, test } from 'vitest';
import { confermaConcordi, decidiClassificazione } from '@/lib/classificazione/commands/decidiClassificazione';
import { esportaCodifiche } from '@/lib/classificazione/commands/esportaCodifiche';
import { proponiClassificazione } from '@/lib/classificazione/commands/proponiClassificazione';
import { leggiClassificazione, leggiTornata } from '@/lib/classificazione/queries';
import { chiudiClient } from '@/lib/db/client';
import { codificaTutto, type Tornata, unaTornata } from '../../support/classificazione';
import { chiudiSqlGrezzo, sqlCome } from '../../support/sqlGrezzo';
import { superutente } from '../../support/superutente';

let t: Tornata;
beforeEach(async () => {
  t = await unaTornata();
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const motivo = 'Le azioni lo mostrano con chiarezza.';
const rifiuto = (code: string) => ({ code });

/** Discordi sul primo progetto, concordi sul secondo. */
async function svelata(): Promise<void> {
  await codificaTutto(t.prima, t, [['A'], ['B']]);
  await codificaTutto(t.seconda, t, [['B'], ['B']]);
}
const decidi = (voci: string[], vista = '', n: 0 | 1 = 0) =>
  decidiClassificazione(t.prima, { tornataId: t.tornataId, progettoId: t.progetti[n].id, voci, motivo, vista });
const categorie = async (progettoId: string) => {
  const { rows } = await superutente.query(
    'select categoria, presente, sostituita_il is null as vale from classificazione_progetto where progetto_id = $1 order by attribuita_il, vale',
    [progettoId],
  );
  return rows;
};

test('prima che i fogli siano chiusi non si decide: né dalla pagina né con un INSERT', async () => {
  await codificaTutto(t.prima, t, [['A'], ['B']]);
  await expect(decidi(['A'])).rejects.toMatchObject(rifiuto('classificazione.nonSvelata'));
  await expect(confermaConcordi(t.prima, t)).rejects.toMatchObject(rifiuto('classificazione.nonSvelata'));
  const { prima, progetti, regione, schemaId, tornataId } = t;
  const inserisci = `insert into classificazione_decisa (regione_id, progetto_id, schema_id, tornata_id, voci, motivo, decisa_da) values ($1, $2, $3, $4, '{A}', 'x', $5)`;
  expect(await sqlCome(prima, inserisci, [regione.id, progetti[0].id, schemaId, tornataId, prima.utenteId])).toMatchObject({
    codice: '42501',
  });
});

test('la decisione ha motivo e data, sostituisce quella di prima e la lascia nella storia', async () => {
  await svelata();
  await decidi(['A']);
  const letta = async () => (await leggiTornata(t.prima, t.tornataId))?.progetti.find(({ id }) => id === t.progetti[0].id)?.decisioni ?? [];
  const [prima] = await letta();
  expect(prima).toMatchObject({ voci: ['A'], motivo, sostituitaIl: null });
  await decidi(['B', 'A'], prima?.id);
  expect((await letta()).map(({ voci, sostituitaIl }) => [voci, sostituitaIl === null])).toEqual([
    [['A', 'B'], true],
    [['A'], false],
  ]);
});

test('chi decide guardando una pagina vecchia si ferma', async () => {
  await svelata();
  await decidi(['A']);
  await expect(decidi(['B'])).rejects.toMatchObject(rifiuto('classificazione.superata'));
  const insieme = await Promise.allSettled([decidi(['A'], '', 1), decidi(['B'], '', 1)]);
  expect(insieme.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('la voce legata a una categoria aggiorna le tabelle, e tiene la storia del segno di prima', async () => {
  await svelata();
  const [{ id }] = t.progetti;
  await decidi(['A']);
  expect(await categorie(id)).toEqual([{ categoria: t.regione.categoria, presente: true, vale: true }]);
  const inVigore = async () => (await leggiClassificazione(t.prima, id))?.schemi[0]?.decisioni.find((d) => d.sostituitaIl === null)?.id;
  await decidi(['A', 'C'], await inVigore()); // la categoria non cambia: nessuna riga nuova
  expect(await categorie(id)).toHaveLength(1);
  await decidi([], await inVigore());
  expect(await categorie(id)).toEqual([
    { categoria: t.regione.categoria, presente: true, vale: false },
    { categoria: t.regione.categoria, presente: false, vale: true },
  ]);
});

test('i concordi si confermano insieme, i discordi no, e una volta sola', async () => {
  await svelata();
  expect(await confermaConcordi(t.prima, t)).toEqual({ quanti: 1 });
  await expect(confermaConcordi(t.seconda, t)).rejects.toMatchObject(rifiuto('classificazione.nessunConcorde'));
  const tornata = await leggiTornata(t.prima, t.tornataId);
  const decisioni = new Map(tornata?.progetti.map((p) => [p.id, p.decisioni.map(({ voci }) => voci)]));
  expect(decisioni.get(t.progetti[0].id)).toEqual([]);
  expect(decisioni.get(t.progetti[1].id)).toEqual([['B']]);
});

test('propone il capofila e nessun altro; chi codifica legge la proposta solo a fogli chiusi', async () => {
  const [progetto] = t.progetti;
  const proposta = { progettoId: progetto.id, schemaId: t.schemaId, voci: ['C'], motivo, vista: '' };
  const [partner] = progetto.partner;
  if (!partner) throw new Error('Serve un partner.');
  await expect(proponiClassificazione(await partner.attore(), proposta)).rejects.toMatchObject(rifiuto('classificazione.soloCapofila'));
  await expect(proponiClassificazione(await t.progetti[1].capofila.attore(), proposta)).rejects.toMatchObject(
    rifiuto('classificazione.progettoNonTrovato'),
  );
  await expect(proponiClassificazione(t.prima, proposta)).rejects.toMatchObject(rifiuto('classificazione.soloCapofila'));
  const capofila = await progetto.capofila.attore();
  await proponiClassificazione(capofila, proposta);
  await expect(proponiClassificazione(capofila, proposta)).rejects.toMatchObject(rifiuto('classificazione.superata'));
  const vista = (await leggiClassificazione(capofila, progetto.id))?.schemi[0]?.proposta?.id ?? '';
  await proponiClassificazione(capofila, { ...proposta, voci: ['B'], vista });
  expect((await leggiClassificazione(capofila, progetto.id))?.schemi[0]).toMatchObject({ proposta: { voci: ['B'] }, proposte: 2 });
  const letta = async () => (await leggiTornata(t.prima, t.tornataId))?.progetti.find(({ id }) => id === progetto.id)?.proposta;
  expect(await letta()).toBeNull();
  await svelata();
  expect(await letta()).toMatchObject({ voci: ['B'] });
});

test('le codifiche si scaricano solo svelate, una riga per progetto e voce, e resta nel registro', async () => {
  const scarica = () => esportaCodifiche(t.prima, { tornataId: t.tornataId, formato: 'csv-r' });
  await expect(scarica()).rejects.toMatchObject(rifiuto('classificazione.nonSvelata'));
  await svelata();
  await confermaConcordi(t.prima, t);
  const righe = String((await scarica()).contenuto)
    .trim()
    .split('\r\n');
  expect(righe[0]).toBe('progetto_id,voce,etichetta,primo,secondo,concordano,proposta_ente,decisa');
  expect(righe).toHaveLength(1 + 2 * 3);
  const { rows: codici } = await superutente.query('select id, codice from progetto where id = any ($1)', [t.progetti.map(({ id }) => id)]);
  const codice = (n: 0 | 1) => codici.find(({ id }) => id === t.progetti[n].id)?.codice;
  expect(righe).toContain(`${codice(0)},A,Voce A,1,0,0,NA,NA`);
  expect(righe).toContain(`${codice(1)},B,Voce B,1,1,1,NA,1`);
  const { rows } = await superutente.query(
    `select dopo from evento where regione_id = $1 and atto = 'classificazione.codificheEsportate'`,
    [t.regione.id],
  );
  expect(rows).toEqual([{ dopo: { formato: 'csv-r', righe: 6 } }]);
});
