import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { accogliModifica } from '@/lib/modifiche/commands/accogliModifica';
import { prendiInCaricoModifica } from '@/lib/modifiche/commands/prendiInCaricoModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { leggiModifica } from '@/lib/modifiche/queriesModifica';
import type { ModificaDaAprire } from '@/lib/modifiche/schema';
import { elencaRichieste, FiltriRichieste } from '@/lib/richieste/queries';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { conDate, daDecidere, type InCorso, sposta, unaBozza, unProgettoInCorso } from '@/tests/support/progettoInCorso';
import { unRicercatore } from '@/tests/support/ricercatore';
import { superutente } from '@/tests/support/superutente';

/** Le pagine e gli atti come li chiama Next, con chi chiede al posto della sessione: i permessi restano quelli del database. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
const NOSTRE = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ ...NOSTRE, 'next-action': 'x' }),
  cookies: async () => ({ get: () => undefined }),
}));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  modifiche: () => import('@/app/(portale)/progetti/[id]/modifiche/page'),
  azione: () => import('@/app/(portale)/progetti/[id]/azioni/[azioneId]/page'),
  modifica: () => import('@/app/(portale)/progetti/[id]/modifiche/[richiestaId]/page'),
  richieste: () => import('@/app/(portale)/richieste/page'),
  coda: () => import('@/app/(portale)/coda/page'),
  progetto: () => import('@/app/(portale)/progetti/[id]/page'),
  versioni: () => import('@/app/(portale)/progetti/[id]/versioni/page'),
  versione: () => import('@/app/(portale)/progetti/[id]/versioni/[numero]/page'),
  confronto: () => import('@/app/(portale)/progetti/[id]/versioni/confronto/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const apreModifica = (attore: Attore, { progetto }: InCorso, richiestaId: string, domanda: object = {}) =>
  apre(attore, 'modifica', { id: progetto.id, richiestaId }, domanda);

const decodifica = (testo: string) =>
  testo.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const attributo = (tag: string, nome: string) => decodifica(new RegExp(` ${nome}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** I campi del primo modulo che ha quel campo, come li manda un browser senza JavaScript. */
function campiDelModulo(html: string, conCampo: string): Record<string, string> {
  const modulo = html.split('<form').find((pezzo) => pezzo.split('</form>')[0]?.includes(` name="${conCampo}"`)) ?? '';
  const dentro = modulo.split('</form>')[0] ?? '';
  const campi: [string, string][] = [];
  for (const [tag] of dentro.matchAll(/<input[^>]*>/g))
    if (!/type="(checkbox|radio|file)"/.test(tag) || / checked=""/.test(tag)) campi.push([attributo(tag, 'name'), attributo(tag, 'value')]);
  for (const [, tag = '', testo = ''] of dentro.matchAll(/(<textarea[^>]*>)([^<]*)<\/textarea>/g))
    campi.push([attributo(tag, 'name'), decodifica(testo)]);
  for (const [, tag = '', opzioni = ''] of dentro.matchAll(/(<select[^>]*>)(.*?)<\/select>/g)) {
    const scelta = /<option value="([^"]*)" selected="">/.exec(opzioni) ?? /<option value="([^"]*)"/.exec(opzioni);
    campi.push([attributo(tag, 'name'), decodifica(scelta?.[1] ?? '')]);
  }
  return Object.fromEntries(campi);
}

type Azione = (stato: FormState, dati: FormData) => Promise<FormState>;
/** Invia un modulo: dove porta, o perché è rifiutato. */
async function invia(
  attore: Attore,
  nome: 'apriAction' | 'salvaAction' | 'presentaAction' | 'accogliAction',
  campi: Record<string, string>,
) {
  chi.attore = attore;
  const azioni = await import('@/app/(portale)/progetti/[id]/modifiche/actions');
  const dati = new FormData();
  for (const [chiave, valore] of Object.entries(campi)) dati.append(chiave, valore);
  try {
    return { stato: await (azioni[nome] as Azione)(STATO_INIZIALE, dati), dove: '' };
  } catch (error) {
    const { digest } = error as { digest?: string };
    if (!digest?.startsWith('NEXT_REDIRECT')) throw error;
    return { stato: null, dove: digest.split(';')[2] ?? '' };
  }
}
const apreRichiesta = async ({ progetto, chi: { referente } }: InCorso, dominio: ModificaDaAprire['dominio']) => {
  const { dove } = await invia(referente, 'apriAction', { progettoId: progetto.id, dominio });
  return dove.split('/').at(-1)?.split('?')[0] ?? '';
};

