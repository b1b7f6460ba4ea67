import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { paginaDi } from '../support/accedi';
import {
  attiDi,
  type Chi,
  identificativi,
  invia,
  MODULI,
  type Modulo,
  moduliDi,
  moduloCon,
  paginaDelCaso,
  riempi,
  rifiutato,
  scambia,
  situazioniDi,
} from '../support/moduli';
import { type Inquilino, improntaDi, type Mondo, progettiDi, SITUAZIONI_TUTTE, unMondo } from '../support/mondoHttp';
import { test } from '../support/prova';

const CHI = Object.keys(MODULI) as Chi[];

const senzaJavaScript = async (browser: Browser, incaricoId: string): Promise<Page> =>
  paginaDi(browser, incaricoId, { javaScriptEnabled: false });

/** Gli inquilini a cui ciascuno può provare a rubare una pratica: un ente a un altro ente, la Regione a un'altra Regione. */
const altruiDi = (chi: Chi, { b, c }: Mondo): Inquilino => (chi === 'regione' ? c : b);
const inventati = (ids: string[]) => ids.map(() => randomUUID());

/** Ogni campo che nomina qualcosa, scambiato da solo. I campi che servono solo a tornare alla pagina non decidono nulla. */
function singoli({ campi }: Modulo, da: string[], a: string[]): [string, string][][] {
  const ritorno = campi.some(([nome]) => nome === 'chiarimentoId') ? ['progettoId', 'rapportoId'] : ['progettoId'];
  return campi.flatMap(([nome, valore], i) => {
    const altro: [string, string] = [scambia(nome, da, a), scambia(valore, da, a)];
    const cambiato = altro[0] !== nome || altro[1] !== valore;
    return cambiato && !nome.startsWith('$') && !ritorno.includes(nome) ? [campi.with(i, altro)] : [];
  });
}

for (const chi of CHI)
  test(`${chi}: un modulo con identificativi altrui è rifiutato con la stessa frase di uno inventato, e non scrive nulla`, async ({
    browser,
  }) => {
    test.slow();
    const mondo = await unMondo({ altrui: SITUAZIONI_TUTTE });
    const page = await senzaJavaScript(browser, mondo.persone[chi].incaricoId);
    const prima = await improntaDi(progettiDi(mondo.a, mondo.b, mondo.c));
    for (const situazione of situazioniDi(chi)) {
      const [mio, altrui] = [mondo.a.casi[situazione], altruiDi(chi, mondo)];
      const percorso = paginaDelCaso(chi, situazione, mio);
      const moduli = await moduliDi(page, percorso);
      expect
        .soft(
          moduli.map(({ pulsante }) => pulsante),
          `${situazione}: i moduli`,
        )
        .toEqual(MODULI[chi][situazione]);
      const [miei, loro] = [identificativi(mio, mondo.a), identificativi(altrui.casi[situazione], altrui)];
      for (const modulo of moduli) {
        const dove = `${situazione}, «${modulo.pulsante}»`;
        const con = async (ids: string[]) => rifiutato(await invia(page.context(), percorso, tutti(modulo, miei, ids)), dove);
        expect.soft(await con(loro), dove).toBe(await con(inventati(miei)));
        await Promise.all(singoli(modulo, miei, loro).map(async (campi) => rifiutato(await invia(page.context(), percorso, campi), dove)));
      }
    }
    expect(await improntaDi(progettiDi(mondo.a, mondo.b, mondo.c))).toEqual(prima);
  });

const tutti = ({ campi }: Modulo, da: string[], a: string[]) =>
  campi.map(([nome, valore]): [string, string] => (nome.startsWith('$') ? [nome, valore] : [scambia(nome, da, a), scambia(valore, da, a)]));

/** Da dove può arrivare una richiesta che non è nata da una pagina del portale. */
const ALTROVE: Record<string, string>[] = [
  { origin: 'https://altrove.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://altrove.example', 'x-forwarded-host': 'altrove.example', 'sec-fetch-site': 'cross-site' },
  {},
];

test('un modulo spedito da un’altra pagina, o da nessuna, non fa nulla', async ({ browser }) => {
  test.slow();
  const mondo = await unMondo();
  const prima = await improntaDi(progettiDi(mondo.a));
  for (const chi of CHI) {
    const page = await senzaJavaScript(browser, mondo.persone[chi].incaricoId);
    for (const { situazione, indice, pulsante } of attiDi(chi)) {
      const percorso = paginaDelCaso(chi, situazione, mondo.a.casi[situazione]);
      const campi = (await moduliDi(page, percorso))[indice]?.campi ?? [];
      const prova = async (origine: Record<string, string>) => {
        const risposta = await invia(page.context(), percorso, campi, origine);
        const dove = `${situazione}, «${pulsante}», da ${JSON.stringify(origine)}`;
        expect.soft([200, 403], dove).toContain(risposta.status());
        expect.soft(await risposta.text(), dove).toContain('La richiesta non è partita da una pagina del portale.');
      };
      await Promise.all(ALTROVE.map(prova));
    }
  }
  expect(await improntaDi(progettiDi(mondo.a))).toEqual(prima);
});

for (const chi of CHI)
  test(`${chi}: con JavaScript, gli identificativi cambiati nella pagina prima di inviare sono rifiutati lì`, async ({ browser }) => {
    test.slow();
    const mondo = await unMondo({ altrui: SITUAZIONI_TUTTE });
    const page = await paginaDi(browser, mondo.persone[chi].incaricoId);
    const prima = await improntaDi(progettiDi(mondo.a, mondo.b, mondo.c));
    for (const { situazione, pulsante } of attiDi(chi).filter((atto) => atto.pulsante !== 'Salva')) {
      const [mio, altrui] = [mondo.a.casi[situazione], altruiDi(chi, mondo)];
      await page.goto(paginaDelCaso(chi, situazione, mio));
      const modulo = moduloCon(page, pulsante);
      await modulo.evaluate(riempi);
      await modulo.locator('input[type=hidden]').evaluateAll(
        (nodi, [da, a]) => {
          for (const nodo of nodi as HTMLInputElement[]) nodo.value = a[da.indexOf(nodo.value)] ?? nodo.value;
        },
        [identificativi(mio, mondo.a), identificativi(altrui.casi[situazione], altrui)] as const,
      );
      await modulo.locator('button[type=submit]').evaluate((bottone: HTMLButtonElement) => bottone.click());
      await expect.soft(page.locator('main [role=alert]').first(), pulsante).toHaveText(/\p{L}+ \p{L}+.*\.$/u);
    }
    expect(await improntaDi(progettiDi(mondo.a, mondo.b, mondo.c))).toEqual(prima);
  });
