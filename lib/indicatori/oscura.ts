import type { APassi } from '@/lib/passi/passi';
import { determinate } from './determinate';

/**
 * Che cosa nascondere di una tabella di indicatori (domain 0.1, 5.5): le celle piccole e quelle che, per differenza, le farebbero ritrovare. Gli indicatori
 * si sovrappongono e si contengono, quindi non sono l'incrocio di dimensioni di lib/soppressione (di cui valgono qui le soglie): la tabella è un insieme
 * di celle legate da equazioni (il totale è la somma delle parti); chi legge conosce le equazioni e le celle pubblicate, e sa che ogni cella nascosta
 * vale almeno 1, perché gli zeri si pubblicano.
 */
export type CellaDaPubblicare = {
  valore: number;
  /** Da 1 a soglia - 1 non si dice; chi legge deve restare incerto almeno di tanto. 0: non va protetta. */
  soglia: number;
  /** Falso: nessuno la pubblica (un resto), ma si potrebbe ricavare. */
  pubblicata: boolean;
  /** Già nascosta (o già pubblicata) altrove: qui non si può più cambiare. */
  nascosta?: boolean;
  fissa?: boolean;
  /** Nascosta qualunque valore abbia: chi legge non sa che vale almeno 1. */
  ancheZero?: boolean;
};
export type Equazione = { tutto: string; parti: string[] };
type Celle = ReadonlyMap<string, CellaDaPubblicare>;
type Intervallo = { da: number; a: number };

const INFINITO = Number.POSITIVE_INFINITY;
/** Gli intervalli si stringono a passi interi: oltre questi passi restano più larghi del vero, e si nasconde solo se sono stretti. */
const PASSI = 400_000;
/** Quante equazioni si guardano prima di poter cedere il filo: meno di un millesimo di secondo. */
const EQUAZIONI_PER_PASSO = 500;
/** Quante equazioni più in là si cerca che cosa nascondere. */
const SALTI = 5;

/** Celle ed equazioni per numero: la prima cella di ogni equazione è il tutto, le altre le parti. */
type Rete = { chiavi: string[]; celle: CellaDaPubblicare[]; equazioni: number[][]; diCella: number[][] };
type Noti = { da: Float64Array; a: Float64Array };

function reteDi(celle: Celle, equazioni: readonly Equazione[]): Rete {
  const chiavi = [...celle.keys()];
  const numero = new Map(chiavi.map((k, i) => [k, i]));
  const numerate = equazioni.map(({ tutto, parti }) => [tutto, ...parti].flatMap((k) => numero.get(k) ?? []));
  const diCella: number[][] = chiavi.map(() => []);
  for (const [e, sue] of numerate.entries()) for (const i of sue) diCella[i]?.push(e);
  return { chiavi, celle: [...celle.values()], equazioni: numerate, diCella };
}

/** Quanto chi legge sa che vale, come minimo, una cella nascosta. */
const almeno = ({ pubblicata, ancheZero }: CellaDaPubblicare): number => Number(pubblicata && !ancheZero);
const piccola = ({ valore, soglia }: CellaDaPubblicare): boolean => valore > 0 && valore < soglia;

/** Che cosa un'equazione da sola dice di una delle sue celle. */
function dettoDa(equazione: readonly number[], k: number, { da, a }: Noti): Intervallo {
  let [somma, massima] = [0, 0];
  for (let n = 1; n < equazione.length; n++) {
    const i = equazione[n] ?? 0;
    if (i === k) continue;
    somma += da[i] ?? 0;
    massima += a[i] ?? INFINITO;
  }
  const tutto = equazione[0] ?? 0;
  if (k === tutto) return { da: somma, a: massima };
  return { da: massima === INFINITO ? 0 : (da[tutto] ?? 0) - massima, a: (a[tutto] ?? INFINITO) - somma };
}

/** Quanto chi legge sa di ogni cella, sommando e sottraendo ciò che è pubblicato. */
function* propaga({ celle, equazioni, diCella }: Rete, nascoste: ReadonlySet<number>): APassi<Noti> {
  const da = Float64Array.from(celle, (cella, i) => (nascoste.has(i) ? almeno(cella) : cella.valore));
  const a = Float64Array.from(celle, ({ valore }, i) => (nascoste.has(i) ? INFINITO : valore));
  const noti = { da, a };
  const aperta = (i: number): boolean => da[i] !== a[i];
  const coda = equazioni.flatMap((sue, e) => (sue.some(aperta) ? [e] : []));
  const attesa = new Set(coda);
  for (let passo = 0; passo < coda.length && passo < PASSI; passo++) {
    const e = coda[passo] ?? 0;
    attesa.delete(e);
    if (passo % EQUAZIONI_PER_PASSO === 0) yield;
    for (const k of equazioni[e] ?? []) {
      if (!aperta(k)) continue;
      const detto = dettoDa(equazioni[e] ?? [], k, noti);
      if (detto.da <= (da[k] ?? 0) && detto.a >= (a[k] ?? INFINITO)) continue;
      da[k] = Math.max(da[k] ?? 0, detto.da);
      a[k] = Math.min(a[k] ?? INFINITO, detto.a);
      for (const altra of diCella[k] ?? []) if (altra !== e && !attesa.has(altra)) attesa.add(altra) && coda.push(altra);
    }
  }
  return noti;
}

