import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formati from 'ajv-formats';
import { Parser } from 'n3';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

/** Il sito pubblico e i dati aperti, come li vede chi non ha un account né un cookie. */

type Descrizione = { paths: Record<string, unknown>; components: { schemas: Record<string, object> } };
type Pagina = { righe: Record<string, unknown>[]; successiva: string | null };

const senzaSpazi = (testo: string) => testo.split('\r\n').filter(Boolean);

test('ogni risposta dell’interfaccia è quella promessa dalla descrizione, e le pagine sommate sono il file intero', async ({ request }) => {
  const descrizione: Descrizione = await (await request.get('/api/v1/openapi.json')).json();
  const ajv = new Ajv2020({ strict: false });
  formati.default(ajv);
  ajv.addSchema(descrizione, 'interfaccia');
  const esigi = (schema: string, dati: unknown) => {
    const valida = ajv.getSchema(`interfaccia#/components/schemas/${schema}`);
    expect(valida?.(dati), `${schema}: ${JSON.stringify(valida?.errors)}`).toBe(true);
  };
  for (const nome of ['progetti', 'ambiti', 'enti', 'azioni', 'importi', 'stati']) {
    const righe: unknown[] = [];
    for (let dopo: string | null = ''; dopo !== null; ) {
      const risposta = await request.get(`/api/v1/${nome}`, { params: { limite: 40, ...(dopo && { dopo }) } });
      const pagina: Pagina = await risposta.json();
      esigi(`pagina-${nome}`, pagina);
      righe.push(...pagina.righe);
      dopo = pagina.successiva;
    }
    const intero = await (await request.get(`/dati-aperti/scarica/${nome}.json`)).json();
    expect(righe, nome).toEqual(intero.righe);
    const csv = await (await request.get(`/dati-aperti/scarica/${nome}.csv`)).text();
    expect(senzaSpazi(csv), nome).toHaveLength(intero.righe.length + 1);
  }
  esigi('progetto-intero', await (await request.get('/api/v1/progetti/P01')).json());
  for (const storta of [
    'progetti?limite=0',
    'ambiti?progetto=P01',
    'enti?ignoto=1',
    'partecipanti',
    'progetti/nessuno',
    'azioni?dopo=%00',
  ]) {
    const rifiuto = await request.get(`/api/v1/${storta}`);
    expect(rifiuto.headers()['content-type'], storta).toContain('application/problem+json');
    const problema = await rifiuto.json();
    esigi('Problema', problema);
    expect(problema.status, storta).toBe(rifiuto.status());
    expect([400, 404], storta).toContain(rifiuto.status());
  }
});

test('le cifre della pagina iniziale sono quelle dei dati aperti', async ({ page, request }) => {
  const { righe } = (await (await request.get('/dati-aperti/scarica/progetti.json')).json()) as { righe: { abitanti: number }[] };
  await page.goto('/');
  const abitanti = righe.reduce((somma, { abitanti: quanti }) => somma + quanti, 0).toLocaleString('it-IT');
  await expect(page.locator('.figures')).toContainText(abitanti);
  await expect(page.locator('.figures')).toContainText(String(righe.length));
});

test('il catalogo servito si rilegge, e ogni indirizzo che promette risponde', async ({ request }) => {
  const risposta = await request.get('/dati-aperti/scarica/catalogo.ttl');
  expect(risposta.headers()['content-type']).toContain('text/turtle');
  const scarichi = new Parser().parse(await risposta.text()).filter(({ predicate }) => predicate.value.endsWith('#downloadURL'));
  expect(scarichi).toHaveLength(12);
  for (const { object } of scarichi) expect((await request.get(new URL(object.value).pathname)).status(), object.value).toBe(200);
});

test('chi ha già la risposta riceve 304, e un altro sito la può leggere', async ({ request }) => {
  for (const dove of ['/api/v1/ambiti', '/novita.xml', '/dati-aperti/scarica/enti.csv']) {
    const prima = await request.get(dove);
    const { etag = '' } = prima.headers();
    expect(prima.headers(), dove).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('max-age=60'),
    });
    for (const quale of [etag, `W/${etag}`, `"altro", ${etag}`])
      expect((await request.get(dove, { headers: { 'If-None-Match': quale } })).status(), dove).toBe(304);
    expect((await request.get(dove, { headers: { 'If-None-Match': '"altro"' } })).status(), dove).toBe(200);
  }
});

test('ciò che cambia nel database si legge subito, anche se la pagina era già scritta', async ({ request }) => {
  const leggi = async () => (await request.get('/progetti-approvati/P22')).text();
  const { rows } = await superutente.query(`select cup from progetto where codice = 'P22' order by regione_id limit 1`);
  await leggi();
  expect(await leggi()).toContain(rows[0].cup);
  await superutente.query(`update progetto set cup = 'Z99Z99999999999' where codice = 'P22'`);
  try {
    await expect.poll(leggi).toContain('Z99Z99999999999');
  } finally {
    await superutente.query(`update progetto set cup = $1 where codice = 'P22'`, [rows[0].cup]);
  }
  await expect.poll(leggi).not.toContain('Z99Z99999999999');
});

test('una pagina condivisa ha titolo, descrizione e immagine; chi legge non riceve cookie', async ({ page, request }) => {
  await page.goto('/progetti-approvati/P01');
  const meta = (nome: string) => page.locator(`head meta[property="og:${nome}"]`).first().getAttribute('content');
  expect(await meta('title')).toContain('Quadrante AL&AT');
  expect(await meta('description')).toContain('CISSACA');
  const immagine = await request.get(new URL((await meta('image')) ?? '').pathname);
  expect(immagine.headers()['content-type']).toBe('image/png');
  expect(await page.context().cookies()).toEqual([]);
});

test('dalla mappa alla pagina di un progetto, e dall’elenco filtrato', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^Alessandria, / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quadrante AL&AT');
  await page.goto('/progetti-approvati');
  await page.getByLabel('Che cosa fa').selectOption({ label: 'Uffici progettazione' });
  await page.getByRole('button', { name: 'Filtra' }).click();
  await expect(page.getByText('2 progetti', { exact: true })).toBeVisible();
});
