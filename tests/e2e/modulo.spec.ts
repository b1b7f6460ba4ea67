import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type Configurazione, Sezione } from '@/lib/bandi/configurazione';
import { routes } from '@/lib/routes';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { type DomandaDiProva, unaDomanda, unBando } from '../support/buildersDomanda';
import { CONFIGURAZIONE } from '../support/configurazioneDiProva';
import { test } from '../support/prova';
import { inserisci, superutente } from '../support/superutente';

/** Il modulo di una domanda nelle situazioni che solo un browser vede: appunti veri, righe tolte da altri, ciò che il portale scrive da sé. */

const COLONNE = [
  { chiave: 'nome', etichetta: 'Nome' },
  { chiave: 'costo', etichetta: 'Costo', tipo: 'importo' },
];
const sezione = (chiave: string, titolo: string, campi: object[]) => Sezione.parse({ chiave, titolo, visibilita: 'ENTRAMBI', campi });
const enti = (precompilato: string, etichetta: string) => ({ chiave: 'enti', etichetta, tipo: 'organizzazioni', precompilato });
const SEZIONI = [
  sezione('dove', 'Ambiti', [{ chiave: 'ambiti', etichetta: 'Ambiti coinvolti', tipo: 'ambiti', obbligatorio: true }]),
  sezione('capofila', 'Ente capofila', [enti('CAPOFILA', 'Chi presenta')]),
  sezione('partner', 'Enti partner', [enti('ENTI_PARTNER', 'Con chi')]),
  sezione('contesto', 'Contesto', [
    { chiave: 'descrizione', etichetta: 'Descrizione', tipo: 'testo_lungo', obbligatorio: true, massimo: 4000 },
    { chiave: 'atti', etichetta: 'Atti', tipo: 'tabella', colonne: COLONNE },
    { chiave: 'comuni', etichetta: 'Comuni', tipo: 'comuni' },
    { chiave: 'accordo', etichetta: 'Accordo firmato', tipo: 'file' },
  ]),
  ...CONFIGURAZIONE.sezioni.filter(({ chiave }) => chiave === 'azioni' || chiave === 'quadro_economico'),
];

async function unaScena(configurazione: Partial<Configurazione> = {}, stato = 'IDEA_BOZZA') {
  const regione = await unaRegione();
  const ambiti = [
    { id: '', numero: 1, nome: 'Valle' },
    { id: '', numero: 2, nome: 'Pianura' },
  ];
  for (const ambito of ambiti)
    ambito.id = (
      await inserisci(superutente, 'ambito', { regione_id: regione.id, numero: ambito.numero, nome_descrittivo: ambito.nome })
    ).id;
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const bando = await unBando({ regione, configurazione: { sezioni: SEZIONI, ...configurazione } });
  const domanda = await unaDomanda({ bando, capofila, partner: [partner], stato, sezioni: { contesto: null } });
  return { regione, ambiti, capofila, partner, bando, domanda };
}

const salvato = (page: Page) =>
  expect(
    page
      .getByRole('status')
      .filter({ hasText: /Salvato alle/ })
      .first(),
  ).toBeVisible();
const scritti = async ({ id }: DomandaDiProva, chiave = 'contesto') =>
  (await superutente.query('select valori from sezione_progetto where progetto_id = $1 and chiave = $2 order by rev desc', [id, chiave]))
    .rows[0]?.valori;

test('da Word, con Ctrl+C e Ctrl+V veri: paragrafi ed elenchi restano, il resto no, e il testo si salva com’è', async ({ browser }) => {
  const { capofila, domanda } = await unaScena();
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  const fixture = (nome: string) => readFileSync(path.join(import.meta.dirname, '../fixtures', nome), 'utf8');
  const atteso = fixture('incolla-word.txt').trim();
  await page.goto(routes.sezione(domanda.id, 'contesto'));
  const campo = page.getByLabel('Descrizione');
  await campo.fill('Prima. ');
  // chi copia è Word: mette negli appunti il suo HTML e il testo; il browser non lo ripulisce
  await page.evaluate((html) => {
    document.addEventListener(
      'copy',
      (evento) => {
        evento.clipboardData?.setData('text/html', html);
        evento.clipboardData?.setData('text/plain', 'il testo che il browser incollerebbe da solo');
        evento.preventDefault();
      },
      { once: true, capture: true },
    );
  }, fixture('incolla-word.html'));
  await campo.press('ControlOrMeta+c');
  await campo.press('End');
  await campo.press('ControlOrMeta+v');
  await expect(campo).toHaveValue(`Prima. ${atteso}`);
  await salvato(page);
  await expect.poll(() => scritti(domanda)).toMatchObject({ descrizione: `Prima. ${atteso}` });
  await campo.press('ControlOrMeta+z'); // l'annulla del browser vale ancora
  await expect(campo).toHaveValue('Prima. ');
});

