import { type Browser, expect } from '@playwright/test';
import { DirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { routes } from '@/lib/routes';
import { paginaDi } from '../support/accedi';
import { unaRegione, unEnte, unUtente } from '../support/builders';
import { unProgetto } from '../support/buildersProgetto';
import { esigiSenzaDifetti } from '../support/difetti';
import { test } from '../support/prova';
import { scaricato } from '../support/scaricato';

/** La rete nel browser: la ricerca apre l'ondata, il capofila dichiara, il disegno si vede e il GraphML si apre altrove. */

async function unMondo(browser: Browser) {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  const { incaricoId } = await unUtente({ regione, ruolo: 'RICERCATORE' });
  const ricerca = await paginaDi(browser, incaricoId);
  const ente = await paginaDi(browser, capofila.utente.incaricoId);
  return { capofila, partner, progetto, ricerca, ente };
}

test('l’ondata si apre, il capofila aggiunge un’organizzazione e un legame, la rete si disegna e si scarica', async ({ browser }) => {
  test.setTimeout(300_000); // due pagine con axe: su una macchina carica sono minuti
  const { capofila, partner, progetto, ricerca, ente } = await unMondo(browser);
  await ente.goto(routes.reteProgetto(progetto.id));
  await expect(ente.getByText('Nessuna rilevazione della rete')).toBeVisible();

  await ricerca.goto(routes.rete());
  await ricerca.getByLabel('Mese di riferimento').fill('13/2020');
  await ricerca.getByRole('button', { name: 'Apri l’ondata' }).click();
  await expect(ricerca.getByLabel('Mese di riferimento')).toHaveAccessibleDescription(/per esempio 04\/2020/);
  await ricerca.getByLabel('Mese di riferimento').fill('04/2020');
  await ricerca.getByRole('button', { name: 'Apri l’ondata' }).click();
  await expect(ricerca.getByRole('heading', { name: 'Ondata 0, aprile 2020' })).toBeVisible();

  await ente.goto(routes.reteProgetto(progetto.id));
  await ente.getByLabel('Nome dell’organizzazione').fill('Centro per l’impiego di prova');
  await ente.getByLabel('Che organizzazione è').selectOption('Centro per l’impiego');
  await ente.getByRole('button', { name: 'Aggiungi l’organizzazione' }).click();
  await expect(ente.getByText('L’organizzazione è nella rete.')).toBeVisible();
  for (const [verso, quanto, prima] of [
    ['Centro per l’impiego di prova', '2. Coordinamento', 'No'],
    [partner.denominazione, '4. Realizzazione insieme, con risorse in comune', 'Sì'],
  ] as const) {
    const opzione = (nome: string) => ente.getByLabel('Chi', { exact: true }).locator('option', { hasText: nome }).textContent();
    await ente.getByLabel('Chi', { exact: true }).selectOption((await opzione(capofila.denominazione)) ?? '');
    await ente.getByLabel('Verso chi').selectOption((await opzione(verso)) ?? '');
    await ente.getByLabel('Quanto è forte').selectOption(quanto);
    await ente.getByRole('radio', { name: prima, exact: true }).check();
    await ente.getByRole('button', { name: 'Registra il legame' }).click();
    await expect(ente.getByRole('row', { name: new RegExp(verso) })).toContainText(quanto);
  }
  const disegno = ente.getByRole('img', { name: 'Rete del progetto, Ondata 0, aprile 2020' });
  await expect(disegno).toBeVisible();
  await expect(disegno.locator('circle')).toHaveCount(3);
  await expect(disegno.locator('line')).toHaveCount(2);
  await esigiSenzaDifetti(ente);

  await ricerca.goto(routes.rete());
  await expect(ricerca.getByRole('row', { name: /Progetto/ }).last()).toContainText('0,67');
  await esigiSenzaDifetti(ricerca);
  const { nome, contenuto } = await scaricato(ricerca, 'GraphML');
  expect(nome).toBe('cantiere-rete-ondata-0.graphml');
  const grafo = parse(DirectedGraph, contenuto.toString('utf8'));
  expect([grafo.order, grafo.size]).toEqual([3, 2]);
  expect(grafo.mapNodes((_, { nome: chi }) => chi)).toContain('Centro per l’impiego di prova');
  expect(grafo.mapEdges((_, { intensita }) => intensita).sort()).toEqual([2, 4]);

  await ricerca.getByRole('link', { name: 'Chiudi l’ondata' }).click();
  await ricerca.getByRole('dialog').getByRole('button', { name: 'Chiudi l’ondata' }).click();
  await expect(ricerca.getByText('L’ondata è chiusa.')).toBeVisible();
  await ente.goto(routes.reteProgetto(progetto.id));
  await expect(ente.getByText('Rilevazione chiusa.')).toBeVisible();
  await expect(ente.getByRole('button', { name: 'Registra il legame' })).toHaveCount(0);
});
