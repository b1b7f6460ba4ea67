import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Sezione } from '@/lib/bandi/configurazione';
import { accedi, paginaDi } from '../support/accedi';
import { unaRegione, unEnte } from '../support/builders';
import { type DomandaDiProva, unaDomanda, unBando } from '../support/buildersDomanda';
import { test } from '../support/prova';
import { inserisci, superutente } from '../support/superutente';

const campo = (chiave: string, etichetta: string, tipo: string, resto: object = {}) =>
  ({ chiave, etichetta, tipo, obbligatorio: false, aiuto: '', opzioni: [], colonne: [], ...resto }) as Sezione['campi'][number];
const SI_NO = [
  { codice: 'si', etichetta: 'Sì' },
  { codice: 'no', etichetta: 'No' },
];
const COLONNE = [
  { chiave: 'nome', etichetta: 'Nome', tipo: 'testo', massimo: 100, opzioni: [] },
  { chiave: 'costo', etichetta: 'Costo', tipo: 'importo', massimo: 100, opzioni: [] },
];

/** Un modulo con un campo di quasi ogni tipo. */
const SEZIONI: Sezione[] = [
  {
    ...{
      chiave: 'contesto',
      parte: 'B',
      codice: '1',
      titolo: 'Contesto',
      aiuto: 'Il territorio e i suoi bisogni.',
      visibilita: 'ENTRAMBI',
    },
    campi: [
      campo('descrizione', 'Descrizione', 'testo_lungo', { obbligatorio: true, massimo: 2000 }),
      campo('bisogni', 'Bisogni', 'elenco'),
      campo('costo', 'Costo stimato', 'importo'),
      campo('rete', 'C’è già una rete', 'scelta', { opzioni: SI_NO }),
      campo('quale', 'Quale rete', 'testo', { quando: { campo: 'rete', valore: 'si' } }),
      campo('atti', 'Atti e incontri', 'tabella', { colonne: COLONNE }),
    ],
  },
  {
    ...{ chiave: 'referente', parte: 'A', codice: '2', titolo: 'Responsabile', aiuto: '', visibilita: 'ENTRAMBI' },
    campi: [campo('email', 'Email', 'email', { obbligatorio: true })],
  },
];

async function unaScena() {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const bando = await unBando({ regione, configurazione: { sezioni: SEZIONI } });
  const domanda = await unaDomanda({ bando, capofila, partner: [partner], sezioni: { contesto: null } });
  return { regione, capofila, partner, bando, domanda };
}

const indirizzo = ({ id }: DomandaDiProva, chiave = 'contesto') => `/progetti/${id}/scrivi/${chiave}`;
const stato = (page: Page, testo: RegExp) => expect(page.getByRole('status').filter({ hasText: testo }).first()).toBeVisible();
const salvato = (page: Page) => stato(page, /Salvato alle/);
const scritti = async ({ id }: DomandaDiProva) =>
  (await superutente.query(`select valori from sezione_progetto where progetto_id = $1 and chiave = 'contesto'`, [id])).rows[0]?.valori;

