import type { SezioneVista } from '@/lib/versioni/tabellePiano';

/** L'idea e il progetto definitivo, sezione per sezione: nell'ordine del progetto, poi ciò che c'era solo nell'idea. */
export type Coppia = { chiave: string; titolo: string; idea: SezioneVista | null; progetto: SezioneVista | null };

export function affianca(idea: readonly SezioneVista[], progetto: readonly SezioneVista[]): Coppia[] {
  const di = (sezioni: readonly SezioneVista[], chiave: string) => sezioni.find((s) => s.chiave === chiave) ?? null;
  const chiavi = [...new Set([...progetto, ...idea].map(({ chiave }) => chiave))];
  return chiavi.map((chiave) => {
    const [a, b] = [di(idea, chiave), di(progetto, chiave)];
    return { chiave, titolo: (b ?? a)?.titolo ?? chiave, idea: a, progetto: b };
  });
}
