import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { fondiEnti } from '@/lib/enti/commands/fondiEnti';
import { leggiProgetto } from '@/lib/progetti/queriesProgetto';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';

/** La pagina della fusione disegnata davvero: prima si sceglie, poi si vede che cosa passa, poi si registra. */

const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));

async function disegna(attore: Attore, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await import('@/app/(portale)/enti/fusione/page');
  return renderToStaticMarkup((await Pagina({ searchParams: Promise.resolve(domanda) } as never)) as ReactElement).replaceAll(
    '&#x27;',
    '’',
  );
}

test('il dirigente sceglie, vede che cosa passa e conferma; gli altri leggono soltanto; dopo, si dice in chi è confluito', async () => {
  const regione = await unaRegione();
  const [vecchio, nuovo] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila: vecchio });
  const dirigente = await (await unUtente({ regione, ruolo: 'DIRIGENTE' })).attore();
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  const scelta = { da: vecchio.id, a: nuovo.id, dal: '01/07/2020' };

  const prima = await disegna(dirigente);
  expect(prima).toContain('Mostra che cosa passa');
  expect(prima).not.toContain('Registra la fusione');
  const conferma = await disegna(dirigente, scelta);
  for (const visto of [
    'Registra la fusione',
    'Non si annulla',
    '1 persona avrà',
    `/progetti/${progetto.id}`,
    'value="2020-07-01"',
    'Capofila',
  ])
    expect(conferma).toContain(visto);
  expect(await disegna(dirigente, { ...scelta, dal: '31/02/2020' })).toContain('Scrivi una data come 01/07/2020.');
  expect(await disegna(dirigente, { ...scelta, a: vecchio.id })).toContain('Scegli due enti diversi');
  expect(await disegna(dirigente, { ...scelta, dal: '01/07/2199' })).toContain('oggi o passata');
  const soloLettura = await disegna(istruttore, scelta);
  expect(soloLettura).toContain('la registra un dirigente');
  expect(soloLettura).not.toContain('<form');

  await fondiEnti(dirigente, { da: vecchio.id, a: nuovo.id, dal: '2020-07-01', atto: 'D.P.G.R. 12', dataAtto: '2020-06-15' });
  const dopo = await disegna(dirigente, { esito: 'fusi' });
  expect(dopo).toContain('Fusione registrata');
  expect(dopo).toContain(`${vecchio.denominazione}, confluito in ${nuovo.denominazione} dal 01/07/2020 (D.P.G.R. 12 del 15/06/2020)`);
  const letto = await leggiProgetto(dirigente, progetto.id);
  expect(letto?.progetto.enti).toMatchObject([
    { id: nuovo.id, ruolo: 'CAPOFILA', confluita: null, al: null },
    { id: vecchio.id, confluita: { in: nuovo.denominazione, dal: '2020-07-01' }, al: '2020-06-30' },
  ]);
});