const DOMINI = ['budget', 'azioni', 'partner', 'destinatari', 'cronoprogramma', 'referente', 'sede', 'dati_bancari'] as const;

test('ogni ambito: il modulo reinviato com’è, anche senza JavaScript, non cambia nulla', async () => {
  const incorso = await unProgettoInCorso();
  for (const dominio of DOMINI) {
    const richiestaId = await apreRichiesta(incorso, dominio);
    const html = await apreModifica(incorso.chi.operatore, incorso, richiestaId, { esito: 'aperta' });
    const campi = campiDelModulo(html, 'motivazione');
    expect(Object.keys(campi).length, dominio).toBeGreaterThan(5);
    expect(await invia(incorso.chi.operatore, 'salvaAction', campi), dominio).toMatchObject({
      stato: null,
      dove: expect.stringContaining('esito=salvata'),
    });
    const letta = await leggiModifica(incorso.chi.referente, incorso.progetto.id, richiestaId);
    expect(letta?.richiesta.operazioni, dominio).toEqual([]);
  }
});

test('dal modulo alla versione: si scrive, si salva, si vede che cosa cambia e si comunica', async () => {
  const incorso = await unProgettoInCorso();
  const { chi: persone, progetto } = incorso;
  const richiestaId = await apreRichiesta(incorso, 'budget');
  const vuota = await apreModifica(persone.referente, incorso, richiestaId);
  expect(vuota).toContain('La richiesta non cambia ancora nulla.');
  expect(vuota).not.toContain('presenta-modifica');
  const campi = campiDelModulo(vuota, 'motivazione');
  const [personale, beni] = ['personale', 'beni'].map(
    (c) => Object.keys(campi).find((n) => n.includes(`:${c}:`) && n.endsWith('.contributo')) ?? '',
  );
  const storto = await invia(persone.referente, 'salvaAction', { ...campi, [personale ?? '']: 'tanto' });
  expect(storto.stato).toMatchObject({ status: 'invalid', errors: { [personale ?? '']: [expect.stringContaining('importo')] } });
  const scritto = { ...campi, [personale ?? '']: '450,00', [beni ?? '']: '50,00', motivazione: 'Serve più personale' };
  expect((await invia(persone.referente, 'salvaAction', scritto)).dove).toContain('esito=salvata');
  // chi aveva aperto la pagina prima non sovrascrive
  expect((await invia(persone.operatore, 'salvaAction', scritto)).stato).toMatchObject({
    status: 'refused',
    message: expect.stringContaining('Un’altra persona'),
  });

  const salvata = await apreModifica(persone.referente, incorso, richiestaId, { esito: 'salvata' });
  for (const visto of ['sotto il 20% basta comunicarla', '+50,00\u00a0€', 'Comunica alla Regione', 'Bozza salvata', 'Annulla la richiesta'])
    expect(salvata).toContain(visto);
  const perOperatore = await apreModifica(persone.operatore, incorso, richiestaId);
  expect(perOperatore).toContain('il referente dell’ente capofila');
  expect(perOperatore).not.toContain('presenta-modifica');
  await expect(apreModifica(persone.istruttore, incorso, richiestaId)).rejects.toMatchObject(nonTrovata);

  const { dove } = await invia(persone.referente, 'presentaAction', { progettoId: progetto.id, richiestaId });
  expect(dove).toContain('esito=registrata');
  const finita = await apreModifica(persone.istruttore, incorso, richiestaId);
  for (const visto of ['Comunicata', 'La versione 2 del piano', 'Che cosa si perde', 'Serve più personale'])
    expect(finita).toContain(visto);
  expect(finita).not.toContain('<textarea');
});

