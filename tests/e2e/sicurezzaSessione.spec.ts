import { type BrowserContext, expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { browserDi } from '../support/accedi';
import { registroDelServer } from '../support/ascolto';
import { unaRegione, unUtente } from '../support/builders';
import { invia, moduliDi, paginaDelCaso } from '../support/moduli';
import { improntaDi, unaCoppia, unCaso } from '../support/mondoHttp';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

async function unaBozzaAperta(contesto: (incaricoId: string) => Promise<BrowserContext>) {
  const coppia = await unaCoppia(await unaRegione());
  const caso = await unCaso(coppia, 'bozza');
  const aperto = await contesto(coppia.capofila.utente.incaricoId);
  const percorso = paginaDelCaso('capofila', 'bozza', caso);
  return { coppia, caso, contesto: aperto, percorso, page: await aperto.newPage(), persona: coppia.capofila.utente };
}

const REVOCA = `update incarico set revocato_il = now() where id = $1`;
const DISATTIVA = `update utente set stato = 'DISATTIVATO' where id = (select utente_id from incarico where id = $1)`;
const SCADE = `update sessione set usata_il = now() - interval '1 hour' where incarico_id = $1`;

const USCITE: [nome: string, sql: string, arrivo: RegExp, frase: RegExp][] = [
  ['incarico revocato', REVOCA, /\/profili\?/, /Non hai incarichi attivi/],
  ['persona disattivata', DISATTIVA, /\/accesso\?avviso=chiusa/, /il tuo account non è più attivo/],
  ['sessione scaduta', SCADE, /\/accesso\?avviso=scaduta/, /La sessione è scaduta (alle|il) .*\d{2}:\d{2}\./],
];

for (const [nome, sql, arrivo, frase] of USCITE)
  test(`${nome}: fuori al clic successivo, e niente di ciò che era aperto scrive più`, async ({ browser }) => {
    const { caso, contesto, percorso, page, persona } = await unaBozzaAperta((id) => browserDi(browser, id, { javaScriptEnabled: false }));
    const moduli = await moduliDi(page, percorso);
    const prima = await improntaDi([caso.progetto.id]);
    await superutente.query(sql, [persona.incaricoId]);
    // la scheda aperta: ogni modulo, il salvataggio automatico, lo scaricamento
    for (const { pulsante, campi } of moduli) {
      const risposta = await invia(contesto, percorso, campi);
      expect.soft([risposta.status(), risposta.headers().location], pulsante).toEqual([303, expect.stringMatching(arrivo)]);
    }
    const automatico = await invia(contesto, routes.salvaAvanzamento(caso.progetto.id, caso.rapportoId), moduli[0]?.campi ?? []);
    expect([automatico.status(), await automatico.json()]).toEqual([401, { esito: 'sessione' }]);
    expect(
      (
        await contesto.request.post(routes.scaricaTabella('1.1'), { headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 })
      ).status(),
    ).toBe(303);
    expect(await improntaDi([caso.progetto.id])).toEqual(prima);
    await page.getByRole('link', { name: 'I miei progetti' }).first().click();
    await expect(page).toHaveURL(arrivo);
    await expect(page.getByText(frase)).toBeVisible();
  });

for (const [nome, sql, ,] of USCITE)
  test(`${nome} mentre si scrive: si legge perché e il testo resta`, async ({ browser }) => {
    const { caso, percorso, page, persona } = await unaBozzaAperta((id) => browserDi(browser, id));
    await page.goto(percorso);
    const prima = await improntaDi([caso.progetto.id]);
    await superutente.query(sql, [persona.incaricoId]);
    await page.getByLabel('Sintesi del periodo').fill('Una sintesi lunga da non perdere');
    await page.getByRole('button', { name: 'Salva la sintesi' }).click();
    await expect(page.getByText(/Quello che hai scritto è ancora in questa pagina/)).toBeVisible();
    await expect(page.getByLabel('Sintesi del periodo')).toHaveValue('Una sintesi lunga da non perdere');
    await page.getByLabel('Avanzamento').fill('66');
    await expect(page.getByText(/Non salvato: la sessione è scaduta/)).toBeVisible();
    expect(await improntaDi([caso.progetto.id])).toEqual(prima);
  });

test('il profilo di un altro e la sessione di un altro non si possono scegliere né chiudere', async ({ browser }) => {
  const regione = await unaRegione();
  const [coppia, altro] = [await unaCoppia(regione), await unUtente({ regione, ruolo: 'DIRIGENTE' })];
  const vittima = await browserDi(browser, altro.incaricoId);
  const contesto = await browserDi(browser, coppia.capofila.utente.incaricoId, { javaScriptEnabled: false });
  await browserDi(browser, coppia.capofila.utente.incaricoId); // una seconda sessione propria: il suo modulo serve da esempio
  const page = await contesto.newPage();
  const { rows } = await superutente.query('select id from sessione where utente_id = $1', [altro.id]);

  const profili = await moduliDi(page, routes.profili());
  const scelta = await invia(contesto, routes.profili(), [...(profili[0]?.campi ?? []), ['incaricoId', altro.incaricoId]]);
  expect([scelta.status(), scelta.headers().location]).toEqual([303, expect.stringContaining('avviso=nonAttivo')]);
  const sessioni = (await moduliDi(page, routes.sessioni())).filter(({ campi }) => campi.some(([nome]) => nome === 'sessioneId'));
  const campi = sessioni[0]?.campi.map(([nome, valore]): [string, string] => [nome, nome === 'sessioneId' ? rows[0].id : valore]) ?? [];
  expect(campi).not.toEqual([]);
  expect((await invia(contesto, routes.sessioni(), campi)).status()).toBe(303);
  expect((await vittima.request.get(routes.coda(), { maxRedirects: 0 })).status()).toBe(200);
  expect((await contesto.request.get(routes.coda(), { maxRedirects: 0 })).status()).toBe(404);
});

test('il registro del server non porta email né password, neppure di chi sbaglia', async ({ page }) => {
  const { capofila } = await unaCoppia(await unaRegione());
  const { rows } = await superutente.query('select email from utente where id = $1', [capofila.utente.id]);
  for (const tentata of [rows[0].email, 'sconosciuta@prova.example']) {
    await page.goto(routes.accesso());
    await page.getByLabel('Email di lavoro').fill(tentata);
    await page.getByRole('textbox', { name: 'Password' }).fill('la password sbagliata');
    await page.getByRole('button', { name: 'Accedi', exact: true }).click();
    await expect(page.locator('.errsum')).toContainText('Email o password non corrispondono');
    expect(page.url()).not.toContain('@');
  }
  const registro = registroDelServer();
  expect(registro.match(/[\w.-]+@[\w-]+\.example/g)).toBeNull();
  expect(registro).not.toContain('la password sbagliata');
});
