import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { consolidaValutazione } from '@/lib/valutazione/commands/consolidaValutazione';
import { esoneraCommissario } from '@/lib/valutazione/commands/esoneraCommissario';
import { salvaValutazione } from '@/lib/valutazione/commands/salvaValutazione';
import { unUtente } from '@/tests/support/builders';
import { superutente } from '@/tests/support/superutente';
import { conclude, dichiara, type Seduta, scheda, tuttiConcludono, unaSeduta } from './_mondo';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  valutazioni: () => import('@/app/(portale)/valutazioni/page'),
  valutazione: () => import('@/app/(portale)/valutazioni/[progettoId]/page'),
  commissione: () => import('@/app/(portale)/bandi/[id]/commissione/page'),
  graduatoria: () => import('@/app/(portale)/bandi/[id]/graduatoria/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const apreDomanda = (attore: Attore, { domanda, fase }: Seduta) => apre(attore, 'valutazione', { progettoId: domanda.id }, { fase });
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

/** Una frase che sta soltanto dentro la domanda presentata. */
async function fraseSegreta({ domanda }: Seduta): Promise<string> {
  const frase = `Frase ${domanda.id.slice(0, 8)}`;
  await superutente.query(`alter table versione_progetto disable trigger solo_aggiunte`);
  await superutente.query(
    `update versione_progetto set contenuto = jsonb_set(contenuto, '{sezioni,prova}', jsonb_build_object('x', $2::text)) where progetto_id = $1`,
    [domanda.id, frase],
  );
  await superutente.query(`alter table versione_progetto enable trigger solo_aggiunte`);
  return frase;
}

test('prima di dichiarare si vede il titolo e nient’altro; dopo si legge; con un conflitto è chiusa', async () => {
  const seduta = await unaSeduta({ fase: 'PROGETTO' });
  const [prima, seconda, terza] = seduta.commissari;
  const frase = await fraseSegreta(seduta);
  const chiusa = await apreDomanda(prima, seduta);
  expect(chiusa).toContain(seduta.domanda.titolo);
  expect(chiusa).toContain('Non ho conflitti di interesse');
  for (const nascosto of [frase, seduta.domanda.capofila.denominazione, 'punti.qualita']) expect(chiusa).not.toContain(nascosto);

  await dichiara(seduta, prima);
  const aperta = await apreDomanda(prima, seduta);
  for (const visto of [frase, 'name="punti.qualita"', 'Progetto definitivo', 'Concludi la scheda']) expect(aperta).toContain(visto);

  await dichiara(seduta, seconda, 'PRESENTE');
  const astenuta = await apreDomanda(seconda, seduta);
  expect(astenuta).toContain('Hai dichiarato un conflitto');
  expect(astenuta).not.toContain(frase);
  await expect(
    apreDomanda(await (await unUtente({ regione: seduta.bando.regione, ruolo: 'ISTRUTTORE' })).attore(), seduta),
  ).rejects.toMatchObject(nonTrovata);
  if (!terza) throw new Error('Servono tre commissari.');
  expect(await apre(terza, 'valutazioni')).toContain('1 domanda aspetta te.');
});

test('chi ha concluso aspetta, chi presiede consolida, poi tutti leggono il risultato', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const [prima, seconda] = seduta.commissari;
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  await conclude(seduta, prima, 30);
  expect(await apreDomanda(prima, seduta)).toMatch(/Vedrai i punteggi degli altri quando avranno concluso anche/);
  expect(await apreDomanda(seconda, seduta)).not.toContain('Le schede dei commissari');
  await conclude(seduta, seconda, 10);
  const daConsolidare = await apreDomanda(prima, seduta);
  for (const visto of ['Scarto di 20 punti', 'Proposto: 20,00', 'name="giudizio"', 'Le schede dei commissari'])
    expect(daConsolidare).toContain(visto);
  await consolidaValutazione(prima, { ...seduta.scelta, motivazione: 'Giudizio della commissione', criteri: {} });
  const dirigente = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'DIRIGENTE' })).attore();
  for (const attore of [seconda, dirigente]) expect(await apreDomanda(attore, seduta)).toContain('Valutazione della commissione');
});

