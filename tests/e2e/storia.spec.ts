import { type Browser, expect, type Page, test } from '@playwright/test';
import { routes } from '@/lib/routes';
import { ADESSO, postaPer, unCodiceFiscale } from '../support/avvisi';
import * as storia from '../support/storia';
import { superutente } from '../support/superutente';

const { conferma, dice, salvaSezione, TITOLO, TITOLO_BANDO } = storia;
const PASSWORD = 'una frase lunga e tutta mia';

test('dal bando al progetto approvato: un bando, due enti, una commissione, un avviso, un piano ridotto', async ({ browser, page }) => {
  test.setTimeout(240_000);
  const mondo = await storia.unMondo(browser);
  const { alCapofila, alPartner, istruisce, decide } = mondo;
  await test.step('l’amministratore configura il bando e lo pubblica, poi ne pubblica la versione 2', () => configura(mondo.amministra));
  await test.step('il dirigente nomina la commissione di ciascuna fase', () => nominaLaCommissione(mondo));
  const id = await test.step('il capofila apre la domanda e chiama un altro ente', () => apreLaDomanda(mondo));
  await test.step('due persone scrivono insieme la stessa sezione e nessun testo si perde', () => scrivonoInDue(mondo, id));
  await test.step('l’idea è presentata, con la sua ricevuta', () => storia.presenta(alCapofila, id, 1));
  await test.step('la Regione chiede un’integrazione su una sezione, l’ente risponde', () => siIntegra(mondo, id));
  await test.step('l’idea è ammissibile', () => storia.dichiaraAmmissibile(istruisce, id));
  await test.step('tre commissari valutano l’idea senza vedersi', () =>
    storia.valutaInTre(mondo, TITOLO, [['50', '30'], ['45', '30'], ['40', '30']])); // biome-ignore format: una riga
  await test.step('il dirigente approva l’idea', () => approvaLIdea(decide, id));
  await test.step('il capofila pubblica l’avviso, non più breve del minimo', () => pubblicaLAvviso(alCapofila, id));
  const [scelta, esclusa] = [unaEmail(), unaEmail()];
  await test.step('due organizzazioni si candidano dal sito pubblico', async () => {
    await siCandida(page, 'Cooperativa Il Sentiero', scelta);
    await siCandida(page, 'Associazione La Sorgente', esclusa);
  });
  await test.step('una è scelta e apre il suo account, l’altra no, e lo sanno', () => siSceglie(browser, mondo, id, scelta, esclusa));
  await test.step('il progetto definitivo: azioni e quadro economico', () => scrivonoIlProgetto(mondo, id));
  await test.step('il progetto è presentato e ammissibile', async () => {
    await storia.presenta(alCapofila, id, 4);
    await storia.dichiaraAmmissibile(istruisce, id);
  });
  await test.step('tre commissari valutano il progetto', () =>
    storia.valutaInTre(mondo, TITOLO, [['55', '35'], ['50', '35'], ['51', '32']])); // biome-ignore format: una riga
  await test.step('il dirigente approva con meno del chiesto e una prescrizione', () => approvaConPrescrizione(decide, id));
  await test.step('la prescrizione è adempiuta, verificata, e il progetto approvato', () => adempie(mondo, id));
  await test.step('il piano si riduce al concesso e la Regione lo approva', () => rimodula(mondo, id));
  await test.step('il piano in vigore è quello approvato, al centesimo', () => controllaIlPiano(id));
  await test.step('la Regione e gli enti leggono la stessa storia, un evento per ogni atto', () => controllaLaStoria([istruisce, alCapofila, alPartner], id));
});

