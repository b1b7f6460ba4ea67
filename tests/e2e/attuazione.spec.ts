import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { accedi, paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { type Progetto, unPeriodo, unProgetto, unRapporto } from '../support/buildersProgetto';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

/** Un progetto di due enti, con chi serve per portare una relazione dalla bozza alla ricerca. */
async function unProgrammaVivo() {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  const istruttore = await unUtente({ regione, ruolo: 'ISTRUTTORE' });
  const ricercatore = await unUtente({ regione, ruolo: 'RICERCATORE' });
  return { regione, capofila, partner, progetto, istruttore, ricercatore };
}

async function compila(page: Page, percento: string) {
  await page.getByLabel('In corso', { exact: true }).check();
  await page.getByLabel('Avanzamento').fill(percento);
  await page.getByLabel(/Inizio effettivo/).fill('02/12/2019');
}

const salvato = (page: Page) =>
  expect(
    page
      .getByRole('status')
      .filter({ hasText: /Salvato alle/ })
      .first(),
  ).toBeVisible();
/** «Salvato» si legge anche dei primi campi: prima di cambiare pagina si aspetta che sia scritto l'ultimo che `compila` riempie. */
const scritte = (rapportoId: string, quante: number) =>
  expect
    .poll(async () => {
      const { rows } = await superutente.query(
        'select count(*)::int as n from avanzamento where rapporto_id = $1 and inizio_effettivo is not null',
        [rapportoId],
      );
      return rows[0].n;
    })
    .toBe(quante);
const relazioneDi = (progetto: Progetto, rapportoId: string) => `/progetti/${progetto.id}/relazioni/${rapportoId}`;

async function rapportoDi(progetto: Progetto): Promise<string> {
  const { rows } = await superutente.query('select id from rapporto_progetto where progetto_id = $1', [progetto.id]);
  return rows[0].id;
}

test('dalla bozza alla ricerca: partner, capofila, Regione con un chiarimento, IRES', async ({ browser }) => {
  test.slow();
  const { capofila, partner, progetto, istruttore, ricercatore } = await unProgrammaVivo();
  await unPeriodo(progetto);

  const alPartner = await paginaDi(browser, partner.utente.incaricoId);
  await alPartner.goto(`/progetti/${progetto.id}`);
  await alPartner
    .getByRole('button', { name: /Apri la relazione/ })
    .first()
    .click();
  await expect(alPartner).toHaveURL(/\/relazioni\//);
  const rapportoId = await rapportoDi(progetto);

  // il partner compila la sua azione e non quella del capofila
  await alPartner
    .getByRole('link', { name: /Azione 1/ })
    .first()
    .click();
  await expect(alPartner.getByText('La compila')).toBeVisible();
  await alPartner
    .getByRole('link', { name: /Azione 2/ })
    .first()
    .click();
  await compila(alPartner, '30');
  await salvato(alPartner);
  await scritte(rapportoId, 1);
  await alPartner.getByRole('button', { name: 'Consegna la tua parte' }).click();
  await expect(alPartner.getByText('Parte consegnata.')).toBeVisible();

  // il capofila completa e invia
  const alCapofila = await paginaDi(browser, capofila.utente.incaricoId);
  await alCapofila.goto(relazioneDi(progetto, rapportoId));
  await expect(alCapofila.getByText('Non puoi ancora inviare.')).toBeVisible();
  await alCapofila
    .getByRole('link', { name: /Azione 1/ })
    .first()
    .click();
  await compila(alCapofila, '55');
  await salvato(alCapofila);
  await scritte(rapportoId, 2);
  await alCapofila.goto(relazioneDi(progetto, rapportoId));
  await alCapofila.getByRole('link', { name: 'Controlla e invia' }).click();
  await alCapofila.getByRole('button', { name: 'Invia la relazione' }).click();
  await expect(alCapofila.getByText('Relazione inviata alla Regione.')).toBeVisible();

  // la Regione la prende in carico, chiede, e finché la risposta manca non può decidere
  const inRegione = await paginaDi(browser, istruttore.incaricoId);
  await inRegione.goto('/coda');
  await inRegione
    .getByRole('row', { name: /Presentata/ })
    .getByRole('link')
    .click();
  await inRegione.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(inRegione.getByText('Hai preso in carico la relazione.')).toBeVisible();
  await expect(inRegione.getByRole('table', { name: /Azione 1/ })).toContainText('55%');
  await inRegione.getByText('Chiedi un chiarimento su quest’azione').first().click();
  await inRegione.getByLabel('La tua domanda').first().fill('Perché il percorso è al 55% e non all’80%?');
  await inRegione.getByRole('button', { name: 'Chiedi il chiarimento' }).first().click();
  await expect(inRegione.getByText('Non puoi ancora decidere.')).toBeVisible();

  // l'ente corregge la sola azione riaperta e risponde
  await alCapofila.goto(relazioneDi(progetto, rapportoId));
  await alCapofila
    .getByRole('link', { name: /Azione 2/ })
    .first()
    .click();
  await expect(alCapofila.getByText('questi valori non si cambiano più')).toBeVisible();
  await alCapofila
    .getByRole('link', { name: /Azione 1/ })
    .first()
    .click();
  await alCapofila.getByLabel('Avanzamento').fill('60');
  await salvato(alCapofila);
  await alCapofila.getByLabel('La tua risposta').fill('Gli incontri sono ripresi a giugno: ora siamo al 60%.');
  await alCapofila.getByRole('button', { name: 'Invia la risposta' }).click();
  await expect(alCapofila.getByText('Risposta inviata alla Regione.')).toBeVisible();

  await inRegione.goto(`/coda/${rapportoId}`);
  await inRegione.getByRole('button', { name: 'Chiudi il chiarimento' }).click();
  await inRegione.getByRole('link', { name: 'Approva con rilievi' }).click();
  await inRegione
    .getByRole('textbox', { name: /Che cosa rilevi/ })
    .first()
    .fill('Nel prossimo periodo indicate le date previste.');
  await inRegione.getByRole('button', { name: 'Approva con rilievi' }).click();
  await expect(inRegione.getByText('Relazione approvata con rilievi.')).toBeVisible();

  // la ricerca legge il dato approvato; la storia del progetto dice chi ha fatto che cosa
  const aIres = await paginaDi(browser, ricercatore.incaricoId);
  await aIres.goto('/ricerca/attuazione');
  await expect(aIres.getByText('In corso').first()).toBeVisible();
  await alCapofila.goto(`/progetti/${progetto.id}`);
  await expect(alCapofila.getByRole('region', { name: /Storia/ })).toContainText('approvato');
  const { rows } = await superutente.query(`select atto from evento where progetto_id = $1 and atto <> 'avanzamento.salvato' order by id`, [
    progetto.id,
  ]);
  expect(rows.map(({ atto }) => atto)).toEqual([
    'rapporto.aperto',
    'parte.consegnata',
    'rapporto.presentato',
    'rapporto.presoInCarico',
    'rapporto.chiarimentoChiesto',
    'chiarimento.risposto',
    'rapporto.ripresentato',
    'chiarimento.chiuso',
    'rapporto.approvatoConRilievi',
  ]);
});

test('una data che non esiste e il 101% si spiegano accanto al campo, e il resto non si perde', async ({ browser }) => {
  const { progetto, capofila } = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto });
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(`${relazioneDi(progetto, rapporto.id)}?azione=${progetto.azioni[0]?.id}`);
  await page.getByLabel(/Inizio effettivo/).fill('31/09/2019');
  await expect(page.getByText('Il 31 settembre 2019 non esiste')).toBeVisible();
  await page.getByLabel(/Inizio effettivo/).fill('30/09/2019');
  await page.getByLabel('Avanzamento').fill('101');
  await expect(page.getByText('L’avanzamento va da 0 a 100.')).toBeVisible();
  await page.getByLabel('Come rimediate').fill('Incontri a distanza ogni due settimane');
  await page.reload(); // non si era potuto salvare: il testo torna dal browser
  await expect(page.getByLabel('Come rimediate')).toHaveValue('Incontri a distanza ogni due settimane');
  await page.getByLabel('Avanzamento').fill('45');
  await salvato(page);
  await page.reload();
  await expect(page.getByLabel('Avanzamento')).toHaveValue('45');
  await expect(page.getByLabel('Come rimediate')).toHaveValue('Incontri a distanza ogni due settimane');
});

