import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice, fra, inItaliano, type Mondo, salvaSezione, scaricaPdf, TITOLO_BANDO } from './mondo';

/** Il deposito e ciò che la Regione ne fa: istruttoria, valutazione, decisione. */

/** Presenta dal banco di deposito e scarica la ricevuta. */
export async function presenta({ alCapofila: page }: Mondo, progettoId: string, numero: number) {
  await page.goto(routes.deposito(progettoId));
  await conferma(page, 'Presenta la domanda', 'Presenta la domanda');
  await dice(page, 'Domanda presentata.');
  await scaricaPdf(page, page.getByRole('link', { name: `Ricevuta della versione ${numero} (PDF)` }));
}

export async function siIntegra({ istruisce, alCapofila, titolo }: Mondo, id: string) {
  await istruisce.goto(routes.istruttorie());
  await istruisce.getByRole('link', { name: titolo }).click();
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
  await conferma(alCapofila, 'Invia le integrazioni', 'Invia le integrazioni', (d) =>
    d.getByLabel(/Che cosa hai integrato/).fill('I numeri, bisogno per bisogno.'),
  );
  await dice(alCapofila, 'Integrazioni inviate alla Regione.');
  await istruisce.goto(routes.istruttoria(id));
  await dice(istruisce, 'I numeri, bisogno per bisogno.');
}

/** Le verifiche di ammissibilità, tutte con un sì, e l'esito. */
export async function dichiaraAmmissibile({ istruisce: page }: Mondo, progettoId: string) {
  await page.goto(routes.istruttoria(progettoId));
  const mia = page.getByRole('button', { name: 'Assegna a me' }); // in ogni fase la prende in carico qualcuno
  if (await mia.isVisible()) await mia.click();
  await expect(mia).toHaveCount(0);
  for (const voce of ['La domanda è arrivata nel termine', 'La domanda è firmata'])
    await page.getByRole('group', { name: voce }).getByText('Sì', { exact: true }).click();
  await page.getByRole('button', { name: 'Salva le verifiche' }).click();
  await dice(page, 'Verifiche salvate.');
  await conferma(page, 'Ammissibile', 'Dichiara ammissibile');
  await dice(page, 'La domanda è ammissibile.');
}

/** Tre commissari valutano senza vedersi; quando hanno finito, chi presiede consolida. */
export async function valutaInTre({ commissari, titolo }: Mondo, punti: [string, string][]) {
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

/** La graduatoria dice i punti di ciascuna fase, e il verbale si scarica. */
export async function leggeLaGraduatoria({ commissari, titolo }: Mondo) {
  const page = commissari[0]?.page as Page;
  await page.goto(routes.valutazioni());
  await page.getByRole('link', { name: TITOLO_BANDO }).first().click();
  await expect(page.getByRole('row', { name: titolo })).toContainText('75,00');
  await page.getByRole('link', { name: 'Progetto definitivo' }).click();
  await expect(page.getByRole('row', { name: titolo })).toContainText('86,00');
  await scaricaPdf(page, page.getByRole('link', { name: 'Verbale (PDF)' }));
}

/** Dichiara, dà i punti a ogni criterio e conclude la scheda. */
async function valuta(page: Page, titolo: string, punti: { Qualità: string; Rete: string }) {
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

export async function approvaLIdea({ decide: page }: Mondo, id: string) {
  await page.goto(routes.decisione(id));
  await dice(page, '75 punti');
  const sezione = page.getByRole('region', { name: 'Approva l’idea' });
  await sezione.getByLabel('Numero dell’atto').fill('D.D. 101/A1500');
  await sezione.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await dice(page, 'Decisione registrata: approvato.');
}

export async function approvaConPrescrizione({ decide: page }: Mondo, id: string) {
  await page.goto(routes.decisione(id));
  await dice(page, '100.000,01');
  const sezione = page.getByRole('region', { name: 'Approva il progetto' });
  await sezione.getByLabel('Numero dell’atto').fill('D.D. 202/A1500');
  await sezione.getByLabel('Personale').fill('48.000');
  await sezione.getByLabel('Servizi').fill('30.000,01');
  const prescrizione = sezione.getByRole('group', { name: 'Prescrizione 1' });
  await prescrizione.getByLabel(/Che cosa si prescrive/).fill('Allegate l’accordo con i comuni della valle.');
  await prescrizione.getByLabel(/Da adempiere entro/).fill(inItaliano(await fra(60)));
  await sezione.getByRole('button', { name: 'Registra l’approvazione' }).click();
  await dice(page, 'Decisione registrata: approvato.');
}

export async function adempie({ alCapofila, istruisce, decide }: Mondo, id: string) {
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

/** L’ente legge la decisione con i suoi importi, e ne scarica la lettera. */
export async function leggeLaLettera({ alCapofila: page }: Mondo, id: string) {
  await page.goto(routes.lettere(id));
  const decisioni = page.getByRole('region', { name: 'Esiti e decisioni' });
  await expect(decisioni).toContainText('Concessi 78.000,01 € su 100.000,01 € chiesti.');
  await scaricaPdf(page, decisioni.getByRole('link', { name: 'Scarica la lettera (PDF)' }).first());
}