test('una riga tolta da un collega mentre la si scriveva: si vede, si sceglie e nulla si perde; righe diverse si uniscono', async ({
  browser,
}) => {
  const { capofila, partner, domanda } = await unaScena();
  const atti = [
    { id: 'r1', nome: 'Delibera', costo: '1000' },
    { id: 'r2', nome: 'Tavolo', costo: '2000' },
  ];
  const chiavi = { regione_id: domanda.bando.regione.id, progetto_id: domanda.id, fase: 'IDEA', chiave: 'contesto' };
  await inserisci(superutente, 'sezione_progetto', { ...chiavi, valori: JSON.stringify({ atti }) });
  const [io, collega] = [await paginaDi(browser, capofila.utente.incaricoId), await paginaDi(browser, partner.utente.incaricoId)];
  const indirizzo = routes.sezione(domanda.id, 'contesto');
  await io.goto(indirizzo);
  await collega.goto(indirizzo);
  await collega.getByRole('button', { name: 'Togli la riga 1' }).click();
  await salvato(collega);
  await io.getByRole('textbox', { name: 'Nome' }).first().fill('Delibera di giunta');
  await expect(io.getByText(/Un’altra persona ha salvato questa sezione/)).toBeVisible();
  await expect(io.locator('.conflitto ins').first()).toContainText('Delibera di giunta');
  await expect(io.getByRole('textbox', { name: 'Nome' }).first()).toHaveValue('Delibera di giunta');
  await io.getByRole('group', { name: 'Atti' }).getByLabel('Tieni il tuo').check();
  await io.getByRole('button', { name: 'Salva le scelte' }).click();
  await salvato(io);
  expect((await scritti(domanda)).atti.map(({ nome }: { nome: string }) => nome)).toEqual(['Delibera di giunta', 'Tavolo']);
  // il collega, rimasto indietro, aggiunge una riga: le due cose stanno insieme
  await collega.getByRole('button', { name: 'Aggiungi una riga' }).click();
  await collega.getByRole('textbox', { name: 'Nome' }).last().fill('Patto');
  await collega.getByLabel('Costo', { exact: true }).last().fill('5');
  await expect(collega.getByText(/Un’altra persona ha salvato questa sezione/)).toBeVisible();
  await expect(collega.getByText('unite, non si perde nulla', { exact: false })).toBeVisible();
  await collega.getByRole('button', { name: 'Salva le scelte' }).click();
  await expect
    .poll(async () => (await scritti(domanda)).atti.map(({ nome }: { nome: string }) => nome).sort())
    .toEqual(['Delibera di giunta', 'Patto', 'Tavolo']);
});

