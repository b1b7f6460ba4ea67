import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allaChiusura } from './chiusura';

export const RADICE = path.resolve(import.meta.dirname, '..');

type Opzioni = {
  env?: NodeJS.ProcessEnv;
  /** Show what it says while it says it; otherwise it is kept for `uscita`. */
  mostra?: boolean;
  /** Options of Node itself. */
  nodo?: string[];
};
/** A program we started. `fine` resolves to its exit code (1 when a signal ended it). */
export type Figlio = { processo: ChildProcess; uscita: () => string; fine: Promise<number>; ferma: () => Promise<void> };

/**
 * Starts a JavaScript program of node_modules (path from the project's folder). It is stopped when the command ends, and stops by itself
 * if the command is killed (see guardiano.mjs).
 */
export function avvia(programma: string, argomenti: string[], { env = process.env, mostra = false, nodo = [] }: Opzioni = {}): Figlio {
  const guardiano = ['--import', pathToFileURL(path.join(RADICE, 'scripts/guardiano.mjs')).href];
  const parole = mostra ? 'inherit' : 'pipe';
  const processo = spawn(process.execPath, [...nodo, ...guardiano, path.join(RADICE, programma), ...argomenti], {
    cwd: RADICE,
    env: { ...env, CANTIERE_PADRE: String(process.pid) },
    stdio: ['pipe', parole, parole],
    // its own group: Ctrl-C in the terminal reaches us alone, and we stop things in order; and its children end with it
    detached: process.platform !== 'win32',
  });
  let detto = '';
  for (const canale of [processo.stdout, processo.stderr]) canale?.on('data', (pezzo) => (detto = (detto + pezzo).slice(-200_000)));
  processo.stdin?.on('error', () => undefined); // it ended first: `fine` tells
  const fine = new Promise<number>((risolvi, rifiuta) => {
    processo.once('error', rifiuta);
    processo.once('close', (codice) => risolvi(codice ?? 1));
  });
  const figlio = { processo, fine, uscita: () => detto, ferma: () => ferma(processo, fine) };
  allaChiusura(figlio.ferma);
  return figlio;
}

/** Runs a program to its end. @returns its exit code and what it said */
export async function lancia(programma: string, argomenti: string[], opzioni?: Opzioni): Promise<{ codice: number; uscita: string }> {
  const figlio = avvia(programma, argomenti, opzioni);
  return { codice: await figlio.fine, uscita: figlio.uscita() };
}

async function ferma(processo: ChildProcess, fine: Promise<number>): Promise<void> {
  if (processo.pid === undefined) return;
  if (processo.exitCode === null && processo.signalCode === null) segnala(processo, 'SIGTERM');
  const ultima = setTimeout(() => segnala(processo, 'SIGKILL'), 8000);
  await fine.catch(() => undefined);
  clearTimeout(ultima);
  segnala(processo, 'SIGKILL'); // what is left of its group, if anything
}

function segnala(processo: ChildProcess, segnale: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32') processo.kill(segnale);
    else process.kill(-(processo.pid ?? 0), segnale);
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code !== 'ESRCH') throw errore;
  }
}
