import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { attendi, comandoDi, vivo } from './processi';

/** The first lines of postmaster.pid. `porta` is null while the server is still starting. */
export type PidPostmaster = { pid: number; cartella: string; porta: number | null };

/** Parses postmaster.pid (pid, data folder, start, port, …, one a line); null when it is empty or cut short. */
export function leggiPidPostmaster(testo: string): PidPostmaster | null {
  const [pid = '', cartella = '', , porta = ''] = testo.split('\n').map((riga) => riga.trim());
  const numero = Math.abs(Number.parseInt(pid, 10)); // negative in single-user mode
  return Number.isInteger(numero) && numero > 0 && cartella ? { pid: numero, cartella, porta: Number.parseInt(porta, 10) || null } : null;
}

/**
 * Frees a data folder that a killed command left behind: stops a server still running on it (waiting for its clean end) and removes
 * a postmaster.pid that speaks of no server of this folder. PostgreSQL itself only looks whether *some* process has that number, and after
 * the restart of a machine or of a container some process often does.
 */
export async function liberaCartella(dati: string): Promise<void> {
  const file = path.join(dati, 'postmaster.pid');
  const scritto = leggiPidPostmaster(leggi(file));
  if (!scritto) return rmSync(file, { force: true });
  const nostro = stessaCartella(scritto.cartella, dati) && vivo(scritto.pid) && comandoDi(scritto.pid).includes(scritto.cartella);
  if (!nostro) return rmSync(file, { force: true });
  await fermaPostmaster(scritto.pid);
}

/** Stops a server: fast shutdown (SIGINT), and immediate (SIGQUIT, recovered at the next start) if that takes over 20 s. */
export async function fermaPostmaster(pid: number): Promise<void> {
  segnala(pid, 'SIGINT');
  if (await attendi(() => !inVita(pid), 20)) return;
  segnala(pid, 'SIGQUIT');
  if (!(await attendi(() => !inVita(pid), 10))) throw new Error(`PostgreSQL (processo ${pid}) non si ferma: chiudilo a mano e riprova.`);
}

// a zombie waiting for its parent has an empty command line
const inVita = (pid: number) => vivo(pid) && comandoDi(pid) !== '';

function segnala(pid: number, segnale: NodeJS.Signals): void {
  try {
    process.kill(pid, segnale);
  } catch (errore) {
    const { code } = errore as NodeJS.ErrnoException;
    if (code === 'EPERM') throw new Error(`Il database di Cantiere è in esecuzione (processo ${pid}) ma appartiene a un altro utente.`);
    if (code !== 'ESRCH') throw errore;
  }
}

function stessaCartella(una: string, altra: string): boolean {
  try {
    return realpathSync(una) === realpathSync(altra);
  } catch {
    return false; // the folder named in the file is not there any more: the file came with a copy
  }
}

function leggi(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw errore;
  }
}
