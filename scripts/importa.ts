import { existsSync } from 'node:fs';
import path from 'node:path';
import { importa } from '@/prisma/importa/importa';
import { apriAmbiente } from './ambiente';
import { ascoltaSegnali, chiudi } from './chiusura';

/** `npm run importa -- file.json`: also while the portal is running. @returns 1 when something was refused */
export async function esegui([file, ...altro]: string[]): Promise<number> {
  if (!file || altro.length > 0) throw new Error('Indica un file: npm run importa -- programma.json');
  // npm runs us in the project's folder; a relative path is meant from where the person is
  const intero = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!existsSync(intero)) throw new Error(`Il file ${intero} non esiste.`);
  ascoltaSegnali(130);
  try {
    const ambiente = await apriAmbiente({ condividi: true });
    const esito = await importa({ url: ambiente.url.app_sistema, file: intero, stampa: (riga) => console.log(riga) });
    console.log(`Inseriti ${esito.inseriti}, aggiornati ${esito.aggiornati}, invariati ${esito.invariati}, rifiutati ${esito.rifiutati}.`);
    return esito.rifiutati > 0 ? 1 : 0;
  } finally {
    await chiudi();
  }
}
