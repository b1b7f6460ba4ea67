import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { browserDi } from '../support/accedi';
import { RIPROVE } from '../support/moduli';
import { type Caso, improntaDi, LETTORI, type Lettore, type Mondo, PERSONE, progettiDi, unMondo } from '../support/mondoHttp';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

let mondo: Mondo;
const contesti = {} as Record<Lettore, BrowserContext>;

test.beforeAll(async ({ browser }) => {
  mondo = await unMondo();
  for (const lettore of LETTORI)
    contesti[lettore] = await browserDi(browser, lettore === 'nessuno' ? null : mondo.persone[lettore].incaricoId);
});
test.afterAll(() => Promise.all(Object.values(contesti).map((contesto) => contesto.close())));

const origine = () => new URL(process.env.CANTIERE_URL ?? '').origin;
const ALTROVE: Record<string, string>[] = [
  { origin: 'https://altrove.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  {},
];

type Scritta = { rapportoId: string; azioneId: string };
const diCaso = ({ rapportoId, progetto }: Caso, azione = 0): Scritta => ({ rapportoId, azioneId: progetto.azioni[azione]?.id ?? '' });

/** Il salvataggio automatico di un'azione, come lo manda il browser. @returns stato e risposta */
async function salva(
  lettore: Lettore,
  scritta: Scritta,
  headers: Record<string, string> = { origin: origine() },
  indirizzo = scritta.rapportoId,
) {
  const percorso = routes.salvaAvanzamento(mondo.a.casi.bozza.progetto.id, indirizzo);
  const multipart = { ...scritta, rev: '1', stato: 'IN_CORSO', percentuale: '77', inizioEffettivo: '01/11/2019' };
  const risposta = await contesti[lettore].request.post(percorso, { multipart, headers, maxRedirects: 0, maxRetries: RIPROVE });
  return { stato: risposta.status(), testo: await risposta.text() };
}

test('il salvataggio automatico rifiuta le relazioni altrui come quelle inventate, e non scrive nulla', async () => {
  const { a, b, c } = mondo;
  const prima = await improntaDi(progettiDi(a, b, c));
  const inventata = { rapportoId: randomUUID(), azioneId: randomUUID() };
  for (const lettore of PERSONE) {
    const attesa = await salva(lettore, inventata);
    expect.soft(attesa, lettore).toEqual({ stato: 409, testo: expect.stringContaining('non esiste o non puoi vederla') });
    const altrui = { capofila: b, partner: b, altroEnte: a, regione: c, altraRegione: a, ricerca: c }[lettore];
    for (const caso of [altrui.casi.bozza, altrui.casi.chiarimenti])
      expect.soft(await salva(lettore, diCaso(caso)), lettore).toEqual(attesa);
  }
  // l'azione di un altro nella propria relazione, quella del capofila per il partner, la bozza per chi la verifica
  const { rapportoId } = a.casi.bozza;
  expect(await salva('capofila', { rapportoId, azioneId: diCaso(b.casi.bozza).azioneId })).toEqual(
    await salva('capofila', { rapportoId, azioneId: randomUUID() }),
  );
  expect(await salva('partner', diCaso(a.casi.bozza))).toEqual({
    stato: 409,
    testo: expect.stringContaining('Puoi scrivere solo sulle azioni del tuo ente.'),
  });
  expect((await salva('regione', diCaso(a.casi.presentata))).stato).toBe(409);
  expect((await salva('ricerca', diCaso(a.casi.approvata))).stato).toBe(409);
  expect(await salva('nessuno', diCaso(a.casi.bozza))).toEqual({ stato: 401, testo: '{"esito":"sessione"}' });
  for (const headers of ALTROVE)
    expect.soft((await salva('capofila', diCaso(a.casi.bozza), headers)).stato, JSON.stringify(headers)).toBe(403);
  expect(await improntaDi(progettiDi(a, b, c))).toEqual(prima);
});

test('l’indirizzo del salvataggio deve dire la stessa relazione del modulo', async () => {
  const { a, b } = mondo;
  const prima = await improntaDi(progettiDi(a, b));
  const [altrui, inventata] = [
    await salva('capofila', diCaso(a.casi.bozza), undefined, b.casi.bozza.rapportoId),
    await salva('capofila', diCaso(a.casi.bozza), undefined, randomUUID()),
  ];
  expect(altrui).toEqual({ stato: 409, testo: expect.stringContaining('non esiste o non puoi vederla') });
  expect(inventata).toEqual(altrui);
  expect(await improntaDi(progettiDi(a, b))).toEqual(prima);
});

const scarica = (
  lettore: Lettore,
  tabella: string,
  form: Record<string, string> = {},
  headers: Record<string, string> = { origin: origine() },
) =>
  contesti[lettore].request.post(routes.scaricaTabella(tabella), {
    form: { formato: 'csv', ...form },
    headers,
    maxRedirects: 0,
    maxRetries: RIPROVE,
  });

test('ognuno scarica la sua Regione; chi non può e ciò che non esiste danno la stessa risposta; da fuori nulla', async () => {
  const { a, b, c, persone } = mondo;
  const titoli = async (progetti: string[]) =>
    (await superutente.query('select codice from progetto where id = any($1)', [progetti])).rows.map(({ codice }): string => codice);
  const [mie, altre] = [await titoli(progettiDi(a, b)), await titoli(progettiDi(c))];
  for (const [lettore, sue, nonSue] of [
    ['ricerca', mie, altre],
    ['regione', mie, altre],
    ['altraRegione', altre, mie],
  ] as const) {
    const risposta = await scarica(lettore, 'azioni');
    const testo = await risposta.text();
    expect
      .soft([risposta.status(), sue.some((codice) => testo.includes(codice)), nonSue.filter((codice) => testo.includes(codice))], lettore)
      .toEqual([200, true, []]);
    expect.soft(risposta.headers()['cache-control'], lettore).toContain('no-store');
  }
  const { rows } = await superutente.query(`select count(*)::int as n from evento where attore_id = any($1) and atto like 'ricerca.%'`, [
    Object.values(persone).map(({ id }) => id),
  ]);
  expect(rows[0].n).toBe(3);
  const inventata = await scarica('ricerca', 'inventata');
  for (const lettore of ['capofila', 'partner', 'altroEnte'] as const) {
    const risposta = await scarica(lettore, 'azioni');
    expect.soft([risposta.status(), await risposta.text()], lettore).toEqual([404, await inventata.text()]);
  }
  expect((await scarica('nessuno', 'azioni')).headers().location).toBe('/accesso?torna=%2Fricerca%2Ftabelle');
  for (const headers of ALTROVE) expect.soft((await scarica('ricerca', 'azioni', {}, headers)).status(), JSON.stringify(headers)).toBe(403);
  // il bando di un'altra Regione vale quanto uno che non esiste
  const [altrui, inesistente] = [
    await scarica('ricerca', 'azioni', { bando: c.regione.bandoId }),
    await scarica('ricerca', 'azioni', { bando: randomUUID() }),
  ];
  expect([altrui.status(), await altrui.text()]).toEqual([inesistente.status(), await inesistente.text()]);
});

test('next-auth non dice chi sei, e non cambia nulla con una GET o da un altro sito', async () => {
  const { request } = contesti.capofila;
  expect(Object.keys(await (await request.get('/api/auth/session')).json())).toEqual(['expires']);
  expect(await (await contesti.nessuno.request.get('/api/auth/session')).json()).toEqual({});
  for (const headers of ALTROVE)
    await request.post('/api/auth/signout', { headers, form: { csrfToken: 'x' }, maxRedirects: 0, maxRetries: RIPROVE });
  await request.get('/api/auth/signout', { maxRedirects: 0, maxRetries: RIPROVE });
  expect((await request.get(routes.compiti(), { maxRedirects: 0, maxRetries: RIPROVE })).status()).toBe(200);
  expect((await request.get('/api/auth/inventato', { maxRedirects: 0, maxRetries: RIPROVE })).status()).toBeLessThan(500);
});