async function configura(page: Page) {
  await page.goto(routes.nuovoBando());
  await page.getByLabel('Titolo del bando').fill(TITOLO_BANDO);
  await page.getByLabel('Codice', { exact: true }).fill('VALLE-2020');
  await page.getByLabel('Tipo di bando').selectOption({ label: 'Competitivo, con graduatoria' });
  await page.getByLabel('Da che cosa cominci').selectOption({ label: 'Bando di prova (versione 1)' });
  await page.getByRole('button', { name: 'Crea il bando' }).click();
  await dice(page, 'Bando creato, in bozza.');
  await page.getByLabel('Presentazione').fill('La Regione sostiene le comunità di valle che si organizzano.');
  await page.getByLabel('Dotazione').fill('100.000');
  for (const passo of ['Idea progettuale', 'Avviso per i partner', 'Progetto definitivo'])
    await page.getByRole('group', { name: passo }).getByLabel('Apre').fill('01/01/2019 09:00');
  await page.getByRole('button', { name: 'Salva i dati' }).click();
  await dice(page, 'Bozza salvata.');
  await pubblica(page, 1);
  await page.getByRole('link', { name: 'Dati e passi' }).click();
  await page.getByLabel('Dotazione').fill('150.000');
  await page.getByRole('button', { name: 'Salva i dati' }).click();
  await dice(page, 'Bozza salvata.');
  await pubblica(page, 2);
}

async function pubblica(page: Page, numero: number) {
  await page.getByRole('link', { name: 'Pubblicazione' }).click();
  if (numero > 1) await expect(page.getByRole('region', { name: /Che cosa cambia/ })).toContainText('150.000,00');
  await conferma(page, `Pubblica la versione ${numero}`, 'Pubblica');
  await dice(page, 'Bando pubblicato.');
}

async function nominaLaCommissione({ decide, commissari }: storia.Mondo) {
  const { rows } = await superutente.query('select id from bando where titolo = $1 order by id desc limit 1', [TITOLO_BANDO]);
  expect(rows).toHaveLength(1);
  await decide.goto(`${routes.bandi()}`);
  await decide.getByRole('link', { name: TITOLO_BANDO }).first().click();
  await decide.waitForURL(/\/bandi\/[0-9a-f-]{36}/);
  const bandoId = /bandi\/([0-9a-f-]{36})/.exec(decide.url())?.[1] ?? '';
  for (const fase of ['Idea progettuale', 'Progetto definitivo'])
    for (const [n, { utente }] of commissari.entries()) {
      await decide.goto(routes.commissione(bandoId));
      const sezione = decide.getByRole('region', { name: fase });
      if (n === 2) await sezione.getByText('Nomina una persona').click();
      await sezione.getByLabel('Persona').selectOption(utente.id);
      await sezione.getByLabel('Atto di nomina').fill('D.D. 12/A1500 del 15/01/2020');
      if (n === 0) await sezione.getByLabel('Presiede la commissione').check();
      await sezione.getByRole('button', { name: 'Nomina', exact: true }).click();
      await dice(decide, 'Commissario nominato.');
    }
}

