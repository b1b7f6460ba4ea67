import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { PROGETTI_PUBBLICATI } from '../fixtures/tabellePubblicate';
import { conPassword, PASSWORD } from '../support/accesso';
import { unEnte, unUtente } from '../support/builders';
import { test } from '../support/prova';
import { regioneDelProgramma } from '../support/ricercatore';
import { scaricato } from '../support/scaricato';
import { superutente } from '../support/superutente';

/** Una data prima di ogni relazione che un'altra prova potrebbe far approvare: venti progetti già rilevati. */
const ATTUAZIONE_A_MAGGIO = '/ricerca/attuazione?data=31/05/2020';
const RISORSE = '/ricerca/risorse';

async function entra(page: Page, email: string, arrivo: string) {
  await page.goto(`/accesso?torna=${encodeURIComponent(arrivo)}`);
  await page.getByLabel('Email di lavoro').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await page.waitForURL((url) => url.pathname === new URL(arrivo, url).pathname);
}

/** Una ricercatrice nuova, già sulla pagina. @returns il suo identificativo */
async function ricercatriceSu(page: Page, arrivo: string): Promise<string> {
  const { id } = await unUtente({ regione: await regioneDelProgramma(), ruolo: 'RICERCATORE' });
  await entra(page, await conPassword(id), arrivo);
  return id;
}

test('IRES legge le tabelle del rapporto e le scarica in CSV', async ({ page }) => {
  const ricercatrice = await ricercatriceSu(page, '/ricerca/tabelle');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tabelle del rapporto');
  const tabella = page.getByRole('table', { name: 'Tabella 1.4: capofila e categorie' });
  for (const [, capofila, , , , segni] of PROGETTI_PUBBLICATI) {
    const attesi = [...(segni.split(' | ')[2] ?? '')].map((segno) => (segno === 'x' ? 'sì' : 'no'));
    const celle = tabella.getByRole('row', { name: new RegExp(`^${capofila}`) }).getByRole('cell');
    expect(await celle.evaluateAll((nodi) => nodi.map((nodo) => nodo.querySelector('[role=img]')?.getAttribute('aria-label')))).toEqual(
      attesi,
    );
  }
  await expect(tabella.getByRole('row').last().getByRole('cell')).toHaveText(['13', '7', '4', '3']);

  const { nome, contenuto } = await scaricato(page, 'CSV per Excel Tabella 1.4. Servizi di welfare territoriale');
  expect(nome).toMatch(/^cantiere-tabella-1-4-\d{4}-\d{2}-\d{2}\.csv$/);
  const righe = contenuto.toString('utf8').split('\r\n');
  expect(righe[0]).toBe(
    '\uFEFFprogetto_id;capofila;cat_inserimento_socio_lavorativo;cat_minori_famiglie;cat_anziani_non_autosufficienti;cat_emergenza_abitativa',
  );
  expect(righe.filter((riga) => riga.startsWith('P'))).toHaveLength(22);
  const { rows } = await superutente.query(
    `select dopo ->> 'tabella' as tabella from evento where attore_id = $1 and atto like 'ricerca.%'`,
    [ricercatrice],
  );
  expect(rows).toEqual([{ tabella: '1.4' }]);
});

