import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { riapriInParte } from '@/lib/attuazione/commands/riapriInParte';
import type { Attore } from '@/lib/auth/attore';
import { caricaEvidenza } from '@/lib/evidenze/commands/caricaEvidenza';
import { routes } from '@/lib/routes';
import { unEnte } from '@/tests/support/builders';
import { unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { type Pratica, una, unaPratica } from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le pagine e le route disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'sec-fetch-site': 'same-origin' }),
  cookies: async () => ({ get: () => undefined }),
}));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  progetto: () => import('@/app/(portale)/progetti/[id]/page'),
  relazione: () => import('@/app/(portale)/progetti/[id]/relazioni/[rapportoId]/page'),
  verifica: () => import('@/app/(portale)/coda/[rapportoId]/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, params: object, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const relazione = (attore: Attore, p: Pratica, rapportoId: string, domanda: object = {}) =>
  apre(attore, 'relazione', { id: p.progetto.id, rapportoId }, domanda);

/** La prima relazione approvata con un rilievo sull'azione del partner, e la seconda appena aperta. */
async function seconda() {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  await superutente.query(`update avanzamento set contromisura = 'Un giorno in più' where rapporto_id = $1`, [p.rapportoId]);
  const rilievi = [{ azioneId: p.azioneDelPartner.id, testo: 'Le presenze non tornano' }];
  await approvaConRilievi(p.chi.istruttore, { rapportoId: p.rapportoId, nota: 'Nel complesso bene', rilievi });
  const { id } = await unPeriodo(p.progetto, 2);
  const { rapportoId } = await apriRapporto({ ...p.chi.referente, adesso: new Date('2021-07-01T10:00:00Z') }, { periodoId: id });
  return { p, rapportoId };
}

test('l’ente: rilievo in cima all’azione, esito della contromisura, piano, e «nulla da segnalare» a due gesti', async () => {
  const { p, rapportoId } = await seconda();
  const capofila = await relazione(p.chi.referente, p, rapportoId, { azione: p.azioneDelPartner.id });
  for (const frase of [
    'Le presenze non tornano',
    'La tua risposta al rilievo',
    'Ha funzionato?',
    'Non ancora noto',
    'Scritta sul piano di partenza, in vigore.',
    'Nulla da segnalare',
    'Conferma e consegna la parte',
    'Rispondi ai rilievi della Regione',
  ])
    expect(capofila).toContain(frase);
  expect(capofila).not.toContain('Conferma e invia');
  const partner = await relazione(p.chi.partner, p, rapportoId, { azione: p.azioneDelPartner.id });
  expect(partner).toContain('Ai rilievi risponde l’ente capofila');
  expect(partner).not.toContain('La tua risposta al rilievo');
});

test('la Regione: novità, avvisi in parole, rilievo da chiudere, prova presentata, riapertura in parte', async () => {
  const { p, rapportoId } = await seconda();
  const approvata = await apre(p.chi.istruttore, 'verifica', { rapportoId: p.rapportoId });
  for (const frase of ['Le presenze non tornano', 'Chiudi il rilievo', 'Riapri alcune azioni', 'Nel complesso bene'])
    expect(approvata).toContain(frase);
  await expect(apre(p.chi.istruttore, 'verifica', { rapportoId })).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
  const terza = await unRapporto({ progetto: p.progetto, numero: 3, stato: 'IN_VERIFICA' });
  await superutente.query('update avanzamento set percentuale = 30 where rapporto_id = $1', [terza.id]);
  const inVerifica = await apre(p.chi.istruttore, 'verifica', { rapportoId: terza.id });
  for (const frase of ['Cambiata', 'L’avanzamento scende dal 40% al 30%.', '−10 punti, in calo', 'Approva con rilievi', 'Riguarda'])
    expect(inVerifica).toContain(frase);
});

test('riaperta nei soli testi: il modulo non ha i valori, e la pagina dice perché; la Regione può ritirare la domanda', async () => {
  const { p } = await seconda();
  await unRapporto({ progetto: p.progetto, numero: 3, stato: 'PRESENTATO' });
  await riapriInParte(p.chi.istruttore, {
    rapportoId: p.rapportoId,
    azioni: [p.azioneDelPartner.id],
    domanda: 'Chiarite la nota, per favore',
  });
  const pagina = await relazione(p.chi.partner, p, p.rapportoId, { azione: p.azioneDelPartner.id });
  expect(pagina).toContain('Si correggono solo testi e prove.');
  expect(pagina).toContain('name="nota"');
  expect(pagina).not.toMatch(/name="(stato|percentuale|causaPrimaria)"/);
  expect(await apre(p.chi.istruttore, 'verifica', { rapportoId: p.rapportoId })).toContain('Ritira la domanda');
});

async function invia(p: Pratica, campi: Record<string, string>, file: File | null, intestazioni: Record<string, string> = {}) {
  const { POST } = await import('@/app/(portale)/progetti/[id]/evidenze/carica/route');
  const modulo = new FormData();
  for (const [nome, valore] of Object.entries(campi)) modulo.set(nome, valore);
  if (file) modulo.set('file', file);
  const corpo = new Request('https://cantiere.example.it', { method: 'POST', body: modulo });
  const byte = await corpo.arrayBuffer();
  const headers = {
    ...{ 'content-type': corpo.headers.get('content-type') ?? '', 'content-length': String(byte.byteLength) },
    ...{ origin: 'https://cantiere.example.it', host: 'cantiere.example.it', ...intestazioni },
  };
  const url = `https://cantiere.example.it${routes.caricaEvidenza(p.progetto.id)}`;
  return POST(new Request(url, { method: 'POST', body: byte, headers }), { params: Promise.resolve({ id: p.progetto.id }) });
}

test('una prova si allega senza JavaScript, si torna all’azione, si scarica come allegato; da un altro sito no', async () => {
  const p = await unaPratica();
  const oggettoId = String(
    (await una('select id from avanzamento where rapporto_id = $1 and azione_id = $2', [p.rapportoId, p.azione.id])).id,
  );
  const torna = routes.rapporto(p.progetto.id, p.rapportoId, { azione: p.azione.id });
  const campi = { oggetto: 'AVANZAMENTO', oggettoId, torna };
  const pdf = new File(['%PDF-1.4\n%%EOF'], 'foto.pdf', { type: 'application/pdf' });
  chi.attore = p.chi.referente;
  const risposta = await invia(p, campi, pdf);
  expect([risposta.status, risposta.headers.get('location')]).toEqual([303, `${torna}&prova=allegata#prove`]);
  expect((await invia(p, campi, null)).headers.get('location')).toBe(`${torna}&prova=documento.vuoto#prove`);
  expect((await invia(p, { ...campi, torna: 'https://altrove.example' }, pdf)).headers.get('location')).toBe(
    `${routes.progetto(p.progetto.id)}?prova=evidenza.doppia#prove`,
  );
  expect((await invia(p, campi, pdf, { origin: 'https://altrove.example' })).status).toBe(403);
  expect((await invia(p, { ...campi, oggetto: 'ALTRO' }, pdf)).status).toBe(400);

  const pagina = await relazione(p.chi.referente, p, p.rapportoId, { azione: p.azione.id, prova: 'allegata' });
  for (const frase of ['Prova allegata.', 'foto.pdf', 'non ancora presentata', 'enctype="multipart/form-data"', 'Togli'])
    expect(pagina.toLowerCase()).toContain(frase.toLowerCase());
  const { GET } = await import('@/app/(portale)/progetti/[id]/evidenze/[evidenzaId]/route');
  const { evidenzaId } = await caricaEvidenza(p.chi.referente, {
    ...{ progettoId: p.progetto.id, oggetto: 'AVANZAMENTO', oggettoId, nome: 'due.pdf' },
    contenuto: Uint8Array.from(Buffer.from('%PDF-1.4\ndue')),
  });
  const scarica = (attore: Attore) => {
    chi.attore = attore;
    return GET(new Request('https://cantiere.example.it'), { params: Promise.resolve({ id: p.progetto.id, evidenzaId }) });
  };
  const file = await scarica(p.chi.partner);
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    200,
    'application/pdf',
    expect.stringMatching(/^attachment; filename="due\.pdf"/),
  ]);
  for (const persona of ['istruttore', 'estraneo'] as const)
    await expect(scarica(p.chi[persona])).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
});

