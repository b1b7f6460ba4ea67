import type { Attore } from '@/lib/auth/attore';
import { apriCopia, type Copia } from '@/lib/db/copia';
import { type RigaGrezza, selezione, type Tabella } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import type { Sorgente } from './archivio';
import { type Vocabolari, vocabolariDi } from './codebook';

/** Una fotografia dei dati: ogni tabella si può rileggere, e dà sempre le stesse righe finché è aperta. */
export type Fotografia = {
  sorgente: Sorgente;
  /** I codici della Regione, per il codebook e gli script: chi scarica una tabella sola non li legge. */
  vocabolari: () => Promise<Vocabolari>;
  /** Quante righe ha dato una tabella l'ultima volta che è stata letta per intero. */
  contate: (tabella: string | null) => number | null;
  chiudi: () => Promise<void>;
};

/** Apre una fotografia dei dati alla data. Chi la apre la chiude, sempre. @throws DomainError come apriCopia */
export async function fotografa(attore: Attore, al: string): Promise<Fotografia> {
  const copia = await apriCopia(attore, al);
  const calcolate = new Map<string, RigaGrezza[]>();
  const conteggi = new Map<string, number>();
  const sorgente: Sorgente = async function* (tabella) {
    let lette = 0;
    for await (const righe of tabella.righe ? dalCalcolo(copia, tabella, calcolate) : copia.righe(selezione(tabella))) {
      lette += righe.length;
      yield righe;
    }
    conteggi.set(tabella.nome, lette);
  };
  return { sorgente, vocabolari: () => leggiVocabolari(sorgente), contate: (t) => conteggi.get(t ?? '') ?? null, chiudi: copia.chiudi };
}

/** Le tabelle che si calcolano qui si calcolano una volta, anche se i formati sono cinque. */
async function* dalCalcolo(copia: Copia, tabella: Tabella, calcolate: Map<string, RigaGrezza[]>): AsyncGenerator<RigaGrezza[]> {
  const righe = calcolate.get(tabella.nome) ?? tabella.righe?.(await copia.dati(selezione(tabella))) ?? [];
  calcolate.set(tabella.nome, righe);
  if (righe.length > 0) yield righe;
}

async function leggiVocabolari(sorgente: Sorgente): Promise<Vocabolari> {
  const vocabolario = TABELLE.find(({ nome }) => nome === 'vocabolario');
  const righe: RigaGrezza[] = [];
  if (vocabolario) for await (const gruppo of sorgente(vocabolario)) righe.push(...gruppo);
  return vocabolariDi(righe);
}
