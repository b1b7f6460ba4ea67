import { afterAll, beforeEach, expect, test } from 'vitest';
import { apriTornata } from '@/lib/classificazione/commands/apriTornata';
import { chiudiFoglio } from '@/lib/classificazione/commands/chiudiFoglio';
import { codificaProgetto } from '@/lib/classificazione/commands/codificaProgetto';
import { adottaSchema, creaSchema } from '@/lib/classificazione/commands/creaSchema';
import { prendiFoglio } from '@/lib/classificazione/commands/prendiFoglio';
import { leggiSchemi, leggiTornata } from '@/lib/classificazione/queries';
import { chiudiClient } from '@/lib/db/client';
import { unaRegione, unUtente } from '../../support/builders';
import { codificaTutto, type Tornata, unaTornata } from '../../support/classificazione';
import { inGara } from '../../support/inGara';
import { unRicercatore } from '../../support/ricercatore';
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

const rifiuto = (code: string) => ({ code });
const eventi = async (atto: string, regioneId: string) => {
  const { rows } = await superutente.query('select dopo from evento where regione_id = $1 and atto = $2', [regioneId, atto]);
  return rows;
};

test('finché non hanno chiuso tutti e due, nessuno vede il foglio dell’altro: né dalla pagina né con una SELECT', async () => {
  const { prima, seconda, tornataId } = t;
  await codificaTutto(prima, t, [['A'], ['A', 'B']]);
  await codificaTutto(seconda, t, [['B'], ['A', 'B']], false);
  const vista = await leggiTornata(seconda, tornataId);
  expect(vista).toMatchObject({ svelata: false, codificatori: 2, chiusi: 1, foglio: { chiuso: false } });
  expect(vista?.progetti.map((p) => [p.propria?.voci, p.primo, p.secondo])).toEqual([
    [['B'], null, null],
    [['A', 'B'], null, null],
  ]);
  for (const tabella of ['codifica', 'foglio_codifica']) {
    const conta = await sqlCome(seconda, `select count(*)::text as r from ${tabella}`);
    expect(conta, tabella).toMatchObject({ righe: [tabella === 'codifica' ? '2' : '1'] });
  }
  for (const sql of ['select codificatore_id::text as r from codifica', 'select codificatore_id::text as r from foglio_codifica'])
    expect(await sqlCome(seconda, sql), sql).toMatchObject({ codice: '42501' });
});

test('chiusi i due fogli si vedono tutti e due nello stesso istante, e non si toccano più', async () => {
  const { prima, seconda, tornataId, progetti } = t;
  await codificaTutto(prima, t, [['A'], ['A', 'B']]);
  await codificaTutto(seconda, t, [['B'], ['B', 'A']]);
  for (const chi of [prima, seconda]) {
    const vista = await leggiTornata(chi, tornataId);
    expect(vista).toMatchObject({ svelata: true, chiusi: 2, foglio: null });
    expect(vista?.progetti.map((p) => [p.primo?.voci, p.secondo?.voci])).toEqual([
      [['A'], ['B']],
      [
        ['A', 'B'],
        ['A', 'B'],
      ],
    ]);
    const [{ id: progettoId }] = progetti;
    await expect(codificaProgetto(chi, { tornataId, progettoId, voci: ['C'], nota: null })).rejects.toMatchObject(
      rifiuto('classificazione.senzaFoglio'),
    );
    expect(await sqlCome(chi, `update codifica set voci = '{C}'`)).toMatchObject({ codice: 'CT001' });
  }
});

test('chi ha chiuso il proprio foglio non lo cambia aspettando l’altro, nemmeno con un UPDATE', async () => {
  const { prima, tornataId, progetti } = t;
  await codificaTutto(prima, t, [['A'], []]);
  const [{ id: progettoId }] = progetti;
  await expect(codificaProgetto(prima, { tornataId, progettoId, voci: ['B'], nota: null })).rejects.toMatchObject(
    rifiuto('stato.transizioneNonAmmessa'),
  );
  await expect(chiudiFoglio(prima, { tornataId })).rejects.toMatchObject(rifiuto('classificazione.senzaFoglio'));
  expect(await sqlCome(prima, `update codifica set voci = '{C}'`)).toMatchObject({ codice: 'CT001' });
  expect(await sqlCome(prima, 'update foglio_codifica set chiuso_il = null')).toMatchObject({ codice: 'CT001' });
});

test('un foglio non si chiude con progetti da codificare: né dalla pagina né con un UPDATE', async () => {
  const { prima, tornataId, progetti } = t;
  await prendiFoglio(prima, { tornataId });
  await codificaProgetto(prima, { tornataId, progettoId: progetti[0].id, voci: [], nota: null });
  await expect(chiudiFoglio(prima, { tornataId })).rejects.toMatchObject({ message: 'Manca un progetto da codificare.' });
  expect(await sqlCome(prima, 'update foglio_codifica set chiuso_il = now()')).toMatchObject({ codice: 'CT001' });
});

test('i codificatori sono due persone: la stessa non prende due fogli, e una terza non entra', async () => {
  const { prima, seconda, tornataId, regione } = t;
  await prendiFoglio(prima, { tornataId });
  await expect(prendiFoglio(prima, { tornataId })).rejects.toMatchObject(rifiuto('classificazione.foglioGiaPreso'));
  await prendiFoglio(seconda, { tornataId });
  const terza = await unRicercatore(regione);
  await expect(prendiFoglio(terza, { tornataId })).rejects.toMatchObject(rifiuto('stato.transizioneNonAmmessa'));
  await expect(codificaProgetto(terza, { tornataId, progettoId: t.progetti[0].id, voci: [], nota: null })).rejects.toMatchObject(
    rifiuto('classificazione.senzaFoglio'),
  );
});

