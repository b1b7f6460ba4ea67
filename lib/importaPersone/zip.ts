import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { DomainError } from '@/lib/errors/domainError';

/**
 * Le voci di un archivio ZIP tenuto in memoria. Nulla si scrive su disco (un file di persone non deve restare in chiaro da nessuna parte) e nulla si
 * espande oltre un limite dato, qualunque cosa l'archivio dichiari di contenere.
 */

export type Voce = { dati: Uint8Array; compressa: boolean };

const FINE = 0x06054b50;
const CENTRALE = 0x02014b50;
const LOCALE = 0x04034b50;
const MASSIMO_COMMENTO = 65_535;
const MASSIMO_VOCI = 1000;

export const rovinato = (): DomainError =>
  new DomainError(
    'importa.fileIlleggibile',
    'Il file non si legge come cartella di lavoro XLSX. Aprilo, salvalo di nuovo in formato .xlsx e riprova.',
  );
export const troppoGrande = (): DomainError =>
  new DomainError(
    'importa.fileEnorme',
    'Il contenuto del file è troppo grande. Togli i fogli e le colonne che non servono, o dividilo in più file.',
  );

/**
 * Le voci dell'archivio, per nome. I byte restano compressi.
 * @throws DomainError importa.fileIlleggibile se non è un archivio intero, o è cifrato, o usa un formato che un XLSX non usa
 */
export function vociZip(contenuto: Uint8Array): Map<string, Voce> {
  const vista = new DataView(contenuto.buffer, contenuto.byteOffset, contenuto.byteLength);
  try {
    return leggiVoci(contenuto, vista);
  } catch (errore) {
    if (errore instanceof RangeError) throw rovinato(); // un posto fuori dal file
    throw errore;
  }
}

function leggiVoci(contenuto: Uint8Array, vista: DataView): Map<string, Voce> {
  const fine = postoDellaFine(vista);
  const quante = vista.getUint16(fine + 10, true);
  if (quante > MASSIMO_VOCI) throw rovinato();
  const voci = new Map<string, Voce>();
  let posto = vista.getUint32(fine + 16, true);
  for (let n = 0; n < quante; n++) {
    if (vista.getUint32(posto, true) !== CENTRALE) throw rovinato();
    const [nome, altro, commento] = [28, 30, 32].map((p) => vista.getUint16(posto + p, true)) as [number, number, number];
    const chiave = new TextDecoder().decode(contenuto.subarray(posto + 46, posto + 46 + nome));
    voci.set(chiave.replaceAll('\\', '/').toLowerCase(), voce(contenuto, vista, posto));
    posto += 46 + nome + altro + commento;
  }
  return voci;
}

function postoDellaFine(vista: DataView): number {
  const primo = Math.max(0, vista.byteLength - 22 - MASSIMO_COMMENTO);
  for (let posto = vista.byteLength - 22; posto >= primo; posto--) if (vista.getUint32(posto, true) === FINE) return posto;
  throw rovinato();
}

function voce(contenuto: Uint8Array, vista: DataView, posto: number): Voce {
  const cifrata = (vista.getUint16(posto + 8, true) & 1) === 1;
  const metodo = vista.getUint16(posto + 10, true);
  const peso = vista.getUint32(posto + 20, true);
  const inizio = vista.getUint32(posto + 42, true);
  if (cifrata || (metodo !== 0 && metodo !== 8) || vista.getUint32(inizio, true) !== LOCALE) throw rovinato();
  const dati = inizio + 30 + vista.getUint16(inizio + 26, true) + vista.getUint16(inizio + 28, true);
  if (dati + peso > contenuto.byteLength) throw rovinato();
  return { dati: contenuto.subarray(dati, dati + peso), compressa: metodo === 8 };
}

/** Il testo intero di una voce. @throws DomainError importa.fileEnorme oltre `massimo` byte, importa.fileIlleggibile se è rovinata */
export function testoIntero({ dati, compressa }: Voce, massimo: number): string {
  if (!compressa && dati.byteLength > massimo) throw troppoGrande();
  try {
    return new TextDecoder().decode(compressa ? inflateRawSync(dati, { maxOutputLength: massimo }) : dati);
  } catch (errore) {
    throw (errore as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? troppoGrande() : rovinato();
  }
}

/** Il testo di una voce a pezzi, senza mai tenerlo intero. @throws come testoIntero, appena il limite si supera */
export async function* aPezzi({ dati, compressa }: Voce, massimo: number): AsyncGenerator<string> {
  const testo = new TextDecoder();
  let letti = 0;
  for await (const pezzo of compressa ? espansa(dati) : [dati]) {
    letti += pezzo.byteLength;
    if (letti > massimo) throw troppoGrande();
    yield testo.decode(pezzo, { stream: true });
  }
  yield testo.decode();
}

async function* espansa(dati: Uint8Array): AsyncGenerator<Uint8Array> {
  const flusso = createInflateRaw();
  flusso.end(dati);
  try {
    for await (const pezzo of flusso) yield pezzo as Uint8Array;
  } catch {
    throw rovinato();
  } finally {
    flusso.destroy();
  }
}
