import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Import = { verso: string; soloTipi: boolean };
export type Sorgente = { file: string; testo: string };

const RADICE = path.resolve(import.meta.dirname, '../..');
const CARTELLE = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'];
const GENERATO = 'lib/db/generated/';

/** Tutti i sorgenti del progetto, con il percorso dalla radice; senza il client generato. */
export function sorgenti(): Sorgente[] {
  const nellaRadice = readdirSync(RADICE, { withFileTypes: true }).filter((voce) => voce.isFile());
  const sotto = CARTELLE.flatMap((cartella) =>
    readdirSync(path.join(RADICE, cartella), { recursive: true, withFileTypes: true }).filter((voce) => voce.isFile()),
  );
  return [...nellaRadice, ...sotto]
    .map((voce) => path.relative(RADICE, path.join(voce.parentPath, voce.name)).replaceAll(path.sep, '/'))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith(GENERATO) && file !== 'next-env.d.ts')
    .sort()
    .map((file) => ({ file, testo: readFileSync(path.join(RADICE, file), 'utf8') }));
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** I file del progetto che un sorgente importa; i pacchetti no. Un percorso che non si risolve resta com'è scritto. */
export function importDi({ file, testo }: Sorgente): Import[] {
  return [...testo.matchAll(IMPORT)]
    .map(([, tipo, statico, nudo, dinamico]) => ({ nome: statico ?? nudo ?? dinamico ?? '', soloTipi: tipo !== undefined }))
    .filter(({ nome }) => nome.startsWith('@/') || nome.startsWith('.'))
    .map(({ nome, soloTipi }) => ({ verso: risolvi(file, nome), soloTipi }));
}

function risolvi(da: string, nome: string): string {
  const base = nome.startsWith('@/') ? nome.slice(2) : path.posix.normalize(path.posix.join(path.posix.dirname(da), nome));
  const scelte = [base, ...['.ts', '.tsx', '.mjs', '.d.ts', '/index.ts'].map((fine) => base + fine)];
  return scelte.find((scelta) => /\.\w+$/.test(scelta) && existsSync(path.join(RADICE, scelta))) ?? base;
}
