import ExcelJS from 'exceljs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import type { StatoImporta } from '@/lib/importaPersone/rapporto';
import { type Avviato, unAvviato } from '@/tests/support/progettoAvviato';
import { unaRiga, unFile } from './_file';

/** La pagina, l'azione e gli scaricamenti veri, sul database vero: qui si decide solo chi li apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));
vi.mock('@/lib/forms/stessaOrigine', () => ({ stessaOrigine: async () => undefined, eStessaOrigine: () => true }));

let avviato: Avviato;
beforeEach(async () => {
  avviato = await unAvviato();
  chi.attore = avviato.chi.operatore;
});

function modulo(contenuto: Uint8Array, altro: Record<string, string> = {}): FormData {
  const dati = new FormData();
  for (const [nome, valore] of Object.entries({ progettoId: avviato.id, ...altro })) dati.set(nome, valore);
  dati.set('file', new File([new Uint8Array(contenuto)], 'persone.xlsx'));
  return dati;
}
async function invia(dati: FormData): Promise<StatoImporta> {
  const { importaAction } = await import('@/app/(portale)/persone/importa/actions');
  return importaAction({ status: 'idle' }, dati);
}
async function disegna(attore: Attore): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await import('@/app/(portale)/persone/importa/page');
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) } as never;
  return renderToStaticMarkup(await (Pagina as (props: never) => Promise<ReactElement>)(props));
}

test('la pagina offre il modello e il controllo; a chi non ha progetti avviati dice che cosa manca', async () => {
  const html = await disegna(avviato.chi.operatore);
  for (const visto of [`/persone/modello?progetto=${avviato.id}`, 'Controlla il file', 'type="file"', 'al massimo 20 MB'])
    expect(html).toContain(visto);
  expect(await disegna(avviato.chi.estraneo)).toContain('Nessun progetto avviato');
});

test('si controlla, si importa, e un campo storto o un file vuoto si spiegano', async () => {
  const contenuto = await unFile([unaRiga(1, 'A1'), unaRiga(2, 'A9')]);
  const controllato = await invia(modulo(contenuto, { passo: 'controlla' }));
  if (controllato.status !== 'controllato') throw new Error(JSON.stringify(controllato));
  expect(controllato.controllo).toMatchObject({ importabili: 1, rifiutate: 1 });
  const { impronta } = controllato.controllo;
  expect(await invia(modulo(contenuto, { passo: 'importa', impronta, attese: '1' }))).toMatchObject({
    status: 'importato',
    fatte: { righe: 1, rifiutate: 1 },
  });
  expect(await invia(modulo(contenuto, { passo: 'importa', impronta: 'x', attese: '1' }))).toMatchObject({ status: 'refused' });
  expect(await invia(modulo(new Uint8Array()))).toMatchObject({ status: 'refused', message: expect.stringContaining('vuoto') });
  expect(await invia(modulo(contenuto, { progettoId: '' }))).toMatchObject({ status: 'refused', message: 'Scegli il progetto.' });
});

test('le righe da correggere e il modello si scaricano come XLSX, con gli elenchi a discesa e le azioni del progetto', async () => {
  const { POST } = await import('@/app/(portale)/persone/importa/rifiutate/route');
  const contenuto = await unFile([unaRiga(1, 'A9')]);
  const richiesta = (lunghezza: string) =>
    new Request('http://localhost/persone/importa/rifiutate', {
      method: 'POST',
      body: modulo(contenuto),
      headers: { 'content-length': lunghezza },
    });
  const risposta = await POST(richiesta('30000'));
  expect([risposta.status, risposta.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="righe-da-correggere.xlsx"']);
  expect((await POST(richiesta(String(30 * 1024 * 1024)))).status).toBe(413);
  chi.attore = avviato.chi.istruttore;
  expect((await POST(richiesta('30000'))).status).toBe(404);

  chi.attore = avviato.chi.operatore;
  const { GET } = await import('@/app/(portale)/persone/modello/route');
  const modello = await GET(new Request(`http://localhost/persone/modello?progetto=${avviato.id}`));
  const cartella = new ExcelJS.Workbook();
  await cartella.xlsx.load(await modello.arrayBuffer());
  expect(cartella.worksheets.map(({ name }) => name)).toEqual(['Persone', 'Istruzioni', 'Codici']);
  const foglio = cartella.getWorksheet('Persone');
  const colonna = ((foglio?.getRow(1).values ?? []) as string[]).indexOf('condizione');
  expect(foglio?.getCell(2, colonna).dataValidation).toMatchObject({
    type: 'list',
    formulae: [expect.stringMatching(/^Codici!\$\w+\$2:\$\w+\$6$/)],
  });
  const codici = cartella.getWorksheet('Codici')?.getSheetValues().flat() ?? [];
  for (const codice of ['A1', 'A2', 'DISOCCUPATO', 'Diploma di scuola superiore']) expect(codici).toContain(codice);
  await expect(GET(new Request('http://localhost/persone/modello?progetto=altro'))).rejects.toMatchObject({
    digest: 'NEXT_HTTP_ERROR_FALLBACK;404',
  });
});