test('un’azione si toglie e una si aggiunge dal modulo: la Regione legge i costi, accoglie, e il piano è quello', async () => {
  const incorso = await unProgettoInCorso();
  const { chi: persone, progetto, capofila } = incorso;
  const [, seconda] = progetto.azioni;
  const richiestaId = await apreRichiesta(incorso, 'azioni');
  const campi = campiDelModulo(await apreModifica(persone.referente, incorso, richiestaId), 'motivazione');
  const [categoria = ''] =
    Object.entries(campi)
      .find(([nome]) => nome.endsWith(`${seconda?.id}.categoria`))
      ?.slice(1) ?? [];
  const scritto = {
    ...campi,
    [`azione.${seconda?.id}.togli`]: 'si',
    'azionenuova.titolo': 'Portierato di quartiere',
    'azionenuova.categoria': categoria,
    'azionenuova.ente': capofila.id,
    'azionenuova.inizio': '1/3/2020',
    'azionenuova.fine': '28/02/2021',
    'azionenuova.costo.0.categoria': 'personale',
    'azionenuova.costo.0.ente': capofila.id,
    'azionenuova.costo.0.contributo': '600',
    motivazione: 'La seconda azione non serve più',
  };
  const { rows: gruppi } = await superutente.query('select codice from gruppo_destinatari where regione_id = $1 limit 1', [
    progetto.regione.id,
  ]);
  const conGruppo = { 'azionenuova.destinatari.0.gruppo': String(gruppi[0]?.codice), 'azionenuova.destinatari.0.quantita': '40' };
  expect((await invia(persone.referente, 'salvaAction', { ...scritto, ...conGruppo })).dove).toContain('esito=salvata');
  const oltre = await apreModifica(persone.referente, incorso, richiestaId);
  expect(oltre).toContain('supera di 100,00\u00a0€ quello assegnato');
  expect(oltre).not.toContain('presenta-modifica');
  const nuova = Object.keys(campiDelModulo(oltre, 'motivazione')).find((nome) => nome.endsWith('.costo.0.contributo')) ?? '';
  const corretto = { ...campiDelModulo(oltre, 'motivazione'), [nuova]: '450' };
  expect((await invia(persone.referente, 'salvaAction', corretto)).dove).toContain('esito=salvata');
  const pronta = await apreModifica(persone.referente, incorso, richiestaId);
  for (const visto of ['Si rinuncia a un’azione', 'Presenta alla Regione', 'costo 450,00']) expect(pronta).toContain(visto);
  const scelta = { progettoId: progetto.id, richiestaId };
  expect((await invia(persone.referente, 'presentaAction', scelta)).dove).toContain('esito=presentata');
  await prendiInCaricoModifica(persone.istruttore, scelta);
  const daLeggere = await apreModifica(persone.dirigente, incorso, richiestaId);
  expect(daLeggere).toContain('Portierato di quartiere, ');
  const accogli = { ...campiDelModulo(daLeggere, 'dataAtto'), atto: 'DD 9/2020', dataAtto: '09/07/2020' };
  expect((await invia(persone.dirigente, 'accogliAction', accogli)).dove).toContain('esito=accolta');
  const { rows } = await superutente.query(
    `select codice, titolo, annullata_il is not null as tolta, (select sum(contributo_cents)::text from voce_budget b where b.azione_id = z.id) as cents
     from azione z where progetto_id = $1 order by codice`,
    [progetto.id],
  );
  expect(rows).toMatchObject([
    { codice: 'A1', tolta: false },
    { codice: 'A2', tolta: true, cents: null },
    { codice: 'A3', titolo: 'Portierato di quartiere', cents: '45000' },
  ]);
});