async function apreLaDomanda({ alCapofila: page, alPartner, partner }: storia.Mondo): Promise<string> {
  await page.goto(routes.domande());
  await page.getByRole('listitem').filter({ hasText: TITOLO_BANDO }).getByRole('link', { name: 'Apri una domanda' }).click();
  await page.getByLabel('Titolo della proposta').fill(TITOLO);
  await page.getByLabel('Comune o territorio').fill('Valle Elvo');
  await page.getByRole('button', { name: 'Apri la domanda' }).click();
  await expect(page).toHaveURL(/\/scrivi\//);
  const id = /progetti\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(routes.partner(id));
  await page.getByLabel('Aggiungi un ente gestore').selectOption({ label: partner.denominazione });
  await page.getByRole('button', { name: 'Aggiungi l’ente' }).click();
  await dice(page, 'Ente aggiunto.');
  await alPartner.goto(routes.domande());
  await alPartner.getByRole('link', { name: 'Conferma la partecipazione' }).click();
  await alPartner.getByRole('button', { name: 'Conferma la partecipazione' }).click();
  await dice(alPartner, 'Partecipazione confermata.');
  return id;
}

async function scrivonoInDue({ alCapofila, alPartner }: storia.Mondo, id: string) {
  const [loro, mio] = ['Nelle nostre valli un anziano su tre vive solo.', 'I servizi distano più di un’ora di strada.'];
  await alCapofila.goto(routes.sezione(id, 'contesto'));
  await alPartner.goto(routes.sezione(id, 'contesto'));
  await alCapofila.getByLabel('Descrizione').fill(loro);
  await salvaSezione(alCapofila, 'contesto', { descrizione: loro });
  await alPartner.getByLabel('Descrizione').fill(mio);
  await dice(alPartner, /Un’altra persona ha salvato questa sezione/);
  await expect(alPartner.locator('.conflitto del').first()).toContainText('anziano');
  await expect(alPartner.locator('.conflitto ins').first()).toBeVisible();
  await alPartner.getByRole('group', { name: 'Descrizione' }).getByLabel('Tieni il tuo').check();
  await alPartner.getByLabel('Descrizione').fill(`${loro} ${mio}`); // i due testi, messi insieme da chi è arrivato secondo
  await alPartner.getByRole('button', { name: 'Salva le scelte' }).click();
  await salvaSezione(alPartner, 'contesto', { descrizione: `${loro} ${mio}` });
  await alCapofila.reload();
  await expect(alCapofila.getByLabel('Descrizione')).toHaveValue(`${loro} ${mio}`);
  await alCapofila.goto(routes.sezione(id, 'bisogni'));
  await alCapofila.getByLabel('Analisi dei bisogni').fill('Compagnia, trasporto, aiuto nelle pratiche.');
  await salvaSezione(alCapofila, 'bisogni', { analisi: 'Compagnia, trasporto, aiuto nelle pratiche.' });
}

async function siIntegra({ istruisce, alCapofila }: storia.Mondo, id: string) {
  await istruisce.goto(routes.istruttorie());
  await istruisce.getByRole('link', { name: TITOLO }).click();
  await istruisce.getByRole('button', { name: 'Assegna a me' }).click();
  await dice(istruisce, 'Istruttoria assegnata.');
  await istruisce.getByText('Chiedi integrazioni (soccorso istruttorio)').click();
  await istruisce.getByLabel('Bisogni').check();
  await istruisce.getByLabel('Motivo', { exact: true }).selectOption({ label: 'È incompleta' });
  await istruisce.getByLabel('Che cosa va integrato').fill('Indicate quante persone hanno ciascun bisogno.');
  await istruisce.getByRole('button', { name: 'Chiedi le integrazioni' }).click();
  await dice(istruisce, 'Integrazioni chieste.');

  await alCapofila.goto(routes.deposito(id));
  await dice(alCapofila, 'Indicate quante persone hanno ciascun bisogno.');
  await alCapofila.goto(routes.sezione(id, 'contesto'));
  await expect(alCapofila.getByRole('textbox', { name: 'Descrizione' })).toHaveCount(0); // questa non è riaperta
  await alCapofila.goto(routes.sezione(id, 'bisogni'));
  await alCapofila.getByLabel('Analisi dei bisogni').fill('Compagnia (240 persone), trasporto (180), pratiche (95).');
  await salvaSezione(alCapofila, 'bisogni', { analisi: 'Compagnia (240 persone), trasporto (180), pratiche (95).' });
  await alCapofila.goto(routes.deposito(id));
  await conferma(alCapofila, 'Invia le integrazioni', 'Invia le integrazioni', (d) => d.getByLabel(/Che cosa hai integrato/).fill('I numeri, bisogno per bisogno.'));
  await dice(alCapofila, 'Integrazioni inviate alla Regione.');
  await istruisce.goto(routes.istruttoria(id));
  await dice(istruisce, 'I numeri, bisogno per bisogno.');
}

async function approvaLIdea(page: Page, id: string) {
  await page.goto(routes.decisione(id));
  await dice(page, '75 punti');
  const sezione = page.getByRole('region', { name: 'Approva l’idea' });
  await sezione.getByLabel('Numero dell’atto').fill('D.D. 101/A1500');
  await sezione.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await dice(page, 'Decisione registrata: approvato.');
}

async function pubblicaLAvviso(page: Page, id: string) {
  await page.goto(routes.avvisoProgetto(id));
  await page.getByLabel('Criterio 1').fill('Esperienza');
  await page.getByLabel('Punti 1').fill('40');
  await page.getByLabel('Azioni per cui cerchi partner').fill('Trasporto sociale\nSportello');
  await page.getByLabel('Chiusura').fill(`${await storia.fra(7)}T12:00`);
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await dice(page, /qui sono \d+: sposta la chiusura/);
  await page.getByLabel('Chiusura').fill(`${await storia.fra(40)}T12:00`);
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await conferma(page, 'Pubblica l’avviso', 'Pubblica');
  await dice(page, 'Nessuna candidatura');
}

const unaEmail = () => `info-${unCodiceFiscale()}@valle.example`;

async function siCandida(page: Page, nome: string, email: string) {
  await page.goto(routes.avvisi());
  await page.getByRole('link', { name: `Ricerca di partner: ${TITOLO}` }).first().click();
  await page.getByRole('link', { name: 'Candidati' }).click();
  await page.getByLabel('Denominazione').fill(nome);
  await page.getByLabel('Tipo di organizzazione').selectOption({ label: 'Ente del terzo settore' });
  await page.getByLabel('Codice fiscale o partita IVA').fill(unCodiceFiscale());
  await page.getByLabel('Sede').fill('Via Roma 1, Biella');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Trasporto sociale').check();
  await page.getByLabel('Valore aggiunto').fill('Due mezzi attrezzati e trenta volontari.');
  await page.getByLabel('Risorse proprie').fill('Una sede e una centrale telefonica.');
  await page.getByLabel('Esperienza').fill('Dieci anni di trasporto sociale.');
  await page.getByLabel(/Ho letto l’informativa/).check();
  await page.getByRole('button', { name: 'Invia e ricevi il collegamento' }).click();
  await page.getByRole('link', { name: 'Apri il collegamento di conferma' }).click();
  await page.getByRole('button', { name: 'Conferma la candidatura' }).click();
  await dice(page, 'La candidatura è inviata.');
}

async function siSceglie(browser: Browser, { alCapofila }: storia.Mondo, id: string, scelta: string, esclusa: string) {
  // passa il termine dell'avviso: tutto il resto lo fanno le persone
  await superutente.query(
    `update avviso set apre = ${ADESSO} - interval '40 days', chiude = ${ADESSO} - interval '1 millisecond' where progetto_id = $1`,
    [id],
  );
  await alCapofila.goto(routes.avvisoProgetto(id));
  await alCapofila.getByRole('button', { name: 'Chiudi l’avviso' }).click();
  await dice(alCapofila, '2 candidature confermate');
  await esamina(alCapofila, id, 'Associazione La Sorgente', '12');
  await conferma(alCapofila, 'Non selezionare', 'Non selezionare', (d) => d.getByLabel(/Motivo/).fill('Meno esperienza dell’altra.'));
  await dice(alCapofila, 'Non selezionata');
  await esamina(alCapofila, id, 'Cooperativa Il Sentiero', '38');
  await conferma(alCapofila, 'Seleziona', 'Seleziona');
  await alCapofila.getByRole('button', { name: 'Accogli come partner' }).click();
  const invito = await alCapofila.getByRole('link', { name: 'Apri l’invito dell’organizzazione' }).getAttribute('href');
  for (const email of [scelta, esclusa]) expect((await postaPer(email)).length).toBeGreaterThan(1);
  expect((await postaPer(esclusa)).at(-1)?.testo).toContain('Meno esperienza dell’altra.');
  await entraDallInvito(browser, invito ?? '', scelta);

  await alCapofila.goto(routes.avvisoProgetto(id));
  await conferma(alCapofila, 'Comincia il progetto definitivo', 'Comincia');
  await expect(alCapofila).toHaveURL(routes.progetto(id));
  await expect(alCapofila.getByRole('region', { name: 'Enti' })).toContainText('Cooperativa Il Sentiero');
}

async function esamina(page: Page, id: string, nome: string, punti: string) {
  await page.goto(routes.avvisoProgetto(id));
  await page.getByRole('link', { name: nome }).click();
  await conferma(page, 'Ammetti alla valutazione', 'Ammetti alla valutazione');
  await page.getByRole('textbox', { name: 'Esperienza' }).fill(punti);
  await page.getByRole('button', { name: 'Salva i punti' }).click();
  await dice(page, `${punti} su 40`);
}

async function entraDallInvito(browser: Browser, invito: string, email: string) {
  const contesto = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const page = await contesto.newPage();
  await page.goto(invito);
  await page.getByLabel('Nome', { exact: true }).fill('Ada');
  await page.getByLabel('Cognome').fill('Bo');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Apri l’account' }).click();
  await dice(page, 'L’invito è accettato.');
  await page.getByLabel('Email di lavoro').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page).toHaveURL('/compiti');
  await page.goto(routes.domande());
  await expect(page.getByRole('link', { name: TITOLO })).toBeVisible();
  await contesto.close();
}