test('tre persone prendono insieme i due fogli: due sì e una no', async () => {
  const { prima, seconda, tornataId, regione } = t;
  const terza = await unRicercatore(regione);
  const esiti = await Promise.allSettled([prima, seconda, terza].map((chi) => prendiFoglio(chi, { tornataId })));
  expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(await leggiTornata(prima, tornataId)).toMatchObject({ codificatori: 2 });
});

test('i due fogli chiusi insieme svelano la tornata una volta sola', async () => {
  const { prima, seconda, tornataId } = t;
  await codificaTutto(prima, t, [['A'], []], false);
  await codificaTutto(seconda, t, [['A'], []], false);
  const chiudi = (chi: typeof prima) => () => chiudiFoglio(chi, { tornataId });
  const riga = { tabella: 'tornata_codifica', id: tornataId };
  expect(await inGara(riga, chiudi(prima), chiudi(seconda))).toEqual(['fulfilled', 'fulfilled']);
  expect(await leggiTornata(prima, tornataId)).toMatchObject({ svelata: true, chiusi: 2 });
});

test('le voci devono essere dello schema, il progetto della tornata, e il registro non dice le voci', async () => {
  const { prima, tornataId, progetti, regione } = t;
  await prendiFoglio(prima, { tornataId });
  const codifica = (progettoId: string, voci: string[]) => codificaProgetto(prima, { tornataId, progettoId, voci, nota: null });
  await expect(codifica(progetti[0].id, ['Z'])).rejects.toMatchObject(rifiuto('classificazione.voci'));
  const altrove = await unaTornata();
  await expect(codifica(altrove.progetti[0].id, ['A'])).rejects.toMatchObject(rifiuto('classificazione.progettoNonTrovato'));
  await codifica(progetti[0].id, ['B']);
  await codifica(progetti[0].id, ['B', 'C']); // riscrive, non raddoppia
  const { rows } = await superutente.query('select voci from codifica where progetto_id = $1', [progetti[0].id]);
  expect(rows).toEqual([{ voci: ['B', 'C'] }]);
  expect(await eventi('classificazione.codificata', regione.id)).toEqual([
    { dopo: { progetto: expect.any(String), quante: 1 } },
    { dopo: { progetto: expect.any(String), quante: 2 } },
  ]);
});

test('con una voce sola per progetto, due si rifiutano', async () => {
  const una = await unaTornata({ esclusivo: true });
  await prendiFoglio(una.prima, una);
  const scelta = { tornataId: una.tornataId, progettoId: una.progetti[0].id, voci: ['A', 'B'], nota: null };
  await expect(codificaProgetto(una.prima, scelta)).rejects.toMatchObject({ code: 'classificazione.voci', campo: 'voce' });
});

test('una tornata aperta per volta; dopo, la seconda ha il numero due', async () => {
  const { prima, seconda, schemaId, regione } = t;
  const apri = () => apriTornata(prima, { schemaId, bandoId: regione.bandoId });
  await expect(apri()).rejects.toMatchObject(rifiuto('classificazione.tornataAperta'));
  await codificaTutto(prima, t, [[], []]);
  await codificaTutto(seconda, t, [[], []]);
  await apri();
  const { schemi } = await leggiSchemi(prima);
  expect(schemi[0]?.tornate.map(({ numero, svelataIl }) => [numero, svelataIl !== null])).toEqual([
    [2, false],
    [1, true],
  ]);
});

test('uno schema uguale non si scrive due volte; con le voci cambiate è una versione nuova', async () => {
  const { prima } = t;
  const { schemi } = await leggiSchemi(prima);
  const voci = schemi[0]?.voci ?? [];
  const scrivi = (scelte: typeof voci) => creaSchema(prima, { titolo: 'Schema di prova', descrizione: '', esclusivo: false, voci: scelte });
  await expect(scrivi(voci)).rejects.toMatchObject(rifiuto('classificazione.schemaUguale'));
  await scrivi(voci.slice(0, 2));
  expect((await leggiSchemi(prima)).schemi.map(({ versione, voci: sue }) => [versione, sue.length])).toEqual([
    [2, 2],
    [1, 3],
  ]);
  await adottaSchema(prima, { modello: 'FSE_PLUS' });
  await expect(adottaSchema(prima, { modello: 'FSE_PLUS' })).rejects.toMatchObject(rifiuto('classificazione.schemaUguale'));
});

test('chi è di un’altra Regione, della Regione o di un ente non codifica e non vede i fogli', async () => {
  const { prima, tornataId, regione, progetti } = t;
  await codificaTutto(prima, t, [['A'], []]);
  const altrove = await unRicercatore(await unaRegione());
  expect(await leggiTornata(altrove, tornataId)).toBeNull();
  await expect(prendiFoglio(altrove, { tornataId })).rejects.toMatchObject(rifiuto('classificazione.tornataNonTrovata'));
  const dirigente = await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
  const capofila = await progetti[0].capofila.attore();
  for (const chi of [dirigente, capofila]) {
    await expect(prendiFoglio(chi, { tornataId })).rejects.toMatchObject(rifiuto('classificazione.soloRicerca'));
    expect(await sqlCome(chi, 'select voci::text as r from codifica')).toMatchObject({ codice: '42501' });
    expect(await sqlCome(chi, 'select id::text as r from foglio_codifica')).toMatchObject({ codice: '42501' });
  }
});
