/**
 * Le misure della rete di un progetto in un'ondata (domain 7.4). I legami di intensità 0 non contano. Dove non si dice altro la rete si guarda senza
 * direzione: due organizzazioni sono legate se almeno una lo dichiara. Pura, deterministica.
 */

export type Nodo = { id: string; nome: string; tipo: string };
export type Legame = { da: string; a: string; intensita: number; primaDelProgetto: boolean };

export type Misure = {
  nodi: number;
  /** Coppie legate, senza direzione. */
  legami: number;
  /** Coppie legate su coppie possibili; null con meno di due nodi. */
  densita: number | null;
  gradoMedio: number | null;
  /** Freeman: 1 se tutti passano da uno solo (stella), 0 se i gradi sono uguali; null con meno di tre nodi. */
  centralizzazione: number | null;
  /** Quota di percorsi più brevi tra gli altri che passano dal capofila; null con meno di tre nodi o senza capofila. */
  intermediazioneCapofila: number | null;
  /** Legami diretti ricambiati su legami diretti; null se non ce n'è. */
  reciprocita: number | null;
  /** Coppie legate di tipi diversi su coppie legate; null se non ce n'è. */
  traSettori: number | null;
  /** Coppie legate che nell'ondata 0 non lo erano; null se questa è l'ondata 0 o la 0 non c'è. */
  nuovi: number | null;
  /** Gruppi massimali in cui tutti sono legati con tutti, con almeno tre tipi diversi. */
  gruppi: string[][];
};

type Vicini = Map<string, Set<string>>;

const veri = (legami: readonly Legame[]): Legame[] => legami.filter(({ intensita }) => intensita > 0);

function vicinato(nodi: readonly Nodo[], legami: readonly Legame[]): Vicini {
  const vicini: Vicini = new Map(nodi.map(({ id }) => [id, new Set<string>()]));
  for (const { da, a } of veri(legami)) {
    vicini.get(da)?.add(a);
    vicini.get(a)?.add(da);
  }
  return vicini;
}

const chiave = (da: string, a: string): string => (da < a ? `${da} ${a}` : `${a} ${da}`);
const coppie = (legami: readonly Legame[]): Set<string> => new Set(veri(legami).map(({ da, a }) => chiave(da, a)));

/** L'intermediazione di un nodo (Freeman, normalizzata da 0 a 1), con i percorsi più brevi contati in ampiezza da ogni altro nodo (Brandes). */
function intermediazione(vicini: Vicini, scelto: string): number | null {
  const altri = [...vicini.keys()].filter((id) => id !== scelto);
  if (!vicini.has(scelto) || altri.length < 2) return null;
  const somma = altri.reduce((totale, da) => totale + dipendenza(vicini, da, scelto), 0);
  return somma / (altri.length * (altri.length - 1));
}

function dipendenza(vicini: Vicini, da: string, scelto: string): number {
  const distanza = new Map([[da, 0]]);
  const percorsi = new Map([[da, 1]]);
  const prima = new Map<string, string[]>();
  const ordine = [da];
  for (const nodo of ordine) {
    for (const vicino of vicini.get(nodo) ?? []) {
      if (!distanza.has(vicino)) {
        distanza.set(vicino, (distanza.get(nodo) ?? 0) + 1);
        ordine.push(vicino);
      }
      if (distanza.get(vicino) !== (distanza.get(nodo) ?? 0) + 1) continue;
      percorsi.set(vicino, (percorsi.get(vicino) ?? 0) + (percorsi.get(nodo) ?? 0));
      prima.set(vicino, [...(prima.get(vicino) ?? []), nodo]);
    }
  }
  const delta = new Map<string, number>();
  for (const nodo of ordine.toReversed())
    for (const precedente of prima.get(nodo) ?? []) {
      const quota = (percorsi.get(precedente) ?? 0) / (percorsi.get(nodo) ?? 1);
      delta.set(precedente, (delta.get(precedente) ?? 0) + quota * (1 + (delta.get(nodo) ?? 0)));
    }
  return delta.get(scelto) ?? 0;
}

