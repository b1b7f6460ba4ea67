import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { incaricoDi, paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unPeriodo, unProgetto, unRapporto } from '../support/buildersProgetto';
import { test } from '../support/prova';
import { inserisci, superutente } from '../support/superutente';

const MARTA = 'marta.ferraris@cissaca.example';
const PAOLO = 'paolo.gallo@regione.example';

/** L'indirizzo di un progetto della dimostrazione, per codice. */
async function indirizzoDi(codice: string): Promise<string> {
  const { rows } = await superutente.query(
    `select p.id from progetto p join regione r on r.id = p.regione_id where r.codice_istat = '01' and p.codice = $1`,
    [codice],
  );
  return `/progetti/${rows[0].id}`;
}

async function unProgettoDaRelazionare() {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  await unPeriodo(progetto);
  return { regione, capofila, partner, progetto };
}

for (const javaScriptEnabled of [true, false]) {
  test(`da «Cosa devo fare» il capofila apre la relazione${javaScriptEnabled ? '' : ', senza JavaScript'}`, async ({ browser }) => {
    const { capofila, partner, progetto } = await unProgettoDaRelazionare();
    const page = await paginaDi(browser, capofila.utente.incaricoId, { javaScriptEnabled });
    await page.goto('/compiti');
    await expect(page.getByText('Hai una cosa da fare: scade tra 22 giorni.')).toBeVisible();
    await page.getByRole('link', { name: 'Apri la relazione gennaio–giugno 2020' }).click();
    await expect(page).toHaveURL(new RegExp(`/progetti/${progetto.id}#relazioni$`));
    await page.getByRole('button', { name: 'Apri la relazione' }).click();
    await expect(page).toHaveURL(/\/relazioni\/[0-9a-f-]{36}/);

    await page.goto('/compiti');
    await expect(page.getByRole('link', { name: 'Continua la relazione gennaio–giugno 2020' })).toBeVisible();
    await expect(page.getByText(`Manca la parte di ${partner.denominazione}.`)).toBeVisible();
    await page.goto(`/progetti/${progetto.id}`);
    await expect(page.getByText(`${capofila.denominazione} (referente) ha aperto la relazione gennaio–giugno 2020`)).toBeVisible();
  });
}

