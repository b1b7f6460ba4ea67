import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { paginaDi } from '../support/accedi';
import { conPassword, PASSWORD } from '../support/accesso';
import { unUtente } from '../support/builders';
import { test } from '../support/prova';
import { regioneDelProgramma } from '../support/ricercatore';
import { superutente } from '../support/superutente';

const DOMANDA = '/ricerca/analisi?tabella=attivita_stato&righe=rilevazione&colonne=stato&misura=conteggio&data=09/07/2020';

async function ricercatriceSu(page: Page, arrivo: string): Promise<string> {
  const { id } = await unUtente({ regione: await regioneDelProgramma(), ruolo: 'RICERCATORE' });
  await page.goto(`/accesso?torna=${encodeURIComponent(arrivo)}`);
  await page.getByLabel('Email di lavoro').fill(await conPassword(id));
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/ricerca/analisi');
  return id;
}

test('una ricercatrice costruisce una domanda, la salva, la condivide; la collega la apre e la scarica', async ({ page, browser }) => {
  test.setTimeout(180_000); // due persone, due accessi, una decina di pagine
  const lei = await ricercatriceSu(page, '/ricerca/analisi');
  await page.getByLabel('Tabella', { exact: true }).selectOption({ label: 'Classificazione dei progetti' });
  await page.getByRole('button', { name: 'Scegli', exact: true }).click();
  await page.getByLabel('Righe', { exact: true }).selectOption({ label: 'Categoria' });
  await page.getByLabel('Misura').selectOption({ label: 'Quanti diversi: Progetto' });
  await page.getByLabel('Data di riferimento').fill('09/07/2020');
  await page.getByText('Filtri', { exact: true }).click();
  const primo = page.getByRole('group', { name: 'Filtro 1' });
  await primo.getByLabel('Colonna').selectOption({ label: 'Il progetto ha almeno un intervento della categoria' });
  await page.getByRole('button', { name: 'Mostra', exact: true }).click();
  // la colonna ha un elenco: ora si spunta
  await expect(page.getByRole('alert').filter({ hasText: 'Correggi la domanda' })).toContainText('almeno un valore');
  await primo.getByRole('checkbox', { name: 'Sì' }).check();
  await page.getByRole('button', { name: 'Mostra', exact: true }).click();

  const tabella = page.getByRole('table', { name: /^Classificazione dei progetti: quanti diversi/ });
  for (const [categoria, progetti] of [
    ['Auto-mutuo-aiuto', '9'],
    ['Informazione', '9'],
    ['Inserimento socio-lavorativo', '13'],
  ])
    await expect(tabella.getByRole('row', { name: new RegExp(`^${categoria}`) }).getByRole('cell')).toHaveText([progetti ?? '']);
  await expect(page.getByRole('region', { name: 'Grafico' }).getByRole('listitem').filter({ hasText: 'Inserimento' })).toContainText('13');
  await expect(page.getByText('alla data di riferimento del 9 luglio 2020')).toBeVisible();

  const titolo = `Categorie ${lei.slice(0, 8)}`;
  await page.getByLabel('Titolo').fill(titolo);
  await page.getByRole('button', { name: 'Salva l’analisi' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'L’analisi è salvata.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titolo);

  const sua = await paginaDi(browser, null);
  await ricercatriceSu(sua, '/ricerca/analisi');
  await expect(sua.getByRole('link', { name: titolo })).toHaveCount(0);
  await page.getByRole('button', { name: 'Condividi con chi fa ricerca' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'condivisa' })).toBeVisible();

  await sua.reload();
  await sua.getByRole('link', { name: titolo }).click();
  await expect(sua.getByRole('row', { name: /^Inserimento socio-lavorativo/ }).first()).toContainText('13');
  await expect(sua.getByRole('button', { name: 'Cambia il titolo' })).toHaveCount(0);
  const attesa = sua.waitForEvent('download');
  await sua.getByRole('button', { name: /^CSV per Excel/ }).click();
  const file = await attesa;
  expect(file.suggestedFilename()).toBe('cantiere-analisi-classificazione-2020-07-09.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('Inserimento socio-lavorativo;13');
  await sua.context().close();

  await page.getByRole('link', { name: 'Cancella', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancella l’analisi' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'cancellata' })).toBeVisible();
  const { rows } = await superutente.query(`select atto from evento where attore_id = $1 and atto like 'analisi.%' order by id`, [lei]);
  expect(rows.map(({ atto }) => atto)).toEqual(['analisi.salvata', 'analisi.condivisa', 'analisi.cancellata']);
});

test('un errore porta al campo da correggere, con ciò che era scritto', async ({ page }) => {
  await ricercatriceSu(page, '/ricerca/analisi');
  await page.goto('/ricerca/analisi?tabella=progetto&righe=stato&f1=popolazione&o1=almeno&v1=tanti&data=01/01/2015');
  const valori = page.getByRole('group', { name: 'Filtro 1' }).getByLabel('Valori');
  await expect(valori).toHaveValue('tanti');
  await expect(valori).toHaveAccessibleDescription(/è un numero/);
  await expect(page.getByLabel('Data di riferimento')).toHaveAccessibleDescription(/non aveva ancora progetti approvati/);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /è un numero/ })
    .click();
  await expect(valori).toBeFocused();
});

test('il grafico si apre, si scelgono le voci, e i tasti freccia dicono i numeri della tabella', async ({ page }) => {
  const guasti: string[] = [];
  page.on('console', (riga) => void (['error', 'warning'].includes(riga.type()) && guasti.push(riga.text())));
  page.on('pageerror', (guasto) => void guasti.push(guasto.message));
  await ricercatriceSu(page, '/ricerca/analisi');
  await page.goto('/ricerca/analisi?tabella=attivita_stato&righe=progetto_id&colonne=stato&misura=conteggio&data=09/07/2020');
  await page.getByRole('button', { name: 'Apri il grafico da esplorare' }).click();
  const esplora = page.getByRole('region', { name: 'Esplora' });
  const grafico = esplora.getByRole('application', { name: /tasti freccia/ });
  await expect(grafico).toBeVisible();
  const serie = grafico.locator('.recharts-bar');
  await expect(serie).toHaveCount(4); // di più insieme non si distinguono: le altre si aggiungono
  await esplora.getByRole('checkbox', { name: 'Sospesa' }).check();
  await expect(serie).toHaveCount(5);
  for (const stato of ['Realizzata in parte', 'In corso', 'In preparazione', 'Sospesa'])
    await esplora.getByRole('checkbox', { name: stato }).uncheck();
  await expect(serie).toHaveCount(1);

  await grafico.focus();
  await page.keyboard.press('ArrowRight');
  const riquadro = grafico.locator('xpath=..').locator('.recharts-tooltip-wrapper');
  const progetto = await riquadro.locator('.recharts-tooltip-label').textContent();
  const casella = page.getByRole('table', { name: /^Stato delle attività/ }).getByRole('row', { name: new RegExp(`^${progetto}`) });
  await expect(riquadro.locator('.recharts-tooltip-item-value')).toHaveText((await casella.getByRole('cell').first().textContent()) ?? '?');

  await esplora.getByRole('checkbox', { name: 'Conclusa' }).uncheck();
  await expect(esplora.getByText('Scegli almeno una voce da confrontare.')).toBeVisible();
  await esplora.getByRole('button', { name: 'Chiudi il grafico' }).click();
  await expect(grafico).toHaveCount(0);
  expect(guasti).toEqual([]);
});

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('si chiede, si salva e si scarica lo stesso', async ({ page }) => {
    await ricercatriceSu(page, '/ricerca/analisi');
    await page.goto(DOMANDA);
    await expect(page.getByRole('table', { name: /^Stato delle attività/ })).toBeVisible();
    await page.getByLabel('Titolo').fill('Senza script');
    await page.getByRole('button', { name: 'Salva l’analisi' }).click();
    await expect(page.getByText('L’analisi è salvata.')).toBeVisible();
    const attesa = page.waitForEvent('download');
    await page.getByRole('button', { name: /^CSV per R/ }).click();
    expect((await attesa).suggestedFilename()).toBe('cantiere-analisi-attivita-stato-2020-07-09-r.csv');
  });
});

for (const width of [1280, 360])
  test(`a ${width} px axe non trova niente e niente scorre di lato`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await ricercatriceSu(page, '/ricerca/analisi');
    for (const pagina of [
      '/ricerca/analisi',
      `${DOMANDA}&f1=stato&v1=in_corso&v1=completata`,
      '/ricerca/analisi?tabella=progetto&righe=nome',
    ]) {
      await page.goto(pagina);
      const esplora = page.getByRole('button', { name: 'Apri il grafico da esplorare' });
      if (pagina.startsWith(DOMANDA)) {
        await esplora.click();
        await expect(page.getByRole('application')).toBeVisible();
      }
      expect({ pagina, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({ pagina, width });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
