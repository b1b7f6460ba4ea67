import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analizzaMazzo, type Mazzo, mazzoNuovo, scriviMazzo } from '@/lib/identita/chiavi';

/** Reads the keys of the identities from their file. @throws Error when it cannot be read, or is not what it should be (never its content) */
export function leggiChiavi(file: string): Mazzo {
  try {
    return analizzaMazzo(readFileSync(file, 'utf8'));
  } catch (errore) {
    const codice = (errore as NodeJS.ErrnoException).code;
    throw codice ? new Error(`Non riesco a leggere ${file} (${codice}).`) : errore;
  }
}

/** Makes new keys in a file only this user can read, unless it is already there. @returns true when they are new */
export function creaChiavi(file: string, adesso: Date): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const bozza = scriviBozza(file, mazzoNuovo(adesso.toISOString()));
  try {
    linkSync(bozza, file); // unlike a rename, it does not overwrite the keys another command wrote meanwhile
    serbaCartella(file);
    return true;
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code !== 'EEXIST') throw errore;
    return false;
  } finally {
    rmSync(bozza, { force: true });
  }
}

/**
 * Puts other keys in the file: whole or not at all, and on the disk before this returns. What is ciphered with a key that a power cut takes away
 * is lost for ever.
 */
export function sostituisciChiavi(file: string, mazzo: Mazzo): void {
  const bozza = scriviBozza(file, mazzo);
  try {
    renameSync(bozza, file);
  } finally {
    rmSync(bozza, { force: true });
  }
  serbaCartella(file);
}

function scriviBozza(file: string, mazzo: Mazzo): string {
  const bozza = `${file}.${process.pid}`;
  rmSync(bozza, { force: true }); // of a command that was killed: its permissions might be others
  const descrittore = openSync(bozza, 'wx', 0o600);
  try {
    writeFileSync(descrittore, scriviMazzo(mazzo));
    fsyncSync(descrittore);
  } finally {
    closeSync(descrittore);
  }
  return bozza;
}

/** The name of the file must reach the disk too. Windows has no such call. */
function serbaCartella(file: string): void {
  if (process.platform === 'win32') return;
  const cartella = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(cartella);
  } finally {
    closeSync(cartella);
  }
}
