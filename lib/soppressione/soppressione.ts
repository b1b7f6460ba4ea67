/**
 * Il controllo della diffusione di una tabella di persone, da una a tre dimensioni con tutti i totali (docs/decisioni/0008).
 * Soppressione primaria: le celle da 1 a soglia - 1. Complementare: altre celle, finché da tutto ciò che si pubblica ogni cella nascosta può
 * ancora valere numeri distanti almeno la sua soglia. Nessuna norma fissa più di tre come minimo (Regole deontologiche, art. 5); qui 5 e 10.
 */
import { numero, posti, type Scambio, scambi } from './scambi';

export const SOGLIA = 5;
/** Per le celle su minori o categorie particolari. */
export const SOGLIA_PARTICOLARE = 10;
const SOGLIA_MINIMA = 3;
/** Come si chiama, in ogni dimensione, la voce che le somma. */
export const TOTALE = 'TOTALE';

/** Una cella interna: quante persone, la sua soglia se non è quella della tabella, e se anche lo zero dice qualcosa di qualcuno. */
export type CellaVera = { valore: number; soglia?: number; zeroSensibile?: boolean };
/** `celle` per righe: l'ultima dimensione scorre per prima. */
export type Tabella = { dimensioni: readonly (readonly string[])[]; celle: readonly CellaVera[] };
export type CellaPubblicata = { valore: number; motivo: null } | { valore: null; motivo: 'soppresso' };
/** Come `Tabella`, con TOTALE in fondo a ogni dimensione. Non dice se una cella è nascosta per se o per proteggerne un'altra. */
export type TabellaPubblicata = { dimensioni: readonly (readonly string[])[]; celle: readonly CellaPubblicata[] };

type Cella = { valore: number; soglia: number; zeroSensibile: boolean };
/** Le celle con i totali; `dove` dice in quali posti. */
type Estesa = { lati: readonly number[]; celle: Cella[] };

const NASCOSTA: CellaPubblicata = { valore: null, motivo: 'soppresso' };

/**
 * La tabella da pubblicare. Deterministica: la stessa tabella dà sempre lo stesso risultato.
 * @throws Error se le dimensioni non sono da una a tre, se le celle non tornano, se una soglia è sotto tre
 */
export function sopprimi({ dimensioni, celle }: Tabella, { soglia = SOGLIA }: { soglia?: number } = {}): TabellaPubblicata {
  controlla(dimensioni, celle, soglia);
  const estesa = conTotali(dimensioni, celle, soglia);
  const nascoste = daNascondere(estesa);
  return {
    dimensioni: dimensioni.map((voci) => [...voci, TOTALE]),
    celle: estesa.celle.map(({ valore }, n) => (nascoste.has(n) ? NASCOSTA : { valore, motivo: null })),
  };
}

/** La cella di una tabella pubblicata, per nome delle voci nell'ordine delle dimensioni. @throws Error se una voce non c'è */
export function cellaDi({ dimensioni, celle }: TabellaPubblicata, ...voci: readonly string[]): CellaPubblicata {
  const n = dimensioni.reduce((fin, nomi, d) => {
    const posto = nomi.indexOf(voci[d] ?? TOTALE);
    if (posto < 0) throw new Error(`Nella tabella non c'e la voce ${voci[d]}.`);
    return fin * nomi.length + posto;
  }, 0);
  return celle[n] ?? NASCOSTA;
}

function controlla(dimensioni: Tabella['dimensioni'], celle: readonly CellaVera[], soglia: number): void {
  if (dimensioni.length < 1 || dimensioni.length > 3) throw new Error('Si pubblicano tabelle da una a tre dimensioni.');
  if (celle.length !== dimensioni.reduce((n, voci) => n * voci.length, 1))
    throw new Error('Il numero di celle non torna con le dimensioni.');
  if (dimensioni.some((voci) => new Set([...voci, TOTALE]).size <= voci.length)) throw new Error('Una voce compare due volte.');
  if (celle.some(({ valore }) => !Number.isSafeInteger(valore) || valore < 0)) throw new Error('Una cella non conta persone.');
  if ([soglia, ...celle.map((c) => c.soglia ?? soglia)].some((s) => !(s >= SOGLIA_MINIMA)))
    throw new Error('La soglia non scende mai sotto tre.');
}