test('chi apre che cosa: capofila, partner, estraneo, Regione e altra Regione', async () => {
  const incorso = await unProgettoInCorso();
  const { chi: persone, progetto } = incorso;
  const richiestaId = await unaBozza(incorso, 'cronoprogramma', conDate('2019-10-01', '2021-01-31'));
  const elenco = (attore: Attore) => apre(attore, 'modifiche', { id: progetto.id });
  const capofila = await elenco(persone.referente);
  for (const visto of ['Apri la modifica', 'continua la n. 1', 'value="budget"', 'In preparazione', 'L’ente capofila'])
    expect(capofila).toContain(visto);
  expect(capofila).not.toContain('value="cronoprogramma"');
  const partner = await elenco(persone.partner);
  expect(partner).toContain('Le modifiche le prepara l’ente capofila');
  expect(partner).toContain(richiestaId);
  expect(await apreModifica(persone.partner, incorso, richiestaId)).not.toContain('Salva la bozza');
  const regione = await elenco(persone.istruttore);
  expect(regione).toContain('Nessuna modifica');
  expect(regione).not.toContain('Apri la modifica');
  for (const fuori of [persone.estraneo, persone.altraRegione]) {
    await expect(elenco(fuori)).rejects.toMatchObject(nonTrovata);
    await expect(apreModifica(fuori, incorso, richiestaId)).rejects.toMatchObject(nonTrovata);
  }
  for (const storto of ['x', progetto.id]) await expect(apreModifica(persone.referente, incorso, storto)).rejects.toMatchObject(nonTrovata);
});

test('la Regione decide: prima si prende in carico, poi decide chi è competente, anche solo una parte', async () => {
  const incorso = await unProgettoInCorso({ congelato: false });
  const { chi: persone, progetto } = incorso;
  const richiestaId = await unaBozza(incorso, 'budget', sposta(5000));
  await presentaModifica(persone.referente, { progettoId: progetto.id, richiestaId });
  const presentata = await apreModifica(persone.istruttore, incorso, richiestaId);
  expect(presentata).toContain('Prendi in carico');
  expect(presentata).not.toContain('id="accogli"');
  expect(await apreModifica(persone.referente, incorso, richiestaId)).toContain('Annulla la richiesta');

  const altra = await unProgettoInCorso({ congelato: false });
  const daFare = await daDecidere(altra, 'budget', sposta(5000));
  const istruttore = await apreModifica(altra.chi.istruttore, altra, daFare);
  expect(istruttore).toContain('Serve il ruolo di dirigente della Regione');
  expect(istruttore).not.toContain('id="accogli"');
  const dirigente = await apreModifica(altra.chi.dirigente, altra, daFare);
  for (const visto of ['id="accogli"', 'id="respingi"', 'Che cosa accogli', 'prima modifica di un piano mai registrato'])
    expect(dirigente).toContain(visto);
  const campi = campiDelModulo(dirigente, 'scelte');
  const scelte = Object.keys(campi).filter((nome) => nome.startsWith('accolte.'));
  expect(scelte).toHaveLength(4);
  // ne accoglie una coppia sola: il totale torna, ma serve la nota
  const azione = scelte[0]?.split('/')[1]?.split(':')[0] ?? '';
  const meta = Object.fromEntries(Object.entries(campi).filter(([nome]) => !nome.startsWith('accolte.') || nome.includes(azione)));
  const atto = { ...meta, atto: 'DD 3/2020', dataAtto: '10/01/2020' };
  expect((await invia(altra.chi.dirigente, 'accogliAction', atto)).stato).toMatchObject({
    status: 'invalid',
    errors: { nota: [expect.any(String)] },
  });
  expect((await invia(altra.chi.dirigente, 'accogliAction', { ...atto, nota: 'Solo la prima azione' })).dove).toContain('esito=accolta');
  const decisa = await apreModifica(altra.chi.referente, altra, daFare);
  for (const visto of ['Accolta in parte', 'Non accolto', 'Solo la prima azione', 'DD 3/2020']) expect(decisa).toContain(visto);
});

