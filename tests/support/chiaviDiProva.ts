import { createHmac } from 'node:crypto';
import { scriviMazzo } from '@/lib/identita/chiavi';

/** Le chiavi delle identità di una prova, sempre le stesse per lo stesso segreto: le variabili passano da un processo all'altro. */
export function chiaviDiProva(segreto: string): string {
  const byte = (nome: string) => createHmac('sha256', segreto).update(`chiavi ${nome}`).digest();
  return scriviMazzo({
    corrente: 'k-prova',
    dal: undefined,
    chiavi: { 'k-prova': byte('identita') },
    pseudonimi: { id: 'p-prova', chiave: byte('pseudonimi') },
  });
}