type Azione = { titolo: string; ente: string; quanti: string; priorita: RegExp };

async function scrivonoIlProgetto({ alCapofila, alPartner, capofila, partner }: storia.Mondo, id: string) {
  await alPartner.goto(routes.sezione(id, 'azioni'));
  await aggiungeLAzione(alPartner, { titolo: 'Sportello di valle', ente: partner.denominazione, quanti: '240', priorita: /^Irrinunciabile/ });
  await salvaSezione(alPartner, 'azioni', { azioni: [{ titolo: 'Sportello di valle' }] });
  await alCapofila.goto(routes.sezione(id, 'azioni'));
  await aggiungeLAzione(alCapofila, { titolo: 'Trasporto sociale', ente: 'Cooperativa Il Sentiero', quanti: '180', priorita: /^Rinviabile/ });
  await salvaSezione(alCapofila, 'azioni', { azioni: [{ titolo: 'Sportello di valle' }, { titolo: 'Trasporto sociale' }] });
  await alCapofila.goto(routes.sezione(id, 'quadro_economico'));
  await aggiungeIlCosto(alCapofila, /Sportello di valle/, ['Personale', capofila.denominazione, '60.000', '10.000']);
  await aggiungeIlCosto(alCapofila, /Trasporto sociale/, ['Servizi', 'Cooperativa Il Sentiero', '40.000,01', '5.000']);
  await salvaSezione(alCapofila, 'quadro_economico', { voci: [{ contributoCents: '6000000' }, { contributoCents: '4000001' }] });
}

