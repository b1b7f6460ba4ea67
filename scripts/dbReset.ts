import { createInterface } from 'node:readline/promises';
import { cancellaIncorporato } from '@/prisma/incorporato';
import { detentore } from '@/prisma/incorporato/serratura';
import { svuotaDatabase } from '@/prisma/svuota';
import { CARTELLA_POSTGRES, leggiFileEnv } from './ambiente';
import { SERRATURA_PORTALE } from './costruzione';

/** `npm run db:reset [-- --si [--esterno]]`: throws the data away. */
export async function esegui(argomenti: string[]): Promise<number> {
  const ignoti = argomenti.filter((argomento) => !['--si', '--esterno'].includes(argomento));
  if (ignoti.length > 0) throw new Error(`Opzioni sconosciute: ${ignoti.join(' ')}. Si può scrivere --si, e --esterno con DATABASE_URL.`);
  leggiFileEnv();
  const portale = detentore(SERRATURA_PORTALE);
  if (portale) throw new Error(`Il portale è in esecuzione (processo ${portale.pid}): chiudilo con Ctrl-C e riprova.`);
  const si = argomenti.includes('--si');
  const esterno = process.env.DATABASE_URL;
  if (esterno && !(si && argomenti.includes('--esterno')))
    throw new Error('DATABASE_URL indica un database esterno: per svuotarlo davvero scrivi npm run db:reset -- --si --esterno');
  if (!si && !(await conferma())) {
    console.log('Non ho toccato nulla.');
    return 1;
  }
  if (esterno) await svuotaDatabase(esterno);
  else await cancellaIncorporato(CARTELLA_POSTGRES);
  console.log('Fatto: i dati non ci sono più. Al prossimo npm start il database rinasce.');
  return 0;
}

async function conferma(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('Non posso chiedere conferma: se vuoi cancellare tutti i dati scrivi npm run db:reset -- --si');
  const domanda = createInterface({ input: process.stdin, output: process.stdout });
  const risposta = await domanda.question('Cancello TUTTI i dati del database incorporato. Scrivi «cancella» per confermare: ');
  domanda.close();
  return risposta.trim().toLowerCase() === 'cancella';
}
