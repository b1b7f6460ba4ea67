import type { Attore } from '@/lib/auth/attore';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { type Confronto, confronta, righeFerme } from './confronta';
import { leggiByte, leggiIstantanea, leggiPezzi, type PezziDiFile } from './queries';

export type TabellaConfrontata = { nome: string; etichetta: string } & (
  | { esito: 'UGUALE' | 'SOLO_PRIMA' | 'SOLO_DOPO' }
  | { esito: 'DIVERSA'; confronto: Confronto }
);

/** Il confronto di due istantanee, tabella per tabella; null se una delle due non c'è. I file con la stessa impronta non si leggono. */
export async function confrontaIstantanee(attore: Attore, prima: number, dopo: number): Promise<TabellaConfrontata[] | null> {
  const [a, b] = [await leggiIstantanea(attore, prima), await leggiIstantanea(attore, dopo)];
  if (!a || !b) return null;
  const [fileA, fileB] = [await leggiPezzi(attore, a.id), await leggiPezzi(attore, b.id)];
  const esiti: TabellaConfrontata[] = [];
  for (const { nome, etichetta, chiave } of TABELLE) {
    const [x, y] = [jsonDi(fileA, nome), jsonDi(fileB, nome)];
    if (!x || !y) {
      if (x || y) esiti.push({ nome, etichetta, esito: x ? 'SOLO_PRIMA' : 'SOLO_DOPO' });
    } else if (x.sha256 === y.sha256) esiti.push({ nome, etichetta, esito: 'UGUALE' });
    else {
      const righe = (file: PezziDiFile) => righeFerme(leggiByte(async () => attore, file.pezzi));
      esiti.push({ nome, etichetta, esito: 'DIVERSA', confronto: await confronta(righe(x), righe(y), chiave) });
    }
  }
  return esiti;
}

const jsonDi = (file: readonly PezziDiFile[], tabella: string): PezziDiFile | undefined =>
  file.find(({ nome }) => nome === `jsonl/${tabella}.jsonl`);
