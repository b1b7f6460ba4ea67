import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nascita } from './processi';

/** Who holds a lock: a living process, told from a later one with the same number by the instant of its birth. */
export type Detentore = { pid: number; nato: string | null; porta?: number };

/** The living process that holds `file`; null when nobody does (also when the holder was killed). */
export function detentore(file: string): Detentore | null {
  const scritto = leggi(file);
  return scritto && scritto.nato !== null && nascita(scritto.pid) === scritto.nato ? scritto : null;
}

/**
 * Takes the lock for this process, or says who holds it. A lock left by a killed process is simply taken over.
 * @returns null when taken
 */
export function prendi(file: string): Detentore | null {
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, nato: nascita(process.pid) }), { flag: 'wx' });
      return null;
    } catch (errore) {
      if ((errore as NodeJS.ErrnoException).code !== 'EEXIST') throw errore;
    }
    const altro = detentore(file);
    if (altro) return altro;
    // Rename, then remove: of two processes that found the same dead lock only one can move it away.
    const scarto = `${file}.${process.pid}`;
    try {
      renameSync(file, scarto);
      rmSync(scarto);
    } catch (errore) {
      if ((errore as NodeJS.ErrnoException).code !== 'ENOENT') throw errore;
    }
  }
}

/** Adds a fact others need (the port) to a lock this process holds. */
export function annota(file: string, porta: number): void {
  writeFileSync(`${file}.nuovo`, JSON.stringify({ pid: process.pid, nato: nascita(process.pid), porta }));
  renameSync(`${file}.nuovo`, file);
}

/** Gives the lock back; somebody else's is left alone. */
export function lascia(file: string): void {
  if (leggi(file)?.pid === process.pid) rmSync(file, { force: true });
}

function leggi(file: string): Detentore | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Detentore;
  } catch {
    return null; // absent, or cut short by a kill: nobody holds it
  }
}
