import type { Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice } from '../storia/mondo';
import type { Mondo } from './mondo';

/** Le modifiche del piano: il capofila le chiede, la Regione decide. */

/** Gli importi nuovi del capofila, del partner e del terzo settore: i beni diventano personale. */
const IMPORTI: [string, string, string][] = [
  ['Consorzio Alta Valle', '39.000', '1.000'],
  ['Consorzio Bassa Valle', '28.000', '2.000'],
  ['Cooperativa Il Sentiero', '26.000', '4.000'],
];

/** Sposta il 23% del contributo: oltre la soglia del bando. @returns l'id della richiesta */
export async function chiedeDiSpostareCosti({ alCapofila: page, id }: Mondo): Promise<string> {
  const richiesta = await apreModifica(page, id, 'budget');
  for (const [ente, personale, beni] of IMPORTI) {
    await page
      .getByRole('group', { name: `Personale, ${ente}` })
      .getByLabel('Contributo')
      .fill(personale);
    await page
      .getByRole('group', { name: `Beni, ${ente}` })
      .getByLabel('Contributo')
      .fill(beni);
  }
  await dice(page, 'Sposta il 23% del contributo tra categorie di costo: oltre il 20% serve l’approvazione della Regione'); // mentre si scrive
  await presentaModifica(page, 'Servono più ore di operatori e meno attrezzature.');
  return richiesta;
}

/** Vuole scendere da 100 a 60 persone. @returns l'id della richiesta */
export async function chiedeDiRidurreIDestinatari({ alCapofila: page, id }: Mondo): Promise<string> {
  const richiesta = await apreModifica(page, id, 'destinatari');
  await page
    .getByRole('group', { name: /Compagnia a domicilio/ })
    .getByLabel(/Gruppo \(persone\)/)
    .fill('60');
  await presentaModifica(page, 'Abbiamo trovato meno persone del previsto.');
  return richiesta;
}

async function apreModifica(page: Page, id: string, dominio: string): Promise<string> {
  await page.goto(routes.modifiche(id));
  await page.locator(`input[name=dominio][value=${dominio}]`).check();
  await page.getByRole('button', { name: 'Apri la modifica' }).click();
  await page.waitForURL(/modifiche\/[0-9a-f-]{36}/);
  return /modifiche\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

async function presentaModifica(page: Page, perche: string): Promise<void> {
  await page.getByLabel('Perché serve questa modifica').fill(perche);
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await dice(page, 'Bozza salvata.');
  await conferma(page, 'Presenta alla Regione', 'Presenta');
  await dice(page, 'Richiesta presentata alla Regione.');
}

export async function prendeInCaricoLaModifica({ istruisce: page, id }: Mondo, richiesta: string): Promise<void> {
  await page.goto(routes.modifica(id, richiesta));
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await dice(page, 'Richiesta presa in carico.');
}

/** L'istruttore non può: lo legge, e decide il dirigente. */
export async function accoglie({ istruisce, decide: page, id }: Mondo, richiesta: string): Promise<void> {
  await istruisce.goto(routes.modifica(id, richiesta));
  await dice(istruisce, 'Non puoi decidere questa richiesta.');
  await page.goto(routes.modifica(id, richiesta));
  await conferma(page, 'Accogli', 'Accogli', async (d) => {
    await d.getByLabel('Numero dell’atto').fill('D.D. 80/2021');
    await d.getByLabel(/Data dell’atto/).fill('26/07/2021');
  });
  await dice(page, 'Richiesta accolta: la nuova versione del piano è in vigore.');
}

export async function respinge({ istruisce: page, id }: Mondo, richiesta: string): Promise<void> {
  await page.goto(routes.modifica(id, richiesta));
  await conferma(page, 'Respingi', 'Respingi', async (d) => {
    await d.getByLabel('Perché la respingi').fill('I destinatari sono la ragione del progetto.');
    await d.getByLabel('Numero dell’atto').fill('D.D. 81/2021');
    await d.getByLabel(/Data dell’atto/).fill('26/07/2021');
  });
  await dice(page, 'Richiesta respinta: il piano non è cambiato.');
}