test('intanto il piano è cambiato: la bozza dice che cosa riscrivere, chi decide che cosa non può più accogliere', async () => {
  const incorso = await unProgettoInCorso();
  const { chi: persone, progetto } = incorso;
  const richiestaId = await unaBozza(incorso, 'cronoprogramma', conDate('2019-10-01', '2020-12-31'));
  const vecchia = campiDelModulo(await apreModifica(persone.referente, incorso, richiestaId), 'motivazione');
  await superutente.query(`update richiesta_modifica set dominio = 'altro' where id = $1`, [richiestaId]);
  const altra = await daDecidere(incorso, 'cronoprogramma', conDate('2019-10-01', '2021-01-31'));
  await accogliModifica(persone.dirigente, {
    progettoId: progetto.id,
    richiestaId: altra,
    accolte: null,
    atto: 'DD 1/2020',
    dataAtto: '2020-01-10',
    nota: null,
  });
  await superutente.query(`update richiesta_modifica set dominio = 'cronoprogramma' where id = $1`, [richiestaId]);
  const html = await apreModifica(persone.referente, incorso, richiestaId);
  expect(html).toContain('Questi cambiamenti partivano da valori che non ci sono più');
  expect(html).not.toContain('presenta-modifica');
  expect((await invia(persone.referente, 'salvaAction', vecchia)).stato).toMatchObject({
    status: 'refused',
    message: expect.stringContaining('Intanto il piano'),
  });
});

test('la coda delle richieste: modifiche, proroghe e rinunce, a chi tocca, filtri e collegamento dalla coda di lavoro', async () => {
  const incorso = await unProgettoInCorso();
  const { chi: persone, progetto, capofila } = incorso;
  const richiestaId = await daDecidere(incorso, 'cronoprogramma', conDate('2019-10-01', '2021-01-31'));
  const comune = [progetto.regione.id, progetto.id, capofila.id];
  await superutente.query(
    `insert into proroga (regione_id, progetto_id, organizzazione_id, numero, stato, fine_attuale, fine_chiesta, motivo, presentata_il)
     values ($1, $2, $3, 1, 'PRESENTATA', '2021-03-31', '2021-06-30', 'Emergenza', app.adesso() - interval '3 days')`,
    comune,
  );
  await superutente.query(
    `insert into cessazione (regione_id, progetto_id, organizzazione_id, genere, stato, motivazione) values ($1, $2, $3, 'RINUNCIA', 'CHIESTA', 'Non si può proseguire')`,
    comune,
  );
  const tutta = await apre(persone.istruttore, 'richieste');
  for (const visto of [
    'Modifica n. 1, tempi delle azioni',
    'Proroga n. 1, tutto il progetto',
    'Rinuncia',
    richiestaId,
    'Decide l’istruttore',
    '3 giorni',
  ])
    expect(tutta).toContain(visto);
  const conteggi = async (attore: Attore) => (await elencaRichieste(attore, FiltriRichieste.parse({}))).conteggi;
  expect(await conteggi(persone.istruttore)).toEqual({ tutte: 3, mie: 1, libere: 1, decido: 1 });
  expect(await conteggi(persone.dirigente)).toEqual({ tutte: 3, mie: 0, libere: 1, decido: 2 });
  expect(await conteggi(persone.altraRegione)).toEqual({ tutte: 0, mie: 0, libere: 0, decido: 0 });
  const filtrata = await apre(persone.istruttore, 'richieste', {}, { genere: 'PROROGA', q: 'progetto', vista: 'libere' });
  expect(filtrata).toContain('Proroga n. 1');
  expect(filtrata).not.toContain('Rinuncia n');
  expect(filtrata).not.toContain(richiestaId);
  expect(await apre(persone.istruttore, 'richieste', {}, { q: 'nulla%di_simile' })).toContain('Nessuna richiesta con questi filtri');
  expect(await apre(persone.istruttore, 'coda')).toContain('Richieste degli enti: 3');
  const { righe } = await elencaRichieste(persone.istruttore, FiltriRichieste.parse({}));
  const [prima, ...dopo] = righe.map(({ id, presentataIl }) => ({ id, chiave: `${new Date(presentataIl).toISOString()}_${id}` }));
  const resto = await elencaRichieste(persone.istruttore, FiltriRichieste.parse({ dopo: prima?.chiave }));
  expect([resto.righe.map(({ id }) => id), resto.dopo]).toEqual([dopo.map(({ id }) => id), null]);
  const seconda = await elencaRichieste(persone.istruttore, FiltriRichieste.parse({ dopo: `2999-01-01T00:00:00.000Z_${richiestaId}` }));
  expect([seconda.righe, seconda.dopo]).toEqual([[], null]);
});