test('la graduatoria e la commissione; chi non è dirigente legge e non nomina', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [40, 40]);
  await consolidaValutazione(seduta.commissari[0], { ...seduta.scelta, motivazione: 'Giudizio della commissione', criteri: {} });
  const dirigente = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'DIRIGENTE' })).attore();
  const graduatoria = await apre(dirigente, 'graduatoria', { id: seduta.bando.id }, { fase: 'IDEA' });
  for (const visto of [seduta.domanda.titolo, '80,00', 'Verbale (PDF)']) expect(graduatoria).toContain(visto);
  expect(await apre(dirigente, 'graduatoria', { id: seduta.bando.id })).toContain('Nessuna domanda valutata');
  const commissione = await apre(dirigente, 'commissione', { id: seduta.bando.id }, { esito: 'nominato' });
  for (const visto of ['Commissario nominato.', 'Atto di nomina', 'Ha già dichiarato', 'Affida la presidenza'])
    expect(commissione).toContain(visto);
  const letta = await apre(seduta.commissari[1], 'commissione', { id: seduta.bando.id });
  expect(letta).toContain('La commissione la nomina un dirigente');
  expect(letta).not.toContain('<form');
});

test('chi dirige vede chi tarda e lo può esonerare; dopo si legge l’atto, e nessun comando resta su chi è uscito', async () => {
  const seduta = await unaSeduta();
  const [prima, seconda, terza] = seduta.commissari;
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  for (const attore of [prima, seconda]) await conclude(seduta, attore, 30);
  if (!terza) throw new Error('Servono tre commissari.');
  await salvaValutazione(terza, { ...seduta.scelta, rev: 0, punteggi: scheda(seduta, 5) });
  const dirigente = await (await unUtente({ regione: seduta.bando.regione, ruolo: 'DIRIGENTE' })).attore();
  const commissione = () => apre(dirigente, 'commissione', { id: seduta.bando.id });
  const aperta = await commissione();
  for (const visto of [
    '0 su 1',
    '1 su 1',
    'Esonera dalla commissione',
    'Atto di esonero',
    'Nessun sostituto',
    'affida prima la presidenza',
  ])
    expect(aperta).toContain(visto);
  const { rows } = await superutente.query('select id from commissario where utente_id = $1', [terza.utenteId]);
  const atto = { bandoId: seduta.bando.id, commissarioId: rows[0].id, atto: 'D.D. 31/2020', sostitutoId: null };
  await esoneraCommissario(dirigente, atto);
  const dopo = await commissione();
  expect(dopo).toContain('D.D. 31/2020');
  expect(dopo).not.toContain(`esonera-${rows[0].id}`);
  expect(await apreDomanda(prima, seduta)).toContain('Consolida la valutazione');
  expect(await apreDomanda(terza, seduta)).not.toContain('Scarto'); // la sua scheda a metà non entra tra quelle che valgono
});

test('chi si è astenuto non fa aspettare; se resta una scheda sola lo si dice', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const [prima, seconda] = seduta.commissari;
  await dichiara(seduta, prima);
  await dichiara(seduta, seconda, 'PRESENTE');
  await conclude(seduta, prima, 30);
  expect(await apreDomanda(prima, seduta)).toContain('il dirigente può nominare un altro commissario');
});

test('il verbale si scarica in Regione come PDF; agli altri, o con un indirizzo storto, no', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const { GET } = await import('@/app/(portale)/bandi/[id]/graduatoria/verbale/route');
  const chiede = (attore: unknown, id = seduta.bando.id, fase = 'IDEA') => {
    chi.attore = attore;
    return GET(new Request(`http://localhost/bandi/${id}/graduatoria/verbale?fase=${fase}`), { params: Promise.resolve({ id }) });
  };
  const [prima] = seduta.commissari;
  const risposta = await chiede(prima);
  expect(risposta.headers.get('content-type')).toBe('application/pdf');
  expect(risposta.headers.get('content-disposition')).toMatch(/^attachment; filename="verbale-B-[\w-]+-idea\.pdf"$/);
  expect(new TextDecoder().decode((await risposta.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
  expect((await chiede(await seduta.domanda.capofila.attore())).status).toBe(404);
  expect((await chiede(prima, 'x')).status).toBe(404);
  expect((await chiede(prima, seduta.bando.id, 'ALTRA')).status).toBe(404);
  expect((await chiede(null)).status).toBe(303);
});

test.for(['valutazione', 'commissione', 'graduatoria'] as const)('%s di un indirizzo storto o inventato non esiste', async (pagina) => {
  const seduta = await unaSeduta({ quanti: 2 });
  for (const id of ['1', '0190a5f0-0000-7000-8000-000000000001'])
    await expect(apre(seduta.commissari[0], pagina, { id, progettoId: id })).rejects.toMatchObject(nonTrovata);
});
