import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Terreno } from './terreno';

const programma = (terreno: Terreno, nome: string) => path.join(terreno.binari, 'bin', process.platform === 'win32' ? `${nome}.exe` : nome);
/** cwd: PostgreSQL wants to be able to come back to the folder it was started from, and the other identity may not read ours. */
const come = (terreno: Terreno) => ({
  ...terreno.utenza,
  cwd: path.dirname(terreno.binari),
  env: { PATH: process.env.PATH, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
});

/**
 * Creates the cluster unless it exists. initdb works in a draft folder renamed at the end, so an interrupted one leaves no half cluster.
 * @param sincronizza false only for data nobody will miss (tests)
 */
export function creaCluster(terreno: Terreno, password: string, sincronizza: boolean): void {
  const { dati } = terreno;
  buttaBozze(dati);
  if (existsSync(path.join(dati, 'PG_VERSION'))) {
    controllaVersione(terreno);
    return;
  }
  if (existsSync(dati)) renameSync(dati, `${dati}.incompleta-${Date.now()}`);
  const bozza = `${dati}.bozza-${process.pid}`;
  const segreto = mkdtempSync(path.join(tmpdir(), 'cantiere-'));
  const file = path.join(segreto, 'password');
  try {
    mkdirSync(bozza, { mode: 0o700 });
    writeFileSync(file, password, { mode: 0o600 });
    for (const cosa of terreno.utenza ? [bozza, segreto, file] : []) chownSync(cosa, terreno.utenza?.uid ?? 0, terreno.utenza?.gid ?? 0);
    const opzioni = [
      '-D',
      bozza,
      '-U',
      'postgres',
      `--pwfile=${file}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      `--locale=${localeDiSistema()}`,
    ];
    const lingua = ['--locale-provider=icu', '--icu-locale=it-IT', ...(sincronizza ? [] : ['--no-sync'])];
    const esito = spawnSync(programma(terreno, 'initdb'), [...opzioni, ...lingua], { ...come(terreno), encoding: 'utf8' });
    if (esito.status !== 0) throw new Error(`La creazione del database non è riuscita:\n${esito.stderr ?? ''}`, { cause: esito.error });
    renameSync(bozza, dati);
  } finally {
    rmSync(segreto, { recursive: true, force: true });
    rmSync(bozza, { recursive: true, force: true });
  }
}

function buttaBozze(dati: string): void {
  const cartella = path.dirname(dati);
  for (const nome of existsSync(cartella) ? readdirSync(cartella) : [])
    if (nome.startsWith(`${path.basename(dati)}.bozza-`)) rmSync(path.join(cartella, nome), { recursive: true, force: true });
}

function controllaVersione(terreno: Terreno): void {
  const dei = readFileSync(path.join(terreno.dati, 'PG_VERSION'), 'utf8').trim();
  const programmi = spawnSync(programma(terreno, 'postgres'), ['--version'], { ...come(terreno), encoding: 'utf8' });
  const trovata = /(\d+)\.\d+/.exec(programmi.stdout ?? '')?.[1];
  if (!trovata)
    throw new Error(`PostgreSQL incorporato non parte: ${programmi.stderr || programmi.error?.message}`, { cause: programmi.error });
  if (dei !== trovata)
    throw new Error(
      `I dati in ${terreno.dati} sono di PostgreSQL ${dei}, ma è installato il ${trovata}: esportali con la versione di prima.`,
    );
}

/** Characters' classes only: the order of words is given by ICU. */
function localeDiSistema(): string {
  if (process.platform === 'win32') return 'C';
  const presenti = (spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '').split('\n');
  return presenti.find((nome) => /^C\.utf-?8$/i.test(nome)) ?? presenti.find((nome) => /^en_US\.utf-?8$/i.test(nome)) ?? 'C';
}

/** Gives the superuser a new password without starting the server: the file that held the old one was lost. */
export function cambiaPassword(terreno: Terreno, password: string): void {
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  const esito = spawnSync(programma(terreno, 'postgres'), ['--single', '-D', terreno.dati, 'postgres'], {
    ...come(terreno),
    input,
    encoding: 'utf8',
  });
  if (esito.status !== 0)
    throw new Error(`Non riesco a reimpostare la password del database:\n${esito.stderr ?? ''}`, { cause: esito.error });
}

// If the command that started the server is killed its end of the pipe closes, and the watcher asks the server to stop. The watcher is a
// grandchild (not a child the postmaster would wonder about) and is told to go home by a line when all ends well.
const SORVEGLIATO = 'exec 3<&0; ( (IFS= read -r _ || kill -INT $$) <&3 3<&- >/dev/null 2>&1 & ); exec "$@" </dev/null 3<&-';

/**
 * Launches the server in its own process group: Ctrl-C in the terminal must reach the web server first, and PostgreSQL only when asked.
 * @param registro descriptor of the open log file
 */
export function lanciaServer(terreno: Terreno, impostazioni: Record<string, string>, sorveglia: boolean, registro: number) {
  const comando = [
    programma(terreno, 'postgres'),
    '-D',
    terreno.dati,
    ...Object.entries(impostazioni).flatMap(([nome, valore]) => ['-c', `${nome}=${valore}`]),
  ];
  const opzioni = { ...come(terreno), detached: true, windowsHide: true };
  if (process.platform === 'win32' || !sorveglia)
    return spawn(comando[0] ?? '', comando.slice(1), { ...opzioni, stdio: ['ignore', registro, registro] });
  return spawn('/bin/sh', ['-c', SORVEGLIATO, 'sh', ...comando], { ...opzioni, stdio: ['pipe', registro, registro] });
}

/** Stops a server where signals do not exist. */
export const fermaConPgCtl = (terreno: Terreno) =>
  execFileSync(programma(terreno, 'pg_ctl'), ['stop', '-D', terreno.dati, '-m', 'fast'], come(terreno));
