// The only door of the commands: `npm start`, `npm test`… all come here, even on a clone where nothing is installed yet.
// Hence only Node builtins, in this file and in preparazione.mjs.
import { pathToFileURL } from 'node:url';
import { generaClient, installaDipendenze, RADICE, reidrataCollegamenti } from './preparazione.mjs';

const COMANDI = {
  start: 'start.ts',
  dev: 'dev.ts',
  build: 'build.ts',
  test: 'test.ts',
  check: 'check.ts',
  importa: 'importa.ts',
  chiavi: 'chiavi.ts',
  conservazione: 'conservazione.ts',
  'db:reset': 'dbReset.ts',
  bench: 'bench.ts',
};
const NODE_MINIMO = [20, 19];

function controllaNode() {
  const [maggiore = 0, minore = 0] = process.versions.node.split('.').map(Number);
  const basta = maggiore > NODE_MINIMO[0] || (maggiore === NODE_MINIMO[0] && minore >= NODE_MINIMO[1]);
  if (!basta)
    throw new Error(
      `Serve Node ${NODE_MINIMO.join('.')} o successivo: questo è ${process.versions.node}. Scaricalo da nodejs.org e riprova.`,
    );
}

/** What we throw on purpose is a plain Error with an Italian sentence; of anything else the place where it was born is needed too. */
function racconta(errore) {
  const previsto = errore instanceof Error && errore.name === 'Error' && errore.code === undefined;
  console.error(`\n${previsto ? errore.message : (errore?.stack ?? errore)}`);
  if (errore?.code === 'EACCES' || errore?.code === 'EPERM')
    console.error('Forse un avvio precedente, con un altro utente o con sudo, ha lasciato file suoi nella cartella del progetto.');
  for (let causa = errore?.cause; causa; causa = causa.cause) console.error(`Causa: ${causa.message ?? causa}`);
}

async function principale() {
  const [comando = '', ...argomenti] = process.argv.slice(2);
  const file = Object.hasOwn(COMANDI, comando) ? COMANDI[comando] : undefined;
  if (!file) throw new Error(`Comando sconosciuto: «${comando}». Comandi: ${Object.keys(COMANDI).join(', ')}.`);
  controllaNode();
  process.noDeprecation = true; // Prisma's adapter uses pg in a way pg 9 will refuse: known, pg stays at 8, and the person at the terminal can do nothing
  process.chdir(RADICE);
  await installaDipendenze();
  reidrataCollegamenti();
  await generaClient();
  const { register } = await import('tsx/esm/api');
  register();
  const { esegui } = await import(pathToFileURL(`${RADICE}/scripts/${file}`).href);
  return esegui(argomenti);
}

principale().then(
  (codice) => process.exit(codice),
  async (errore) => {
    racconta(errore);
    process.exit(1);
  },
);
