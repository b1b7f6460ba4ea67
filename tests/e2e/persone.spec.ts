import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unProgetto } from '../support/buildersProgetto';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

const CODICE = codiceFiscaleDi({ cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F', nascita: '1984-02-29', catastale: 'L219' });

async function unMondo() {
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  const progetto = await unProgetto({ capofila: ente });
  await superutente.query(`update progetto set data_avvio = '2019-10-01', data_fine_prevista = '2021-03-31' where id = $1`, [progetto.id]);
  const operatore = await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: ente.id });
  return { ente, progetto, operatore };
}

/** Avanti con il tasto Tab fino a un campo. */
async function fino(page: Page, campo: Locator) {
  for (let passi = 0; passi < 60; passi++) {
    if (await campo.evaluate((elemento) => elemento === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Con il tasto Tab non si arriva al campo.');
}

async function scrivi(page: Page, etichetta: string, testo: string) {
  await fino(page, page.getByRole('textbox', { name: etichetta }));
  await page.keyboard.type(testo);
}

/** Il modulo che si apre con un titolo. */
const parte = (page: Page, titolo: string) => page.locator('details', { has: page.locator('summary', { hasText: titolo }) });

async function rispondi(gruppo: Locator) {
  await gruppo.getByLabel('Sì').focus();
  await gruppo.page().keyboard.press('Space');
}

test('registrare solo da tastiera, poi uscita, esiti e cose da fare', async ({ browser }) => {
  test.slow();
  const { operatore } = await unMondo();
  const page = await paginaDi(browser, operatore.incaricoId);
  await page.goto('/persone/nuova');

  // il codice riempie sesso e nascita
  await page.getByLabel('Codice fiscale, STP o ENI').focus();
  await page.keyboard.type(CODICE);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Data di nascita')).toHaveValue('29/02/1984');
  await expect(page.getByLabel('Sesso')).toHaveValue('F');
  await scrivi(page, 'Cognome', 'Zampardi');
  await fino(page, page.getByLabel('Nome', { exact: true }));
  await page.keyboard.type('Ermelinda');

  // senza data di ingresso si torna al modulo, con tutto ciò che era scritto
  await page.keyboard.press('Enter');
  await expect(page.locator('.errsum')).toContainText('Scrivi la data di ingresso.');
  await expect(page.getByRole('textbox', { name: 'Cognome' })).toHaveValue('Zampardi');
  await page.getByLabel('Codice fiscale, STP o ENI').focus();
  await scrivi(page, 'Data di ingresso', '15/01/2020');
  await scrivi(page, 'Informativa consegnata il', '15/01/2020');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Persona registrata.')).toBeVisible();
  await expect(page.getByLabel('Codice fiscale, STP o ENI')).toHaveValue('');
  await expect(page.getByLabel('Codice fiscale, STP o ENI')).toBeFocused();
  // chi è non va mai nell'indirizzo
  expect(page.url()).not.toMatch(/zampardi|ermelinda|ZMP/i);

  // la stessa persona non si scrive due volte
  await page.keyboard.type(CODICE);
  await page.keyboard.press('Tab');
  await expect(page.getByText('Questa persona è già tra quelle del tuo ente.')).toBeVisible();

  // si ritrova dall'inizio del cognome
  await page.goto('/persone');
  await page.getByLabel('Cerca', { exact: true }).fill('zamp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Zampardi Ermelinda' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await parte(page, 'Registra l’uscita').locator('summary').click();
  const uscita = parte(page, 'Registra l’uscita');
  await uscita.getByLabel('Data di uscita').fill('14/01/2020');
  await uscita.getByLabel('Motivo').selectOption('COMPLETATO');
  await uscita.getByRole('button', { name: 'Registra l’uscita' }).click();
  await expect(page.locator('.errsum')).toContainText('L’uscita non può venire prima dell’ingresso');
  await uscita.getByLabel('Data di uscita').fill('31/03/2020');
  await uscita.getByLabel('Motivo').selectOption('COMPLETATO');
  await uscita.getByRole('button', { name: 'Registra l’uscita' }).click();
  await expect(page.getByText('Uscita registrata.')).toBeVisible();

  await page.goto('/compiti');
  await page.getByRole('link', { name: /Esito a quattro settimane di 1 persona/ }).click();
  await page.getByRole('link', { name: 'Zampardi Ermelinda' }).click();
  await parte(page, 'Esito a quattro settimane').locator('summary').click();
  const esito = parte(page, 'Esito a quattro settimane');
  await esito.getByLabel('Rilevato il').fill('20/04/2020');
  await rispondi(esito.getByRole('group', { name: 'Lavora, anche in proprio' }));
  await esito.getByRole('button', { name: 'Salva l’esito a quattro settimane' }).click();
  await expect(page.getByText('Esito salvato.')).toBeVisible();
  await expect(page.getByText('Rilevato nei tempi: conta negli indicatori.')).toBeVisible();
});

test('il modulo si usa senza JavaScript, e un altro ente non trova la persona', async ({ browser }) => {
  const { ente, progetto } = await unMondo();
  const page = await paginaDi(browser, ente.utente.incaricoId, { javaScriptEnabled: false });
  await page.goto(`/persone/nuova?progetto=${progetto.id}`);
  await page.getByLabel('Se manca il codice fiscale').selectOption('NESSUNO');
  await page.getByRole('textbox', { name: 'Cognome' }).fill('Quagliotto');
  await page.getByLabel('Nome', { exact: true }).fill('Aldo');
  await page.getByLabel('Data di ingresso').fill('15/01/2020');
  await page.getByLabel('Informativa consegnata il').fill('15/01/2020');
  await page.getByRole('button', { name: 'Salva e apri la scheda' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quagliotto Aldo' })).toBeVisible();
  const scheda = new URL(page.url()).pathname;
  const altro = await paginaDi(browser, (await unEnte({ regione: ente.regione })).utente.incaricoId);
  expect((await altro.goto(scheda))?.status()).toBe(404);
  await expect(altro.getByText('Quagliotto')).toHaveCount(0);
});

test('una famiglia, l’esito a sei mesi e un rientro: ciò che è atteso, rilevato nei tempi, poi di nuovo nel progetto', async ({
  browser,
}) => {
  test.slow();
  const { progetto, operatore } = await unMondo();
  const page = await paginaDi(browser, operatore.incaricoId);
  await page.goto(`/persone/nuova?progetto=${progetto.id}`);
  await page.getByLabel('Se manca il codice fiscale').selectOption('NESSUNO');
  await page.getByRole('textbox', { name: 'Cognome' }).fill('Quagliotto');
  await page.getByLabel('Nome', { exact: true }).fill('Aldo');
  await page.getByLabel('Codice del nucleo familiare').fill('F-7');
  await page.getByLabel('Data di ingresso').fill('10/10/2019');
  await page.getByLabel('Informativa consegnata il').fill('10/10/2019');
  await page.getByRole('button', { name: 'Salva e apri la scheda' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quagliotto Aldo' })).toBeVisible();
  const scheda = new URL(page.url()).pathname;

  await parte(page, 'Registra l’uscita').locator('summary').click();
  const uscita = parte(page, 'Registra l’uscita');
  await uscita.getByLabel('Data di uscita').fill('05/12/2019');
  await uscita.getByLabel('Motivo').selectOption('COMPLETATO');
  await uscita.getByRole('button', { name: 'Registra l’uscita' }).click();
  await expect(page.getByText('Uscita registrata.')).toBeVisible();
  await expect(page.getByText(/dal 06\/05\/2020 al 05\/07\/2020/)).toBeVisible();

  await parte(page, 'Esito a sei mesi').locator('summary').click();
  const esito = parte(page, 'Esito a sei mesi');
  await esito.getByLabel('Rilevato il').fill('04/12/2019');
  await esito.getByRole('button', { name: 'Salva l’esito a sei mesi' }).click();
  await expect(page.locator('.errsum')).toContainText('uscita');
  await esito.getByLabel('Rilevato il').fill('10/06/2020');
  await rispondi(esito.getByRole('group', { name: 'Lavora, anche in proprio' }));
  await esito.getByRole('button', { name: 'Salva l’esito a sei mesi' }).click();
  await expect(page.getByText('Esito salvato.')).toBeVisible();
  await expect(page.getByText('Rilevato nei tempi: conta negli indicatori.')).toBeVisible();

  await parte(page, 'Registra un rientro').locator('summary').click();
  const rientro = parte(page, 'Registra un rientro');
  await rientro.getByLabel('Data del rientro').fill('01/07/2020');
  await rientro.getByRole('button', { name: 'Registra il rientro' }).click();
  await expect(page.getByText('Gli esiti di allora restano conservati e non contano più.')).toBeVisible();
  await expect(page.getByText('Ancora nel progetto. Rientri: 1.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto('/persone/nuclei');
  await expect(page.getByRole('listitem').filter({ hasText: 'F-7' }).getByRole('link', { name: 'Quagliotto Aldo' })).toHaveAttribute(
    'href',
    scheda,
  );
});
