import { type Browser, expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { accedi } from './accedi';
import { type Ente, type Regione, type Utente, unaRegione, unEnte, unUtente } from './builders';
import { unBando } from './buildersDomanda';
import { superutente } from './superutente';

/** Chi serve per raccontare un progetto intero, dal bando al piano in vigore, e i gesti che nel racconto si ripetono. */

export const TITOLO_BANDO = 'Welfare di valle 2020';
export const TITOLO = 'Una comunità che si prende cura';

type Persona = { page: Page; utente: Utente };
export type Mondo = {
  regione: Regione;
  capofila: Ente;
  partner: Ente;
  alCapofila: Page;
  alPartner: Page;
  amministra: Page;
  istruisce: Page;
  decide: Page;
  commissari: Persona[];
};

/** La pagina di una persona che è già entrata, nel suo browser. */
export async function entra(browser: Browser, { id, incaricoId }: Utente, nome: string, cognome: string): Promise<Page> {
  await superutente.query('update utente set nome = $2, cognome = $3 where id = $1', [id, nome, cognome]);
  const contesto = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome' });
  await accedi(contesto, incaricoId);
  return contesto.newPage();
}

/** Una Regione con un bando da copiare, due enti gestori e gli uffici, ciascuno davanti alla sua pagina. */
export async function unMondo(browser: Browser): Promise<Mondo> {
  const regione = await unaRegione();
  await unBando({ regione });
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const inRegione = async (ruolo: 'AMMINISTRATORE' | 'ISTRUTTORE' | 'DIRIGENTE' | 'VALUTATORE', nome: string, cognome: string) => {
    const utente = await unUtente({ regione, ruolo });
    return { utente, page: await entra(browser, utente, nome, cognome) };
  };
  return {
    ...{ regione, capofila, partner },
    alCapofila: await entra(browser, capofila.utente, 'Carla', 'Ferrero'),
    alPartner: await entra(browser, partner.utente, 'Paolo', 'Gallo'),
    amministra: (await inRegione('AMMINISTRATORE', 'Anna', 'Rossi')).page,
    istruisce: (await inRegione('ISTRUTTORE', 'Ivo', 'Bianchi')).page,
    decide: (await inRegione('DIRIGENTE', 'Dora', 'Costa')).page,
    commissari: [
      await inRegione('VALUTATORE', 'Viola', 'Neri'),
      await inRegione('VALUTATORE', 'Vito', 'Greco'),
      await inRegione('VALUTATORE', 'Vera', 'Conti'),
    ],
  };
}

/** Oggi per il portale, più qualche giorno: AAAA-MM-GG. */
export async function fra(giorni: number): Promise<string> {
  const { rows } = await superutente.query(`select to_char(app.oggi() + $1::int, 'YYYY-MM-DD') as giorno`, [giorni]);
  return rows[0].giorno;
}
export const inItaliano = (iso: string): string => iso.split('-').reverse().join('/');

/** Apre la domanda che precede una conseguenza, la compila se serve, e conferma. */
export async function conferma(page: Page, apri: string, invia: string, compila?: (dialogo: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('link', { name: apri, exact: true }).click();
  const dialogo = page.getByRole('dialog');
  await compila?.(dialogo);
  await dialogo.getByRole('button', { name: invia, exact: true }).click();
}

export const dice = (page: Page, testo: string | RegExp) => expect(page.getByText(testo).first()).toBeVisible();

/** Tutto ciò che è scritto è sul server: lo dice la barra del salvataggio dopo averlo chiesto. */
export async function salvaSezione(page: Page, chiave: string, atteso: object) {
  await page.getByRole('button', { name: 'Salva adesso' }).click();
  await expect.poll(() => sezione(page, chiave)).toMatchObject(atteso);
}

async function sezione(page: Page, chiave: string): Promise<unknown> {
  const progettoId = /progetti\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const { rows } = await superutente.query(
    'select valori from sezione_progetto where progetto_id = $1 and chiave = $2 order by aggiornata_il desc limit 1',
    [progettoId, chiave],
  );
  return rows[0]?.valori;
}

/** Dichiara, dà i punti a ogni criterio e conclude la scheda. */
export async function valuta(page: Page, titolo: string, punti: { Qualità: string; Rete: string }) {
  await page.goto(routes.valutazioni());
  await dice(page, '1 domanda aspetta te.');
  await page.getByRole('region', { name: 'Tocca a te' }).getByRole('link', { name: titolo }).click();
  await expect(page.getByText('La domanda da leggere')).toHaveCount(0); // prima si dichiara, poi si legge
  await page.getByLabel(/Non ho conflitti di interesse/).check();
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await dice(page, 'Dichiarazione registrata.');
  for (const [criterio, valore] of Object.entries(punti)) {
    const gruppo = page.getByRole('group', { name: criterio });
    await gruppo.getByLabel('Punti').fill(valore);
    await gruppo.getByLabel('Motivazione').fill(`${criterio}: la proposta risponde ai bisogni del territorio.`);
  }
  await conferma(page, 'Concludi la scheda', 'Concludi la scheda');
  await dice(page, 'Scheda conclusa.');
}

/** Tre commissari valutano senza vedersi; quando hanno finito, chi presiede consolida. */
export async function valutaInTre({ commissari }: Mondo, titolo: string, punti: [string, string][]) {
  for (const [n, { page }] of commissari.entries()) {
    const [qualita, rete] = punti[n] ?? ['0', '0'];
    await valuta(page, titolo, { Qualità: qualita, Rete: rete });
    const ultimo = n === commissari.length - 1;
    if (!ultimo) await dice(page, /Vedrai i punteggi degli altri quando avranno concluso anche/);
    await expect(page.getByRole('heading', { name: 'Le schede dei commissari' })).toHaveCount(ultimo ? 1 : 0);
  }
  const presiede = commissari[0]?.page as Page;
  await presiede.reload();
  await presiede.getByLabel('Giudizio della commissione').fill('La commissione apprezza la rete e la chiarezza delle azioni.');
  await conferma(presiede, 'Consolida la valutazione', 'Consolida la valutazione');
  await dice(presiede, 'Valutazione consolidata.');
}

/** Le verifiche di ammissibilità, tutte con un sì, e l'esito. */
export async function dichiaraAmmissibile(page: Page, progettoId: string) {
  await page.goto(routes.istruttoria(progettoId));
  for (const voce of ['La domanda è arrivata nel termine', 'La domanda è firmata'])
    await page.getByRole('group', { name: voce }).getByText('Sì', { exact: true }).click();
  await page.getByRole('button', { name: 'Salva le verifiche' }).click();
  await dice(page, 'Verifiche salvate.');
  await conferma(page, 'Ammissibile', 'Dichiara ammissibile');
  await dice(page, 'La domanda è ammissibile.');
}

/** Presenta dal banco di deposito e scarica la ricevuta. */
export async function presenta(page: Page, progettoId: string, numero: number) {
  await page.goto(routes.deposito(progettoId));
  await conferma(page, 'Presenta la domanda', 'Presenta la domanda');
  await dice(page, 'Domanda presentata.');
  await scaricaRicevuta(page, numero);
}

export async function scaricaRicevuta(page: Page, numero: number) {
  const scaricata = page.waitForEvent('download');
  await page.getByRole('link', { name: `Ricevuta della versione ${numero} (PDF)` }).click();
  expect((await scaricata).suggestedFilename()).toMatch(/\.pdf$/);
}
