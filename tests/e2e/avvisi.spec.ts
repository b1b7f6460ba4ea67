import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { paginaDi } from '../support/accedi';
import { type AvvisoDiProva, scade, unAvviso, unCodiceFiscale } from '../support/avvisi';
import { avvisoChiuso } from '../support/avvisoChiuso';
import { unaDomanda } from '../support/buildersDomanda';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

const PASSWORD = 'una frase lunga e tutta mia';

async function accessibile(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const statoDi = async (email: string) =>
  (await superutente.query('select stato from candidatura where email = $1', [email])).rows[0]?.stato;
const unaEmail = () => `info-${unCodiceFiscale()}@ponte.example`;

async function compila(page: Page, email: string) {
  await page.getByLabel('Denominazione').fill('Associazione <b>Il Ponte</b>');
  await page.getByLabel('Tipo di organizzazione').selectOption({ label: 'Ente del terzo settore' });
  await page.getByLabel('Codice fiscale o partita IVA').fill(unCodiceFiscale());
  await page.getByLabel('Sede').fill('Via Roma 1, Biella');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Sportello di quartiere').check();
  await page.getByLabel('Valore aggiunto').fill('I volontari del quartiere.');
  await page.getByLabel('Risorse proprie').fill('Una sede e due mezzi.');
  await page.getByLabel('Esperienza').fill('Dieci anni di sportello.');
}

/** Dal modulo pubblico alla candidatura inviata. Il collegamento è quello che in esercizio arriva per posta. */
async function siCandida(page: Page, avviso: AvvisoDiProva, email: string) {
  await page.goto(routes.avviso(avviso.id));
  await page.getByRole('link', { name: 'Candidati' }).click();
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await expect(page.locator('.errsum')).toContainText('Scrivi la denominazione.');
  await compila(page, email);
  await page.getByLabel('Allegati').setInputFiles({ name: 'nota.pdf', mimeType: 'application/pdf', buffer: Buffer.from('non è un PDF') });
  await page.getByLabel(/Ho letto l’informativa/).check();
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await expect(page.locator('.errsum')).toContainText('non è un PDF');
  await expect(page.getByLabel('Denominazione')).toHaveValue('Associazione <b>Il Ponte</b>');
  await expect(page.getByLabel('Sportello di quartiere')).toBeChecked();
  await expect(page.getByLabel('Tipo di organizzazione')).toHaveValue('ETS');
  await page.getByLabel('Allegati').setInputFiles({ name: 'statuto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 x') });
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await expect(page.getByText('Manca un passo')).toBeVisible();
  await page.getByRole('link', { name: 'Apri il collegamento di conferma' }).click();
  await expect(page.getByRole('button', { name: 'Conferma la candidatura' })).toBeVisible();
  expect(await statoDi(email)).toBe('BOZZA'); // aprire il collegamento non conferma
  await page.getByRole('button', { name: 'Conferma la candidatura' }).click();
  await expect(page.getByText('La candidatura è inviata.')).toBeVisible();
  expect(await statoDi(email)).toBe('INVIATA');
}