async function aggiungeLAzione(page: Page, { titolo, ente, quanti, priorita }: Azione) {
  await page.getByRole('button', { name: 'Aggiungi un’azione' }).click();
  const scheda = page.locator('details.scheda-azione').last();
  await scheda.getByLabel('Titolo').fill(titolo);
  await scheda.getByLabel('Descrizione').fill(`${titolo}: un servizio vicino a chi ne ha bisogno.`);
  await scheda.getByLabel('Categoria di intervento').selectOption({ label: 'Categoria' });
  await scheda.getByLabel('Ente responsabile').selectOption({ label: ente });
  await scheda.getByLabel('Inizio (gg/mm/aaaa)').fill('01/01/2021');
  await scheda.getByLabel('Fine (gg/mm/aaaa)').fill('31/12/2022');
  const scelte = scheda.getByLabel('Se le risorse non bastano');
  const voce = await scelte.locator('option').filter({ hasText: priorita }).getAttribute('value');
  await scelte.selectOption(voce);
  await scheda.getByRole('button', { name: 'Aggiungi destinatari' }).click();
  await scheda.getByLabel('Gruppo').selectOption({ label: 'Gruppo' });
  await scheda.getByLabel('Quanti').fill(quanti);
}

async function aggiungeIlCosto(page: Page, azione: RegExp, [categoria, ente, contributo, cofinanziamento]: [string, string, string, string]) {
  const gruppo = page.getByRole('group', { name: azione });
  await gruppo.getByRole('button', { name: /Aggiungi un costo/ }).click();
  await gruppo.getByLabel('Categoria di costo').selectOption({ label: categoria });
  await gruppo.getByLabel('Ente').selectOption({ label: ente });
  await gruppo.getByLabel('Contributo').fill(contributo);
  await gruppo.getByLabel('Cofinanziamento').fill(cofinanziamento);
}