test('un grafico si scarica in SVG e in PNG, alla data della pagina e con i numeri della pagina', async ({ page }) => {
  await ricercatriceSu(page, '/ricerca/attuazione');
  await page.getByLabel('Data di riferimento').fill('31/05/2020');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Mesi dall’approvazione all’avvio delle attività' })).toBeVisible();
  const barre = page.getByRole('region', { name: 'Mesi dall’approvazione all’avvio delle attività' }).locator('.hbar__row');
  const lette = await barre.evaluateAll((righe) => righe.map((riga) => [...riga.children].map((cella) => cella.textContent?.trim())));
  const svg = await scaricato(page, 'SVG Mesi dall’approvazione all’avvio delle attività');
  expect(svg.nome).toBe('cantiere-avvio-2020-05-31.svg');
  const testo = svg.contenuto.toString('utf8');
  expect(lette.length).toBeGreaterThan(0);
  for (const [capofila, mesi] of lette) expect(testo).toMatch(new RegExp(`>${capofila}</text>[\\s\\S]*?>${mesi}</text>`));
  expect(testo).toContain('Dati al 31 maggio 2020');
  const png = await scaricato(page, 'PNG Mesi dall’approvazione all’avvio delle attività');
  expect(png.nome).toBe('cantiere-avvio-2020-05-31.png');
  // il browser la apre, ed è larga il doppio del disegno
  const misure = await page.evaluate(async (base64) => {
    const immagine = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    return immagine.width;
  }, png.contenuto.toString('base64'));
  expect(misure).toBe(1920);
});

test('risorse e partecipanti: gli importi alla data, che cosa manca, e prima del programma da quando', async ({ page }) => {
  await ricercatriceSu(page, '/ricerca/attuazione');
  await page.getByRole('navigation', { name: 'Pagine di ricerca' }).getByRole('link', { name: 'Risorse e partecipanti' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Risorse e partecipanti');
  await expect(page.getByText('il tasso di spesa non si può calcolare')).toBeVisible();
  const { nome, contenuto } = await scaricato(page, 'CSV per R Contributo assegnato ai progetti');
  expect(nome).toMatch(/^cantiere-spesa-\d{4}-\d{2}-\d{2}-r\.csv$/);
  expect(
    contenuto
      .toString('utf8')
      .split('\r\n')
      .filter((riga) => /^P\d\d,/.test(riga)),
  ).toHaveLength(22);
  await page.getByLabel('Data di riferimento').fill('1/1/2015');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page.getByText('Al 1 gennaio 2015 non c’era ancora nessun progetto approvato')).toBeVisible();
});

test('il pannello si scarica in XLSX con i filtri e la data della pagina, e si apre', async ({ page }) => {
  await ricercatriceSu(page, ATTUAZIONE_A_MAGGIO);
  await expect(page.getByText('senza una relazione approvata a questa data')).toBeVisible();
  await page.getByLabel('Categoria', { exact: true }).selectOption('minori_famiglie');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page).toHaveURL(/categoria=minori_famiglie/);
  const { nome, contenuto } = await scaricato(page, 'Scarica tutto in XLSX');
  expect(nome).toBe('cantiere-pannello-2020-05-31.xlsx');
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load(new Uint8Array(contenuto).buffer);
  expect(cartella.worksheets[0]?.name).toBe('LEGGIMI');
  const panel = cartella.getWorksheet('azioni');
  const categorie: unknown[] = [];
  panel?.getColumn(7).eachCell((cella) => categorie.push(cella.value));
  expect(new Set(categorie)).toEqual(new Set(['categoria_ires', 'minori_famiglie']));
});

test('una data che non esiste si spiega, una prima del programma dà un pannello vuoto e spiegato', async ({ page }) => {
  await ricercatriceSu(page, '/ricerca/attuazione');
  const data = page.getByLabel('Data di riferimento');
  await data.fill('31/02/2020');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(data).toHaveAccessibleDescription(/Il 31 febbraio 2020 non esiste/);
  await expect(data).toHaveValue('31/02/2020');
  await data.fill('1/1/2015');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page.getByText('Al 1 gennaio 2015 non c’è nessuna relazione approvata')).toBeVisible();
  await expect(page.getByText('La prima rilevazione approvata finisce il 31 gennaio 2020')).toBeVisible();
});

/** Le tabelle chiuse sotto i grafici si provano aperte. */
const apriTutto = (page: Page) =>
  page.locator('details.figtab').evaluateAll((nodi) => {
    for (const nodo of nodi) nodo.setAttribute('open', '');
  });

