import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { routes } from '@/lib/routes';
import { type Esame, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { superutente } from '@/tests/support/superutente';

/** Le pagine e le route come le chiama Next, con chi chiede al posto della sessione: i permessi restano quelli del database. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));
vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => ({ get: () => undefined }) }));

const [carica, documento, ricevuta, pdf, deposito, documenti, versioni, versione, confronto] = await Promise.all([
  import('@/app/(portale)/progetti/[id]/documenti/carica/route'),
  import('@/app/(portale)/progetti/[id]/documenti/[documentoId]/route'),
  import('@/app/(portale)/progetti/[id]/versioni/[numero]/ricevuta/route'),
  import('@/app/(portale)/progetti/[id]/versioni/[numero]/pdf/route'),
  import('@/app/(portale)/progetti/[id]/deposito/page'),
  import('@/app/(portale)/progetti/[id]/documenti/page'),
  import('@/app/(portale)/progetti/[id]/versioni/page'),
  import('@/app/(portale)/progetti/[id]/versioni/[numero]/page'),
  import('@/app/(portale)/progetti/[id]/versioni/confronto/page'),
]);

const ORIGINE = 'https://cantiere.example.it';
let esame: Esame;
beforeEach(async () => {
  esame = await unEsame({ stato: 'IDEA_BOZZA' });
});
const come = (attore: Attore) => {
  chi.attore = attore;
};

async function invia(file: File | null, intestazioni: Record<string, string> = {}, chiave = 'lettera') {
  const modulo = new FormData();
  modulo.set('chiave', chiave);
  if (file) modulo.set('file', file);
  const corpo = new Request(ORIGINE, { method: 'POST', body: modulo });
  const byte = await corpo.arrayBuffer();
  const headers = {
    'content-type': corpo.headers.get('content-type') ?? '',
    'content-length': String(byte.byteLength),
    origin: ORIGINE,
    host: 'cantiere.example.it',
    ...intestazioni,
  };
  const risposta = await carica.POST(
    new Request(`${ORIGINE}${routes.caricaDocumento(esame.id)}`, { method: 'POST', body: byte, headers }),
    { params: Promise.resolve({ id: esame.id }) },
  );
  return { stato: risposta.status, dove: risposta.headers.get('location'), testo: await risposta.text() };
}
const unPdf = (nome = 'lettera.pdf') => new File(['%PDF-1.4\n%%EOF'], nome, { type: 'application/pdf' });

test('si carica un file: si torna alla pagina, che lo mostra; e si scarica come allegato, con il suo tipo', async () => {
  come(esame.chi.partner);
  expect(await invia(unPdf('Lettera “bella”.pdf'))).toMatchObject({
    stato: 303,
    dove: routes.documenti(esame.id, { esito: 'caricato', voce: 'lettera' }),
  });
  const html = await pagina(documenti.default, {}, { esito: 'caricato' });
  for (const pezzo of [
    'Documento caricato.',
    'Lettera “bella”.pdf',
    'Non presentato',
    'encType="multipart/form-data"',
    'id="voce-lettera"',
  ])
    expect(html).toContain(pezzo);
  const [riga] = (await superutente.query('select id from documento where progetto_id = $1', [esame.id])).rows;
  const scarico = await documento.GET(new Request(ORIGINE), { params: Promise.resolve({ id: esame.id, documentoId: riga.id }) });
  expect([
    scarico.headers.get('content-type'),
    scarico.headers.get('x-content-type-options'),
    scarico.headers.get('cache-control'),
  ]).toEqual(['application/pdf', 'nosniff', 'private, no-store']);
  expect(scarico.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(await scarico.text()).toBe('%PDF-1.4\n%%EOF');
  come(esame.chi.istruttore);
  await expect(documento.GET(new Request(ORIGINE), { params: Promise.resolve({ id: esame.id, documentoId: riga.id }) })).rejects.toThrow(
    /404/,
  );
});

test('un rifiuto si legge accanto alla voce; da un altro sito, troppo grande o senza sessione non si carica nulla', async () => {
  come(esame.chi.referente);
  const nulla = async (prova: () => Promise<{ stato: number; dove: string | null }>, stato: number, dove: string | null) => {
    expect(await prova()).toMatchObject({ stato, dove });
    expect((await superutente.query('select id from documento where progetto_id = $1', [esame.id])).rows).toEqual([]);
  };
  await nulla(() => invia(new File(['<html>'], 'x.pdf')), 303, routes.documenti(esame.id, { rifiuto: 'documento.tipo', voce: 'lettera' }));
  expect(await pagina(documenti.default, {}, { rifiuto: 'documento.tipo', voce: 'lettera' })).toMatch(
    /role="alert".*non è di un tipo ammesso/s,
  );
  await nulla(() => invia(null), 303, routes.documenti(esame.id, { rifiuto: 'documento.vuoto', voce: 'lettera' }));
  await nulla(() => invia(unPdf(), { origin: 'https://altrove.example' }), 403, null);
  await nulla(() => invia(unPdf(), { 'content-length': String(11 * 1024 * 1024) }), 413, null);
  await nulla(() => invia(unPdf(), {}, '../x'), 400, null);
  come(esame.chi.istruttore);
  await nulla(() => invia(unPdf()), 303, routes.documenti(esame.id, { rifiuto: 'documento.ruolo', voce: 'lettera' }));
});

type Pagina = (props: never) => Promise<React.ReactNode>;
async function pagina(Componente: Pagina, params: Record<string, string> = {}, searchParams: Record<string, string> = {}): Promise<string> {
  const props = { params: Promise.resolve({ id: esame.id, ...params }), searchParams: Promise.resolve(searchParams) };
  return renderToStaticMarkup(createElement('div', null, await Componente(props as never)));
}

test('il banco dice a tutti gli enti che cosa manca, e offre di presentare solo a chi può e solo se non manca nulla', async () => {
  for (const persona of ['referente', 'operatore', 'partner'] as const) {
    come(esame.chi[persona]);
    const html = await pagina(deposito.default);
    expect(html).toContain('BOZZA, non presentata');
    expect(html).toContain('Non manca nulla');
    expect(html.includes('Presentare la domanda alla Regione?'), persona).toBe(persona === 'referente');
    if (persona !== 'referente') expect(html).toContain('Serve il ruolo di referente dell’ente capofila');
  }
  await superutente.query(`update sezione_progetto set valori = '{}' where progetto_id = $1 and chiave = 'bisogni'`, [esame.id]);
  come(esame.chi.referente);
  const html = await pagina(deposito.default);
  expect(html).toContain(`href="${routes.sezione(esame.id, 'bisogni')}#campo-analisi"`);
  expect(html).toContain('Non puoi ancora presentarla: manca 1 cosa.');
  expect(html).not.toContain('Presentare la domanda alla Regione?');
  for (const persona of ['istruttore', 'estraneo', 'altraRegione'] as const) {
    come(esame.chi[persona]);
    await expect(pagina(deposito.default), persona).rejects.toThrow(/404/);
  }
});

test('dopo: ricevuta, domanda in PDF, versione e confronto per gli enti e la Regione; per chi è fuori non esiste nulla', async () => {
  come(esame.chi.referente);
  const bozza = await pdf.GET(new Request(ORIGINE), { params: Promise.resolve({ id: esame.id, numero: '0' }) });
  expect((await leggiPdf(new Uint8Array(await bozza.arrayBuffer())))[0]).toContain('BOZZA, non presentata');
  const { protocollo } = await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  const html = await pagina(deposito.default, {}, { esito: 'presentata' });
  for (const pezzo of ['Domanda presentata.', protocollo, 'Riprendere la domanda presentata?', routes.ricevuta(esame.id, 1)])
    expect(html).toContain(pezzo);
  const richieste = [ricevuta.GET, pdf.GET].map(
    (get) => (numero: string) => get(new Request(ORIGINE), { params: Promise.resolve({ id: esame.id, numero }) }),
  );
  for (const persona of ['partner', 'istruttore'] as const) {
    come(esame.chi[persona]);
    for (const chiedi of richieste) {
      const risposta = await chiedi('1');
      expect([risposta.headers.get('content-type'), risposta.headers.get('cache-control')]).toEqual([
        'application/pdf',
        'private, no-store',
      ]);
      expect((await leggiPdf(new Uint8Array(await risposta.arrayBuffer()))).join(' ')).toContain(protocollo);
    }
    expect(await pagina(versioni.default)).toContain('Versione 1');
    expect(await pagina(versione.default, { numero: '1' })).toContain('Le persone anziane sono sole.');
    expect(await pagina(confronto.default, {}, { da: '1', a: '1' })).toContain('Nessuna differenza');
  }
  for (const persona of ['estraneo', 'altraRegione'] as const) {
    come(esame.chi[persona]);
    for (const chiedi of [
      ...richieste.map((r) => () => r('1')),
      () => pagina(versioni.default),
      () => pagina(versione.default, { numero: '1' }),
      () => pagina(documenti.default),
    ])
      await expect(chiedi(), persona).rejects.toThrow(/404/);
  }
  come(esame.chi.referente);
  for (const numero of ['0', '2', '01x', '-1', '1e3', '99999999999']) await expect(richieste[1]?.(numero), numero).rejects.toThrow(/404/);
  await rifiutato(esame, () => presentaDomanda(esame.chi.referente, { progettoId: esame.id }), 'deposito.giaPresentata', /versione 1/);
  expect(await righe('versione_progetto', esame)).toHaveLength(1);
});