test('chi presenta e con chi lo scrive il portale; gli importi degli ambiti si leggono e il quadro dice quando li supera', async ({
  browser,
}) => {
  const importiPerAmbito = [
    { ambito: 1, cents: '600000' },
    { ambito: 2, cents: '300000' },
  ];
  const { ambiti, capofila, partner, domanda } = await unaScena({ tipo: 'NON_COMPETITIVO', importiPerAmbito }, 'PROGETTO_BOZZA');
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(routes.sezione(domanda.id, 'capofila'));
  await expect(page.getByRole('main')).toContainText(`Chi presenta${capofila.denominazione}`);
  await expect(page.locator('.modulo').locator('select, input, textarea')).toHaveCount(0);
  await page.goto(routes.sezione(domanda.id, 'partner'));
  await expect(page.getByText(partner.denominazione)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Aggregazione', exact: true }).click();
  await expect(page).toHaveURL(routes.partner(domanda.id));
  await page.goto(routes.sezione(domanda.id, 'dove'));
  await expect(page.getByLabel('2. Pianura, 3.000,00 €')).toBeVisible();
  await page.getByLabel('1. Valle, 6.000,00 €').check();
  await salvato(page);
  await expect.poll(() => scritti(domanda, 'dove')).toEqual({ ambiti: [ambiti[0]?.id] });
  // il quadro di prova chiede 10.000,00 €
  await page.goto(routes.sezione(domanda.id, 'quadro_economico'));
  await expect(page.getByText(/Il bando assegna ai vostri ambiti 6\.000,00/)).toBeVisible();
  await expect(page.getByText(/supera di 4\.000,00/).first()).toBeVisible();
  await page.getByLabel('Contributo').first().fill('6.000');
  await salvato(page);
  await expect(page.getByText(/supera di/)).toHaveCount(0);
  await page.goto(routes.bandiAperti());
  await page.getByText('Quanto spetta a ogni ambito').first().click();
  await expect(page.getByRole('row', { name: /2\. Pianura.*3\.000,00/ })).toBeVisible();
});

test('prima di presentarla ogni pagina dice «BOZZA, non presentata», e il partner legge che cosa manca con il collegamento a ogni campo', async ({
  browser,
}) => {
  const { partner, domanda } = await unaScena();
  const page = await paginaDi(browser, partner.utente.incaricoId);
  for (const dove of [
    ...[routes.domande(), routes.progetto(domanda.id), routes.sezione(domanda.id, 'contesto'), routes.partner(domanda.id)],
    ...[routes.documenti(domanda.id), routes.deposito(domanda.id)],
  ]) {
    await page.goto(dove);
    await expect(page.getByText('BOZZA, non presentata').first(), dove).toBeVisible();
  }
  await expect(page.getByText(/Serve il ruolo di referente dell’ente capofila/)).toBeVisible();
  await page.getByRole('link', { name: /Descrizione: scrivi una risposta/ }).click();
  await expect(page).toHaveURL(`${routes.sezione(domanda.id, 'contesto')}#campo-descrizione`);
  await expect(page.getByLabel('Descrizione')).toBeInViewport();
});

test('l’anteprima dell’amministratore mostra gli stessi campi che trova chi compila, sezione per sezione', async ({ browser }) => {
  const { regione, bando, capofila, domanda } = await unaScena({}, 'PROGETTO_BOZZA');
  const chi = await unUtente({ regione, ruolo: 'AMMINISTRATORE' });
  const [anteprima, modulo] = [await paginaDi(browser, chi.incaricoId), await paginaDi(browser, capofila.utente.incaricoId)];
  const campi = (page: Page) =>
    page.locator('.modulo').locator('label, legend:not(.sr), .legend').filter({ visible: true }).allInnerTexts();
  const diCampo = (testi: string[], { campi: attesi }: Sezione) =>
    attesi.map(({ etichetta }) => testi.some((testo) => testo.trim().startsWith(etichetta)) && etichetta);
  for (const una of SEZIONI) {
    await anteprima.goto(routes.anteprimaBando(bando.id, { fase: 'PROGETTO', sezione: una.chiave }));
    await modulo.goto(routes.sezione(domanda.id, una.chiave));
    const etichette = una.campi.map(({ etichetta }) => etichetta);
    expect(diCampo(await campi(anteprima), una), `anteprima ${una.chiave}`).toEqual(etichette);
    expect(diCampo(await campi(modulo), una), `modulo ${una.chiave}`).toEqual(etichette);
    await expect(anteprima.locator('.modulo').locator('input:enabled, textarea:enabled, select:enabled')).toHaveCount(0);
  }
});

test('le azioni del progetto: il cronoprogramma si disegna mentre si scrive, e gli indicatori attesi restano con l’azione', async ({
  browser,
}) => {
  const { capofila, domanda } = await unaScena({}, 'PROGETTO_BOZZA');
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(routes.sezione(domanda.id, 'azioni'));
  const riga = page.getByRole('row', { name: /Sportello.*01\/01\/2030 – 31\/12\/2031/ });
  await expect(riga.locator('.gantt-cell')).toBeVisible();
  await expect(page.locator('.gantt--axis')).toContainText('gen 2031');
  await page.locator('summary').filter({ hasText: 'Sportello' }).click();
  await page.getByRole('button', { name: 'Aggiungi un indicatore' }).click();
  await page.getByLabel('Indicatore').last().fill('Famiglie seguite');
  await page.getByLabel('Valore atteso').last().fill('120');
  await salvato(page);
  const attesi = async () => (await scritti(domanda, 'azioni')).azioni[0].indicatori;
  // «Salvato» si legge anche per la riga ancora vuota: si guarda che cosa è scritto
  await expect
    .poll(attesi)
    .toEqual([
      expect.objectContaining({ nome: 'Accessi', atteso: '500' }),
      expect.objectContaining({ nome: 'Famiglie seguite', atteso: '120' }),
    ]);
});

for (const width of [1280, 360])
  test(`enti precompilati, tetto degli ambiti e anteprima del piano a ${width} px: accessibili e senza scorrere di lato`, async ({
    browser,
  }) => {
    test.setTimeout(180_000); // quattro pagine con axe: su una macchina carica sono minuti
    const importiPerAmbito = [{ ambito: 1, cents: '600000' }];
    const { regione, bando, capofila, domanda } = await unaScena({ tipo: 'NON_COMPETITIVO', importiPerAmbito }, 'PROGETTO_BOZZA');
    const chi = await unUtente({ regione, ruolo: 'AMMINISTRATORE' });
    const anteprima = (sezione: string) => routes.anteprimaBando(bando.id, { fase: 'PROGETTO', sezione });
    const giri = [
      [capofila.utente.incaricoId, ['capofila', 'quadro_economico'].map((chiave) => routes.sezione(domanda.id, chiave))],
      [chi.incaricoId, [anteprima('azioni'), anteprima('quadro_economico')]],
    ] as const;
    for (const [incarico, indirizzi] of giri) {
      const page = await paginaDi(browser, incarico);
      await page.setViewportSize({ width, height: 800 });
      for (const dove of indirizzi) {
        await page.goto(dove);
        await page.locator('details').evaluateAll((nodi) => {
          for (const nodo of nodi) nodo.setAttribute('open', '');
        });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), dove).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          dove,
        ).toEqual([]);
      }
    }
  });
