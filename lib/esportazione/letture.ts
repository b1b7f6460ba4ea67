import type { Attore } from '@/lib/auth/attore';
import { apriCopia, type Copia } from '@/lib/db/copia';
import { type RigaGrezza, selezione, type Tabella } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import type { Sorgente } from './archivio';
import { type Vocabolari, vocabolariDi } from './codebook';

/**
 * Una tabella di al più queste righe si legge una volta, anche se i formati sono cinque: rileggerla costerebbe più che tenerla. Quelle che si calcolano qui si
 * tengono sempre.
 */
const DA_TENERE = 5_000;

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
  const tenute = new Map<string, RigaGrezza[][]>();
  const conteggi = new Map<string, number>();
  const sorgente: Sorgente = async function* (tabella) {
    const gia = tenute.get(tabella.nome);
    const massimo = tabella.righe ? Number.POSITIVE_INFINITY : DA_TENERE;
    const letti: RigaGrezza[][] = [];
    let quante = 0;
    for await (const righe of gia ?? daCapo(copia, tabella)) {
      if (righe.length === 0) continue;
      quante += righe.length;
      if (quante <= massimo) letti.push(righe);
      yield righe;
    }
    if (!gia && quante <= massimo) tenute.set(tabella.nome, letti);
    conteggi.set(tabella.nome, quante);
  };
  return { sorgente, vocabolari: () => leggiVocabolari(sorgente), contate: (t) => conteggi.get(t ?? '') ?? null, chiudi: copia.chiudi };
}

/** Una tabella dal database; quelle che si calcolano qui arrivano in un gruppo solo. */
async function* daCapo(copia: Copia, tabella: Tabella): AsyncGenerator<RigaGrezza[]> {
  if (tabella.righe) yield tabella.righe(await copia.dati(selezione(tabella)));
  else yield* copia.righe(selezione(tabella));
}

async function leggiVocabolari(sorgente: Sorgente): Promise<Vocabolari> {
  const vocabolario = TABELLE.find(({ nome }) => nome === 'vocabolario');
  const righe: RigaGrezza[] = [];
  if (vocabolario) for await (const gruppo of sorgente(vocabolario)) righe.push(...gruppo);
  return vocabolariDi(righe);
}
