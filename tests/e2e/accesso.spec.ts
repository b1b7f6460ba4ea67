import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { paginaDi } from '../support/accedi';
import { conPassword, PASSWORD } from '../support/accesso';
import { unEnte } from '../support/builders';
import { test } from '../support/prova';
import { inserisci, superutente } from '../support/superutente';

/** Il referente di un ente nuovo, con la sua password. */
async function unReferente() {
  const ente = await unEnte();
  return { ente, id: ente.utente.id, email: await conPassword(ente.utente.id) };
}

async function compila(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('Email di lavoro').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}

test('un referente entra, vede la sua sessione ed esce; il cookie di prima non vale più', async ({ page, context }) => {
  const violazioni: string[] = [];
  page.on('console', (messaggio) => messaggio.text().includes('Content Security Policy') && violazioni.push(messaggio.text()));
  const { email } = await unReferente();
  await page.goto('/accesso');
  await compila(page, email);
  await expect(page).toHaveURL('/compiti');

  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('cantiere.sessione'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });

  await page.goto('/sessioni');
  const questa = page.getByRole('row', { name: /questa sessione/ });
  await expect(questa).toContainText('Chrome');
  await questa.getByRole('button', { name: 'Esci' }).click();
  await expect(page.getByText('Sei uscito.')).toBeVisible();

  if (cookie) await context.addCookies([cookie]);
  await page.goto('/sessioni');
  await expect(page.getByText('Questa sessione è stata chiusa.')).toBeVisible();
  expect(violazioni).toEqual([]);
});

test('si esce anche dal menu, senza script e con la sessione già finita; da un altro sito no', async ({ browser, baseURL }) => {
  const { ente } = await unReferente();
  const page = await paginaDi(browser, ente.utente.incaricoId, { javaScriptEnabled: false });
  await page.goto('/compiti');
  await page.getByRole('button', { name: /cambia profilo o esci/ }).click();
  const altrove = { headers: { origin: 'https://altrove.example', 'sec-fetch-site': 'cross-site' }, maxRedirects: 0 };
  expect((await page.request.post(`${baseURL}/esci`, altrove)).status()).toBe(403);
  // senza alcun segno di dove nasce, come da un programma
  expect((await page.request.post(`${baseURL}/esci`, { maxRedirects: 0 })).status()).toBe(403);
  const altra = await page.context().newPage();
  await altra.goto('/sessioni');
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  await expect(page.getByText('Sei uscito.')).toBeVisible();
  await altra
    .getByRole('row', { name: /questa sessione/ })
    .getByRole('button', { name: 'Esci' })
    .click();
  await expect(altra.getByText('Sei uscito.')).toBeVisible();
  await page.goto('/compiti');
  await expect(page).toHaveURL(/\/accesso/);
});

test('con la password sbagliata si capisce che fare, e l’email resta', async ({ page }) => {
  const { email } = await unReferente();
  await page.goto('/accesso');
  await compila(page, email, 'sbagliata');
  await expect(page.locator('.errsum')).toContainText('Email o password non corrispondono');
  await expect(page.getByLabel('Email di lavoro')).toHaveValue(email);
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await compila(page, email);
  await expect(page).toHaveURL('/compiti');
});

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('si sbaglia, si entra e si torna alla pagina che si voleva', async ({ page }) => {
    const { email } = await unReferente();
    await page.goto('/sessioni?da=segnalibro');
    await expect(page).toHaveURL(/\/accesso\?torna=/);
    await expect(page.getByRole('button', { name: 'Mostra' })).toHaveCount(0);
    await compila(page, email, 'sbagliata');
    await expect(page.locator('#password-errore')).toContainText('Email o password non corrispondono');
    await expect(page.getByLabel('Email di lavoro')).toHaveValue(email);
    await compila(page, email);
    await expect(page).toHaveURL('/sessioni?da=segnalibro');
    await page.getByRole('button', { name: 'Esci da tutti i dispositivi' }).click();
    await expect(page.getByText('Sei uscito.')).toBeVisible();
  });
});

