import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Segreti = z.object({
  installazione: z.string().min(8),
  /** Password of the cluster's superuser. */
  postgres: z.string().min(32),
  /** From which the passwords of the application's logins and the session key are derived. */
  applicazione: z.string().min(32),
});
/** The secrets of an embedded installation. `nuovi` when they were created just now. */
export type Segreti = z.infer<typeof Segreti> & { nuovi: boolean };

/** Reads the secrets of an installation, creating them at random (readable by this user only) the first time. @param cartella absolute */
export function leggiSegreti(cartella: string): Segreti {
  const file = path.join(cartella, 'segreti.json');
  mkdirSync(cartella, { recursive: true });
  const scritti = leggi(file);
  if (scritti) return { ...scritti, nuovi: false };
  const casuale = () => randomBytes(32).toString('hex');
  const bozza = `${file}.${process.pid}`;
  writeFileSync(bozza, JSON.stringify({ installazione: casuale(), postgres: casuale(), applicazione: casuale() }, null, 2), {
    mode: 0o600,
  });
  let nuovi = true;
  try {
    linkSync(bozza, file); // unlike a rename, it does not overwrite what another command wrote meanwhile
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code !== 'EEXIST') throw errore;
    nuovi = false;
  } finally {
    rmSync(bozza, { force: true });
  }
  const letti = leggi(file);
  if (!letti) throw new Error(`Non riesco a leggere ${file}.`);
  return { ...letti, nuovi };
}

function leggi(file: string): z.infer<typeof Segreti> | null {
  let testo: string;
  try {
    testo = readFileSync(file, 'utf8');
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw errore;
  }
  try {
    return Segreti.parse(JSON.parse(testo));
  } catch (causa) {
    throw new Error(`Il file ${file} è rovinato: toglilo e riprova (le sessioni aperte finiranno).`, { cause: causa });
  }
}