test('dal bando alla bozza: si apre la domanda, si scrive, si salva da sola, e la sezione dice che cosa manca', async ({ browser }) => {
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  await unBando({ regione, configurazione: { sezioni: SEZIONI, titolo: 'Bando di valle' } });
  const page = await paginaDi(browser, ente.utente.incaricoId);
  await page.goto('/domande');
  await page.getByRole('link', { name: 'Apri una domanda' }).click();
  await page.getByRole('button', { name: 'Apri la domanda' }).click();
  await expect(page.getByText('Scrivi il titolo della proposta.').first()).toBeVisible();
  await page.getByLabel('Titolo della proposta').fill('Welfare di valle');
  await page.getByLabel('Comune o territorio').fill('Biella');
  await page.getByRole('button', { name: 'Apri la domanda' }).click();
  await expect(page).toHaveURL(/\/scrivi\/contesto$/);
  await expect(page.getByText('BOZZA, non presentata')).toBeVisible();
  await expect(page.getByRole('link', { name: /Descrizione: scrivi una risposta/ })).toBeVisible();
  await page.getByLabel('Descrizione').fill('Tre valli e due fiumi');
  await expect(page.getByText(/21 caratteri su 2.000, 5 parole/)).toBeVisible();
  await salvato(page);
  await page.getByLabel('Quale rete').isHidden();
  await page.getByLabel('C’è già una rete').selectOption('si');
  await page.getByLabel('Quale rete').fill('Il tavolo di valle');
  await page.getByRole('button', { name: 'Aggiungi una riga' }).click();
  await page.getByRole('textbox', { name: 'Nome' }).fill('Incontro');
  await page.getByLabel('Costo', { exact: true }).fill('1.250,5');
  await page.getByLabel('Costo stimato').fill('abc');
  await stato(page, /1 valore da correggere/);
  await page.getByLabel('Costo stimato').fill('2000');
  await salvato(page);
  await page.reload();
  await expect(page.getByLabel('Costo', { exact: true })).toHaveValue('1.250,50');
  await expect(page.getByLabel('Costo stimato')).toHaveValue('2.000,00');
  await expect(page.getByLabel('Quale rete')).toHaveValue('Il tavolo di valle');
  await page.getByRole('button', { name: /^Togli/ }).click();
  await salvato(page);
  await page.reload();
  await expect(page.getByText('Ancora nessuna riga.')).toBeVisible();
});

test('due persone sulla stessa sezione: si vedono, nessuna è sovrascritta, e insieme ricompongono il testo', async ({ browser }) => {
  const { capofila, partner, domanda } = await unaScena();
  const [prima, seconda] = [await paginaDi(browser, capofila.utente.incaricoId), await paginaDi(browser, partner.utente.incaricoId)];
  await prima.goto(indirizzo(domanda));
  await seconda.goto(indirizzo(domanda));
  await stato(seconda, /Ora è qui anche/);
  await prima.getByLabel('Descrizione').fill('Incontri in presenza da settembre');
  await prima.getByLabel('Bisogni').fill('Anziani soli');
  await salvato(prima);
  await seconda.getByLabel('Descrizione').fill('Incontri a distanza da settembre');
  await expect(seconda.getByText(/Un’altra persona ha salvato questa sezione/)).toBeVisible();
  await expect(seconda.locator('.conflitto del').first()).toContainText('in presenza');
  await expect(seconda.locator('.conflitto ins').first()).toContainText('a distanza');
  await expect(seconda.getByText('Qui ha scritto solo l’altra persona.')).toBeVisible();
  await expect(seconda.getByLabel('Descrizione')).toHaveValue('Incontri a distanza da settembre');
  await seconda.getByRole('group', { name: 'Descrizione' }).getByLabel('Tieni il tuo').check();
  await seconda.getByRole('button', { name: 'Salva le scelte' }).click();
  await salvato(seconda);
  expect(await scritti(domanda)).toMatchObject({ descrizione: 'Incontri a distanza da settembre', bisogni: ['Anziani soli'] });
  await prima.getByLabel('Descrizione').fill('Incontri in presenza e a distanza');
  await prima.getByRole('group', { name: 'Descrizione' }).getByLabel('Usa quello salvato').check();
  await prima.getByRole('button', { name: 'Salva le scelte' }).click();
  await expect(prima.getByLabel('Descrizione')).toHaveValue('Incontri a distanza da settembre');
});