const comuni = (uno: Set<string>, altro: Set<string>): Set<string> => new Set([...uno].filter((id) => altro.has(id)));

/** Oltre non si cerca: una rete scritta apposta ne avrebbe milioni. */
const MASSIMO_GRUPPI = 500;

/** I gruppi massimali di nodi tutti legati tra loro (Bron e Kerbosch, con perno), dai più grandi. */
function gruppiMassimali(vicini: Vicini): string[][] {
  const trovati: string[][] = [];
  const cerca = (dentro: string[], candidati: Set<string>, esclusi: Set<string>): void => {
    if (trovati.length >= MASSIMO_GRUPPI) return;
    if (candidati.size === 0 && esclusi.size === 0) {
      trovati.push(dentro.toSorted());
      return;
    }
    const perno = [...candidati, ...esclusi].reduce((uno, altro) => (grado(altro) > grado(uno) ? altro : uno));
    for (const nodo of [...candidati].filter((id) => !vicini.get(perno)?.has(id))) {
      const suoi = vicini.get(nodo) ?? new Set<string>();
      cerca([...dentro, nodo], comuni(candidati, suoi), comuni(esclusi, suoi));
      candidati.delete(nodo);
      esclusi.add(nodo);
    }
  };
  const grado = (id: string): number => vicini.get(id)?.size ?? 0;
  if (vicini.size > 0) cerca([], new Set(vicini.keys()), new Set());
  return trovati.toSorted((uno, altro) => altro.length - uno.length || uno.join().localeCompare(altro.join()));
}

function centralizzazione(vicini: Vicini): number | null {
  const n = vicini.size;
  if (n < 3) return null;
  const gradi = [...vicini.values()].map(({ size }) => size);
  const massimo = Math.max(...gradi);
  return gradi.reduce((somma, grado) => somma + massimo - grado, 0) / ((n - 1) * (n - 2));
}

function reciprocita(legami: readonly Legame[]): number | null {
  const diretti = new Set(veri(legami).map(({ da, a }) => `${da} ${a}`));
  return diretti.size === 0 ? null : veri(legami).filter(({ da, a }) => diretti.has(`${a} ${da}`)).length / diretti.size;
}

type Rete = {
  nodi: readonly Nodo[];
  legami: readonly Legame[];
  capofila: string | null;
  /** I legami dell'ondata 0 dello stesso progetto; null se questa è la 0, o se la 0 non c'è. */
  primi: readonly Legame[] | null;
};

/** Tutte le misure di una rete. */
export function misura({ nodi, legami, capofila, primi }: Rete): Misure {
  const vicini = vicinato(nodi, legami);
  const unite = coppie(legami);
  const prima = coppie(primi ?? []);
  const tipo = new Map(nodi.map((nodo) => [nodo.id, nodo.tipo]));
  const diversi = [...unite].filter((coppia) => new Set(coppia.split(' ').map((id) => tipo.get(id))).size > 1).length;
  const n = nodi.length;
  return {
    nodi: n,
    legami: unite.size,
    densita: n < 2 ? null : unite.size / ((n * (n - 1)) / 2),
    gradoMedio: n === 0 ? null : (2 * unite.size) / n,
    centralizzazione: centralizzazione(vicini),
    intermediazioneCapofila: capofila === null ? null : intermediazione(vicini, capofila),
    reciprocita: reciprocita(legami),
    traSettori: unite.size === 0 ? null : diversi / unite.size,
    nuovi: primi === null ? null : [...unite].filter((coppia) => !prima.has(coppia)).length,
    gruppi: gruppiMassimali(vicini).filter((gruppo) => new Set(gruppo.map((id) => tipo.get(id))).size >= 3),
  };
}
