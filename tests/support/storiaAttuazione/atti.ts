import { type Browser, expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice } from '../storia/mondo';
import { superutente } from '../superutente';
import { type Mondo, unaPagina } from './mondo';

/** Gli atti che cambiano il progetto: avvio, sospensione, fusione, proroga. */

export async function avvia({ alCapofila, istruisce, id }: Mondo): Promise<void> {
  await alCapofila.goto(routes.convenzione(id));
  const dati = { CUP: 'C11G21000000001', IBAN: 'IT60X0542811101000000123456', 'Intestatario del conto': 'Consorzio Alta Valle' };
  const recapiti = { Ufficio: 'Area servizi sociali', Email: 'sociale@altavalle.example', Telefono: '0123 456789', Sede: 'Via Roma 1' };
  for (const [campo, valore] of Object.entries({ ...dati, ...recapiti }))
    await alCapofila.getByLabel(new RegExp(`^${campo}\\b`)).fill(valore);
  await alCapofila.getByRole('button', { name: 'Salva i dati' }).click();
  await expect(alCapofila.getByRole('status').filter({ hasText: 'salvati' })).toBeVisible();
  await istruisce.goto(routes.convenzione(id));
  await istruisce.getByLabel('Giorno di avvio').fill('01/01/2021');
  await istruisce.getByRole('button', { name: 'Calcola i periodi' }).click();
  await dice(istruisce, 'I periodi che ne vengono: 6');
  await conferma(istruisce, 'Avvia il progetto', 'Avvia il progetto', (d) => d.getByLabel('Numero dell’atto').fill('D.D. 1/2021'));
  await expect(istruisce.getByRole('region', { name: 'Atto e date' })).toContainText('31/12/2021');
}

export async function sospende({ decide: page, id }: Mondo): Promise<void> {
  await page.goto(routes.sospensioni(id));
  await page.getByLabel('Motivo').selectOption({ label: 'Emergenza sanitaria' });
  await page.getByLabel('Numero dell’atto').fill('D.D. 40/2021');
  await page.getByRole('button', { name: 'Registra la sospensione' }).click();
  await dice(page, 'Sospensione registrata.');
}

/** Riprende da oggi: la sospensione finisce ieri, come propone il modulo. */
export async function riprende({ decide: page, id }: Mondo): Promise<void> {
  await page.goto(routes.sospensioni(id));
  await conferma(page, 'Disponi la ripresa', 'Registra la ripresa', (d) => d.getByLabel(/Numero dell’atto/).fill('D.D. 60/2021'));
  await dice(page, 'Ripresa registrata: le scadenze ferme sono state spostate.');
}

/** Il partner confluisce nell'ente nuovo: chi ci lavorava rientra con l'incarico nuovo. */
export async function fonde(mondo: Mondo, browser: Browser): Promise<void> {
  const { decide: page, partner, nuovo } = mondo;
  await page.goto(routes.fusioneEnti());
  await page.getByLabel('Ente che confluisce').selectOption({ label: partner.denominazione });
  await page.getByLabel('Ente in cui confluisce').selectOption({ label: nuovo.denominazione });
  await page.getByLabel('Da quando').fill('01/09/2021');
  await page.getByRole('button', { name: 'Mostra che cosa passa' }).click();
  await expect(page.getByRole('row', { name: /Una valle che cura/ })).toContainText('Ente gestore');
  await page.getByLabel('Atto della fusione').fill('D.P.G.R. 12/2021');
  await page.getByLabel('Data dell’atto').fill('30/08/2021');
  await page.getByRole('button', { name: 'Registra la fusione' }).click();
  await dice(page, 'Fusione registrata.');
  await mondo.alPartner.goto(routes.progetto(mondo.id));
  await expect(mondo.alPartner).not.toHaveURL(/\/progetti\//); // l'incarico nell'ente di prima non vale più
  await mondo.alPartner.context().close();
  mondo.alPartner = await unaPagina(browser, { ...partner.utente, incaricoId: await incaricoNuovo(mondo) }, 'Paolo', 'Gallo');
}

async function incaricoNuovo({ partner, nuovo }: Mondo): Promise<string> {
  const scelta = 'select id from incarico where utente_id = $1 and organizzazione_id = $2';
  return (await superutente.query(scelta, [partner.utente.id, nuovo.id])).rows[0].id;
}

/** Due mesi dalla fine: il 31 dicembre più due mesi è l'ultimo giorno di febbraio. @returns l'indirizzo della richiesta */
export async function chiedeLaProroga({ alCapofila: page, id }: Mondo): Promise<string> {
  await page.goto(routes.proroghe(id));
  await page.getByLabel('Di quanti mesi').fill('2');
  await page.getByLabel('Perché serve').fill('I mesi della sospensione vanno recuperati.');
  await page.getByRole('button', { name: 'Prepara la richiesta' }).click();
  await dice(page, 'Richiesta in bozza');
  await conferma(page, 'Presenta alla Regione', 'Presenta la richiesta', (d) => expect(d).toContainText('28 febbraio 2022'));
  await dice(page, 'Richiesta presentata alla Regione.');
  return new URL(page.url()).pathname;
}

/** La Regione concede un mese solo, con il perché, e sposta con il progetto le azioni che finivano con lui. */
export async function concedeUnMese({ istruisce, decide: page }: Mondo, indirizzo: string): Promise<void> {
  await istruisce.goto(indirizzo);
  await istruisce.getByRole('button', { name: 'Prendi in carico' }).click();
  await dice(istruisce, 'Richiesta presa in carico.');
  await page.goto(indirizzo);
  await conferma(page, 'Concedi', 'Concedi la proroga', async (d) => {
    await d.getByLabel('Fine concessa').fill('31/01/2022');
    await d.getByLabel(/^Nota/).fill('Un mese basta per ciò che resta.');
    await d.getByLabel('Numero dell’atto').fill('D.D. 120/2021');
  });
  await dice(page, 'Proroga concessa');
}