test('la connessione cade mentre si scrive: il testo resta e si salva quando torna, anche ricaricando nel mezzo', async ({ browser }) => {
  const { capofila, domanda } = await unaScena();
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(indirizzo(domanda));
  await page.context().setOffline(true);
  await page.getByLabel('Descrizione').fill('Scritto senza rete');
  await stato(page, /Non salvato: sei senza rete/);
  await page.context().setOffline(false);
  await salvato(page);
  expect(await scritti(domanda)).toMatchObject({ descrizione: 'Scritto senza rete' });
  // una risposta persa non è un conflitto con sé stessi
  await page.route(
    '**/salva',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByLabel('Descrizione').fill('Salvato, ma la risposta si perde');
  await stato(page, /Non salvato/);
  await page.getByLabel('Descrizione').fill('Salvato, ma la risposta si perde, e si continua');
  await salvato(page);
  expect(await scritti(domanda)).toMatchObject({ descrizione: 'Salvato, ma la risposta si perde, e si continua' });
  // ricaricando prima che si salvi, il testo torna dal browser
  await page.route('**/salva', (route) => route.abort(), { times: 3 });
  await page.getByLabel('Bisogni').fill('Da ritrovare');
  await stato(page, /Non salvato/);
  page.on('dialog', (dialogo) => dialogo.accept());
  await page.reload();
  await expect(page.getByText('Abbiamo ritrovato ciò che stavi scrivendo.')).toBeVisible();
  await salvato(page);
  expect(await scritti(domanda)).toMatchObject({ bisogni: ['Da ritrovare'] });
});

test('la sessione scade mentre si scrive: il testo resta e, rientrati, si salva', async ({ browser }) => {
  const { capofila, domanda } = await unaScena();
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(indirizzo(domanda));
  await superutente.query('update sessione set chiusa_il = now() where utente_id = $1', [capofila.utente.id]);
  await page.getByLabel('Descrizione').fill('Scritto a sessione scaduta');
  await stato(page, /la sessione è scaduta/);
  await accedi(page.context(), capofila.utente.incaricoId);
  await salvato(page);
});

test('cinque megabyte incollati: una frase chiara, il testo resta, e il resto si salva appena lo si accorcia', async ({ browser }) => {
  const { capofila, domanda } = await unaScena();
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(indirizzo(domanda));
  const lungo = 'parola '.repeat(750_000);
  await page.getByLabel('Descrizione').fill(lungo);
  await stato(page, /più di 4 milioni di caratteri/);
  expect(await page.getByLabel('Descrizione').evaluate((campo: HTMLTextAreaElement) => campo.value.length)).toBe(lungo.length);
  await page.getByLabel('Descrizione').fill('<script>alert(1)</script> =1+1');
  await salvato(page);
  await page.reload();
  await expect(page.getByLabel('Descrizione')).toHaveValue('<script>alert(1)</script> =1+1');
});

test('da Word restano paragrafi ed elenchi', async ({ browser }) => {
  const { capofila, domanda } = await unaScena();
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(indirizzo(domanda));
  await page.getByLabel('Descrizione').focus();
  await page.evaluate(() => {
    const dati = new DataTransfer();
    dati.setData(
      'text/html',
      '<p class=MsoNormal>Prima<o:p></o:p></p><ul><li>Uno</li><li>Due</li></ul><script>document.title="no"</script>',
    );
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: dati, bubbles: true, cancelable: true }));
  });
  await expect(page.getByLabel('Descrizione')).toHaveValue(/Prima\s+- Uno\n- Due/);
  await salvato(page);
  await expect(page).not.toHaveTitle('no');
});

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('si scrive, si aggiunge una riga, si sbaglia e si corregge; un salvataggio superato mostra i due testi', async ({
    page,
    context,
  }) => {
    const { capofila, domanda, regione } = await unaScena();
    await accedi(context, capofila.utente.incaricoId);
    await page.goto(indirizzo(domanda));
    await page.getByLabel('Descrizione').fill('Testo da non perdere');
    await page.getByRole('button', { name: 'Aggiungi una riga' }).click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Delibera');
    await page.getByLabel('Costo', { exact: true }).fill('tanto');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText(/Riga 1, Costo/).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Nome' })).toHaveValue('Delibera');
    await page.getByLabel('Costo', { exact: true }).fill('10');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText('Sezione salvata.')).toBeVisible();
    await superutente.query(
      `update sezione_progetto set rev = rev + 1, valori = valori || '{"descrizione": "Testo di un altro"}' where progetto_id = $1 and chiave = 'contesto'`,
      [domanda.id],
    );
    await page.getByLabel('Descrizione').fill('Testo mio');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText(/Un’altra persona ha salvato/).first()).toBeVisible();
    await expect(page.locator('.conflitto del').first()).toContainText('di un altro');
    await expect(page.getByLabel('Descrizione')).toHaveValue('Testo mio');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText('Sezione salvata.')).toBeVisible();
    expect(await scritti(domanda)).toMatchObject({ descrizione: 'Testo mio', atti: [{ nome: 'Delibera', costo: '1000' }] });
    expect(regione.id).toBeTruthy();
  });
});

