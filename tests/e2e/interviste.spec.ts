import AxeBuilder from '@axe-core/playwright';
import { expect as attende, type Page } from '@playwright/test';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unProgetto } from '../support/buildersProgetto';
import { test } from '../support/prova';

// cinque persone e una ventina di atti in fila: su una macchina carica ciascuno può aspettare
const expect = attende.configure({ timeout: 60_000 });

/** A 360 px, con tutto aperto: niente scorre di lato e axe non trova nulla. */
async function esigiLeggibile(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.locator('details').evaluateAll((nodi) => {
    for (const nodo of nodi) nodo.setAttribute('open', '');
  });
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const invia = (page: Page, nome: string) => page.getByRole('button', { name: nome, exact: true }).click();
const brano = (page: Page) => page.getByRole('textbox', { name: 'Brano' });

test('dal brano con un telefono al rilascio: avviso, correzione, due codifiche, decisione, e la Regione lo legge', async ({ browser }) => {
  test.setTimeout(600_000);
  const regione = await unaRegione();
  const progetto = await unProgetto({ capofila: await unEnte({ regione }) });
  const persona = async (ruolo: 'RICERCATORE' | 'DIRIGENTE') => (await unUtente({ regione, ruolo })).incaricoId;
  const prima = await paginaDi(browser, await persona('RICERCATORE'));

  await prima.goto('/ricerca/interviste');
  await expect(prima.getByText('Nessuna intervista registrata')).toBeVisible();
  await prima.getByLabel('Numero').fill('12');
  await prima.getByLabel('Mese').fill('03/2020');
  await prima.getByLabel('Come si è svolta').selectOption('TELEFONO');
  await prima.getByLabel('Progetto di cui parla').selectOption(progetto.id);
  await invia(prima, 'Registra l’intervista');
  await expect(prima.getByRole('heading', { level: 1 })).toHaveText('Int. 12: marzo 2020, al telefono');

  // un telefono non si salva nemmeno; un nome si salva e si segnala
  await prima.getByLabel('Fase di cui si parla').selectOption('PREPARAZIONE');
  await brano(prima).fill('Il consorzio ci ha messo mesi: chiamavo il 328 1234567 ogni settimana.');
  await invia(prima, 'Salva l’estratto');
  await expect(brano(prima)).toHaveAccessibleDescription(/Sembra esserci un numero di telefono/);
  await expect(brano(prima)).toHaveValue(/328 1234567/);
  await brano(prima).fill('Il consorzio ci ha messo mesi: chiamavo la sig.ra Bardini ogni settimana.');
  await invia(prima, 'Salva l’estratto');
  await expect(prima.getByText('Sembra un titolo con un nome: «sig.ra Bardini»')).toBeVisible();
  const indirizzo = new URL(prima.url()).pathname;
  await prima.getByText('Correggi il testo', { exact: true }).click();
  await brano(prima).fill('Il consorzio ci ha messo mesi: chiamavo […] ogni settimana.');
  await invia(prima, 'Salva il testo corretto');
  await expect(prima.getByText('Il testo è corretto.')).toBeVisible();
  await expect(prima.getByText('Il controllo non trova nomi')).toBeVisible();

  // due codifiche al buio
  const causa = (page: Page) => page.getByRole('checkbox', { name: new RegExp(`^${regione.causa} `) });
  const rete = (page: Page) => page.getByRole('checkbox', { name: /^P\+02 / });
  await causa(prima).check();
  await invia(prima, 'Salva la codifica');
  await expect(prima.getByText('Codifiche date: 1 su 2.')).toBeVisible();
  const seconda = await paginaDi(browser, await persona('RICERCATORE'));
  await seconda.goto(indirizzo);
  await expect(seconda.getByText('Codifiche date: 1 su 2.')).toBeVisible();
  await expect(causa(seconda)).not.toBeChecked();
  await causa(seconda).check();
  await rete(seconda).check();
  await invia(seconda, 'Salva la codifica');
  await expect(seconda.getByText('Non concordano.')).toBeVisible();
  await expect(seconda.getByText('Solo uno dei due: P+02 La rete è servita durante l’emergenza.')).toBeVisible();

  // si decide, e chi ha scritto non rilascia
  await expect(causa(seconda)).toBeChecked();
  await expect(rete(seconda)).not.toBeChecked();
  await seconda.getByLabel('Perché', { exact: true }).fill('Della rete nel brano non si parla.');
  await invia(seconda, 'Registra la decisione');
  await expect(seconda.getByText('I codici sono decisi.')).toBeVisible();
  await prima.goto(indirizzo);
  await expect(prima.getByText('lo rilegge e lo rilascia un’altra persona')).toBeVisible();
  const dirigente = await paginaDi(browser, await persona('DIRIGENTE'));
  expect((await dirigente.goto(indirizzo))?.status()).toBe(404);
  await esigiLeggibile(seconda);
  await seconda.goto(indirizzo);
  await seconda.getByRole('link', { name: 'Rilascia l’estratto' }).click();
  await invia(seconda, 'Rilascia l’estratto');
  await expect(seconda.getByText('ora lo legge anche la Regione')).toBeVisible();

  // la Regione cerca, legge il brano e i codici, e nulla del lavoro che c'è dietro
  await dirigente.goto('/ricerca/interviste');
  await dirigente.getByRole('searchbox', { name: 'Cerca per parole degli estratti' }).fill('consorzi settimane');
  await invia(dirigente, 'Cerca');
  await dirigente.getByRole('link', { name: /consorzio ci ha messo mesi/ }).click();
  await expect(dirigente.getByText('chiamavo […] ogni settimana')).toBeVisible();
  await expect(dirigente.getByRole('heading', { name: 'Controllo prima del rilascio' })).toHaveCount(0);
  await esigiLeggibile(dirigente);
  await dirigente.goto('/ricerca/attuazione/cause');
  const riga = dirigente
    .getByRole('table', { name: 'Interviste ed estratti per causa' })
    .getByRole('row', { name: new RegExp(`^${regione.causa} `) });
  await expect(riga.getByRole('link', { name: 'Int. 12' })).toBeVisible();
  await esigiLeggibile(dirigente);
  await riga.getByRole('link', { name: '1 estratto' }).click();
  await expect(dirigente.getByRole('table', { name: 'Estratti trovati, dall’ultimo scritto' }).getByRole('row')).toHaveCount(2);

  // chi fa ricerca ritrova elenco, accordo e moduli leggibili anche sul telefono
  await prima.goto('/ricerca/interviste');
  await expect(prima.getByRole('heading', { name: 'Accordo tra i codificatori' })).toBeVisible();
  await esigiLeggibile(prima);
  await prima.getByRole('link', { name: 'Int. 12' }).click();
  await esigiLeggibile(prima);
});

test('senza JavaScript un’intervista si registra e un rifiuto torna con ciò che era scritto', async ({ browser }) => {
  const regione = await unaRegione();
  await unProgetto({ capofila: await unEnte({ regione }) });
  const { incaricoId } = await unUtente({ regione, ruolo: 'RICERCATORE' });
  const page = await paginaDi(browser, incaricoId, { javaScriptEnabled: false });
  await page.goto('/ricerca/interviste');
  await page.getByLabel('Numero').fill('3');
  await page.getByLabel('Mese').fill('13/2020');
  await page.getByLabel('Come si è svolta').selectOption('ONLINE');
  await invia(page, 'Registra l’intervista');
  await expect(page.getByLabel('Mese')).toHaveAccessibleDescription(/Scrivi il mese come mm\/aaaa/);
  await expect(page.getByLabel('Numero')).toHaveValue('3');
  await page.getByLabel('Mese').fill('04/2020');
  await invia(page, 'Registra l’intervista');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Int. 3: aprile 2020, online');
  await expect(page.getByText('Scegli il progetto: poi si scrive il brano')).toBeVisible();
});
