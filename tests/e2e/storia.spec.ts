import { expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { test } from '../support/prova';
import * as esame from '../support/storia/esame';
import * as idea from '../support/storia/idea';
import { dice, type Mondo, unMondo } from '../support/storia/mondo';
import * as partner from '../support/storia/partner';
import * as progetto from '../support/storia/progetto';
import { superutente } from '../support/superutente';

/** I punti dei tre commissari: qualità e rete. */
const PUNTI_IDEA: [string, string][] = [
  ['50', '30'],
  ['45', '30'],
  ['40', '30'],
];
const PUNTI_PROGETTO: [string, string][] = [
  ['55', '35'],
  ['50', '35'],
  ['51', '32'],
];

test('dal bando al progetto approvato: due enti, una commissione, un avviso, un piano ridotto', async ({ browser, page }) => {
  test.setTimeout(600_000);
  const mondo = await unMondo(browser);
  await test.step('l’amministratore pubblica il bando, poi la versione 2', () => idea.configura(mondo.amministra));
  await test.step('il dirigente nomina la commissione di ciascuna fase', () => idea.nominaLaCommissione(mondo));
  const id = await test.step('il capofila apre la domanda e chiama un altro ente', () => idea.apreLaDomanda(mondo));
  await test.step('due persone scrivono la stessa sezione e nessun testo si perde', () => idea.scrivonoInDue(mondo, id));
  await test.step('l’idea è presentata, con la sua ricevuta', () => esame.presenta(mondo, id, 1));
  await test.step('la Regione chiede un’integrazione su una sezione, l’ente risponde', () => esame.siIntegra(mondo, id));
  await test.step('l’idea è ammissibile', () => esame.dichiaraAmmissibile(mondo, id));
  await test.step('tre commissari valutano l’idea senza vedersi', () => esame.valutaInTre(mondo, PUNTI_IDEA));
  await test.step('il dirigente approva l’idea', () => esame.approvaLIdea(mondo, id));
  await test.step('il capofila pubblica l’avviso, non più breve del minimo', () => partner.pubblicaLAvviso(mondo, id));
  const [scelta, esclusa] = [partner.unaEmail(), partner.unaEmail()];
  await test.step('due organizzazioni si candidano dal sito pubblico', async () => {
    await partner.siCandida(page, mondo.titolo, 'Cooperativa Il Sentiero', scelta);
    await partner.siCandida(page, mondo.titolo, 'Associazione La Sorgente', esclusa);
  });
  const alNuovo = await test.step('una è scelta e apre il suo account, l’altra no, e lo sanno', () =>
    partner.siSceglie(browser, mondo, id, scelta, esclusa));
  await test.step('il progetto definitivo: azioni e quadro economico', () => progetto.scrivonoIlProgetto(mondo, alNuovo, id));
  await test.step('il progetto è presentato', () => esame.presenta(mondo, id, 4));
  await test.step('il progetto è ammissibile', () => esame.dichiaraAmmissibile(mondo, id));
  await test.step('tre commissari valutano il progetto', () => esame.valutaInTre(mondo, PUNTI_PROGETTO));
  await test.step('la graduatoria e il verbale', () => esame.leggeLaGraduatoria(mondo));
  await test.step('il dirigente approva con meno del chiesto e una prescrizione', () => esame.approvaConPrescrizione(mondo, id));
  await test.step('l’ente legge la decisione e scarica la lettera', () => esame.leggeLaLettera(mondo, id));
  await test.step('la prescrizione è adempiuta, verificata, e il progetto approvato', () => esame.adempie(mondo, id));
  await test.step('il piano si riduce al concesso e la Regione lo approva', () => progetto.rimodula(mondo, id));
  await test.step('il piano in vigore è quello approvato, al centesimo', () => controllaIlPiano(id));
  await test.step('la Regione e gli enti leggono la stessa storia, un evento per ogni atto', () => controllaLaStoria(mondo, id));
  await test.step('tra il progetto presentato e il piano in vigore si legge quanto è cambiato', () => controllaIlConfronto(mondo, id));
});

async function controllaIlPiano(id: string) {
  const leggi = async (testo: string) => (await superutente.query(testo, [id])).rows;
  const versioni = await leggi('select fase, genere, contenuto from versione_progetto where progetto_id = $1 order by numero');
  expect(versioni.map(({ fase, genere }) => `${fase} ${genere}`)).toEqual([
    ...['IDEA PRESENTATA', 'IDEA INTEGRATA', 'IDEA APPROVATA', 'PROGETTO PRESENTATA', 'PROGETTO APPROVATA'],
    ...['RIMODULAZIONE PRESENTATA', 'RIMODULAZIONE APPROVATA'],
  ]);
  const { azioni, voci } = (versioni.at(-1)?.contenuto?.piano ?? { azioni: [], voci: [] }) as {
    azioni: { id: string }[];
    voci: Record<string, string>[];
  };
  expect(await leggi('select id from azione where progetto_id = $1 order by ordine')).toEqual(azioni.map((a) => ({ id: a.id })));
  const vigenti = await leggi(`select azione_id as "azioneId", categoria, organizzazione_id as "organizzazioneId",
    contributo_cents::text as "contributoCents" from voce_budget where progetto_id = $1 order by categoria`);
  expect(vigenti).toEqual(
    voci.map(({ azioneId, categoria, organizzazioneId, contributoCents }) => ({ azioneId, categoria, organizzazioneId, contributoCents })),
  );
  expect(vigenti.map(({ contributoCents }) => contributoCents)).toEqual(['4800000', '3000001']);
  const [progetto] = await leggi(`select stato, b.numero as bando, importo_richiesto_cents::text as richiesto,
    importo_assegnato_cents::text as assegnato from progetto p join bando_versione b on b.id = p.bando_versione_id where p.id = $1`);
  expect(progetto).toEqual({ stato: 'APPROVATO', bando: 2, richiesto: '10000001', assegnato: '7800001' });
}

/** Un evento per ogni atto, nell’ordine della storia. Quante volte si salva da sola una sezione lo decide la mano di chi scrive: quelli non si contano. */
const ATTI = [
  ...['domanda.aperta', 'partner.aggiunto', 'partner.confermato', 'progetto.presentato', 'istruttoria.assegnata', 'integrazione.chiesta'],
  ...['progetto.integrato', 'istruttoria.verificata', 'progetto.ammesso'],
  ...Array.from({ length: 3 }, () => ['valutazione.dichiarata', 'valutazione.conclusa']).flat(),
  ...['valutazione.consolidata', 'progetto.approvato', 'avviso.salvato', 'avviso.salvato', 'avviso.pubblicato'],
  ...['candidatura.inviata', 'candidatura.inviata', 'avviso.chiuso'],
  ...Array.from({ length: 2 }, () => ['candidatura.decisa', 'candidatura.valutata', 'candidatura.decisa']).flat(),
  'candidatura.accolta',
  ...['progetto.definitivoAperto', 'progetto.presentato', 'istruttoria.assegnata', 'istruttoria.verificata', 'progetto.ammesso'],
  ...Array.from({ length: 3 }, () => ['valutazione.dichiarata', 'valutazione.conclusa']).flat(),
  ...['valutazione.consolidata', 'progetto.approvatoConPrescrizioni', 'prescrizione.adempiuta', 'prescrizioni.presentate'],
  ...['prescrizione.verificata', 'progetto.approvato', 'rimodulazione.aperta', 'rimodulazione.presentata', 'rimodulazione.approvata'],
];

async function controllaLaStoria({ titolo, istruisce, alCapofila, alPartner }: Mondo, id: string) {
  const { rows } = await superutente.query(`select atto from evento where progetto_id = $1 and atto <> 'sezione.salvata' order by id`, [
    id,
  ]);
  expect(rows.map(({ atto }) => atto)).toEqual(ATTI);
  for (const page of [istruisce, alCapofila, alPartner]) {
    await page.goto(routes.progetto(id));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titolo);
    const racconto = page.getByRole('region', { name: 'Storia recente' });
    for (const frase of [
      'ha approvato la rimodulazione iniziale',
      'ha presentato la rimodulazione iniziale',
      'ha approvato con prescrizioni',
    ])
      await expect(racconto).toContainText(frase);
    await expect(page.getByRole('region', { name: 'Azioni' })).toContainText('Trasporto sociale');
    await dice(page, '78.000,01');
  }
}

async function controllaIlConfronto({ istruisce: page }: Mondo, id: string) {
  await page.goto(routes.confrontoVersioni(id, { da: 4, a: 7 }));
  await expect(page.getByRole('main')).toContainText('Da 60.000,00 € a 48.000,00 €');
  await expect(page.locator('.delta').filter({ hasText: '−12.000,00 € (−20%)' })).toBeVisible();
}
