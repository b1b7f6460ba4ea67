import { type Browser, expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { browserDi, paginaDi } from '../support/accedi';
import { unaRegione, unUtente } from '../support/builders';
import { attiDi, type Chi, fraseDi, invia, MODULI, moduliDi, moduloCon, paginaDelCaso, riempi, rifiutato } from '../support/moduli';
import { type Caso, type Coppia, improntaDi, unaCoppia, unCaso } from '../support/mondoHttp';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

type Scena = { coppia: Coppia; incarichi: Record<Chi, string> };

async function unaScena(): Promise<Scena> {
  const coppia = await unaCoppia(await unaRegione());
  const { incaricoId } = await unUtente({ regione: coppia.regione, ruolo: 'DIRIGENTE' });
  return {
    coppia,
    incarichi: { capofila: coppia.capofila.utente.incaricoId, partner: coppia.partner.utente.incaricoId, regione: incaricoId },
  };
}

const senzaJavaScript = async (browser: Browser, incaricoId: string): Promise<Page> =>
  paginaDi(browser, incaricoId, { javaScriptEnabled: false });

/** Quante volte ogni atto compare nella storia di una pratica. */
async function atti({ progetto }: Caso): Promise<Record<string, number>> {
  const { rows } = await superutente.query('select atto, count(*)::int as volte from evento where progetto_id = $1 group by atto', [
    progetto.id,
  ]);
  return Object.fromEntries(rows.map(({ atto, volte }) => [atto, volte]));
}

async function unaVoltaSola(caso: Caso, dove: string): Promise<void> {
  const volte = Object.values(await atti(caso));
  expect.soft(volte.length, dove).toBeGreaterThan(0);
  expect
    .soft(
      volte.filter((n) => n !== 1),
      dove,
    )
    .toEqual([]);
}

for (const chi of Object.keys(MODULI) as Chi[])
  test(`${chi}: lo stesso modulo da due schede nello stesso istante è un atto solo, e la seconda sa perché`, async ({ browser }) => {
    test.slow();
    const { coppia, incarichi } = await unaScena();
    const page = await senzaJavaScript(browser, incarichi[chi]);
    for (const { situazione, indice, pulsante } of attiDi(chi)) {
      const caso = await unCaso(coppia, situazione);
      const percorso = paginaDelCaso(chi, situazione, caso);
      const campi = (await moduliDi(page, percorso))[indice]?.campi ?? [];
      const risposte = await Promise.all([1, 2].map(() => invia(page.context(), percorso, campi)));
      const dove = `${situazione}, «${pulsante}»`;
      expect.soft(risposte.map((risposta) => risposta.status()).sort(), dove).toEqual([200, 303]);
      expect.soft((await Promise.all(risposte.map(fraseDi))).join(''), dove).toMatch(/\.$/);
      await unaVoltaSola(caso, dove);
    }
  });

for (const chi of Object.keys(MODULI) as Chi[])
  test(`${chi}: due clic sul pulsante sono un atto solo`, async ({ browser }) => {
    test.slow();
    const { coppia, incarichi } = await unaScena();
    const page = await paginaDi(browser, incarichi[chi]);
    // con JavaScript l'azione si salva da sola: il suo «Salva» non invia il modulo
    for (const { situazione, pulsante } of attiDi(chi).filter((atto) => atto.pulsante !== 'Salva')) {
      const caso = await unCaso(coppia, situazione);
      await page.goto(paginaDelCaso(chi, situazione, caso));
      const modulo = moduloCon(page, pulsante);
      await modulo.evaluate(riempi);
      await modulo.locator('button[type=submit]').evaluate((bottone: HTMLButtonElement) => {
        bottone.click();
        bottone.click();
      });
      await expect(page, `${situazione}, «${pulsante}»`).toHaveURL(/esito=|relazioni\/[^?]+$/);
      await unaVoltaSola(caso, `${situazione}, «${pulsante}»`);
    }
  });

const UN_MEGA = 'a'.repeat(1_000_000);

test('un testo da 1 MB si spiega accanto al campo, e oltre i 4 MB si dice il massimo', async ({ browser }) => {
  test.slow();
  const { coppia, incarichi } = await unaScena();
  const spiegati: string[] = [];
  for (const chi of Object.keys(MODULI) as Chi[]) {
    const page = await senzaJavaScript(browser, incarichi[chi]);
    for (const { situazione, indice, pulsante } of attiDi(chi)) {
      const caso = await unCaso(coppia, situazione);
      const percorso = paginaDelCaso(chi, situazione, caso);
      const prima = await improntaDi([caso.progetto.id]);
      const { campi, testi } = (await moduliDi(page, percorso))[indice] ?? { campi: [], testi: [] };
      for (const testo of testi.filter((nome) => !spiegati.includes(nome))) {
        const con = (valore: string) => campi.map(([nome, scritto]): [string, string] => [nome, nome === testo ? valore : scritto]);
        const frase = await rifiutato(await invia(page.context(), percorso, con(UN_MEGA)), `«${pulsante}», ${testo}`);
        expect.soft(frase, testo).toMatch(/1 campo .*troppo lungo: al massimo 100\.000 caratteri\.$/);
      }
      expect(await improntaDi([caso.progetto.id])).toEqual(prima);
      spiegati.push(...testi);
    }
  }
  expect(new Set(spiegati)).toEqual(
    new Set(['contromisura', 'nota', 'sintesi', 'risposta', 'domanda', ...[0, 1, 2, 3, 4, 5].map((n) => `rilievo.${n}.testo`)]),
  );
  const oltre = await browserDi(browser, incarichi.capofila);
  const risposta = await invia(oltre, routes.progetti(), [['testo', UN_MEGA.repeat(5)]]);
  expect([risposta.status(), await risposta.text()]).toEqual([413, expect.stringContaining('al massimo 4 MB')]);
});

const SBAGLIATI: [nome: string, valore: string, frase: string][] = [
  ['percentuale', '101', 'L’avanzamento va da 0 a 100.'],
  ['percentuale', '-1', 'L’avanzamento va da 0 a 100.'],
  ['percentuale', '50,5', 'Scrivi un numero intero da 0 a 100.'],
  ['percentuale', 'metà', 'Scrivi un numero come 1250 o 1.250,50.'],
  ['inizioEffettivo', '31/09/2019', 'Il 31 settembre 2019 non esiste'],
  ['fineStimata', '29/02/2021', 'Il 29 febbraio 2021 non esiste'],
  ['fineEffettiva', 'ieri', 'Scrivi la data come gg/mm/aaaa'],
  ['stato', 'ANNULLATA', 'Scegli uno stato dell’elenco.'],
  ['stato', 'inventato', 'Scegli uno stato dell’elenco.'],
  ['rev', 'x', 'Questa pagina non è più valida'],
  ['rev', '99999999999', 'Questa pagina non è più valida'],
  ['rapportoId', 'non-un-uuid', 'Questa pagina non è più valida'],
  ['azioneId', '', 'Questa pagina non è più valida'],
];

test('un valore che non può essere si spiega, con e senza salvataggio automatico, e non si scrive nulla', async ({ browser }) => {
  const { coppia, incarichi } = await unaScena();
  const caso = await unCaso(coppia, 'bozza');
  const page = await senzaJavaScript(browser, incarichi.capofila);
  const percorso = paginaDelCaso('capofila', 'bozza', caso);
  const campi = (await moduliDi(page, percorso))[0]?.campi ?? [];
  const salva = routes.salvaAvanzamento(caso.progetto.id, caso.rapportoId);
  const prima = await improntaDi([caso.progetto.id]);
  for (const [nome, valore, attesa] of SBAGLIATI) {
    const sbagliati = campi.map(([campo, scritto]): [string, string] => [campo, campo === nome ? valore : scritto]);
    if (!sbagliati.some(([campo]) => campo === nome)) sbagliati.push([nome, valore]);
    const dove = `${nome}: ${valore}`;
    expect.soft(await rifiutato(await invia(page.context(), percorso, sbagliati), dove), dove).toContain(attesa);
    const automatico = await invia(page.context(), salva, sbagliati);
    expect.soft([automatico.status(), (await automatico.json()).errori?.[nome]?.[0]], dove).toEqual([422, expect.stringContaining(attesa)]);
  }
  expect(await improntaDi([caso.progetto.id])).toEqual(prima);
});
