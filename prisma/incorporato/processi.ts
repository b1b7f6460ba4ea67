import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True when a process with this number exists (it may have been reused: compare `nascita` too where it matters). */
export function vivo(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (errore) {
    return (errore as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Instant a process was born, as text only to be compared; null when there is no such process. A reused number has another one. */
export function nascita(pid: number): string | null {
  if (!vivo(pid)) return null;
  if (process.platform === 'linux') {
    const campi = campiDiStato(pid);
    return campi?.[0] === 'Z' ? null : (campi?.[19] ?? null); // a zombie is not alive
  }
  return process.platform === 'win32' ? 'ignota' : ps(pid, 'lstart=');
}

/** Number of the parent of a process; null when unknown. */
export function padreDi(pid: number): number | null {
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid=')) || null;
  return Number(campiDiStato(pid)?.[1]) || null;
}

/** Command line of a process, '' when it cannot be read. */
export function comandoDi(pid: number): string {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return ps(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** The fields of /proc/<pid>/stat from the third on; null when the process is gone. */
function campiDiStato(pid: number): string[] | null {
  try {
    const stato = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stato.slice(stato.lastIndexOf(')') + 2).split(' '); // the second is a name in brackets that may contain spaces
  } catch {
    return null;
  }
}

function ps(pid: number, campo: string): string | null {
  try {
    return execFileSync('ps', ['-o', campo, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps exits 1 when the process is gone
  }
}

/** Waits until `vero` holds, asking every 50 ms. @returns false after `secondi`. */
export async function attendi(vero: () => boolean | Promise<boolean>, secondi: number): Promise<boolean> {
  const scadenza = Date.now() + secondi * 1000;
  while (!(await vero())) {
    if (Date.now() > scadenza) return false;
    await new Promise((risolvi) => setTimeout(risolvi, 50));
  }
  return true;
}