/** Gli intervalli per nome di cella. */
export function* intervalli(celle: Celle, equazioni: readonly Equazione[], nascoste: ReadonlySet<string>): APassi<Map<string, Intervallo>> {
  const rete = reteDi(celle, equazioni);
  const { da, a } = yield* propaga(rete, new Set(rete.chiavi.flatMap((k, i) => (nascoste.has(k) ? [i] : []))));
  return new Map(rete.chiavi.map((k, i) => [k, { da: da[i] ?? 0, a: a[i] ?? INFINITO }]));
}

type Proposta = { k: number; altra: number; sola: boolean };

/**
 * La più piccola cella visibile delle equazioni che dicono troppo di `k` (o, se nessuna lo fa da sola, di tutte le sue e poi di quelle vicine); gli zeri
 * restano. `sola` se non c'è altra scelta.
 */
function daNascondere({ celle, equazioni, diCella }: Rete, k: number, nascoste: ReadonlySet<number>, noti: Noti): Proposta[] {
  const { soglia = 0, ancheZero } = celle[k] ?? {};
  let prima: number | undefined;
  let sola = true;
  const cerca = (tra: readonly number[]): boolean => {
    for (const e of tra)
      for (const i of equazioni[e] ?? []) {
        const c = celle[i];
        if (i === k || i === prima || !c?.pubblicata || c.fissa || c.valore === 0 || nascoste.has(i)) continue;
        sola = prima === undefined;
        if (prima === undefined || c.valore < (celle[prima]?.valore ?? 0)) prima = i;
      }
    return prima !== undefined;
  };
  const sue = diCella[k] ?? [];
  const dicono = sue.filter((e) => {
    const { da, a } = dettoDa(equazioni[e] ?? [], k, noti);
    return a - Math.max(da, ancheZero ? 0 : 1) < soglia;
  });
  if (!cerca(dicono)) {
    // se le sue equazioni non hanno più nulla da nascondere, sono quelle delle celle vicine a stringerla
    const viste = new Set(sue);
    let intorno: readonly number[] = sue;
    for (let salto = 0; salto < SALTI && intorno.length > 0 && !cerca(intorno); salto++)
      intorno = intorno.flatMap((e) =>
        (equazioni[e] ?? []).flatMap((i) => (diCella[i] ?? []).filter((v) => !viste.has(v) && viste.add(v))),
      );
  }
  return prima === undefined ? [] : [{ k, altra: prima, sola }];
}

function* proposteDi(quali: readonly number[], rete: Rete, nascoste: ReadonlySet<number>, noti: Noti): APassi<Proposta[]> {
  const proposte: Proposta[] = [];
  for (const i of quali) {
    yield;
    proposte.push(...daNascondere(rete, i, nascoste, noti));
  }
  return proposte;
}

/** Che cosa nascondere, e quali celle restano troppo poco incerte perché a stringerle è ciò che si è deciso altrove. */
export type Oscurate = { chiuse: Set<string>; scoperte: Set<string> };

/**
 * Le celle da nascondere: quelle sotto la soglia e le complementari, finché di ogni cella da proteggere chi legge resta incerto almeno quanto la soglia, un'equazione
 * alla volta, e nessuna si ritrova mettendone insieme quante vuole. Deterministica: la stessa tabella si pubblica sempre allo stesso modo.
 */
export function* daOscurare(tabella: Celle, legami: readonly Equazione[]): APassi<Oscurate> {
  const rete = reteDi(tabella, legami);
  const { celle, chiavi } = rete;
  const nascoste = new Set<number>();
  for (const [i, c] of celle.entries()) if (c.nascosta || c.ancheZero || !c.pubblicata || (!c.fissa && piccola(c))) nascoste.add(i);
  const daProteggere = celle.map((c) => c.pubblicata || piccola(c));
  for (;;) {
    const noti = yield* propaga(rete, nascoste);
    const stretta = (i: number): boolean => (noti.a[i] ?? INFINITO) - (noti.da[i] ?? 0) < (celle[i]?.soglia ?? 0);
    const scoperte = celle.flatMap((_, i) => (nascoste.has(i) && daProteggere[i] && stretta(i) ? [i] : []));
    let proposte = yield* proposteDi(scoperte, rete, nascoste, noti);
    if (proposte.length === 0) {
      // costa molto più degli intervalli, e quasi sempre non trova nulla: solo quando loro non hanno più niente da dire
      const ritrovate = [...(yield* determinate(rete.equazioni, (i) => nascoste.has(i)))].filter(
        (i) => daProteggere[i] && !scoperte.includes(i),
      );
      scoperte.push(...ritrovate);
      proposte = yield* proposteDi(ritrovate, rete, nascoste, noti);
    }
    if (proposte.length === 0)
      return {
        chiuse: new Set(chiavi.filter((_, i) => nascoste.has(i) && celle[i]?.pubblicata)),
        scoperte: new Set(scoperte.map((i) => chiavi[i] ?? '')),
      };
    for (const altra of scelteTra(proposte, rete)) nascoste.add(altra);
  }
}

/** Prima le scelte obbligate: spesso bastano anche alle altre. Poi, un'equazione a cui si è appena tolta una cella aspetta il giro dopo. */
function scelteTra(proposte: readonly Proposta[], { diCella }: Rete): number[] {
  const obbligate = proposte.filter(({ sola }) => sola);
  if (obbligate.length > 0) return obbligate.map(({ altra }) => altra);
  const aiutate = new Set<number>();
  return proposte.flatMap(({ k, altra }) => {
    if (diCella[k]?.some((e) => aiutate.has(e))) return [];
    for (const e of diCella[altra] ?? []) aiutate.add(e);
    return [altra];
  });
}
