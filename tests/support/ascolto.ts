import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Mondo } from './mondoHttp';
import { indirizziDeiFile } from './pagine';
import { superutente } from './superutente';

type Ascolto = { lamentele: string[]; chieste: string[] };

/** Raccoglie ciò che il browser dice e chiede mentre si percorrono le pagine. */
export function ascolta(page: Page): Ascolto {
  const raccolto = { lamentele: [] as string[], chieste: [] as string[] };
  page.on(
    'console',
    (messaggio) => ['error', 'warning'].includes(messaggio.type()) && raccolto.lamentele.push(`${page.url()}: ${messaggio.text()}`),
  );
  page.on('pageerror', (errore) => raccolto.lamentele.push(`${page.url()}: ${errore.message}`));
  page.on('dialog', (dialogo) => raccolto.lamentele.push(`${page.url()}: ${dialogo.message()}`));
  page.on('request', (richiesta) => raccolto.chieste.push(richiesta.url()));
  return raccolto;
}

/** Nomi ed email di chi lavora nel mondo, e nomi degli enti: in un indirizzo o in un registro non devono comparire. */
async function parolePersonali(mondo: Mondo): Promise<string[]> {
  const { rows } = await superutente.query('select nome, cognome, email from utente where id = any($1)', [
    Object.values(mondo.persone).map(({ id }) => id),
  ]);
  const enti = [mondo.a, mondo.b, mondo.c].flatMap(({ capofila, partner }) => [capofila.denominazione, partner.denominazione]);
  return [...rows.flatMap((riga) => Object.values<string>(riga)), ...enti].flatMap((parola) => [
    parola,
    encodeURIComponent(parola),
    parola.replaceAll(' ', '+'),
  ]);
}

const PORTA = [...indirizziDeiFile(), '/#'].map(
  (indirizzo) => new RegExp(`^${indirizzo.replaceAll(/\[\.\.\.\w+\]/g, '.+').replaceAll(/\[\w+\]/g, '[^/]+')}$`),
);

/** Ciò che il server ha scritto finora. */
export function registroDelServer(): string {
  const file = process.env.CANTIERE_DIARIO_SERVER;
  if (!file) throw new Error('Le prove nel browser si avviano con npm test.');
  return readFileSync(file, 'utf8');
}

/** Nella pagina aperta i collegamenti portano a pagine che ci sono, e un testo cattivo è rimasto testo. */
export async function esigiInnocua(page: Page, percorso: string, { chieste }: Ascolto): Promise<void> {
  expect.soft(await page.locator('img[src=x]').count(), percorso).toBe(0);
  const collegamenti = await page
    .locator('a[href^="/"], form[action^="/"]')
    .evaluateAll((nodi) => nodi.map((nodo) => nodo.getAttribute('href') ?? nodo.getAttribute('action') ?? ''));
  chieste.push(...collegamenti);
  const morti = collegamenti.map((href) => href.split(/[?#]/, 1)[0] ?? '').filter((href) => !PORTA.some((porta) => porta.test(href)));
  expect.soft(morti, `${percorso}: collegamenti a pagine che non ci sono`).toEqual([]);
}

/** Percorse le pagine: nessuna violazione né errore, nulla chiesto altrove, nessun nome o email negli indirizzi e nel registro del server. */
export async function esigiSilenzio(page: Page, mondo: Mondo, { lamentele, chieste }: Ascolto): Promise<void> {
  // una pagina che non esiste lo dice anche la console
  expect(lamentele.filter((testo) => !/status of 404/.test(testo))).toEqual([]);
  const parole = await parolePersonali(mondo);
  expect(chieste.filter((url) => /@|%40/.test(url) || parole.some((parola) => url.includes(parola)))).toEqual([]);
  expect(chieste.filter((url) => !url.startsWith('/') && new URL(url).origin !== new URL(page.url()).origin)).toEqual([]);
  const registro = registroDelServer();
  expect(parole.filter((parola) => registro.includes(parola))).toEqual([]);
}
