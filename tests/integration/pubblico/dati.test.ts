import { afterAll, beforeAll, expect, test } from 'vitest';
import { toCsv } from '@/lib/format/csv';
import { celle, DATASET, NomeDataset } from '@/lib/pubblico/dataset';
import { ProgettoIntero, paginaDi } from '@/lib/pubblico/openapi';
import { elencaProgettiPubblici, leggiProgettoPubblico } from '@/lib/pubblico/queries';
import { leggiDati, leggiProgettoIntero } from '@/lib/pubblico/queriesDati';
import { elencaNovita, leggiSito } from '@/lib/pubblico/queriesNovita';
import { FiltriPubblici } from '@/lib/pubblico/schema';
import { type Ente, type Regione, unaRegione, unEnte } from '@/tests/support/builders';
import { type Progetto, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { superutente } from '@/tests/support/superutente';

/** Che cosa leggono tutti: i progetti approvati della Regione che pubblica, e di loro solo organizzazioni, azioni, importi e stati. */

const FORMULA = '=HYPERLINK("http://male.example";"x")\nseconda riga, "virgolette" 👩🏽‍🔧 é';
let regione: Regione;
let capofila: Ente;
let avviato: Progetto;
let bozza: Progetto;
let altrove: Progetto;
let codice: string;
let prima: string;

const valore = async (sql: string, valori: unknown[]): Promise<string> =>
  String(Object.values((await superutente.query(sql, valori)).rows[0] ?? {})[0]);

beforeAll(async () => {
  regione = await unaRegione();
  // quella che pubblica è la prima per codice
  prima = await valore('select codice_istat from regione where id = $1', [regione.id]);
  await superutente.query(`update regione set codice_istat = '!' || codice_istat where id = $1`, [regione.id]);
  capofila = await unEnte({ regione });
  const partner = await unEnte({ regione });
  avviato = await unProgetto({ capofila, partner: [partner] });
  bozza = await unProgetto({ capofila, stato: 'PROGETTO_PRESENTATO' });
  altrove = await unProgetto();
  codice = await valore('select codice from progetto where id = $1', [avviato.id]);
  await superutente.query(
    `update progetto set territorio = $2, importo_assegnato_cents = 12345678901, data_approvazione = '2019-04-01', atto_approvazione = 'DD n. 1' where id = $1`,
    [avviato.id, FORMULA],
  );
  await superutente.query('update azione set titolo = $2 where id = $1', [avviato.azioni[0]?.id, FORMULA]);
});
afterAll(() => superutente.query('update regione set codice_istat = $2 where id = $1', [regione.id, prima]));

test.each(NomeDataset.options)(
  '%s: ogni riga ha la forma promessa, e niente di progetti non approvati o di altre Regioni',
  async (nome) => {
    const { righe, successiva } = await leggiDati(nome, { quante: null });
    expect(successiva).toBeNull();
    const forma = DATASET[nome].riga.strict().array();
    expect(forma.safeParse(righe).error?.issues ?? []).toEqual([]);
    if (nome !== 'ambiti') expect(righe.length).toBeGreaterThan(0);
    const tutto = JSON.stringify(righe);
    for (const { id } of [bozza, altrove]) expect(tutto).not.toContain(await valore('select codice from progetto where id = $1', [id]));
  },
);

test.each(NomeDataset.options)('%s: a pagine di una riga si leggono le stesse righe, una volta ciascuna', async (nome) => {
  const intere = (await leggiDati(nome, { quante: null })).righe;
  const lette = [];
  for (let dopo: string | undefined; ; ) {
    const pagina = await leggiDati(nome, { dopo, quante: 1 });
    expect(paginaDi(DATASET[nome]).safeParse({ ...pagina, aggiornato: '2020-07-09', licenza: '' }).success).toBe(true);
    lette.push(...pagina.righe);
    if (pagina.successiva === null) break;
    dopo = pagina.successiva;
  }
  expect(lette).toEqual(intere);
});

test('l’importo è quello in centesimi, diviso senza perdere nulla', async () => {
  expect((await leggiProgettoIntero(codice))?.importo).toMatchObject({ importo_assegnato: 123456789.01, dimostrativo: false });
});

test('nel CSV un titolo che sarebbe una formula comincia con un apice; virgolette, a capo ed emoji restano', async () => {
  const { righe } = await leggiDati('azioni', { progetto: codice, quante: null });
  const csv = toCsv(
    Object.keys(DATASET.azioni.riga.shape),
    righe.map((riga) => celle(DATASET.azioni, riga)),
    'r',
  );
  expect(csv).toContain(`,"'${FORMULA.replaceAll('"', '""')}",`);
  expect(csv).not.toMatch(/(^|,|\n)"?=HYPERLINK/);
});

test('lo stato di un’azione è quello dell’ultima relazione approvata: una presentata o in bozza non si vede', async () => {
  const stati = async () => (await leggiProgettoPubblico(codice))?.azioni.map(({ stato }) => stato);
  expect(await stati()).toEqual([null, null]);
  const approvata = await unRapporto({ progetto: avviato, stato: 'APPROVATO', numero: 1 });
  await superutente.query(`update avanzamento set stato = 'IN_CORSO', diffusione = 'APPROVATO' where rapporto_id = $1`, [approvata.id]);
  const presentata = await unRapporto({ progetto: avviato, stato: 'PRESENTATO', numero: 2 });
  await superutente.query(`update avanzamento set stato = 'COMPLETATA', diffusione = 'PRESENTATO' where rapporto_id = $1`, [presentata.id]);
  expect(await stati()).toEqual(['IN_CORSO', 'IN_CORSO']);
  const { righe } = await leggiDati('stati', { progetto: codice, quante: null });
  expect(righe).toEqual([expect.objectContaining({ stato: 'IN_CORSO', azioni: 2 })]);
});

test('un’azione annullata non si pubblica più', async () => {
  const id = avviato.azioni[1]?.id;
  await superutente.query(`update azione set annullata_il = '2020-01-01' where id = $1`, [id]);
  expect((await leggiProgettoPubblico(codice))?.azioni).toHaveLength(1);
  await superutente.query('update azione set annullata_il = null where id = $1', [id]);
});

test('un progetto non approvato, di un’altra Regione o inesistente è lo stesso nulla', async () => {
  const codici = await Promise.all([bozza, altrove].map(({ id }) => valore('select codice from progetto where id = $1', [id])));
  for (const quale of [...codici, 'nessuno', "' or true --"]) {
    expect(await leggiProgettoPubblico(quale)).toBeNull();
    expect(await leggiProgettoIntero(quale)).toBeNull();
  }
});

test('il progetto intero ha la forma che dice la descrizione dell’interfaccia', async () => {
  expect(ProgettoIntero.strict().safeParse(await leggiProgettoIntero(codice)).error?.issues ?? []).toEqual([]);
});

test('l’elenco si filtra per stato, categoria, ambito e parole; i segni di ricerca sono testo', async () => {
  const quanti = async (filtri: unknown) => (await elencaProgettiPubblici(FiltriPubblici.parse(filtri))).totale;
  expect(await quanti({})).toBe(1);
  expect(await quanti({ stato: 'AVVIATO', q: codice })).toBe(1);
  expect(await quanti({ stato: 'CONCLUSO' })).toBe(0);
  expect(await quanti({ categoria: 'nessuna' })).toBe(0);
  expect(await quanti({ ambito: '7' })).toBe(0);
  expect(await quanti({ q: '%' })).toBe(0);
  // uno stato che il pubblico non conosce vale come nessun filtro
  expect(await quanti({ stato: 'IDEA_BOZZA', ambito: 'x', q: 'a\0b' })).toBe(1);
});

test('l’elenco va avanti e torna indietro per codice', async () => {
  const pagina = await elencaProgettiPubblici(FiltriPubblici.parse({ dopo: codice }));
  expect(pagina).toMatchObject({ righe: [], prima: 1, precedente: '', successiva: null });
});

test('le novità dicono il progetto approvato e il suo atto, e nulla di ciò che deve ancora accadere', async () => {
  const trova = async () => (await elencaNovita()).filter(({ riferimento }) => riferimento === codice);
  expect(await trova()).toEqual([expect.objectContaining({ tipo: 'decisione', atto: 'DD n. 1', quando: '2019-03-31T22:00:00+00:00' })]);
  await superutente.query(`update progetto set data_approvazione = '2999-01-01' where id = $1`, [avviato.id]);
  expect(await trova()).toEqual([]);
  await superutente.query(`update progetto set data_approvazione = '2019-04-01' where id = $1`, [avviato.id]);
});

test('il sito elenca i soli progetti approvati, con il giorno dell’ultimo fatto pubblico', async () => {
  const sito = await leggiSito();
  expect(sito.progetti).toEqual([codice]);
  expect(sito.aggiornato).toMatch(/^\d{4}-\d\d-\d\d$/);
});