test('due persone sulla stessa azione: la seconda vede i due testi e nessuno è sovrascritto', async ({ browser }) => {
  const { progetto, capofila, regione } = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto });
  const collega = await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: capofila.id });
  const indirizzo = `${relazioneDi(progetto, rapporto.id)}?azione=${progetto.azioni[0]?.id}`;
  const [prima, seconda] = [await paginaDi(browser, capofila.utente.incaricoId), await paginaDi(browser, collega.incaricoId)];
  await prima.goto(indirizzo);
  await seconda.goto(indirizzo);
  await prima.getByLabel('Come rimediate').fill('Incontri in presenza da settembre');
  await salvato(prima);
  await seconda.getByLabel('Come rimediate').fill('Incontri a distanza da settembre');
  await expect(seconda.getByText(/ha salvato questa azione/)).toBeVisible();
  await expect(seconda.locator('del')).toContainText('in presenza');
  await expect(seconda.locator('ins')).toContainText('a distanza');
  await expect(seconda.getByLabel('Come rimediate')).toHaveValue('Incontri a distanza da settembre');
  await seconda.getByRole('button', { name: 'Salva i miei valori' }).click();
  await salvato(seconda);
  await prima.reload();
  await expect(prima.getByLabel('Come rimediate')).toHaveValue('Incontri a distanza da settembre');
});

