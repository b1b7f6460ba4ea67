import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import pg from 'pg';
import { lanciaServer } from './cluster';
import { portaLibera } from './porta';
import { fermaPostmaster } from './postmaster';
import { attendi } from './processi';
import type { Terreno } from './terreno';

export type Accensione = { terreno: Terreno; registro: string; password: string; impostazioni: Record<string, string>; sorveglia: boolean };

const IMPOSTAZIONI = {
  listen_addresses: '127.0.0.1', // loopback only, with password: other users of the machine can reach it too
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  password_encryption: 'scram-sha-256',
  timezone: 'Europe/Rome',
  lc_messages: 'C', // the messages below are recognised by their text
  jit: 'off',
};

/** Port, and the superuser's URL on database postgres. */
export const indirizzo = (password: string, porta: number) => ({
  url: `postgresql://postgres:${password}@127.0.0.1:${porta}/postgres`,
  porta,
});

/** Starts the server and waits until it answers, on `preferita` or on another free port. The server's words go to the file `registro`. */
export async function accendi(accensione: Accensione, preferita?: number): Promise<{ porta: number; figlio: ChildProcess }> {
  const { registro, password } = accensione;
  if (existsSync(registro) && statSync(registro).size > 5_000_000) rmSync(registro);
  const scadenza = Date.now() + 60_000;
  for (let voluta = preferita; ; voluta = undefined) {
    const porta = await portaLibera(voluta);
    const inizio = existsSync(registro) ? statSync(registro).size : 0;
    const figlio = lancia(accensione, porta);
    if (await risponde(indirizzo(password, porta).url, figlio)) return { porta, figlio };
    const detto = readFileSync(registro, 'utf8').slice(inizio);
    // the backends of a server killed a moment ago take a while to notice; somebody may have taken the port in the meantime
    const passera = /pre-existing shared memory block|lock file "postmaster.pid"/.test(detto);
    if (!(passera || /could not (bind|create any TCP)/.test(detto)) || Date.now() > scadenza)
      throw new Error(`PostgreSQL non parte:\n${detto.trim()}`);
    if (passera) await attendi(() => false, 0.3);
  }
}

function lancia({ terreno, registro, impostazioni, sorveglia }: Accensione, porta: number): ChildProcess {
  const descrittore = openSync(registro, 'a', 0o600);
  const figlio = lanciaServer(terreno, { ...IMPOSTAZIONI, ...impostazioni, port: String(porta) }, sorveglia, descrittore);
  closeSync(descrittore);
  figlio.stdin?.on('error', () => undefined); // the server ended before the line that sends the watcher home
  figlio.once('exit', () => figlio.stdin?.end('\n'));
  return figlio;
}

/** True when the server answers as `url`, false when it ended first. Throws, and stops it, when it refuses us. */
async function risponde(url: string, figlio: ChildProcess): Promise<boolean> {
  let guasto: unknown;
  figlio.once('error', (errore) => {
    guasto = errore;
  });
  const finito = () => guasto !== undefined || figlio.exitCode !== null || figlio.signalCode !== null;
  try {
    if (!(await attendi(async () => finito() || (await accetta(url)), 120))) throw new Error('PostgreSQL non risponde da due minuti.');
  } catch (errore) {
    if (figlio.pid) await fermaPostmaster(figlio.pid);
    throw errore;
  }
  if (guasto) throw new Error('PostgreSQL incorporato non si può eseguire su questo sistema.', { cause: guasto });
  return !finito();
}

async function accetta(url: string): Promise<boolean> {
  const cliente = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
    return true;
  } catch (errore) {
    // still starting (57P03) or not listening yet; anything else is for the user
    const { code } = errore as { code?: string };
    if (code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET') return false;
    throw errore;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}
