import { type Browser, expect, type Page } from '@playwright/test';
import { type Coppia, kappaComplessivo } from '@/lib/classificazione/kappa';
import { kappaScritto } from '@/lib/classificazione/labels';
import { routes } from '@/lib/routes';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unProgetto } from '../support/buildersProgetto';
import { esigiSenzaDifetti } from '../support/difetti';
import { test } from '../support/prova';
import { scaricato } from '../support/scaricato';
import { superutente } from '../support/superutente';

/** La classificazione nel browser: due persone codificano gli stessi progetti senza vedersi, si misura l'accordo, si decide con il motivo. */

const VOCI = [
  'ASCOLTO; Sportelli di ascolto; luoghi in cui ci si presenta senza appuntamento',
  'CASA; Abitare',
  'LAVORO; Inserimento al lavoro',
];
const CODICI = ['ASCOLTO', 'CASA', 'LAVORO'];
/** Che cosa risponde ciascuno: sul primo progetto no, sul secondo sì. */
const COPPIE: (Coppia & { progetto: string })[] = [
  { progetto: 'P01', primo: ['ASCOLTO', 'CASA'], secondo: ['ASCOLTO'] },
  { progetto: 'P02', primo: ['LAVORO'], secondo: ['LAVORO'] },
];
const NOMI: Record<string, string> = { ASCOLTO: 'Sportelli di ascolto', CASA: 'Abitare', LAVORO: 'Inserimento al lavoro' };

async function unMondo(browser: Browser) {
  const regione = await unaRegione();
  for (const { progetto } of COPPIE) {
    const { id } = await unProgetto({ capofila: await unEnte({ regione }) });
    await superutente.query('update progetto set codice = $2, titolo = $3 where id = $1', [id, progetto, `Progetto ${progetto}`]);
  }
  const una = async (): Promise<Page> => {
    const { incaricoId } = await unUtente({ regione, ruolo: 'RICERCATORE' });
    return paginaDi(browser, incaricoId);
  };
  return { regione, prima: await una(), seconda: await una() };
}

/** Prende un foglio e codifica i due progetti. */
async function codifica(page: Page, tornata: string, quale: 'primo' | 'secondo') {
  await page.goto(tornata);
  await page.getByRole('button', { name: 'Prendi un foglio' }).click();
  await expect(page.getByText('0 progetti codificati su 2')).toBeVisible();
  for (const coppia of COPPIE) {
    await page.getByRole('link', { name: `${coppia.progetto} Progetto ${coppia.progetto}` }).click();
    for (const voce of coppia[quale]) await page.getByLabel(NOMI[voce] ?? '').check();
    await page.getByRole('button', { name: 'Salva la codifica' }).click();
    await expect(page.getByText('La codifica è salvata.')).toBeVisible();
  }
}

async function chiudi(page: Page) {
  await page.getByRole('link', { name: 'Chiudi il foglio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi il foglio' }).click();
  await expect(page.getByText('Il tuo foglio è chiuso.')).toBeVisible();
}

test('due codificatori che non si vedono, il loro accordo, e la decisione con il motivo', async ({ browser }) => {
  test.setTimeout(300_000); // due persone e cinque pagine con axe: su una macchina carica sono minuti
  const { regione, prima, seconda } = await unMondo(browser);
  await prima.goto(routes.classificazione());
  await expect(prima.getByText('Nessuno schema')).toBeVisible();
  await prima.getByText('Scrivi uno schema').click();
  await prima.getByLabel('Titolo').fill('Schema della prova');
  await prima.getByLabel('Voci, una per riga').fill(VOCI.join('\n'));
  await prima.getByRole('button', { name: 'Registra lo schema' }).click();
  await expect(prima.getByText('Lo schema è pronto.')).toBeVisible();
  await esigiSenzaDifetti(prima);
  await prima.getByRole('button', { name: 'Apri una tornata' }).click();
  await expect(prima.getByText('La tornata è aperta')).toBeVisible();
  const tornata = new URL(prima.url()).pathname;

  await codifica(prima, tornata, 'primo');
  await esigiSenzaDifetti(prima);
  await chiudi(prima);
  await expect(prima.getByText('Si aspetta l’altra persona.')).toBeVisible();

  // chi viene dopo non vede nulla di ciò che ha scritto l'altra
  await seconda.goto(tornata);
  await expect(seconda.getByText('Fogli chiusi: 1 su 2')).toBeVisible();
  await codifica(seconda, tornata, 'secondo');
  await expect(seconda.getByRole('table')).not.toContainText('Abitare');
  await chiudi(seconda);

  const accordo = kappaComplessivo(COPPIE, CODICI, false);
  await prima.goto(tornata);
  await expect(prima.getByText('Kappa di Cohen').locator('..')).toContainText(kappaScritto(accordo));
  await expect(prima.getByText(`${accordo.concordi} risposte su ${accordo.n}`)).toBeVisible();
  await expect(prima.getByRole('row', { name: /P01/ })).toContainText('Sportelli di ascolto; Abitare');
  await esigiSenzaDifetti(prima);
  const { contenuto } = await scaricato(prima, 'CSV per R');
  expect(contenuto.toString('utf8')).toContain('P01,CASA,Abitare,1,0,0,NA,NA');

  await prima.getByRole('link', { name: 'Conferma i concordi' }).click();
  await prima.getByRole('dialog').getByRole('button', { name: 'Conferma i concordi' }).click();
  await expect(prima.getByText('I progetti concordi sono decisi.')).toBeVisible();

  // la seconda decide l'altro: si parte da ciò su cui concordano
  await seconda.goto(tornata);
  await seconda.getByRole('link', { name: 'P01 Progetto P01' }).click();
  await expect(seconda.getByLabel('Sportelli di ascolto')).toBeChecked();
  await expect(seconda.getByLabel('Abitare')).not.toBeChecked();
  await seconda.getByLabel('Perché').fill('breve');
  await seconda.getByRole('button', { name: 'Registra la decisione' }).click();
  await expect(seconda.getByLabel('Perché')).toHaveAccessibleDescription(/almeno 10 caratteri/);
  await seconda.getByLabel('Perché').fill('La casa è tra i destinatari, ma nessuna azione la riguarda.');
  await seconda.getByRole('button', { name: 'Registra la decisione' }).click();
  await expect(seconda.getByText('La classificazione è decisa.')).toBeVisible();
  await seconda.getByRole('link', { name: 'P01 Progetto P01' }).click();
  await expect(seconda.getByText('La casa è tra i destinatari')).toBeVisible();
  await esigiSenzaDifetti(seconda);

  const { rows } = await superutente.query(
    `select p.codice, d.voci, d.motivo <> '' as motivo from classificazione_decisa d join progetto p on p.id = d.progetto_id
     where d.regione_id = $1 and d.sostituita_il is null order by 1`,
    [regione.id],
  );
  expect(rows).toEqual([
    { codice: 'P01', voci: ['ASCOLTO'], motivo: true },
    { codice: 'P02', voci: ['LAVORO'], motivo: true },
  ]);
});