test('da 1280 a 320 px niente scorre di lato', async ({ page }) => {
  await ricercatriceSu(page, '/ricerca/tabelle');
  for (const pagina of ['/ricerca/tabelle', ATTUAZIONE_A_MAGGIO, '/ricerca/attuazione?data=31/02/2020', RISORSE]) {
    await page.goto(pagina);
    await apriTutto(page);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ pagina, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({ pagina, width });
    }
  }
});

for (const pagina of ['/ricerca/tabelle', ATTUAZIONE_A_MAGGIO, RISORSE])
  for (const width of [1280, 360])
    test(`axe non trova niente in ${pagina} a ${width} px`, async ({ page }) => {
      test.setTimeout(120_000); // axe legge migliaia di celle
      await page.setViewportSize({ width, height: 900 });
      await ricercatriceSu(page, pagina);
      await apriTutto(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('si filtra e si scarica lo stesso', async ({ page }) => {
    await ricercatriceSu(page, ATTUAZIONE_A_MAGGIO);
    await page.getByLabel('Ambito', { exact: true }).selectOption('30');
    await page.getByRole('button', { name: 'Aggiorna' }).click();
    await expect(page.getByText('1 progetto, ')).toBeVisible();
    const { contenuto } = await scaricato(page, 'CSV per R Stato delle azioni per categoria');
    expect(contenuto.toString('utf8')).toMatch(/^categoria,etichetta,completata,/);
  });
});

test('un ente non vede le pagine della ricerca e non scarica', async ({ page }) => {
  const ente = await unEnte();
  await entra(page, await conPassword(ente.utente.id), '/compiti');
  for (const pagina of ['/ricerca/tabelle', '/ricerca/attuazione', RISORSE]) expect((await page.goto(pagina))?.status()).toBe(404);
  const intestazioni = { 'sec-fetch-site': 'same-origin' };
  const risposta = await page.request.post('/ricerca/scarica/1.1', { form: { formato: 'csv' }, headers: intestazioni });
  expect([risposta.status(), await risposta.text()]).toEqual([404, 'Questa tabella non esiste o non puoi vederla.']);
});

test('una richiesta sbagliata ha una risposta chiara e non lascia tracce', async ({ page }) => {
  const ricercatrice = await ricercatriceSu(page, '/ricerca/tabelle');
  const nostra = { 'sec-fetch-site': 'same-origin' };
  const prova = async (tabella: string, form: Record<string, string>, headers: Record<string, string> = nostra) =>
    (await page.request.post(`/ricerca/scarica/${tabella}`, { form, headers, maxRedirects: 0 })).status();
  expect(await prova('9.9', { formato: 'csv' })).toBe(404);
  expect(await prova('1.1', { formato: 'pdf' })).toBe(400);
  expect(await prova('1.1', { formato: 'csv', data: '31/02/2020' })).toBe(400);
  expect(await prova('1.1', { formato: 'csv', bando: 'inventato' })).toBe(400);
  expect(await prova('pannello', { formato: 'csv' })).toBe(400);
  expect(await prova('azioni', { formato: 'svg' })).toBe(400);
  expect(await prova('stati', { formato: 'gif' })).toBe(400);
  expect(await prova('1.1', { formato: 'csv', data: '0'.repeat(5000) })).toBe(400);
  expect(await prova('1.1', { formato: 'csv' }, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect((await page.request.get('/ricerca/scarica/1.1')).status()).toBe(405);
  const { rowCount } = await superutente.query(`select from evento where attore_id = $1 and atto like 'ricerca.%'`, [ricercatrice]);
  expect(rowCount).toBe(0);
});

test('chi non è entrato, scaricando, arriva all’accesso', async ({ page }) => {
  await page.goto('/accesso');
  const risposta = await page.request.post('/ricerca/scarica/1.1', {
    form: { formato: 'csv' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  expect([risposta.status(), risposta.headers().location]).toEqual([303, '/accesso?torna=%2Fricerca%2Ftabelle']);
});
