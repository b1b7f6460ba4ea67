import { expect, type Page } from '@playwright/test';
import { accedi, paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unPeriodo, unProgetto, unRapporto } from '../support/buildersProgetto';
import { test } from '../support/prova';

/** La pagina di un progetto con una relazione da aprire, letta dal referente del capofila. */
async function paginaDelProgetto(page: Page): Promise<string[]> {
  const regione = await unaRegione();
  const capofila = await unEnte({ regione });
  const progetto = await unProgetto({ capofila, partner: [await unEnte({ regione })] });
  await unPeriodo(progetto);
  await accedi(page.context(), capofila.utente.incaricoId);
  const lamentele: string[] = [];
  page.on('console', (messaggio) => messaggio.type() === 'error' && lamentele.push(`${messaggio.text()} ${messaggio.location().url}`));
  page.on('pageerror', (errore) => lamentele.push(String(errore)));
  await page.goto(`/progetti/${progetto.id}`);
  return lamentele;
}

const azioni = (page: Page) => page.getByRole('table', { name: /Azioni del progetto/ }).getByRole('row');
const apri = async (page: Page) => {
  await page
    .getByRole('button', { name: /Apri la relazione/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/relazioni\//);
};

test('il documento porta ogni pezzo una volta sola, e React lo lascia com’è', async ({ page }) => {
  const lamentele = await paginaDelProgetto(page);
  // il browser la chiede da solo, quando gli pare: se manca è una lamentela a caso
  const icona = await page.request.get('/favicon.ico');
  expect([icona.status(), icona.headers()['content-type']]).toEqual([200, 'image/x-icon']);
  const documento = await (await page.request.get(page.url())).text();
  expect(documento.split('Azioni del progetto con stato').length - 1).toBe(1);
  await expect(azioni(page)).toHaveCount(3);
  await apri(page);
  expect(lamentele).toEqual([]);
});

test('dopo un atto che porta altrove, il tasto Indietro ritrova la pagina intera', async ({ page }) => {
  const lamentele = await paginaDelProgetto(page);
  const titolo = await page.getByRole('heading', { level: 1 }).textContent();
  await apri(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titolo ?? '');
  await expect(azioni(page)).toHaveCount(3);
  await page.goForward();
  await expect(page).toHaveURL(/\/relazioni\//);
  await page.goBack();
  await expect(azioni(page)).toHaveCount(3);
  expect(lamentele).toEqual([]);
});

test('un atto riscrive i pezzi che cambia e lascia com’è la cornice', async ({ page }) => {
  const regione = await unaRegione();
  const progetto = await unProgetto({ capofila: await unEnte({ regione }) });
  const rapporto = await unRapporto({ progetto, stato: 'PRESENTATO' });
  await accedi(page.context(), (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).incaricoId);
  await page.goto(`/progetti/${progetto.id}/relazioni/${rapporto.id}`);
  const piede = page.getByRole('contentinfo');
  await expect(piede).toContainText('Note legali');
  await piede.evaluate((elemento) => elemento.setAttribute('data-prova', 'mio'));
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('Hai preso in carico la relazione.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prendi in carico' })).toHaveCount(0);
  await expect(piede).toHaveAttribute('data-prova', 'mio');
});

test('la pagina che non esiste si legge intera, con la cornice, e non si ricarica da sola', async ({ page }) => {
  await paginaDelProgetto(page);
  let richieste = 0;
  page.on('request', (richiesta) => {
    if (richiesta.isNavigationRequest()) richieste += 1;
  });
  const risposta = await page.goto('/progetti/00000000-0000-4000-8000-000000000000');
  expect(risposta?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questa pagina non esiste o non puoi vederla');
  await expect(page.getByRole('button', { name: /cambia profilo o esci/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Note legali');
  expect(richieste).toBe(1);
});

test('la pagina che non esiste si legge anche senza JavaScript, in italiano', async ({ browser }) => {
  const ente = await unEnte({ regione: await unaRegione() });
  const page = await paginaDi(browser, ente.utente.incaricoId, { javaScriptEnabled: false });
  const risposta = await page.goto('/progetti/00000000-0000-4000-8000-000000000000');
  expect(risposta?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(page).toHaveTitle(/^Pagina non trovata/);
  const titolo = page.getByRole('heading', { level: 1 });
  await expect(titolo).toHaveText('Questa pagina non esiste o non puoi vederla');
  expect(await titolo.evaluate((h1) => getComputedStyle(h1).fontFamily)).toContain('Titillium');
  await page.getByRole('link', { name: 'Chiedi aiuto' }).click();
  await expect(page).toHaveURL('/assistenza');
});