test('chi arriva secondo ad aprire la stessa relazione lo legge nella pagina', async ({ browser }) => {
  const { capofila, partner, progetto } = await unProgettoDaRelazionare();
  const [prima, seconda] = [await paginaDi(browser, capofila.utente.incaricoId), await paginaDi(browser, partner.utente.incaricoId)];
  for (const page of [prima, seconda]) await page.goto(`/progetti/${progetto.id}`);
  await prima.getByRole('button', { name: 'Apri la relazione' }).click();
  await expect(prima).toHaveURL(/\/relazioni\//);
  await seconda.getByRole('button', { name: 'Apri la relazione' }).click();
  await expect(seconda.getByRole('alert').filter({ hasText: 'La relazione è già aperta.' })).toBeVisible();
});

test('il partner aspetta il capofila, e il capofila controlla la sua parte', async ({ browser }) => {
  const { capofila, partner, progetto } = await unProgettoDaRelazionare();
  await superutente.query('delete from periodo where progetto_id = $1', [progetto.id]);
  const rapporto = await unRapporto({ progetto });
  // una parte già consegnata: gli stati si muovono solo con gli atti, quindi qui si scrive la riga com'è dopo l'atto
  const dove = { rapporto_id: rapporto.id, organizzazione_id: partner.id };
  await superutente.query('delete from rapporto_ente where rapporto_id = $1 and organizzazione_id = $2', Object.values(dove));
  const chiavi = { ...dove, regione_id: progetto.regione.id, progetto_id: progetto.id };
  await inserisci(superutente, 'rapporto_ente', { ...chiavi, stato: 'CONSEGNATO', consegnato_il: '2020-07-07T08:00:00Z' });
  const alPartner = await paginaDi(browser, partner.utente.incaricoId);
  await alPartner.goto('/compiti');
  await expect(alPartner.getByText('Per ora non devi fare niente')).toBeVisible();
  await expect(alPartner.getByRole('region', { name: 'In attesa di altri' })).toContainText(
    `Consegnata il 7 luglio a ${capofila.denominazione}`,
  );
  const alCapofila = await paginaDi(browser, capofila.utente.incaricoId);
  await alCapofila.goto('/compiti');
  await expect(alCapofila.getByRole('link', { name: 'Invia la relazione gennaio–giugno 2020' })).toBeVisible();
});

test('la pagina di un progetto vero: fatti, azioni, enti, e ciò che è inventato si dice', async ({ browser }) => {
  const page = await paginaDi(browser, await incaricoDi(MARTA));
  await page.goto(await indirizzoDi('P01'));
  await expect(page).toHaveTitle('Quadrante AL&AT | Cantiere');
  await expect(page.getByRole('heading', { level: 1, name: 'Quadrante AL&AT' })).toBeVisible();
  await expect(page.getByText('643.111 abitanti, 5 ambiti, 10 enti')).toBeVisible();
  await expect(page.getByText('dato dimostrativo').first()).toBeVisible();
  const catalogo = page.getByRole('row', { name: /Catalogo informativo di servizi e percorsi/ });
  await expect(catalogo).toContainText('In preparazione');
  await expect(catalogo.getByRole('img')).toHaveAccessibleName(/Previsto giu 2019 – giu 2020/);
  await expect(page.getByRole('table', { name: 'Enti che partecipano al progetto' }).getByRole('row')).toHaveCount(11);
  await expect(page.getByText('Si apre il 1° gennaio 2021')).toBeVisible();
});

test('uno stato che la fonte non dice resta «non rilevato»', async ({ browser }) => {
  const page = await paginaDi(browser, await incaricoDi(PAOLO));
  await page.goto(await indirizzoDi('P03'));
  await expect(page.getByText('Stato non rilevato').first()).toBeVisible();
});

test('progetto malformato, inesistente e di un altro ente: lo stesso 404', async ({ browser }) => {
  const altrui = await unProgetto();
  const page = await paginaDi(browser, await incaricoDi(MARTA));
  const risposte: (string | null)[] = [];
  for (const id of ['non-un-uuid', randomUUID(), altrui.id, `${altrui.id}'--`]) {
    const risposta = await page.goto(`/progetti/${encodeURIComponent(id)}`);
    expect(risposta?.status(), id).toBe(404);
    risposte.push(await page.getByRole('main').textContent());
  }
  expect(new Set(risposte).size).toBe(1);
  expect(risposte[0]).toContain('Questa pagina non esiste o non puoi vederla');
});

test('la Regione cerca e filtra i progetti; la ricerca li legge senza la storia', async ({ browser }) => {
  const page = await paginaDi(browser, await incaricoDi(PAOLO));
  await page.goto('/progetti');
  await expect(page.getByText('22 progetti')).toBeVisible();
  await page.getByRole('searchbox').fill('biella');
  await page.getByRole('button', { name: 'Filtra' }).click();
  await expect(page).toHaveURL(/q=biella/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.goto('/progetti?q=100%25_nulla&stato=CONCLUSO');
  await expect(page.getByText('Nessun progetto con «100%_nulla» e stato «Concluso»')).toBeVisible();

  const ricerca = await paginaDi(browser, await incaricoDi('chiara.monti@ires.example'));
  await ricerca.goto(await indirizzoDi('P05'));
  await expect(ricerca.getByRole('heading', { name: 'Azioni', exact: true })).toBeVisible();
  await expect(ricerca.getByRole('heading', { name: 'Storia recente' })).toHaveCount(0);
});

test('chi non è di un ente non ha compiti: va alla sua prima pagina', async ({ browser }) => {
  const { regione } = await unProgettoDaRelazionare();
  const istruttore = await unUtente({ regione, ruolo: 'ISTRUTTORE' });
  const page = await paginaDi(browser, istruttore.incaricoId);
  await page.goto('/compiti');
  await expect(page).toHaveURL(/\/coda$/);
});

test('oltre le cinquanta righe si va avanti e indietro senza perderne né ripeterne', async ({ browser }) => {
  const regione = await unaRegione();
  await Promise.all(Array.from({ length: 53 }, () => unProgetto({ regione })));
  const istruttore = await unUtente({ regione, ruolo: 'ISTRUTTORE' });
  const page = await paginaDi(browser, istruttore.incaricoId);
  const codici = async () => page.getByRole('rowheader').allInnerTexts();
  await page.goto('/progetti');
  await expect(page.getByText('Da 1 a 50 di 53 progetti')).toBeVisible();
  const prima = await codici();
  await page.getByRole('link', { name: 'Successivi' }).click();
  await expect(page.getByText('Da 51 a 53 di 53 progetti')).toBeVisible();
  expect(new Set([...prima, ...(await codici())]).size).toBe(53);
  await page.getByRole('link', { name: 'Precedenti' }).click();
  await expect(page.getByText('Da 1 a 50 di 53 progetti')).toBeVisible();
  expect(await codici()).toEqual(prima);
});

const PAGINE = [
  ['i compiti', MARTA, () => '/compiti'],
  ['il progetto di chi lo realizza', MARTA, () => indirizzoDi('P01')],
  ['l’elenco della Regione', PAOLO, () => '/progetti'],
  ['il progetto visto dalla Regione', PAOLO, () => indirizzoDi('P05')],
  ['la pagina che non c’è', MARTA, () => '/progetti/non-un-uuid'],
] as const;

for (const [nome, chi, percorso] of PAGINE) {
  test(`senza difetti di accessibilità e senza scorrere di lato: ${nome}`, async ({ browser }) => {
    const page = await paginaDi(browser, await incaricoDi(chi));
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(await percorso());
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations, `a ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 900 });
    const eccesso = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(eccesso).toBeLessThanOrEqual(0);
  });
}
