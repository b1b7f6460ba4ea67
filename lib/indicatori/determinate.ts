import type { APassi } from '@/lib/passi/passi';

/**
 * Le incognite che un sistema di somme determina: chi legge, sommando e sottraendo le equazioni, le ritrova esatte anche quando nessuna equazione da sola le dice
 * (eliminazione di Gauss-Jordan, su righe sparse). I termini noti non servono: se un'incognita è determinata dipende solo da chi compare con chi.
 * @param equazioni numeri di cella, la prima è il tutto e le altre le parti @param ignota dice quali celle chi legge non conosce
 */
export function* determinate(equazioni: readonly (readonly number[])[], ignota: (cella: number) => boolean): APassi<Set<number>> {
  /** Ogni riga ridotta sotto il suo perno; e per ogni incognita i perni delle righe che la nominano. */
  const righe = new Map<number, Riga>();
  const nominate = new Map<number, Set<number>>();
  for (const equazione of equazioni) {
    yield;
    const riga = ridotta(rigaDi(equazione, ignota), righe);
    const [primo] = riga;
    if (!primo) continue;
    const [perno, volte] = primo;
    for (const [cella, n] of riga) riga.set(cella, n / volte);
    for (const altro of nominate.get(perno) ?? []) {
      const sua = righe.get(altro);
      if (sua) togli(sua, sua.get(perno) ?? 0, riga, (cella) => annota(nominate, cella, altro));
    }
    nominate.delete(perno);
    righe.set(perno, riga);
    for (const cella of riga.keys()) if (cella !== perno) annota(nominate, cella, perno);
  }
  return new Set([...righe].flatMap(([perno, riga]) => (riga.size === 1 ? [perno] : [])));
}

type Riga = Map<number, number>;
/** Sotto questo un coefficiente è zero: nascono tutti da uno e meno uno. */
const NULLO = 1e-9;

function rigaDi([tutto, ...parti]: readonly number[], ignota: (cella: number) => boolean): Riga {
  const riga: Riga = new Map();
  const conta = (cella: number | undefined, n: number) => {
    if (cella !== undefined && ignota(cella)) riga.set(cella, (riga.get(cella) ?? 0) + n);
  };
  conta(tutto, 1);
  for (const parte of parti) conta(parte, -1);
  return riga;
}

/** La riga senza i perni già scelti. Le righe ridotte non nominano i perni delle altre: basta una passata. */
function ridotta(riga: Riga, righe: ReadonlyMap<number, Riga>): Riga {
  for (const [cella, volte] of [...riga]) {
    const sopra = righe.get(cella);
    if (sopra) togli(riga, volte, sopra);
  }
  return riga;
}

/** Toglie da `riga` un'altra, tante volte. @param nuova le incognite che prima non nominava */
function togli(riga: Riga, volte: number, altra: Riga, nuova: (cella: number) => void = () => undefined): void {
  for (const [cella, n] of altra) {
    const prima = riga.get(cella);
    const dopo = (prima ?? 0) - volte * n;
    if (Math.abs(dopo) < NULLO) riga.delete(cella);
    else riga.set(cella, dopo);
    if (prima === undefined) nuova(cella);
  }
}

function annota(nominate: Map<number, Set<number>>, cella: number, perno: number): void {
  const chi = nominate.get(cella);
  if (chi) chi.add(perno);
  else nominate.set(cella, new Set([perno]));
}