/** I campi nascosti del modulo che ha quel pulsante: ciò che il browser manda premendolo. */
function modulo(pagina: string, pulsante: string): FormData {
  const testo = pagina.split('<form').find((pezzo) => pezzo.split('</form>')[0]?.includes(`>${pulsante}<`));
  if (!testo) throw new Error(`Nella pagina non c’è il pulsante «${pulsante}».`);
  const dati = new FormData();
  for (const [campo] of (testo.split('</form>')[0] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    dati.set(/name="([^"]*)"/.exec(campo)?.[1] ?? '', /value="([^"]*)"/.exec(campo)?.[1] ?? '');
  return dati;
}
/** Dove porta un invio riuscito. */
const vaiA = (invio: Promise<unknown>): Promise<string> =>
  invio.then(
    (stato) => Promise.reject(new Error(`L’invio è rifiutato: ${JSON.stringify(stato)}`)),
    (errore: { digest?: string }) => errore.digest?.split(';')[2] ?? Promise.reject(errore),
  );

test('un periodo senza novità, da soli: tre gesti dal progetto alla Regione', async () => {
  const capofila = await unEnte();
  const progetto = await unProgetto({ capofila });
  const primo = await unRapporto({ progetto, stato: 'APPROVATO' });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01' where rapporto_id = $1`, [primo.id]);
  const periodo = await inserisci(superutente, 'periodo', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, numero: 2, tipo: 'ORDINARIO' },
    ...{ dal: '2020-07-01', al: '2020-07-08', scadenza: '2020-07-31' },
  });
  const attore = await capofila.attore();
  const [{ apriAction }, { confermaEInviaAction }, { STATO_INIZIALE }] = await Promise.all([
    import('@/app/(portale)/progetti/[id]/actions'),
    import('@/app/(portale)/progetti/[id]/relazioni/[rapportoId]/actions'),
    import('@/lib/forms/formState'),
  ]);
  const gesti: string[] = [];
  const apertura = modulo(await apre(attore, 'progetto', { id: progetto.id }), 'Apri la relazione');
  expect(apertura.get('periodoId')).toBe(periodo.id);
  gesti.push('Apri la relazione');
  const rapportoId = /relazioni\/([0-9a-f-]{36})/.exec(await vaiA(apriAction(STATO_INIZIALE, apertura)))?.[1] ?? '';
  const pagina = await apre(attore, 'relazione', { id: progetto.id, rapportoId });
  expect(pagina).toContain('href="#conferma"');
  gesti.push('Nulla da segnalare');
  gesti.push('Conferma e invia');
  expect(await vaiA(confermaEInviaAction(STATO_INIZIALE, modulo(pagina, 'Conferma e invia')))).toContain('esito=confermataEInviata');
  expect(gesti).toHaveLength(3);
  expect((await una('select stato from rapporto_progetto where id = $1', [rapportoId])).stato).toBe('PRESENTATO');
  expect(await apre(attore, 'relazione', { id: progetto.id, rapportoId })).toContain('Invariata, confermata');
});
