import { PassThrough, Readable } from 'node:stream';
import { setImmediate as poi } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { flussoWeb } from './flussoWeb';

test('i byte sono gli stessi, in ordine, e si leggono soltanto quando qualcuno li chiede', async () => {
  let prodotti = 0;
  const flusso = Readable.from(
    (async function* () {
      for (; prodotti < 50; prodotti += 1) yield Buffer.from(`${prodotti};`);
    })(),
    { objectMode: false, highWaterMark: 4 },
  );
  const web = flussoWeb(flusso);
  await poi();
  expect(prodotti).toBe(0);
  expect(await new Response(web).text()).toBe(`${Array.from({ length: 50 }, (_, n) => n).join(';')};`);
});

test('chi riattacca chiude il flusso, anche mentre si aspetta un pezzo, e ciò che arriva dopo non è un errore', async () => {
  const flusso = new PassThrough();
  const lettore = flussoWeb(flusso).getReader();
  flusso.write('primo');
  expect(Buffer.from((await lettore.read()).value ?? []).toString()).toBe('primo');
  const attesa = lettore.read();
  await lettore.cancel();
  flusso.push('dopo'); // una prova con un errore senza padrone fallisce
  expect((await attesa).done).toBe(true);
  await poi();
  expect(flusso.destroyed).toBe(true);
});

test('un flusso che si rompe rompe la risposta: nessuno la prende per intera', async () => {
  const flusso = new PassThrough();
  flusso.write('primo');
  const web = flussoWeb(flusso);
  flusso.destroy(new Error('la copia si è fermata'));
  await expect(new Response(web).text()).rejects.toThrow('la copia si è fermata');
});