test('senza rete il testo resta, e si salva quando la rete torna', async ({ browser }) => {
  const { progetto, capofila } = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto });
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(`${relazioneDi(progetto, rapporto.id)}?azione=${progetto.azioni[0]?.id}`);
  await page.context().setOffline(true);
  await page.getByLabel('Avanzamento').fill('70');
  await expect(page.getByText(/Non salvato: sei senza rete/)).toBeVisible();
  await page.context().setOffline(false);
  await salvato(page);
  await page.reload();
  await expect(page.getByLabel('Avanzamento')).toHaveValue('70');
});

test('sessione scaduta mentre si scrive: il testo resta, e dopo l’accesso si salva', async ({ browser }) => {
  const { progetto, capofila } = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto });
  const page = await paginaDi(browser, capofila.utente.incaricoId);
  await page.goto(`${relazioneDi(progetto, rapporto.id)}?azione=${progetto.azioni[0]?.id}`);
  await superutente.query('update sessione set chiusa_il = now() where utente_id = $1', [capofila.utente.id]);
  await page.getByLabel('Avanzamento').fill('75');
  await expect(page.getByText(/la sessione è scaduta/)).toBeVisible();
  await accedi(page.context(), capofila.utente.incaricoId);
  await salvato(page);
});

test.describe('senza JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('si compila, si sbaglia, si corregge e si salva', async ({ page, context }) => {
    const { progetto, capofila } = await unProgrammaVivo();
    const rapporto = await unRapporto({ progetto });
    await accedi(context, capofila.utente.incaricoId);
    await page.goto(`${relazioneDi(progetto, rapporto.id)}?azione=${progetto.azioni[0]?.id}`);
    await page.getByLabel('Avanzamento').fill('abc');
    await page.getByLabel('Come rimediate').fill('Testo da non perdere');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText('Scrivi un numero come 1250 o 1.250,50.').first()).toBeVisible();
    await expect(page.getByLabel('Come rimediate')).toHaveValue('Testo da non perdere');
    await page.getByLabel('Avanzamento').fill('50');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText('Azione salvata.')).toBeVisible();
    await expect(page.getByLabel('Avanzamento')).toHaveValue('50');
  });
});

test('la relazione di un altro ente, inesistente o con indirizzo storto non esiste', async ({ browser }) => {
  const mio = await unProgrammaVivo();
  const altro = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto: altro.progetto });
  const page = await paginaDi(browser, mio.capofila.utente.incaricoId);
  const inesistente = '00000000-0000-4000-8000-000000000000';
  for (const indirizzo of [
    relazioneDi(altro.progetto, rapporto.id),
    relazioneDi(mio.progetto, rapporto.id),
    relazioneDi(mio.progetto, inesistente),
    '/progetti/non-un-uuid/relazioni/nemmeno',
    `/coda/${rapporto.id}`,
    '/coda',
    '/ricerca/tabelle',
  ]) {
    const risposta = await page.goto(indirizzo);
    expect(risposta?.status(), indirizzo).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('non esiste');
  }
});

test('una scheda vecchia: chi decide per secondo legge perché, e nulla cambia', async ({ browser }) => {
  const { progetto, regione } = await unProgrammaVivo();
  const rapporto = await unRapporto({ progetto, stato: 'IN_VERIFICA' });
  const [uno, due] = [await unUtente({ regione, ruolo: 'ISTRUTTORE' }), await unUtente({ regione, ruolo: 'DIRIGENTE' })];
  const [prima, seconda] = [await paginaDi(browser, uno.incaricoId), await paginaDi(browser, due.incaricoId)];
  for (const page of [prima, seconda]) {
    await page.goto(`/coda/${rapporto.id}`);
    await page.getByRole('link', { name: 'Approva', exact: true }).click();
  }
  await prima.getByRole('button', { name: 'Approva la relazione' }).click();
  await expect(prima.getByText('Relazione approvata.')).toBeVisible();
  await seconda.getByRole('button', { name: 'Approva la relazione' }).click();
  await expect(seconda.getByText(/nello stato attuale/)).toBeVisible();
  const { rows } = await superutente.query(`select count(*)::int as n from evento where oggetto_id = $1 and atto = 'rapporto.approvato'`, [
    rapporto.id,
  ]);
  expect(rows[0].n).toBe(1);
});

for (const width of [1280, 360, 320])
  test(`relazione, coda e verifica a ${width} px: accessibili e senza scorrere di lato`, async ({ browser }) => {
    const { progetto, capofila, istruttore } = await unProgrammaVivo();
    const bozza = await unRapporto({ progetto });
    const inVerifica = await unRapporto({ progetto, stato: 'IN_VERIFICA', numero: 2 });
    const [ente, regione] = [await paginaDi(browser, capofila.utente.incaricoId), await paginaDi(browser, istruttore.incaricoId)];
    for (const [page, indirizzo] of [
      [ente, `${relazioneDi(progetto, bozza.id)}?azione=${progetto.azioni[0]?.id}`],
      [ente, relazioneDi(progetto, inVerifica.id)],
      [regione, '/coda'],
      [regione, `/coda/${inVerifica.id}?tutti=1`],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(indirizzo);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${indirizzo} a ${width}`).toBeLessThanOrEqual(
        0,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        indirizzo,
      ).toEqual([]);
    }
  });
