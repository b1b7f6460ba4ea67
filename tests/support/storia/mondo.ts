import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { paginaDi } from '../accedi';
import { ADESSO } from '../avvisi';
import { type Ente, type Utente, unaRegione, unEnte, unUtente } from '../builders';
import { unBando } from '../buildersDomanda';
import { superutente } from '../superutente';

/** Chi serve per raccontare un progetto intero, dal bando al piano in vigore, e i gesti che nel racconto si ripetono. */

export const TITOLO_BANDO = 'Welfare di valle 2020';

type Persona = { page: Page; utente: Utente };
export type Mondo = {
  /** Il titolo della domanda, diverso ogni volta: l’elenco pubblico degli avvisi è di tutti. */
  titolo: string;
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
async function entra(browser: Browser, { id, incaricoId }: Utente, nome: string, cognome: string): Promise<Page> {
  await superutente.query('update utente set nome = $2, cognome = $3 where id = $1', [id, nome, cognome]);
  return paginaDi(browser, incaricoId);
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
    ...{ titolo: `Una comunità che si prende cura, ${capofila.denominazione}`, capofila, partner },
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
  const { rows } = await superutente.query(
    `select to_char((${ADESSO} at time zone 'Europe/Rome')::date + $1::int, 'YYYY-MM-DD') as giorno`,
    [giorni],
  );
  return rows[0].giorno;
}
export const inItaliano = (iso: string): string => iso.split('-').reverse().join('/');

/** Apre la domanda che precede una conseguenza, la compila se serve, e conferma. */
export async function conferma(page: Page, apri: string, invia: string, compila?: (dialogo: Locator) => Promise<void>) {
  await page.getByRole('link', { name: apri, exact: true }).click();
  const dialogo = page.getByRole('dialog');
  await compila?.(dialogo);
  await dialogo.getByRole('button', { name: invia, exact: true }).click();
}

/** Scarica ciò che il collegamento promette: un PDF che comincia come un PDF. */
export async function scaricaPdf(page: Page, collegamento: Locator) {
  const attesa = page.waitForEvent('download');
  await collegamento.click();
  const scaricato = await attesa;
  expect(scaricato.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await scaricato.path())).subarray(0, 5).toString()).toBe('%PDF-');
}

export const dice = (page: Page, testo: string | RegExp) => expect(page.getByText(testo).first()).toBeVisible();

/** Tutto ciò che è scritto è sul server: lo dice la barra del salvataggio dopo averlo chiesto. */
export async function salvaSezione(page: Page, chiave: string, atteso: Record<string, unknown>) {
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
