import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Una voce dell'archivio. `byte`, se si conosce, permette di sapere quanto peserà l'archivio prima di scriverlo. */
export type VoceZip = { nome: string; contenuto: () => AsyncIterable<Uint8Array>; byte?: number };

type Opzioni = {
  /** Il giorno scritto su ogni voce, AAAA-MM-GG: quello dei dati, non quello dello scaricamento, così gli stessi file danno gli stessi byte. */
  giorno: string;
  /** Falso: i byte dipendono solo dal contenuto, e non dalla versione del compressore. */
  comprimi: boolean;
};

/**
 * Un archivio zip scritto mentre si leggono le voci, una alla volta e in ordine. Se una voce fallisce l'archivio si interrompe: nessuno scarica per intero
 * un archivio che intero non è. Chi smette di leggere ferma anche la voce che si sta scrivendo.
 */
export function flussoZip(voci: readonly VoceZip[], { giorno, comprimi }: Opzioni): { flusso: Readable; byte: number | null } {
  const zip = new ZipFile();
  const flusso = zip.outputStream as Readable;
  const [anno = 1980, mese = 1, di = 1] = giorno.split('-').map(Number);
  const opzioni = { mtime: new Date(anno, mese - 1, di), forceDosTimestamp: true, compress: comprimi, mode: 0o100644 };
  let corrente: Readable | undefined;
  for (const { nome, contenuto, byte } of voci)
    zip.addReadStreamLazy(nome, { ...opzioni, ...(byte === undefined ? {} : { size: byte }) }, (pronto) => {
      corrente = Readable.from(contenuto(), { objectMode: false });
      // yazl non ascolta gli errori di ciò che legge
      corrente.once('error', (errore) => flusso.destroy(errore));
      pronto(null, corrente);
    });
  let totale: number | null = null;
  const conta = (byte?: number): void => {
    totale = byte === undefined || byte < 0 ? null : byte;
  };
  zip.end({ forceZip64Format: false, comment: '' }, conta);
  zip.on('error', (errore: Error) => flusso.destroy(errore));
  flusso.on('close', () => corrente?.destroy());
  return { flusso, byte: totale };
}
