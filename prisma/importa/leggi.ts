import { readFile } from 'node:fs/promises';
import { File } from './formato';
import { controlla } from './frasi';

/**
 * Legge il file di un programma e ne controlla il primo livello; le righe restano da controllare.
 * @throws Error con una frase per chi ha lanciato il comando: file assente, JSON rotto, parti che mancano
 */
export async function leggiFile(file: string): Promise<File> {
  const valore = analizza(file, await leggiTesto(file));
  const esito = controlla(File, valore, '');
  if ('dato' in esito) return esito.dato;
  const righe = esito.rifiuti.map(({ percorso, motivo }) => `- ${percorso || 'il file'}: ${motivo}`);
  throw new Error(`Il file ${file} non è un programma da importare:\n${righe.join('\n')}\nNon ho scritto nulla.`);
}

async function leggiTesto(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (causa) {
    const motivo =
      causa instanceof TypeError ? 'non è scritto in UTF-8' : `non si legge (${(causa as NodeJS.ErrnoException).code ?? 'errore'})`;
    throw new Error(`Il file ${file} ${motivo}. Non ho scritto nulla.`, { cause: causa });
  }
}

function analizza(file: string, testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch (causa) {
    throw new Error(`Il file ${file} non è JSON valido: ${(causa as Error).message}. Non ho scritto nulla.`, { cause: causa });
  }
}
