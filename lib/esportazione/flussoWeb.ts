import type { Readable } from 'node:stream';

/**
 * Un flusso di Node come lo vuole una risposta: si legge quando chi scarica ne chiede ancora, e si chiude se riattacca. Readable.toWeb farebbe lo stesso, ma
 * chiude due volte la risposta di chi se n'è andato, e l'errore arriva al processo invece che alla richiesta (Node 22).
 */
export function flussoWeb(flusso: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pezzi: AsyncIterator<Uint8Array<ArrayBuffer>> = flusso[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      pull: async (risposta) => {
        const { done, value } = await pezzi.next();
        if (done) risposta.close();
        else risposta.enqueue(value);
      },
      cancel: () => void flusso.destroy(),
    },
    { highWaterMark: 0 },
  );
}
