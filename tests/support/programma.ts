import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const FILE_REALE = path.resolve(import.meta.dirname, '../../prisma/dati/wecare-2020.json');

/** Il programma come JSON da guastare: nelle prove qualunque campo può diventare qualunque cosa. */
// biome-ignore lint/suspicious/noExplicitAny: le prove scrivono apposta valori che nessun tipo ammette
export type ProgrammaGrezzo = any;

export const programmaReale = (): ProgrammaGrezzo => JSON.parse(readFileSync(FILE_REALE, 'utf8'));

/** Il programma reale ridotto ai primi progetti, per un'altra Regione. @param istat due cifre, diverso per ogni prova */
export function programmaPiccolo(istat: string, progetti = 2): ProgrammaGrezzo {
  const intero = programmaReale();
  intero.meta.istat_regione = istat;
  intero.progetti = intero.progetti.slice(0, progetti);
  return intero;
}

/** Presta un file con quel contenuto. */
export async function conFile<T>(contenuto: unknown, lavora: (file: string) => Promise<T>): Promise<T> {
  const cartella = mkdtempSync(path.join(tmpdir(), 'cantiere-importa-'));
  const file = path.join(cartella, 'programma.json');
  writeFileSync(file, typeof contenuto === 'string' || contenuto instanceof Uint8Array ? contenuto : JSON.stringify(contenuto));
  try {
    return await lavora(file);
  } finally {
    rmSync(cartella, { recursive: true });
  }
}