test('le versioni: da quale richiesta nascono, che cosa cambia, anche in un progetto importato senza sezioni, e in PDF', async () => {
  const incorso = await unProgettoInCorso({ congelato: false });
  const { chi: persone, progetto } = incorso;
  const richiestaId = await daDecidere(incorso, 'cronoprogramma', conDate('2019-10-01', '2021-01-31'));
  await accogliModifica(persone.istruttore, {
    progettoId: progetto.id,
    richiestaId,
    accolte: null,
    atto: 'DD 1/2020',
    dataAtto: '2020-01-10',
    nota: null,
  });
  const elenco = await apre(persone.referente, 'versioni', { id: progetto.id });
  for (const visto of ['Piano di partenza', 'In vigore dall’avvio', 'Modifica n. 1 (tempi delle azioni)', richiestaId])
    expect(elenco).toContain(visto);
  const prima = await apre(persone.partner, 'versione', { id: progetto.id, numero: '1' });
  for (const visto of ['Quadro economico', 'Azioni', 'A1', '400,00\u00a0€', 'piano di partenza']) expect(prima).toContain(visto);
  const confronto = await apre(persone.istruttore, 'confronto', { id: progetto.id }, { da: '1', a: '2' });
  for (const visto of ['Azione A1, fine', 'Da 31/03/2021 a', '31/01/2021', '−59 giorni']) expect(confronto).toContain(visto);
  expect(confronto).not.toContain('Totale, contributo');
  const { GET } = await import('@/app/(portale)/progetti/[id]/versioni/[numero]/pdf/route');
  for (const numero of ['1', '2']) {
    const risposta = await GET(new Request('http://localhost/'), { params: Promise.resolve({ id: progetto.id, numero }) });
    expect(risposta.status).toBe(200);
    const testo = await leggiPdf(new Uint8Array(await risposta.arrayBuffer()));
    expect(JSON.stringify(testo)).toContain('Quadro economico');
  }
});

test('la stanza del progetto ha una navigazione sola: i gruppi in ogni pagina, e le pagine di quello aperto', async () => {
  const { progetto, chi: persone } = await unProgettoInCorso();
  const [inTesta, dentro] = [
    ['azioni', 'segnali', 'conteggi', 'rete', 'modifiche', 'convenzione', 'storia'],
    ['proroghe', 'sospensioni', 'versioni'],
  ];
  const porte = (html: string) => {
    expect(html.match(/aria-label="Pagine del progetto"/g)).toHaveLength(1);
    const stanza = html.split('aria-label="Pagine del progetto"')[1]?.split('</nav>')[0] ?? '';
    return [...stanza.matchAll(/href="\/progetti\/[^/"]+\/([a-z]+)"/g)].map(([, porta]) => porta);
  };
  expect(porte(await apre(persone.istruttore, 'progetto', { id: progetto.id }))).toEqual(inTesta);
  expect(porte(await apre(persone.istruttore, 'modifiche', { id: progetto.id }))).toEqual([...inTesta, 'modifiche', ...dentro]);
});

test('dalla pagina del progetto un’azione si apre, per chi ha la sua pagina: non per la ricerca', async () => {
  const { progetto, capofila, chi: persone } = await unProgettoInCorso();
  const azioni = async (attore: Attore) =>
    [...(await apre(attore, 'progetto', { id: progetto.id })).matchAll(/href="\/progetti\/[^/"]+\/azioni\/([^"]+)"/g)].map(([, id]) => id);
  const [prima, ...altre] = await azioni(persone.operatore);
  expect(await azioni(persone.istruttore)).toEqual([prima, ...altre]);
  expect(await apre(persone.operatore, 'azione', { id: progetto.id, azioneId: prima })).toContain('Stato mese per mese');
  expect(await azioni(await unRicercatore(capofila.regione))).toEqual([]);
});
