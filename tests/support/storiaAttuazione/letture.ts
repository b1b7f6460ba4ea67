import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { superutente } from '../superutente';
import { type Mondo, righe, testi } from './mondo';

/** Ciò che si controlla a ogni passo: storia, versioni, calendario, cruscotto, segnali. */

/** Quanti atti la Regione ha già letto, per progetto: a ogni passo se ne aspetta uno per atto e nessuno di più. */
const raccontati = new Map<string, number>();

/**
 * La storia letta dalla Regione ha in più, rispetto all'ultima volta, esattamente questi atti, dal primo all'ultimo: «La Regione (dirigente) …». Una
 * pagina ne mostra trenta: tra un controllo e l'altro ne accadono meno.
 */
export async function laStoriaAggiunge({ istruisce: page, id }: Mondo, nuovi: string[]): Promise<void> {
  await page.goto(routes.storia(id));
  const frasi = (await testi(page.locator('ol.tl li'))).map((frase) => frase.replace(/^\d+ \w+ \d{4} ?/u, ''));
  expect.soft(frasi.slice(0, nuovi.length).reverse()).toEqual(nuovi);
  const totale = (raccontati.get(id) ?? 0) + nuovi.length;
  if (totale <= 30) expect.soft(frasi).toHaveLength(totale);
  raccontati.set(id, totale);
}

/** Scadenza e stato di ogni periodo, come li legge la Regione; quanto manca, che cambia ogni giorno, non si guarda. */
async function calendario(page: Page, id: string): Promise<string[]> {
  await page.goto(routes.calendario(id));
  const badge = await testi(page.getByRole('table', { name: 'Periodi del progetto, dal primo' }).locator('tbody .badge'));
  const lette = await righe(page, 'Periodi del progetto, dal primo');
  return lette.map(
    ([, scadenza = ''], n) => `${scadenza.replace(/, (tra \d+ giorni|domani|oggi|\d+ giorn[oi] di ritardo)/, '')}: ${badge[n]}`,
  );
}

/** Le scadenze congelate: di un periodo presentato non deve cambiare nemmeno un byte. */
export async function presentati(id: string): Promise<string[]> {
  const { rows } = await superutente.query(
    `select numero || ' ' || dal || ' ' || al || ' ' || scadenza || ' ' || coalesce(scadenza_originaria::text, '-') || ' ' || presentato_il as p
     from periodo where progetto_id = $1 and presentato_il is not null order by numero`,
    [id],
  );
  return rows.map(({ p }) => p);
}

export type Atteso = { storia: string[]; calendario: string[]; cifre: Record<string, number>; attese: string[]; segnali: string[] };

/** A un passo della storia: ogni atto una volta, le date in vigore, i numeri con i loro elenchi, chi si aspetta e i segnali. */
export async function controlla(mondo: Mondo, { storia, ...atteso }: Atteso): Promise<void> {
  await laStoriaAggiunge(mondo, storia);
  const letti = { calendario: await calendario(mondo.istruisce, mondo.id), ...(await cruscotto(mondo)) };
  const visti = await segnali(mondo.istruisce, mondo.id);
  // di due segnali uguali in tutto decide l'identificativo: qui conta che ci siano tutti, e prima quelli della Regione
  expect.soft({ ...letti, segnali: visti.toSorted() }).toEqual({ ...atteso, segnali: atteso.segnali.toSorted() });
  expect
    .soft(visti.map((segnale) => segnale.endsWith('| La Regione')).join(), 'prima le cause della Regione')
    .toMatch(/^(true,?)*(false,?)*$/);
  expect.soft(await numeriComeGliElenchi(mondo)).toBeGreaterThan(10);
}

/** Le cinque cifre del cruscotto della Regione, e chi deve fare la prossima mossa. */
async function cruscotto({ istruisce: page }: Mondo): Promise<{ cifre: Record<string, number>; attese: string[] }> {
  await page.goto(routes.cruscotto());
  const voci = page.locator('dl.tiles > div');
  const [nomi, numeri] = [await testi(voci.locator('dt')), await testi(voci.locator('dd:first-of-type'))];
  const attese = page.getByRole('table', { name: 'Progetti in attesa, per chi deve muovere' });
  return {
    cifre: Object.fromEntries(nomi.map((nome, n) => [nome, Number(numeri[n])]).filter(([, n]) => n !== 0)),
    attese: (await attese.count()) === 0 ? [] : (await righe(page, 'Progetti in attesa, per chi deve muovere')).map((r) => r.join(' | ')),
  };
}

/** Ogni numero del cruscotto è la lunghezza dell'elenco che apre. @returns quanti se ne sono controllati */
async function numeriComeGliElenchi({ istruisce: page }: Mondo): Promise<number> {
  await page.goto(routes.cruscotto());
  const porte = await page
    .locator('main a[href*="/cruscotto/elenco"]')
    .evaluateAll((nodi) => nodi.map((a) => ({ testo: a.textContent ?? '', href: a.getAttribute('href') ?? '' })));
  const numeri = porte.flatMap(({ testo, href }) => {
    const n = /^(\d+)( azion[ei]| progett[io])?$/.exec(testo.trim())?.[1];
    return n === undefined ? [] : [{ n, href }];
  });
  await Promise.all(
    numeri.map(async ({ n, href }) => {
      const elenco = await (await page.request.get(href)).text();
      expect.soft(/<h1[^>]*>(\d+) /.exec(elenco)?.[1], href).toBe(n);
      expect.soft(elenco.match(/<input[^>]*aria-label="Scegli /g)?.length ?? 0, href).toBe(Number(n));
    }),
  );
  return numeri.length;
}

/** I segnali di un progetto, dal primo: titolo e chi può agire. */
async function segnali(page: Page, id: string): Promise<string[]> {
  await page.goto(routes.segnali(id));
  const voci = page.locator('main ul.segnali > li');
  const [titoli, chi] = [await testi(voci.locator('h3')), await testi(voci.locator('p.meta'))];
  return titoli.map((titolo, n) => `${titolo} | ${/Può agire: ([^.]+)\./.exec(chi[n] ?? '')?.[1] ?? ''}`);
}

/** Che cosa dice il confronto tra due versioni, riga per riga. */
export async function confronto(page: Page, id: string, da: number, a: number): Promise<string[]> {
  await page.goto(routes.confrontoVersioni(id, { da, a }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dalla versione ${da} alla versione ${a}`);
  return testi(page.locator('main section h2, main section .pt-2'));
}

const DEL_PIANO = [
  'versione_progetto',
  'azione',
  'azione_destinatari',
  'quantita',
  'voce_budget',
  'partecipazione',
  'convenzione',
  'periodo',
];

/** Ogni byte del piano in vigore e di ciò che ne discende. */
export async function fotografia(id: string): Promise<Record<string, string[]>> {
  const lette = DEL_PIANO.map(async (tabella) => {
    const { rows } = await superutente.query(`select to_jsonb(t)::text as r from ${tabella} t where progetto_id = $1 order by 1`, [id]);
    return [tabella, rows.map(({ r }) => String(r))] as const;
  });
  return Object.fromEntries(await Promise.all(lette));
}