test('un’associazione si candida e conferma; il capofila la ammette, la valuta, la sceglie; lei apre l’account ed entra', async ({
  browser,
  page,
}) => {
  test.slow();
  const avviso = await unAvviso();
  const { domanda } = avviso;
  const email = unaEmail();
  await siCandida(page, avviso, email);
  await scade(avviso);

  const capofila = await paginaDi(browser, domanda.capofila.utente.incaricoId);
  await capofila.goto(routes.avvisoProgetto(domanda.id));
  await capofila.getByRole('button', { name: 'Chiudi l’avviso' }).click();
  // si prosegue a cosa fatta: un collegamento seguito subito mostrerebbe l'avviso ancora aperto
  await avvisoChiuso(domanda.id);
  await capofila.goto(routes.avvisoProgetto(domanda.id));
  await capofila.getByRole('link', { name: 'Associazione <b>Il Ponte</b>' }).click();
  await expect(capofila.getByText('I volontari del quartiere.')).toBeVisible();
  const scaricato = capofila.waitForEvent('download');
  await capofila.getByRole('link', { name: 'statuto.pdf' }).click();
  expect((await scaricato).suggestedFilename()).toBe('statuto.pdf');
  await accessibile(capofila);
  await capofila.getByRole('link', { name: 'Ammetti alla valutazione' }).click();
  await capofila.getByRole('button', { name: 'Ammetti alla valutazione' }).click();
  await capofila.getByRole('textbox', { name: 'Valore aggiunto' }).fill('61');
  await capofila.getByRole('button', { name: 'Salva i punti' }).click();
  await expect(capofila.locator('.errsum')).toContainText('da 0 a 60');
  await capofila.getByRole('textbox', { name: 'Valore aggiunto' }).fill('60');
  await capofila.getByRole('textbox', { name: 'Esperienza' }).fill('30');
  await capofila.getByRole('button', { name: 'Salva i punti' }).click();
  await capofila.getByRole('link', { name: 'Seleziona', exact: true }).click();
  await capofila.getByRole('button', { name: 'Seleziona', exact: true }).click();
  await capofila.getByRole('button', { name: 'Accogli come partner' }).click();
  const invito = await capofila.getByRole('link', { name: 'Apri l’invito dell’organizzazione' }).getAttribute('href');

  await page.goto(invito ?? '');
  await accessibile(page);
  await page.getByLabel('Nome', { exact: true }).fill('Ada');
  await page.getByLabel('Cognome').fill('Bo');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Apri l’account' }).click();
  await expect(page.getByText('L’invito è accettato.')).toBeVisible();
  await page.getByLabel('Email di lavoro').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page).toHaveURL('/compiti');

  await capofila.goto(routes.avvisoProgetto(domanda.id));
  await capofila.getByRole('link', { name: 'Comincia il progetto definitivo' }).click();
  await capofila.getByRole('button', { name: 'Comincia', exact: true }).click();
  await expect(capofila).toHaveURL(routes.progetto(domanda.id));
  await page.goto(routes.progetto(domanda.id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(domanda.titolo);
});

test('il capofila scrive l’avviso dall’idea, sbaglia, corregge, pubblica; chiunque lo trova', async ({ browser, page }) => {
  const domanda = await unaDomanda({ stato: 'IDEA_APPROVATA' });
  const capofila = await paginaDi(browser, domanda.capofila.utente.incaricoId);
  await capofila.goto(routes.avvisoProgetto(domanda.id));
  await expect(capofila.getByLabel('Testo')).toHaveValue(/Un territorio di valle con pochi servizi\./);
  await accessibile(capofila);
  await capofila.getByLabel('Criterio 1').fill('Esperienza');
  await capofila.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(capofila.locator('.errsum')).toContainText('I punti vanno da 1 a 100');
  await capofila.getByLabel('Punti 1').fill('40');
  await capofila.getByLabel('Azioni per cui cerchi partner').fill('Trasporto sociale\nSportello');
  await capofila.getByLabel('Chiusura').fill('2020-07-15T12:00');
  await capofila.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(capofila.getByText(/qui sono 6: sposta la chiusura/)).toBeVisible();
  await capofila.getByLabel('Chiusura').fill('2020-12-15T12:00');
  await capofila.getByRole('button', { name: 'Salva la bozza' }).click();
  await capofila.getByRole('link', { name: 'Pubblica l’avviso' }).click();
  await capofila.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await expect(capofila.getByText('Nessuna candidatura')).toBeVisible();

  await page.goto(routes.avvisi());
  await accessibile(page);
  await page.getByRole('link', { name: `Ricerca di partner: ${domanda.titolo}` }).click();
  await expect(page.getByText('15 dicembre 2020 alle 12:00')).toBeVisible();
  await expect(page.getByText(domanda.capofila.denominazione)).toBeVisible();
  await accessibile(page);
});

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('ci si candida e si conferma lo stesso', async ({ page }) => {
    await siCandida(page, await unAvviso(), unaEmail());
  });
});

test('un avviso chiuso non mostra il modulo; un programma che riempie il campo nascosto non lascia nulla', async ({ page }) => {
  const avviso = await unAvviso();
  const email = unaEmail();
  await page.goto(routes.candidati(avviso.id));
  await accessibile(page);
  await compila(page, email);
  await page.getByLabel(/Ho letto l’informativa/).check();
  await page.locator('#sito').evaluate((campo: HTMLInputElement) => {
    campo.value = 'http://spam.example';
  });
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await expect(page.getByText('Manca un passo')).toBeVisible();
  expect(await statoDi(email)).toBeUndefined();
  await scade(avviso);
  await page.goto(routes.candidati(avviso.id));
  await expect(page.getByText('L’avviso è chiuso.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invia e ricevi il collegamento' })).toHaveCount(0);
});