async function approvaConPrescrizione(page: Page, id: string) {
  await page.goto(routes.decisione(id));
  await dice(page, '100.000,01');
  const sezione = page.getByRole('region', { name: 'Approva il progetto' });
  await sezione.getByLabel('Numero dell’atto').fill('D.D. 202/A1500');
  await sezione.getByLabel('Personale').fill('48.000');
  await sezione.getByLabel('Servizi').fill('30.000,01');
  const prescrizione = sezione.getByRole('group', { name: 'Prescrizione 1' });
  await prescrizione.getByLabel(/Che cosa si prescrive/).fill('Allegate l’accordo con i comuni della valle.');
  await prescrizione.getByLabel(/Da adempiere entro/).fill(storia.inItaliano(await storia.fra(60)));
  await sezione.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await dice(page, 'Decisione registrata: approvato.');
}

async function adempie({ alCapofila, istruisce, decide }: storia.Mondo, id: string) {
  await alCapofila.goto(routes.prescrizioni(id));
  await alCapofila.getByLabel('Come è stata adempiuta').fill('L’accordo è firmato da otto comuni.');
  await alCapofila.getByRole('button', { name: 'Salva', exact: true }).click();
  await dice(alCapofila, 'Salvato. La Regione lo legge');
  await conferma(alCapofila, 'Presenta le prescrizioni', 'Presenta le prescrizioni');
  await dice(alCapofila, 'Prescrizioni presentate alla Regione.');
  await istruisce.goto(routes.prescrizioni(id));
  await dice(istruisce, 'L’accordo è firmato da otto comuni.');
  await istruisce.getByRole('group', { name: 'È adempiuta?' }).getByText('Sì', { exact: true }).click();
  await istruisce.getByRole('button', { name: 'Registra la verifica' }).click();
  await dice(istruisce, 'Verifica registrata.');
  await decide.goto(routes.prescrizioni(id));
  await conferma(decide, 'Approva', 'Registra l’approvazione', (d) => d.getByLabel('Numero dell’atto').fill('D.D. 230/A1500'));
  await dice(decide, 'Decisione registrata: approvato.');
}

async function rimodula({ alCapofila, decide }: storia.Mondo, id: string) {
  await alCapofila.goto(routes.rimodulazioneIniziale(id));
  await alCapofila.getByRole('button', { name: 'Apri la rimodulazione iniziale' }).click();
  await dice(alCapofila, 'Rimodulazione aperta.');
  await alCapofila.getByLabel(/In proporzione/).check();
  await alCapofila.getByRole('button', { name: 'Applica questa proposta' }).click();
  await dice(alCapofila, 'Proposta applicata');
  await conferma(alCapofila, 'Presenta alla Regione', 'Presenta');
  await dice(alCapofila, 'Rimodulazione presentata alla Regione.');
  await decide.goto(routes.rimodulazioneIniziale(id));
  const oggi = storia.inItaliano(await storia.fra(0));
  await conferma(decide, 'Approva', 'Approva la rimodulazione', async (d) => {
    await d.getByLabel('Numero dell’atto').fill('D.D. 260/A1500');
    await d.getByLabel(/Data dell’atto/).fill(oggi);
  });
  await dice(decide, 'Rimodulazione approvata: il nuovo piano è in vigore.');
}

