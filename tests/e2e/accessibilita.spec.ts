import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { paginaDi } from '../support/accedi';
import { conPassword, PASSWORD } from '../support/accesso';
import { ascolta, esigiInnocua, esigiSilenzio } from '../support/ascolto';
import { unaRegione } from '../support/builders';
import { type Mondo, unaCoppia, unCaso, unMondo } from '../support/mondoHttp';
import { pagineDi } from '../support/pagine';
import { test } from '../support/prova';

let mondo: Mondo;
test.beforeAll(async () => {
  mondo = await unMondo();
});

const REGOLE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** I difetti che axe trova, con il primo nodo di ciascuno. */
async function difetti(page: Page): Promise<string[]> {
  await page.locator('details').evaluateAll((nodi) => {
    for (const nodo of nodi) nodo.setAttribute('open', '');
  });
  // senza riquadri (non ne abbiamo) e senza descrivere ciò che va bene: un quarto del tempo
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(REGOLE)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

const diLato = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Un altro ente e un'altra Regione vedono le stesse pagine con altri dati. */
const CHI = ['nessuno', 'capofila', 'partner', 'regione', 'ricerca'] as const;

/** In quante prove si dividono le pagine di un lettore: insieme sarebbero minuti, e un solo processo. */
const PARTI = 4;
const PROVE = CHI.flatMap((lettore) => Array.from({ length: PARTI }, (_, parte) => [lettore, parte] as const));

for (const [lettore, parte] of PROVE)
  test(`${lettore}, parte ${parte + 1} di ${PARTI}: ogni pagina a 1280, 360 e 320 px, senza difetti, violazioni o nomi negli indirizzi`, async ({
    browser,
  }) => {
    test.setTimeout(300_000); // ogni pagina due volte con axe: su una macchina carica sono minuti
    const page = await paginaDi(browser, lettore === 'nessuno' ? null : mondo.persone[lettore].incaricoId);
    const ascolto = ascolta(page);
    for (const percorso of pagineDi(lettore, mondo).filter((_, n) => n % PARTI === parte)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(percorso);
      await page.locator('h1').first().waitFor(); // la pagina che non esiste la disegna il browser
      expect.soft(await page.locator('html').getAttribute('lang'), percorso).toBe('it');
      expect.soft(await page.locator('h1').count(), `${percorso}: h1`).toBe(1);
      expect.soft(await page.title(), percorso).toMatch(/^\S.+( \| Cantiere|Cantiere, .+)$|^Cantiere, /);
      await esigiInnocua(page, percorso, ascolto);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await difetti(page), `${percorso} a ${width} px`).toEqual([]);
        expect.soft(await diLato(page), `${percorso} a ${width} px: scorre di lato`).toBe(0);
      }
      await page.setViewportSize({ width: 320, height: 900 });
      expect.soft(await diLato(page), `${percorso} a 320 px: scorre di lato`).toBe(0);
    }
    await esigiSilenzio(page, mondo, ascolto);
  });

/** Ciò che ha il fuoco si vede: un contorno o un'ombra. */
const fuocoVisibile = (page: Page) =>
  page.evaluate(() => {
    const nodo = document.activeElement;
    if (!nodo || nodo === document.body) return true;
    const stili = [nodo, nodo.parentElement, nodo.nextElementSibling].flatMap((vicino) => (vicino ? [getComputedStyle(vicino)] : []));
    return stili.some(
      ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    );
  });

/** Va avanti col tabulatore finché il fuoco è lì, e a ogni passo si deve vedere dov'è. */
async function vaiA(page: Page, dove: Locator, passi = 80): Promise<void> {
  for (let passo = 0; passo < passi; passo++) {
    await page.keyboard.press('Tab');
    expect.soft(await fuocoVisibile(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '')).toBe(true);
    if (await dove.evaluate((nodo) => nodo === document.activeElement)) return;
  }
  throw new Error(`Con ${passi} passi di tabulatore non si arriva a ${dove}.`);
}

test('con la sola tastiera si entra, si apre la relazione, si compila un’azione e si salva', async ({ page }) => {
  test.slow();
  const coppia = await unaCoppia(await unaRegione());
  await unCaso(coppia, 'bozza');
  const email = await conPassword(coppia.capofila.utente.id);
  await page.goto('/accesso');
  await vaiA(page, page.getByLabel('Email di lavoro'));
  await page.keyboard.type(email);
  await vaiA(page, page.getByRole('textbox', { name: 'Password' }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/compiti');
  await vaiA(page, page.getByRole('link', { name: /la relazione gennaio–giugno 2020/ }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/relazioni\//);
  await vaiA(page, page.getByRole('link', { name: /Azione 1/ }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Salva adesso' })).toBeVisible();
  await vaiA(page, page.getByRole('radio', { name: 'In corso', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Realizzata in parte' })).toBeChecked();
  await vaiA(page, page.getByLabel('Avanzamento'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('65');
  await vaiA(page, page.getByRole('button', { name: 'Salva adesso' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /Salvato alle/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Avanzamento')).toHaveValue('65');
});

for (const dove of ['/', '/progetti'])
  test(`in ${dove} il primo passo di tabulatore salta al contenuto`, async ({ browser }) => {
    const page = await paginaDi(browser, mondo.persone.regione.incaricoId);
    await page.goto(dove);
    await page.keyboard.press('Tab');
    const salto = page.getByRole('link', { name: /contenuto/i });
    await expect(salto).toBeFocused();
    await expect(salto).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main#contenuto')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
