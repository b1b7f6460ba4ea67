import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice, fra, inItaliano, type Mondo, salvaSezione } from './mondo';

/** Il progetto definitivo e il suo piano, ridotto a quanto si è avuto. */

/** Com’è scritta ciascuna quando è completa: l’ultima cosa che si scrive è quanti destinatari. */
const SPORTELLO = { titolo: 'Sportello di valle', destinatari: [{ quantita: 240 }] };
const TRASPORTO = { titolo: 'Trasporto sociale', destinatari: [{ quantita: 180 }] };

type Azione = { titolo: string; ente: string; quanti: string; priorita: RegExp };

export async function scrivonoIlProgetto({ alCapofila, alPartner, capofila, partner }: Mondo, alNuovo: Page, id: string) {
  await alPartner.goto(routes.sezione(id, 'azioni'));
  await aggiungeLAzione(alPartner, {
    titolo: 'Sportello di valle',
    ente: partner.denominazione,
    quanti: '240',
    priorita: /^Irrinunciabile/,
  });
  await salvaSezione(alPartner, 'azioni', { azioni: [SPORTELLO] });
  await alNuovo.goto(routes.sezione(id, 'azioni'));
  await aggiungeLAzione(alNuovo, { titolo: 'Trasporto sociale', ente: 'Cooperativa Il Sentiero', quanti: '180', priorita: /^Rinviabile/ });
  await salvaSezione(alNuovo, 'azioni', { azioni: [SPORTELLO, TRASPORTO] });
  await alCapofila.goto(routes.sezione(id, 'quadro_economico'));
  await aggiungeIlCosto(alCapofila, /Sportello di valle/, ['Personale', capofila.denominazione, '60.000', '10.000']);
  await aggiungeIlCosto(alCapofila, /Trasporto sociale/, ['Servizi', 'Cooperativa Il Sentiero', '40.000,01', '5.000']);
  await salvaSezione(alCapofila, 'quadro_economico', {
    voci: [
      { contributoCents: '6000000', cofinanziamentoCents: '1000000' },
      { contributoCents: '4000001', cofinanziamentoCents: '500000' },
    ],
  });
}

async function aggiungeLAzione(page: Page, { titolo, ente, quanti, priorita }: Azione) {
  await page.getByRole('button', { name: 'Aggiungi un’azione' }).click();
  const scheda = page.locator('details.scheda-azione').last();
  await scheda.getByLabel('Titolo').fill(titolo);
  await scheda.getByLabel('Descrizione').fill(`${titolo}: un servizio vicino a chi ne ha bisogno.`);
  await scheda.getByLabel('Categoria di intervento').selectOption({ label: 'Categoria' });
  await scheda.getByLabel('Ente responsabile').selectOption({ label: ente });
  await scheda.getByLabel('Inizio (gg/mm/aaaa)').fill('01/01/2021');
  await scheda.getByLabel('Fine (gg/mm/aaaa)').fill('31/12/2022');
  const scelte = scheda.getByLabel('Se le risorse non bastano');
  const voce = await scelte.locator('option').filter({ hasText: priorita }).getAttribute('value');
  await scelte.selectOption(voce);
  await scheda.getByRole('button', { name: 'Aggiungi destinatari' }).click();
  await scheda.getByLabel('Gruppo').selectOption({ label: 'Gruppo' });
  await scheda.getByLabel('Quanti').fill(quanti);
}

async function aggiungeIlCosto(
  page: Page,
  azione: RegExp,
  [categoria, ente, contributo, cofinanziamento]: [string, string, string, string],
) {
  const gruppo = page.getByRole('group', { name: azione });
  await gruppo.getByRole('button', { name: /Aggiungi un costo/ }).click();
  await gruppo.getByLabel('Categoria di costo').selectOption({ label: categoria });
  await gruppo.getByLabel('Ente').selectOption({ label: ente });
  await gruppo.getByLabel('Contributo').fill(contributo);
  await gruppo.getByLabel('Cofinanziamento').fill(cofinanziamento);
}

export async function rimodula({ alCapofila, decide }: Mondo, id: string) {
  await alCapofila.goto(routes.rimodulazioneIniziale(id));
  await alCapofila.getByRole('button', { name: 'Apri la rimodulazione iniziale' }).click();
  await dice(alCapofila, 'Rimodulazione aperta.');
  await vedeChecosaSiPerde(alCapofila);
  await alCapofila.getByLabel(/In proporzione/).check();
  await alCapofila.getByRole('button', { name: 'Applica questa proposta' }).click();
  await dice(alCapofila, 'Proposta applicata');
  await conferma(alCapofila, 'Presenta alla Regione', 'Presenta');
  await dice(alCapofila, 'Rimodulazione presentata alla Regione.');
  await decide.goto(routes.rimodulazioneIniziale(id));
  const oggi = inItaliano(await fra(0));
  await conferma(decide, 'Approva', 'Approva la rimodulazione', async (d) => {
    await d.getByLabel('Numero dell’atto').fill('D.D. 260/A1500');
    await d.getByLabel(/Data dell’atto/).fill(oggi);
  });
  await dice(decide, 'Rimodulazione approvata: il nuovo piano è in vigore.');
}

/** Le tre proposte si confrontano prima di scegliere: che cosa si perde si vede subito, anche mentre si sceglie a mano. */
async function vedeChecosaSiPerde(page: Page) {
  const modi = page.getByRole('region', { name: 'Tre modi di ridurre' });
  await page.getByLabel(/Per priorità/).check();
  await expect(modi).toContainText('Trasporto sociale');
  await page.getByLabel(/A mano/).check();
  await expect(modi).toContainText('Nessuna azione viene tolta.');
  await modi
    .getByRole('group', { name: /Trasporto sociale/ })
    .getByLabel('Rinuncia a questa azione')
    .check();
  await modi
    .getByRole('group', { name: /Sportello di valle/ })
    .getByLabel('Contributo personale (euro)')
    .fill('48.000');
  await expect(modi).toContainText('Si rinuncia a un’azione');
  await expect(modi).toContainText('Contributo: da 100.000,01 € a 48.000,00 €');
  // le 180 persone del trasporto e, dello sportello, quante ne costano i 12.000 € in meno
  await expect(modi.getByRole('row', { name: 'Gruppo (persone) 420 198 222' })).toBeVisible();
}
