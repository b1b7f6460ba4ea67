import type { TabellaPubblicata } from '@/lib/soppressione/soppressione';

/** Chi attacca una tabella pubblicata: quanto può valere al meno e al più una cella nascosta, sapendo tutto ciò che si mostra (programmazione lineare). */

type Riga = number[];
const EPS = 1e-9;

/** I limiti di una cella nascosta; `Infinity` se non ne ha sopra. */
export function limiti(p: TabellaPubblicata, cella: number): [number, number] {
  const nascoste = p.celle.flatMap(({ valore }, n) => (valore === null ? [n] : []));
  const posto = new Map(nascoste.map((n, k) => [n, k]));
  const A: Riga[] = [];
  const b: number[] = [];
  for (const { parti, totale } of somme(p)) {
    const riga: Riga = Array(nascoste.length).fill(0);
    let noto = 0;
    for (const [n, segno] of [...parti.map((m) => [m, 1] as const), [totale, -1] as const]) {
      const k = posto.get(n);
      if (k === undefined) noto += segno * (p.celle[n]?.valore ?? 0);
      else riga[k] = (riga[k] ?? 0) + segno;
    }
    if (riga.some((x) => x !== 0)) {
      A.push(riga);
      b.push(-noto);
    }
  }
  const scopo = (segno: number): Riga => nascoste.map((n) => (n === cella ? segno : 0));
  return [-massimo(A, b, scopo(-1)), massimo(A, b, scopo(1))];
}

/** Ogni riga, colonna e strato: le sue parti e il suo totale. */
function somme({ dimensioni }: TabellaPubblicata): { parti: number[]; totale: number }[] {
  const lati = dimensioni.map((voci) => voci.length);
  const quante = lati.reduce((n, lato) => n * lato, 1);
  return lati.flatMap((lato, d) => {
    const passo = lati.slice(d + 1).reduce((n, altro) => n * altro, 1);
    return Array.from({ length: quante }, (_, n) => n)
      .filter((n) => Math.floor(n / passo) % lato === lato - 1)
      .map((totale) => ({ totale, parti: Array.from({ length: lato - 1 }, (_, k) => totale - (lato - 1 - k) * passo) }));
  });
}

/** max c·x con A·x = b e x ≥ 0: simplesso in due fasi con la regola di Bland. `Infinity` se non ha limite. */
function massimo(A: readonly Riga[], b: readonly number[], c: Riga): number {
  const [m, n] = [A.length, c.length];
  const T = A.map((riga, i) => {
    const segno = (b[i] ?? 0) < 0 ? -1 : 1;
    return [...riga.map((x) => x * segno), ...A.map((_, j) => (i === j ? 1 : 0)), (b[i] ?? 0) * segno];
  });
  const base = A.map((_, i) => n + i);
  corri(T, base, [...Array<number>(n).fill(0), ...Array<number>(m).fill(-1)], n + m);
  // le variabili di comodo rimaste in base valgono zero: si tolgono, o la riga è ripetuta
  for (let i = 0; i < T.length; i++) {
    if ((base[i] ?? 0) < n) continue;
    const j = (T[i] ?? []).findIndex((x, k) => k < n && Math.abs(x) > EPS);
    if (j >= 0) perno(T, base, i, j);
  }
  return corri(T, base, [...c, ...Array<number>(m).fill(0)], n);
}

function corri(T: Riga[], base: number[], c: Riga, usabili: number): number {
  for (let giri = 0; giri < 20_000; giri++) {
    const ridotto = (j: number) => (c[j] ?? 0) - T.reduce((somma, riga, i) => somma + (c[base[i] ?? 0] ?? 0) * (riga[j] ?? 0), 0);
    const entra = Array.from({ length: usabili }, (_, j) => j).find((j) => !base.includes(j) && ridotto(j) > EPS);
    if (entra === undefined) return T.reduce((somma, riga, i) => somma + (c[base[i] ?? 0] ?? 0) * (riga.at(-1) ?? 0), 0);
    let esce = -1;
    let minimo = Number.POSITIVE_INFINITY;
    T.forEach((riga, i) => {
      const a = riga[entra] ?? 0;
      if (a <= EPS) return;
      const rapporto = (riga.at(-1) ?? 0) / a;
      if (rapporto < minimo - EPS || (rapporto < minimo + EPS && (base[i] ?? 0) < (base[esce] ?? Number.POSITIVE_INFINITY))) {
        minimo = rapporto;
        esce = i;
      }
    });
    if (esce < 0) return Number.POSITIVE_INFINITY;
    perno(T, base, esce, entra);
  }
  throw new Error('Il simplesso non finisce.');
}

function perno(T: Riga[], base: number[], i: number, j: number): void {
  const riga = T[i] ?? [];
  const a = riga[j] ?? 1;
  T[i] = riga.map((x) => x / a);
  T.forEach((altra, k) => {
    const f = altra[j] ?? 0;
    if (k !== i && Math.abs(f) > EPS) T[k] = altra.map((x, h) => x - f * (T[i]?.[h] ?? 0));
  });
  base[i] = j;
}