/** Un totale è di una categoria particolare (soglia alta, zero sensibile) solo se lo sono tutte le sue parti. */
function conTotali(dimensioni: Tabella['dimensioni'], celle: readonly CellaVera[], soglia: number): Estesa {
  const interni = dimensioni.map((voci) => voci.length);
  const lati = interni.map((n) => n + 1);
  const estese: Cella[] = Array.from({ length: lati.reduce((n, lato) => n * lato, 1) }, () => ({
    valore: 0,
    soglia: Number.POSITIVE_INFINITY,
    zeroSensibile: true,
  }));
  celle.forEach((cella, n) => {
    for (const dove of sopra(posti(n, interni), interni)) {
      const somma = estese[numero(dove, lati)];
      if (!somma) continue;
      somma.valore += cella.valore;
      somma.soglia = Math.min(somma.soglia, cella.soglia ?? soglia);
      somma.zeroSensibile &&= cella.zeroSensibile ?? false;
    }
  });
  for (const cella of estese) if (cella.soglia === Number.POSITIVE_INFINITY) Object.assign(cella, { soglia, zeroSensibile: false });
  return { lati, celle: estese };
}

/** Una cella interna e tutti i totali che la contengono. */
const sopra = (dove: readonly number[], interni: readonly number[]): number[][] =>
  dove.reduce<number[][]>(
    (finora, posto, d) =>
      finora.flatMap((inizio) => [
        [...inizio, posto],
        [...inizio, interni[d] ?? 0],
      ]),
    [[]],
  );

const primaria = ({ valore, soglia, zeroSensibile }: Cella): boolean => (valore === 0 ? zeroSensibile : valore < soglia);

/**
 * Ogni cella nascosta sta in uno scambio: un insieme di celle tutte nascoste che si possono alzare e abbassare insieme lasciando ogni somma com'è. Chi legge non
 * distingue la tabella vera da quelle scambiate: di quanto si può scambiare è il margine che resta a ogni cella dello scambio.
 */
function daNascondere(estesa: Estesa): Set<number> {
  const nascoste = new Set(estesa.celle.flatMap((cella, n) => (primaria(cella) ? [n] : [])));
  const protette = new Set<number>();
  for (const n of nascoste) {
    if (protette.has(n)) continue;
    for (const compagna of scambioMigliore(estesa, n, nascoste)) {
      nascoste.add(compagna);
      protette.add(compagna);
    }
  }
  return nascoste;
}

/** Lo scambio largo abbastanza che nasconde meno persone in più; a parità il primo. Con tutti i totali va sempre: si possono alzare insieme senza fine. */
function scambioMigliore(estesa: Estesa, n: number, nascoste: ReadonlySet<number>): number[] {
  let migliore: { costo: number; celle: number[] } | undefined;
  for (const celle of scambi(n, estesa.lati)) {
    const costo = celle.reduce((somma, { n: m }) => somma + (nascoste.has(m) ? 0 : 1 + (estesa.celle[m]?.valore ?? 0)), 0);
    if (migliore && migliore.costo <= costo) continue;
    const serve = Math.max(...celle.map(({ n: m }) => estesa.celle[m]?.soglia ?? 0));
    if (larghezza(estesa, celle) >= serve) migliore = { costo, celle: celle.map(({ n: m }) => m) };
  }
  if (!migliore) throw new Error('Una cella non si puo proteggere: la tabella non si pubblica.');
  return migliore.celle;
}

/** Di quanto lo scambio si può muovere in tutto, nei due versi, senza scendere sotto zero. */
function larghezza({ celle }: Estesa, scambio: Scambio): number {
  const minimo = (segno: number) =>
    Math.min(...scambio.map((c) => (c.segno === segno ? (celle[c.n]?.valore ?? 0) : Number.POSITIVE_INFINITY)));
  return minimo(1) + minimo(-1);
}
