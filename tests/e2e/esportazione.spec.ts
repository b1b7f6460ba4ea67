import { createHash } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { routes } from '@/lib/routes';
import { paginaDi } from '../support/accedi';
import { type Regione, unaRegione, unUtente } from '../support/builders';
import { esigiSenzaDifetti } from '../support/difetti';
import { test } from '../support/prova';
import { regioneDelProgramma } from '../support/ricercatore';
import { ilFileDi, scaricato } from '../support/scaricato';
import { superutente } from '../support/superutente';

/** I dati nel browser: l'archivio intero con l'avanzamento, le istantanee che restano com'erano, gli scaricamenti che si interrompono. */

// archivi interi e pagine lette da axe: su una macchina carica sono minuti
test.describe.configure({ timeout: 300_000 });

const sha = (byte: Buffer): string => createHash('sha256').update(byte).digest('hex');

async function ricercatrice(browser: Browser, regione: Regione): Promise<Page> {
  const { incaricoId } = await unUtente({ regione, ruolo: 'RICERCATORE' });
  return paginaDi(browser, incaricoId);
}

/** Le righe di un CSV per R, per nome di colonna. Nelle colonne che servono qui non ci sono virgolette. */
function righeDi(csv: string): Record<string, string>[] {
  const [testa = [], ...corpo] = csv
    .trimEnd()
    .split('\r\n')
    .map((riga) => riga.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cella) => cella.replace(/,$/, '')) ?? []);
  return corpo.map((celle) => Object.fromEntries(testa.map((nome, n) => [nome, celle[n] ?? ''])));
}

async function congela(page: Page): Promise<string> {
  await page.goto(routes.istantanee());
  await page.getByRole('button', { name: 'Congela i dati' }).click();
  await page.waitForURL(/istantanee\/\d+/);
  return new URL(page.url()).pathname;
}

test('l’archivio intero si scarica con l’avanzamento, e dentro ci sono le cifre dello schermo', async ({ browser }) => {
  const page = await ricercatrice(browser, await regioneDelProgramma());
  await page.goto(routes.tabelle());
  const totali = page.getByRole('table', { name: 'Tabella 1.4: capofila e categorie' }).getByRole('row').last().getByRole('cell');
  const schermo = (await totali.allTextContents()).map(Number);

  await page.goto(routes.esportazioni());
  await esigiSenzaDifetti(page);
  let avanti = (): void => undefined;
  const guardato = new Promise<void>((fatto) => (avanti = fatto));
  await page.route('**/esportazioni/scarica', async (rotta) => {
    await guardato;
    await rotta.continue();
  });
  const { nome, contenuto } = await ilFileDi(page, async () => {
    await page.getByRole('button', { name: 'Scarica l’archivio' }).click();
    await expect(page.getByRole('progressbar', { name: 'Scaricamento' })).toBeVisible();
    avanti();
  });
  await expect(page.getByText(/^Scaricato: /)).toBeVisible();
  expect(nome).toMatch(/^cantiere-dati-\d{4}-\d{2}-\d{2}\.zip$/);
  const file = unzipSync(new Uint8Array(contenuto));
  const progetti = righeDi(Buffer.from(file['csv-r/progetto.csv'] ?? []).toString('utf8')).filter((p) => p.bando_id === 'WECARE-M1');
  const colonne = ['cat_inserimento_socio_lavorativo', 'cat_minori_famiglie', 'cat_anziani_non_autosufficienti', 'cat_emergenza_abitativa'];
  expect(schermo).toHaveLength(colonne.length);
  expect(colonne.map((colonna) => progetti.filter((p) => p[colonna] === '1').length)).toEqual(schermo);
});

test('uno scaricamento che si rompe lo dice, non salva nulla, e si ricomincia', async ({ browser }) => {
  const page = await ricercatrice(browser, await unaRegione());
  await page.goto(routes.esportazioni());
  await page.route('**/esportazioni/scarica', (rotta) => rotta.abort('connectionreset'), { times: 1 });
  await page.getByRole('button', { name: 'Scarica l’archivio' }).click();
  await expect(page.getByText('Lo scaricamento si è interrotto.')).toBeVisible();
  await esigiSenzaDifetti(page);
  const { contenuto } = await scaricato(page, 'Ricomincia');
  expect(Object.keys(unzipSync(new Uint8Array(contenuto)))).toContain('SHA256SUMS.txt');
});

test('un’istantanea resta la stessa anche se i dati cambiano, e due si confrontano', async ({ browser }) => {
  const regione = await unaRegione();
  const page = await ricercatrice(browser, regione);
  await page.goto(routes.istantanee());
  await expect(page.getByText('Nessuna istantanea')).toBeVisible();
  const prima = await congela(page);
  await expect(page.getByText('Dati congelati')).toBeVisible();
  const { nome, contenuto } = await scaricato(page, 'Scarica l’istantanea');
  expect(nome).toBe('cantiere-istantanea-1.zip');
  await esigiSenzaDifetti(page);

  // chiesta di nuovo, senza che nulla sia cambiato, è lei
  expect(await congela(page)).toBe(prima);
  await expect(page.getByText('Questi dati erano già congelati')).toBeVisible();

  await superutente.query(`update categoria_intervento set etichetta = 'Categoria corretta' where regione_id = $1`, [regione.id]);
  await page.goto(prima);
  expect(sha((await scaricato(page, 'Scarica l’istantanea')).contenuto)).toBe(sha(contenuto));
  const seconda = await congela(page);
  expect(seconda).not.toBe(prima);
  expect(sha((await scaricato(page, 'Scarica l’istantanea')).contenuto)).not.toBe(sha(contenuto));

  await page.getByRole('link', { name: 'Con l’istantanea 1' }).click();
  await expect(page.getByText('1 tabella diversa su')).toBeVisible();
  const riga = page.getByRole('table', { name: 'Differenze: Vocabolari della Regione' }).getByRole('row').last();
  await expect(riga).toContainText('Cambiata');
  await expect(riga).toContainText('etichetta: da Categoria a Categoria corretta');
  await esigiSenzaDifetti(page);
});

test('un’istantanea arrivata a metà non si salva: si riprende da lì, ed è la stessa', async ({ browser }) => {
  const page = await ricercatrice(browser, await unaRegione());
  await congela(page);
  const { contenuto } = await scaricato(page, 'Scarica l’istantanea');
  const meta = Math.floor(contenuto.length / 2);
  const chiesti: (string | null)[] = [];
  await page.route('**/scarica', async (rotta) => {
    chiesti.push(new URLSearchParams(rotta.request().postData() ?? '').get('da'));
    if (chiesti.length > 1) return rotta.continue();
    const risposta = await rotta.fetch();
    const { 'content-length': _, ...headers } = risposta.headers();
    return rotta.fulfill({ status: 200, headers, body: contenuto.subarray(0, meta) });
  });
  await page.getByRole('button', { name: 'Scarica l’istantanea' }).click();
  await expect(page.getByText('Lo scaricamento si è interrotto.')).toBeVisible();
  const ripreso = await scaricato(page, 'Riprendi da dove si era fermato');
  expect(chiesti).toEqual([null, String(meta)]);
  expect(sha(ripreso.contenuto)).toBe(sha(contenuto));
});