async function controllaIlPiano(id: string) {
  const leggi = async (testo: string) => (await superutente.query(testo, [id])).rows;
  const versioni = await leggi('select fase, genere, contenuto from versione_progetto where progetto_id = $1 order by numero');
  expect(versioni.map(({ fase, genere }) => `${fase} ${genere}`)).toEqual([
    ...['IDEA PRESENTATA', 'IDEA INTEGRATA', 'IDEA APPROVATA', 'PROGETTO PRESENTATA', 'PROGETTO APPROVATA'],
    ...['RIMODULAZIONE PRESENTATA', 'RIMODULAZIONE APPROVATA'],
  ]);
  const { azioni, voci } = versioni.at(-1)?.contenuto.piano as { azioni: { id: string }[]; voci: Record<string, string>[] };
  expect(await leggi('select id from azione where progetto_id = $1 order by ordine')).toEqual(azioni.map((a) => ({ id: a.id })));
  const vigenti = await leggi(`select azione_id as "azioneId", categoria, organizzazione_id as "organizzazioneId",
    contributo_cents::text as "contributoCents" from voce_budget where progetto_id = $1 order by categoria`);
  expect(vigenti).toEqual(
    voci.map(({ azioneId, categoria, organizzazioneId, contributoCents }) => ({ azioneId, categoria, organizzazioneId, contributoCents })),
  );
  expect(vigenti.map(({ contributoCents }) => contributoCents)).toEqual(['4800000', '3000001']);
  const [progetto] = await leggi(`select stato, importo_richiesto_cents::text as richiesto, importo_assegnato_cents::text as assegnato
    from progetto where id = $1`);
  expect(progetto).toEqual({ stato: 'APPROVATO', richiesto: '10000001', assegnato: '7800001' });
}

const ATTI = [
  ...['domanda.aperta', 'partner.aggiunto', 'partner.confermato', 'progetto.presentato', 'istruttoria.assegnata', 'integrazione.chiesta'],
  ...['progetto.integrato', 'istruttoria.verificata', 'progetto.ammesso'],
  ...Array.from({ length: 3 }, () => ['valutazione.dichiarata', 'valutazione.conclusa']).flat(),
  ...['valutazione.consolidata', 'progetto.approvato', 'avviso.pubblicato', 'candidatura.inviata', 'candidatura.inviata', 'avviso.chiuso'],
  ...['candidatura.decisa', 'candidatura.decisa', 'candidatura.decisa', 'candidatura.decisa', 'candidatura.accolta'],
  ...['progetto.definitivoAperto', 'progetto.presentato', 'istruttoria.assegnata', 'istruttoria.verificata', 'progetto.ammesso'],
  ...Array.from({ length: 3 }, () => ['valutazione.dichiarata', 'valutazione.conclusa']).flat(),
  ...['valutazione.consolidata', 'progetto.approvatoConPrescrizioni', 'prescrizione.adempiuta', 'prescrizioni.presentate'],
  ...['prescrizione.verificata', 'progetto.approvato', 'rimodulazione.aperta', 'rimodulazione.presentata', 'rimodulazione.approvata'],
];
/** Quante volte si salva mentre si scrive lo decide la mano di chi scrive. */
const SALVATAGGI = ['sezione.salvata', 'avviso.salvato', 'candidatura.valutata'];

async function controllaLaStoria(pagine: Page[], id: string) {
  const { rows } = await superutente.query('select atto from evento where progetto_id = $1 and not atto = any ($2) order by id', [id, SALVATAGGI]);
  expect(rows.map(({ atto }) => atto)).toEqual(ATTI);
  for (const page of pagine) {
    await page.goto(routes.progetto(id));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITOLO);
    const racconto = page.getByRole('region', { name: 'Storia recente' });
    for (const frase of ['ha approvato la rimodulazione iniziale', 'ha presentato la rimodulazione iniziale', 'ha approvato con prescrizioni'])
      await expect(racconto).toContainText(frase);
    await expect(page.getByRole('region', { name: 'Azioni' })).toContainText('Trasporto sociale');
    await dice(page, '78.000,01');
  }
}