test('dopo l’accesso non si finisce su un altro sito', async ({ page, baseURL }) => {
  const { email } = await unReferente();
  await page.goto('/accesso?torna=//evil.example/x&avviso=scaduta');
  await compila(page, email);
  await expect(page).toHaveURL(`${baseURL}/compiti`);
});

test('chi lavora per due enti sceglie il profilo e lo cambia', async ({ page }) => {
  const { ente, id, email } = await unReferente();
  const altro = await unEnte({ regione: ente.regione });
  await inserisci(superutente, 'incarico', {
    regione_id: ente.regione.id,
    utente_id: id,
    organizzazione_id: altro.id,
    ruolo: 'OPERATORE',
    dal: '2010-01-01',
  });
  await page.goto('/sessioni');
  await compila(page, email);
  await expect(page.getByRole('heading', { name: 'Scegli il profilo' })).toBeVisible();
  await page.getByRole('button', { name: `Scegli ${altro.denominazione}` }).click();
  await expect(page).toHaveURL('/sessioni');

  await page.goto('/profili');
  await expect(page.getByRole('listitem').filter({ hasText: altro.denominazione })).toContainText('È il profilo attivo');
  await superutente.query('update incarico set revocato_il = now() where id = $1', [ente.utente.incaricoId]);
  await page.getByRole('button', { name: `Scegli ${ente.denominazione}` }).click();
  await expect(page.getByText('Quel profilo non è più attivo.')).toBeVisible();
});

test('uscire da tutti i dispositivi chiude anche l’altro browser, e a sessione scaduta si dice l’ora', async ({ page, browser }) => {
  const { id, email } = await unReferente();
  const altrove = await paginaDi(browser, null);
  for (const questa of [page, altrove]) {
    await questa.goto('/accesso?torna=/sessioni');
    await compila(questa, email);
    await expect(questa).toHaveURL('/sessioni');
  }
  await page.reload();
  await expect(page.getByRole('button', { name: 'Chiudi la sessione' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Esci da tutti i dispositivi' }).click();
  await expect(page.getByText('Sei uscito.')).toBeVisible();
  await altrove.goto('/sessioni');
  await expect(altrove).toHaveURL(/\/accesso\?avviso=chiusa&torna=%2Fsessioni/);

  await compila(altrove, email);
  await expect(altrove).toHaveURL('/sessioni');
  await superutente.query(`update sessione set usata_il = now() - interval '1 hour' where utente_id = $1`, [id]);
  await altrove.reload();
  await expect(altrove.getByText(/La sessione è scaduta (alle|il) .*\d{2}:\d{2}\./)).toBeVisible();
  await altrove.context().close();
});

test('in dimostrazione si entra con un clic', async ({ page }) => {
  await page.goto('/accesso');
  await page
    .getByRole('button', { name: /^Entra come / })
    .first()
    .click();
  await expect(page).not.toHaveURL(/accesso/);
});

/** Invia il modulo di accesso com'è, senza browser, dicendo di arrivare da `origine`. */
async function inviaDa(request: APIRequestContext, email: string, origine: string) {
  const html = await (await request.get('/accesso')).text();
  const nascosti = [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)];
  const campi = Object.fromEntries(nascosti.map(([, nome, valore = '']) => [nome, valore.replaceAll('&quot;', '"')]));
  return request.post('/accesso', { headers: { origin: origine }, multipart: { ...campi, email, password: PASSWORD }, maxRedirects: 0 });
}

test('una pagina di un altro sito non può far entrare nessuno', async ({ request, baseURL }) => {
  const { email } = await unReferente();
  for (const origine of ['https://evil.example', 'null']) {
    const risposta = await inviaDa(request, email, origine);
    expect(risposta.headers()['set-cookie']).toBeUndefined();
  }
  const nostra = await inviaDa(request, email, baseURL ?? '');
  expect(nostra.status()).toBe(303);
  expect(nostra.headers()['set-cookie']).toContain('cantiere.sessione=');
});

test('la salute del servizio si legge senza entrare e non dice altro', async ({ request }) => {
  const risposta = await request.get('/api/salute');
  expect(risposta.status()).toBe(200);
  expect(await risposta.json()).toEqual({ stato: 'ok' });
});