test('l’aggregazione: si aggiunge un ente, si limita, conferma; i commenti si scrivono e si chiudono', async ({ browser }) => {
  const { regione, capofila, partner, domanda } = await unaScena();
  const terzo = await unEnte({ regione });
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(`/progetti/${domanda.id}/partner`);
  await page.getByLabel('Aggiungi un ente gestore').selectOption({ label: terzo.denominazione });
  await page.getByRole('button', { name: 'Aggiungi l’ente' }).click();
  await expect(page.getByText('Ente aggiunto.')).toBeVisible();
  await page.getByText(`${partner.denominazione}: scrive tutte le sezioni`).click();
  await page.getByLabel('Contesto').first().selectOption('COMMENTO');
  await page.getByRole('button', { name: 'Salva i permessi' }).first().click();
  await expect(page.getByText('Permessi salvati.')).toBeVisible();

  const alPartner = await paginaDi(browser, partner.utente.incaricoId);
  await alPartner.goto(indirizzo(domanda));
  await expect(alPartner.getByText('In questa sezione puoi leggere e commentare')).toBeVisible();
  await alPartner.getByLabel('Il tuo commento').fill('Aggiungiamo i dati del 2017');
  await alPartner.getByRole('button', { name: 'Aggiungi il commento' }).click();
  await expect(alPartner.getByText('Commento aggiunto.')).toBeVisible();
  await page.goto(indirizzo(domanda));
  await page.getByRole('button', { name: 'Segna come risolto' }).click();
  await expect(page.getByText('1 commento risolto')).toBeVisible();

  const alTerzo = await paginaDi(browser, terzo.utente.incaricoId);
  await alTerzo.goto('/domande');
  await alTerzo.getByRole('link', { name: 'Conferma la partecipazione' }).click();
  await alTerzo.getByRole('button', { name: 'Conferma la partecipazione' }).click();
  await expect(alTerzo.getByText('Partecipazione confermata.')).toBeVisible();
});

test('la domanda di un altro, inesistente o con indirizzo storto non esiste; e nemmeno per la Regione', async ({ browser }) => {
  const { domanda } = await unaScena();
  const altro = await unEnte();
  const page = await paginaDi(browser, altro.utente.incaricoId);
  for (const dove of [
    indirizzo(domanda),
    `/progetti/${domanda.id}/partner`,
    '/progetti/storto/scrivi/contesto',
    '/domande/nuova?bando=storto',
  ]) {
    const risposta = await page.goto(dove);
    expect(risposta?.status(), dove).toBe(404);
  }
});

for (const width of [1280, 360])
  test(`domande, sezione e aggregazione a ${width} px: accessibili e senza scorrere di lato`, async ({ browser }) => {
    const { regione, capofila, domanda } = await unaScena();
    const chiavi = { regione_id: regione.id, progetto_id: domanda.id };
    const valori = JSON.stringify({ rete: 'si', atti: [{ id: 'r1', nome: 'Delibera', costo: '100' }], descrizione: 'Testo' });
    await inserisci(superutente, 'sezione_progetto', { ...chiavi, fase: 'IDEA', chiave: 'contesto', valori });
    const page = await paginaDi(browser, capofila.utente.incaricoId);
    await page.setViewportSize({ width, height: 800 });
    for (const dove of ['/domande', `/domande/nuova?bando=${domanda.bando.id}`, indirizzo(domanda), `/progetti/${domanda.id}/partner`]) {
      await page.goto(dove);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), dove).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        dove,
      ).toEqual([]);
    }
  });
