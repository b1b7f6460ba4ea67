import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { attiDelGenere, GENERI } from '@/lib/eventi/generi';
import { leggiStoria } from '@/lib/progetti/queriesStoria';
import { unUtente } from '@/tests/support/builders';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { type Pratica, unaPratica } from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

/** La storia intera di un progetto, una pagina per volta: nulla si perde, nulla si ripete, ciascuno vede ciò che può. */

const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

let pratica: Pratica;
let progetto: Progetto;
const ATTI = ['rapporto.presentato', 'proroga.presentata', 'progetto.sospeso', 'domanda.aperta', 'avanzamento.salvato', 'parte.consegnata'];
beforeEach(async () => {
  pratica = await unaPratica();
  progetto = pratica.progetto;
});

async function scrivi(atto: string, organizzazioneId = progetto.capofila.id, ruolo = 'REFERENTE', riservato = false): Promise<void> {
  await inserisci(superutente, 'evento', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, atto, oggetto: 'progetto', oggetto_id: progetto.id, riservato },
    ...{ organizzazione_id: organizzazioneId, ruolo, attore_id: progetto.capofila.utente.id },
  });
}
/** Tutte le pagine, una dopo l'altra. */
async function tutte(attore: Attore, filtri: object = {}): Promise<string[]> {
  const atti: string[] = [];
  let prima: string | undefined;
  for (let giri = 0; giri < 20; giri++) {
    const pagina = await leggiStoria(attore, progetto.id, { ...filtri, prima } as never);
    if (!pagina) throw new Error('La storia non si vede.');
    atti.push(...pagina.eventi.map(({ id, atto }) => `${id} ${atto}`));
    if (pagina.seguente === null) return atti;
    prima = pagina.seguente;
  }
  throw new Error('Le pagine non finiscono.');
}

test('una pagina per volta si legge tutto, una volta sola, dal più recente; i salvataggi non si raccontano', async () => {
  for (let n = 0; n < 66; n++) await scrivi(ATTI[n % ATTI.length] ?? 'prova');
  const atti = await tutte(pratica.chi.referente);
  expect(atti).toHaveLength(55);
  expect(new Set(atti).size).toBe(55);
  const numeri = atti.map((atto) => Number(atto.split(' ', 1)[0]));
  expect(numeri).toEqual([...numeri].sort((a, b) => b - a));
  expect(atti.join()).not.toContain('avanzamento.salvato');
});

test('un atto che arriva mentre si sfoglia non fa saltare né ripetere nulla', async () => {
  for (let n = 0; n < 40; n++) await scrivi('rapporto.presentato');
  const prima = await leggiStoria(pratica.chi.referente, progetto.id, {});
  await scrivi('progetto.sospeso');
  const seconda = await leggiStoria(pratica.chi.referente, progetto.id, { prima: prima?.seguente ?? undefined });
  const visti = [...(prima?.eventi ?? []), ...(seconda?.eventi ?? [])].map(({ id }) => id);
  expect(visti).toHaveLength(40);
  expect(new Set(visti).size).toBe(40);
});

test('si filtra per genere e per organizzazione', async () => {
  for (const atto of ATTI) await scrivi(atto);
  await scrivi('rapporto.approvato', progetto.regione.organizzazioneId, 'DIRIGENTE');
  const codici = async (filtri: object) => (await tutte(pratica.chi.referente, filtri)).map((atto) => atto.split(' ')[1]);
  for (const genere of GENERI) {
    const ammessi = attiDelGenere(genere);
    const trovati = await codici({ genere });
    expect(trovati.length).toBeGreaterThan(0);
    expect(trovati.every((atto) => ammessi.includes(atto ?? ''))).toBe(true);
  }
  expect(await codici({ ente: progetto.regione.organizzazioneId })).toEqual(['rapporto.approvato']);
  expect(await codici({ ente: progetto.regione.organizzazioneId, genere: 'modifiche' })).toEqual([]);
});

test('la Regione non vede gli atti riservati; un estraneo, un’altra Regione e la ricerca non vedono nulla', async () => {
  await scrivi('rapporto.presentato');
  await scrivi('parte.consegnata', progetto.capofila.id, 'REFERENTE', true);
  expect(await tutte(pratica.chi.partner)).toHaveLength(2);
  expect((await tutte(pratica.chi.dirigente)).map((atto) => atto.split(' ')[1])).toEqual(['rapporto.presentato']);
  for (const persona of ['estraneo', 'altraRegione'] as const)
    expect(await leggiStoria(pratica.chi[persona], progetto.id, {}), persona).toBeNull();
  await expect(leggiStoria(pratica.chi.ricercatore, progetto.id, {})).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
});

async function disegna(attore: Attore, domanda: object = {}, id = progetto.id): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await import('@/app/(portale)/progetti/[id]/storia/page');
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup((await Pagina(props)) as ReactElement).replaceAll('&#x27;', '’');
}

test('la pagina dice chi e che cosa, segna gli atti ufficiali e porta agli atti precedenti', async () => {
  const vuota = await disegna(pratica.chi.referente);
  expect(vuota).toContain('Nessun atto registrato');
  for (let n = 0; n < 31; n++) await scrivi('rapporto.presentato');
  const html = await disegna(pratica.chi.referente, { genere: 'inventato', ente: 'x', prima: '-1' });
  expect(html).toContain('ha presentato la relazione');
  expect(html).toContain('class="key"');
  expect(html).toContain('Atti precedenti');
  expect(html).toContain('Solo atti ufficiali');
  expect(await disegna(pratica.chi.referente, { genere: 'modifiche' })).toContain('Nessun atto con questi filtri');
  const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
  await expect(disegna(pratica.chi.estraneo)).rejects.toMatchObject(nonTrovata);
  await expect(disegna(pratica.chi.referente, {}, 'x')).rejects.toMatchObject(nonTrovata);
  const altro = await unProgetto({ regione: progetto.regione });
  await expect(disegna(pratica.chi.referente, {}, altro.id)).rejects.toMatchObject(nonTrovata);
  const dirigente = await (await unUtente({ regione: progetto.regione, ruolo: 'DIRIGENTE' })).attore();
  expect(await disegna(dirigente, {}, altro.id)).toContain('Nessun atto registrato');
});
