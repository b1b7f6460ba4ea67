import { type Browser, expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { paginaDi } from '../accedi';
import { ADESSO, postaPer, unCodiceFiscale } from '../avvisi';
import { avvisoChiuso } from '../avvisoChiuso';
import { superutente } from '../superutente';
import { conferma, dice, fra, type Mondo } from './mondo';

/** L’avviso, le candidature dal sito pubblico e il partner che entra. */

export const unaEmail = () => `info-${unCodiceFiscale()}@valle.example`;
const PASSWORD = 'una frase lunga e tutta mia';

export async function pubblicaLAvviso({ alCapofila: page }: Mondo, id: string) {
  await page.goto(routes.avvisoProgetto(id));
  await page.getByLabel('Criterio 1').fill('Esperienza');
  await page.getByLabel('Punti 1').fill('40');
  await page.getByLabel('Azioni per cui cerchi partner').fill('Trasporto sociale\nSportello');
  await page.getByLabel('Chiusura').fill(`${await fra(7)}T12:00`);
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await dice(page, /qui sono \d+: sposta la chiusura/);
  await page.getByLabel('Chiusura').fill(`${await fra(40)}T12:00`);
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await conferma(page, 'Pubblica l’avviso', 'Pubblica');
  await dice(page, 'Nessuna candidatura');
}

export async function siCandida(page: Page, titolo: string, nome: string, email: string) {
  await page.goto(routes.avvisi());
  await page.getByRole('link', { name: `Ricerca di partner: ${titolo}` }).click();
  await page.getByRole('link', { name: 'Candidati' }).click();
  await page.getByLabel('Denominazione').fill(nome);
  await page.getByLabel('Tipo di organizzazione').selectOption({ label: 'Ente del terzo settore' });
  await page.getByLabel('Codice fiscale o partita IVA').fill(unCodiceFiscale());
  await page.getByLabel('Sede').fill('Via Roma 1, Biella');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Trasporto sociale').check();
  await page.getByLabel('Valore aggiunto').fill('Due mezzi attrezzati e trenta volontari.');
  await page.getByLabel('Risorse proprie').fill('Una sede e una centrale telefonica.');
  await page.getByLabel('Esperienza').fill('Dieci anni di trasporto sociale.');
  await page.getByLabel(/Ho letto l’informativa/).check();
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await page.getByRole('link', { name: 'Apri il collegamento di conferma' }).click();
  await page.getByRole('button', { name: 'Conferma la candidatura' }).click();
  await dice(page, 'La candidatura è inviata.');
}

/** Passato il termine, il capofila ne sceglie una, che apre l’account ed entra. @returns la pagina di chi è entrato */
export async function siSceglie(
  browser: Browser,
  { alCapofila, titolo }: Mondo,
  id: string,
  scelta: string,
  esclusa: string,
): Promise<Page> {
  // passa il termine dell'avviso: tutto il resto lo fanno le persone
  await superutente.query(
    `update avviso set apre = ${ADESSO} - interval '40 days', chiude = ${ADESSO} - interval '1 millisecond' where progetto_id = $1`,
    [id],
  );
  await alCapofila.goto(routes.avvisoProgetto(id));
  await alCapofila.getByRole('button', { name: 'Chiudi l’avviso' }).click();
  await avvisoChiuso(id);
  await dice(alCapofila, '2 candidature confermate');
  await esamina(alCapofila, id, 'Associazione La Sorgente', '12');
  await conferma(alCapofila, 'Non selezionare', 'Non selezionare', (d) => d.getByLabel(/Motivo/).fill('Meno esperienza dell’altra.'));
  await dice(alCapofila, 'Non selezionata');
  await esamina(alCapofila, id, 'Cooperativa Il Sentiero', '38');
  await conferma(alCapofila, 'Seleziona', 'Seleziona');
  await alCapofila.getByRole('button', { name: 'Accogli come partner' }).click();
  const invito = await alCapofila.getByRole('link', { name: 'Apri l’invito dell’organizzazione' }).getAttribute('href');
  for (const email of [scelta, esclusa]) expect((await postaPer(email)).length).toBeGreaterThan(1);
  expect((await postaPer(esclusa)).at(-1)?.testo).toContain('Meno esperienza dell’altra.');
  const nuova = await entraDallInvito(browser, invito ?? '', scelta);
  await nuova.goto(routes.domande());
  await expect(nuova.getByRole('link', { name: titolo })).toBeVisible();

  await alCapofila.goto(routes.avvisoProgetto(id));
  await conferma(alCapofila, 'Comincia il progetto definitivo', 'Comincia');
  await expect(alCapofila).toHaveURL(routes.progetto(id));
  await expect(alCapofila.getByRole('region', { name: 'Enti' })).toContainText('Cooperativa Il Sentiero');
  return nuova;
}

async function esamina(page: Page, id: string, nome: string, punti: string) {
  await page.goto(routes.avvisoProgetto(id));
  await page.getByRole('link', { name: nome }).click();
  await conferma(page, 'Ammetti alla valutazione', 'Ammetti alla valutazione');
  await page.getByRole('textbox', { name: 'Esperienza' }).fill(punti);
  await page.getByRole('button', { name: 'Salva i punti' }).click();
  await dice(page, `${punti} su 40`);
}

async function entraDallInvito(browser: Browser, invito: string, email: string): Promise<Page> {
  const page = await paginaDi(browser, null);
  await page.goto(invito);
  await page.getByLabel('Nome', { exact: true }).fill('Ada');
  await page.getByLabel('Cognome').fill('Bo');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Apri l’account' }).click();
  await dice(page, 'L’invito è accettato.');
  await page.getByLabel('Email di lavoro').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page).toHaveURL('/compiti');
  return page;
}
