import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { detentore } from '@/prisma/incorporato/serratura';
import { CARTELLA } from './ambiente';
import { lancia, RADICE } from './processi';
import { passo } from './stampa';

/** Lock of the running portal. */
export const SERRATURA_PORTALE = path.join(CARTELLA, 'portale.json');

const SORGENTI = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'instrumentationNode.ts',
  'next.config.ts',
  'postcss.config.mjs',
];
const CONFIGURAZIONE = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
const NON_CONTANO = /(^|\/)(generated|node_modules)(\/|$)|\.test\.tsx?$/;

/**
 * Fingerprint of everything the build depends on: names and contents of the sources, the packages, and the folder itself
 * (a build is not moved elsewhere).
 */
export function improntaSorgenti(radice: string): string {
  const somma = createHash('sha256').update(radice);
  for (const nome of [...SORGENTI, ...CONFIGURAZIONE].flatMap((voce) => elenca(radice, voce))) {
    const contenuto = readFileSync(path.join(radice, nome));
    somma.update(`\0${nome}\0${contenuto.length}\0`).update(contenuto);
  }
  return somma.digest('hex');
}

function elenca(radice: string, voce: string): string[] {
  const intero = path.join(radice, voce);
  if (!existsSync(intero)) return [];
  const file = fileDi(intero);
  if (!file) return [voce];
  return file
    .map((nome) => `${voce}/${nome}`.replaceAll(path.sep, '/'))
    .filter((nome) => !NON_CONTANO.test(nome))
    .sort();
}

function fileDi(cartella: string): string[] | null {
  try {
    const voci = readdirSync(cartella, { recursive: true, withFileTypes: true });
    return voci.filter((voce) => voce.isFile()).map((voce) => path.relative(cartella, path.join(voce.parentPath, voce.name)));
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw errore;
  }
}

/** Builds the portal if it was never built or its sources changed since (always, when `comunque`). */
export async function costruisci(comunque = false): Promise<void> {
  const timbro = path.join(RADICE, '.next/cantiere-sorgenti');
  const attesa = improntaSorgenti(RADICE);
  const intero = existsSync(path.join(RADICE, '.next/BUILD_ID')) && existsSync(timbro);
  if (!comunque && intero && readFileSync(timbro, 'utf8') === attesa) return;
  const portale = detentore(SERRATURA_PORTALE);
  if (portale && portale.pid !== process.pid)
    throw new Error(`Va ricostruito il portale, ma è in esecuzione (processo ${portale.pid}) e ne usa i file: chiudilo e riprova.`);
  passo('Costruisco il portale (next build)');
  rmSync(timbro, { force: true });
  // whatever NODE_ENV the terminal has, a build that is not for production cannot be served
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const { codice, uscita } = await lancia('node_modules/next/dist/bin/next', ['build'], { env });
  if (codice !== 0) throw new Error(`La costruzione del portale non è riuscita:\n${uscita}`);
  writeFileSync(timbro, attesa);
  passo('Portale costruito');
}
