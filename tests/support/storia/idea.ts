import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice, type Mondo, salvaSezione, TITOLO_BANDO } from './mondo';

/** Il bando, la sua commissione e l’idea scritta da due enti. */

export async function configura(page: Page) {
  await page.goto(routes.nuovoBando());
  await page.getByLabel('Titolo del bando').fill(TITOLO_BANDO);
  await page.getByLabel('Codice', { exact: true }).fill('VALLE-2020');
  await page.getByLabel('Tipo di bando').selectOption({ label: 'Competitivo, con graduatoria' });
  await page.getByLabel('Da che cosa cominci').selectOption({ label: 'Bando di prova (versione 1)' });
  await page.getByRole('button', { name: 'Crea il bando' }).click();
  await dice(page, 'Bando creato, in bozza.');
  await page.getByLabel('Presentazione').fill('La Regione sostiene le comunità di valle che si organizzano.');
  await page.getByLabel('Dotazione').fill('100.000');
  for (const passo of ['Idea progettuale', 'Avviso per i partner', 'Progetto definitivo'])
    await page.getByRole('group', { name: passo }).getByLabel('Apre').fill('01/01/2019 09:00');
  await page.getByRole('button', { name: 'Salva i dati' }).click();
  await dice(page, 'Bozza salvata.');
  await page.getByRole('link', { name: 'Anteprima' }).click();
  await expect(page.getByLabel('Descrizione')).toBeVisible(); // come la vedrà chi fa domanda
  await page.goBack();
  await pubblica(page, 1);
  await page.getByRole('link', { name: 'Dati e passi' }).click();
  await page.getByLabel('Dotazione').fill('150.000');
  await page.getByRole('button', { name: 'Salva i dati' }).click();
  await dice(page, 'Bozza salvata.');
  await pubblica(page, 2);
}

async function pubblica(page: Page, numero: number) {
  await page.getByRole('link', { name: 'Pubblicazione' }).click();
  if (numero > 1) await expect(page.getByRole('region', { name: /Che cosa cambia/ })).toContainText('150.000,00');
  await conferma(page, `Pubblica la versione ${numero}`, 'Pubblica');
  await dice(page, 'Bando pubblicato.');
}

export async function nominaLaCommissione({ decide, commissari }: Mondo) {
  await decide.goto(routes.bandi());
  await decide.getByRole('link', { name: TITOLO_BANDO }).first().click();
  await decide.waitForURL(/\/bandi\/[0-9a-f-]{36}/);
  const bandoId = /bandi\/([0-9a-f-]{36})/.exec(decide.url())?.[1] ?? '';
  for (const fase of ['Idea progettuale', 'Progetto definitivo'])
    for (const [n, { utente }] of commissari.entries()) {
      await decide.goto(routes.commissione(bandoId));
      const sezione = decide.getByRole('region', { name: fase });
      if (n === 2) await sezione.getByText('Nomina una persona').click();
      await sezione.getByLabel('Persona').selectOption(utente.id);
      await sezione.getByLabel('Atto di nomina').fill('D.D. 12/A1500 del 15/01/2020');
      if (n === 0) await sezione.getByLabel('Presiede la commissione').check();
      await sezione.getByRole('button', { name: 'Nomina', exact: true }).click();
      await dice(decide, 'Commissario nominato.');
    }
}

export async function apreLaDomanda({ alCapofila: page, alPartner, partner, titolo }: Mondo): Promise<string> {
  await page.goto(routes.domande());
  await page.getByRole('listitem').filter({ hasText: TITOLO_BANDO }).getByRole('link', { name: 'Apri una domanda' }).click();
  await page.getByLabel('Titolo della proposta').fill(titolo);
  await page.getByLabel('Comune o territorio').fill('Valle Elvo');
  await page.getByRole('button', { name: 'Apri la domanda' }).click();
  await expect(page).toHaveURL(/\/scrivi\//);
  const id = /progetti\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(routes.partner(id));
  await page.getByLabel('Aggiungi un ente gestore').selectOption({ label: partner.denominazione });
  await page.getByRole('button', { name: 'Aggiungi l’ente' }).click();
  await dice(page, 'Ente aggiunto.');
  await alPartner.goto(routes.domande());
  await alPartner.getByRole('link', { name: 'Conferma la partecipazione' }).click();
  await alPartner.getByRole('button', { name: 'Conferma la partecipazione' }).click();
  await dice(alPartner, 'Partecipazione confermata.');
  return id;
}

export async function scrivonoInDue({ alCapofila, alPartner }: Mondo, id: string) {
  const [loro, mio] = ['Nelle nostre valli un anziano su tre vive solo.', 'I servizi distano più di un’ora di strada.'];
  await alCapofila.goto(routes.sezione(id, 'contesto'));
  await alPartner.goto(routes.sezione(id, 'contesto'));
  await expect(alPartner.getByRole('status').filter({ hasText: /Ora è qui anche/ })).toBeVisible({ timeout: 30_000 });
  await alCapofila.getByLabel('Descrizione').fill(loro);
  await salvaSezione(alCapofila, 'contesto', { descrizione: loro });
  await alPartner.getByLabel('Descrizione').fill(mio);
  await dice(alPartner, /Un’altra persona ha salvato questa sezione/);
  await expect(alPartner.locator('.conflitto del').first()).toContainText('anziano');
  await expect(alPartner.locator('.conflitto ins').first()).toBeVisible();
  await alPartner.getByRole('group', { name: 'Descrizione' }).getByLabel('Tieni il tuo').check();
  await alPartner.getByLabel('Descrizione').fill(`${loro} ${mio}`); // i due testi, messi insieme da chi è arrivato secondo
  await alPartner.getByRole('button', { name: 'Salva le scelte' }).click();
  await salvaSezione(alPartner, 'contesto', { descrizione: `${loro} ${mio}` });
  await alCapofila.reload();
  await expect(alCapofila.getByLabel('Descrizione')).toHaveValue(`${loro} ${mio}`);
  await alCapofila.goto(routes.sezione(id, 'bisogni'));
  await alCapofila.getByLabel('Analisi dei bisogni').fill('Compagnia, trasporto, aiuto nelle pratiche.');
  await salvaSezione(alCapofila, 'bisogni', { analisi: 'Compagnia, trasporto, aiuto nelle pratiche.' });
}
