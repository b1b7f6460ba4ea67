import { Readable } from 'node:stream';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { flussoZip } from '@/lib/esportazione/zip';
import { leggiByte, leggiIstantanea, leggiPezzi } from '../queries';

type Chiesto = {
  numero: number;
  /** Un file solo; null: l'archivio intero. */
  file: string | null;
  /** Da quale byte riprendere uno scaricamento interrotto. */
  da: number;
};
export type Scaricamento = { nome: string; flusso: Readable; byte: number; impronta: string };

/**
 * Scarica un'istantanea, o un suo file: sempre gli stessi byte, quindi si riprende da dove ci si era fermati. È un atto e resta nel registro; riprendere no.
 * @param chi rilegge chi chiede, vedi leggiByte
 * @throws DomainError istantanea.nonTrovata, istantanea.oltreLaFine
 */
export async function scaricaIstantanea(attore: Attore, { numero, file, da }: Chiesto, chi: () => Promise<Attore>): Promise<Scaricamento> {
  const istantanea = await leggiIstantanea(attore, numero);
  const tutti = istantanea ? await leggiPezzi(attore, istantanea.id) : [];
  const uno = file === null ? undefined : tutti.find(({ nome }) => nome === file);
  if (!istantanea || (file !== null && !uno))
    throw new DomainError('istantanea.nonTrovata', 'Questa istantanea non esiste, o non ha questo file.');
  const voci = tutti.map(({ nome, byte, pezzi }) => ({ nome, byte, contenuto: () => leggiByte(chi, pezzi) }));
  const intero = uno
    ? { flusso: Readable.from(leggiByte(chi, uno.pezzi), { objectMode: false }), byte: uno.byte }
    : flussoZip(voci, { giorno: istantanea.data, comprimi: false });
  if (intero.byte === null || da > intero.byte) {
    intero.flusso.destroy();
    throw new DomainError('istantanea.oltreLaFine', 'Lo scaricamento era già finito: comincia da capo.');
  }
  if (da === 0) await annota(attore, istantanea.id, numero, file);
  return {
    nome: uno ? (uno.nome.split('/').at(-1) ?? uno.nome) : `cantiere-istantanea-${numero}.zip`,
    flusso: da === 0 ? intero.flusso : Readable.from(saltando(intero.flusso, da), { objectMode: false }),
    byte: intero.byte,
    impronta: uno ? uno.sha256 : istantanea.impronta,
  };
}

async function* saltando(flusso: Readable, da: number): AsyncGenerator<Uint8Array> {
  let resta = da;
  for await (const pezzo of flusso as AsyncIterable<Buffer>) {
    if (resta >= pezzo.length) resta -= pezzo.length;
    else {
      yield pezzo.subarray(resta);
      resta = 0;
    }
  }
}

const annota = (attore: Attore, oggettoId: string, numero: number, file: string | null): Promise<void> =>
  commandAs(attore, async () => ({
    result: undefined,
    evento: { atto: 'ricerca.istantaneaScaricata', oggetto: 'istantanea', oggettoId, dopo: { numero, ...(file ? { file } : {}) } },
  }));
