import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unProgramma } from './_mondo';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  cruscotto: () => import('@/app/(portale)/cruscotto/page'),
  elenco: () => import('@/app/(portale)/cruscotto/elenco/page'),
  compiti: () => import('@/app/(portale)/compiti/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  return renderToStaticMarkup(await (Pagina as Pagina)({ searchParams: Promise.resolve(domanda) } as never)).replaceAll('&#x27;', '’');
}

/** I numeri premibili di una pagina: quello scritto e la domanda dell'elenco che apre. */
const numeri = (html: string) =>
  [...html.matchAll(/<a [^>]*href="\/cruscotto\/elenco\?([^"]*)"[^>]*>(?:<b>)?([\d.]+)(?: \w+)?(?:<\/b>)?<\/a>/g)].map(
    ([, domanda = '', n = '']) => ({
      domanda: Object.fromEntries(new URLSearchParams(domanda.replaceAll('&amp;', '&'))),
      n: Number(n.replaceAll('.', '')),
    }),
  );

test('ogni numero scritto nel cruscotto è quello nel titolo della pagina che apre', async () => {
  const programma = await unProgramma();
  const attore = programma.oggi(programma.chi.istruttore);
  const html = await apre(attore, 'cruscotto');
  const premibili = numeri(html);
  expect(premibili.length).toBeGreaterThan(20);
  for (const { domanda, n } of premibili) {
    const titolo = /<h1>(\d+)/.exec(await apre(attore, 'elenco', domanda))?.[1];
    expect({ domanda, titolo: Number(titolo) }).toEqual({ domanda, titolo: n });
  }
});

test('il cruscotto dice prima le cause della Regione, e ogni figura ha la sua tabella', async () => {
  const { chi: persone, oggi } = await unProgramma();
  const html = await apre(oggi(persone.dirigente), 'cruscotto');
  expect(html.indexOf('Anticipo non pagato')).toBeLessThan(html.indexOf('>Causa<', html.indexOf('Anticipo non pagato')));
  expect(html).toContain('Dipende dalla Regione:');
  expect(html.match(/Mostra come tabella/g)).toHaveLength(2);
  expect(html).toContain('Mappa di');
});

test('le righe scelte portano alla conferma, senza JavaScript; chi non istruisce non ha i comandi', async () => {
  const { chi: persone, oggi, progetti } = await unProgramma();
  const scelta = { atto: 'sollecita', id: [progetti.inRitardo.id, progetti.colPartner.id] };
  const html = await apre(oggi(persone.istruttore), 'elenco', scelta);
  expect(html).toContain('2 progetti scelti');
  expect(html).toContain('Invia il promemoria');
  expect(await apre(oggi(persone.istruttore), 'elenco', { atto: 'assegna' })).toContain('Scegli almeno una riga');
  const altrui = await apre(oggi(persone.valutatore), 'elenco');
  expect(altrui).not.toContain('Invia un promemoria');
  expect(altrui).toContain('CSV per Excel');
});

test('l’ente vede scadenze, azioni e richieste proprie', async () => {
  const { oggi, progetti } = await unProgramma();
  const capofila = oggi(await progetti.inVista.capofila.attore());
  const html = await apre(capofila, 'compiti');
  expect(html).toContain('Prossime scadenze');
  expect(html).toContain('20/07/2020');
  expect(html).toContain('Le azioni del mio ente');
  const conProroga = await apre(oggi(await progetti.conProroga.capofila.attore()), 'compiti');
  expect(conProroga).toContain('Richieste in corso');
  expect(conProroga).toContain('Proroga n. 1');
  expect(conProroga).toContain('14 giorni');
  const partner = progetti.colPartner.partner[0];
  expect(await apre(oggi(await (partner ?? progetti.colPartner.capofila).attore()), 'compiti')).toContain('Le parti del mio ente');
});

/** Il modulo di esportazione come lo invia il browser, dalla nostra pagina o da un'altra. */
async function scarica(attore: Attore, campi: string, sito = 'same-origin'): Promise<Response> {
  chi.attore = attore;
  const { POST } = await import('@/app/(portale)/cruscotto/esporta/route');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(campi.length), 'sec-fetch-site': sito };
  return POST(new Request('http://localhost:3000/cruscotto/esporta', { method: 'POST', headers, body: campi }));
}

test('l’elenco si scarica da una POST della nostra pagina, riga per riga, nei tre formati', async () => {
  const { chi: persone, oggi } = await unProgramma();
  const istruttore = oggi(persone.istruttore);
  const csv = await scarica(istruttore, 'vista=azioni&formato=csv');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="cantiere-azioni-2020-07-15.csv"');
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(13);
  const xlsx = new Uint8Array(await (await scarica(istruttore, 'vista=progetti&formato=xlsx')).arrayBuffer());
  expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe('PK');
  expect((await scarica(istruttore, 'vista=azioni&formato=pdf')).status).toBe(400);
  expect((await scarica(istruttore, 'formato=csv', 'cross-site')).status).toBe(403);
  expect((await scarica(oggi(persone.capofila), 'formato=csv')).status).toBe(404);
});
