/** Due istantanee a confronto: per ogni tabella quali righe sono nuove, tolte, cambiate, riconosciute dalla chiave. */

/** Una riga come sta nel file JSON Lines. */
export type RigaFerma = Record<string, string | number | null>;

export type Differenza = {
  chiave: string;
  genere: 'AGGIUNTA' | 'TOLTA' | 'CAMBIATA';
  colonne: { nome: string; prima: string; dopo: string }[];
};
export type Confronto = { aggiunte: number; tolte: number; cambiate: number; uguali: number; esempi: Differenza[] };

const ESEMPI = 200;

/** Lo stesso ordine del database: i numeri come numeri, i testi byte per byte (collate "C"). */
function confrontaCelle(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
const confrontaChiavi = (a: RigaFerma, b: RigaFerma, chiave: readonly string[]): number => {
  for (const nome of chiave) {
    const verso = confrontaCelle(a[nome], b[nome]);
    if (verso !== 0) return verso;
  }
  return 0;
};

const scritta = (cella: string | number | null | undefined): string => (cella === null || cella === undefined ? 'NA' : String(cella));
const nomeDi = (riga: RigaFerma, chiave: readonly string[]): string => chiave.map((nome) => scritta(riga[nome])).join(' · ');

/** Le colonne diverse. Una colonna che prima non c'era è una differenza solo se ora ha un valore. */
function diverse(prima: RigaFerma, dopo: RigaFerma): Differenza['colonne'] {
  const nomi = [...new Set([...Object.keys(prima), ...Object.keys(dopo)])];
  return nomi
    .filter((nome) => (prima[nome] ?? null) !== (dopo[nome] ?? null))
    .map((nome) => ({ nome, prima: scritta(prima[nome]), dopo: scritta(dopo[nome]) }));
}

/**
 * Percorre insieme le due serie, che sono ordinate per chiave: la memoria non cresce con le righe. Conta tutto e tiene le prime differenze.
 * @throws Error se una serie non è ordinata: il confronto direbbe il falso
 */
export async function confronta(
  prima: AsyncIterable<RigaFerma>,
  dopo: AsyncIterable<RigaFerma>,
  chiave: readonly string[],
): Promise<Confronto> {
  const esito: Confronto = { aggiunte: 0, tolte: 0, cambiate: 0, uguali: 0, esempi: [] };
  const [a, b] = [ordinata(prima, chiave), ordinata(dopo, chiave)];
  const annota = (differenza: Differenza): void => {
    if (esito.esempi.length < ESEMPI) esito.esempi.push(differenza);
  };
  let [x, y] = [await a.next(), await b.next()];
  while (!x.done || !y.done) {
    const verso = x.done ? 1 : y.done ? -1 : confrontaChiavi(x.value, y.value, chiave);
    if (verso < 0 && !x.done) {
      esito.tolte += 1;
      annota({ chiave: nomeDi(x.value, chiave), genere: 'TOLTA', colonne: [] });
    } else if (verso > 0 && !y.done) {
      esito.aggiunte += 1;
      annota({ chiave: nomeDi(y.value, chiave), genere: 'AGGIUNTA', colonne: [] });
    } else if (!x.done && !y.done) {
      const colonne = diverse(x.value, y.value);
      if (colonne.length === 0) esito.uguali += 1;
      else {
        esito.cambiate += 1;
        annota({ chiave: nomeDi(y.value, chiave), genere: 'CAMBIATA', colonne });
      }
    }
    if (verso <= 0) x = await a.next();
    if (verso >= 0) y = await b.next();
  }
  return esito;
}

async function* ordinata(serie: AsyncIterable<RigaFerma>, chiave: readonly string[]): AsyncGenerator<RigaFerma, undefined> {
  let ultima: RigaFerma | undefined;
  for await (const riga of serie) {
    if (ultima && confrontaChiavi(ultima, riga, chiave) >= 0)
      throw new Error(`Le righe non sono in ordine di chiave: ${nomeDi(riga, chiave)}.`);
    ultima = riga;
    yield riga;
  }
  return undefined;
}

/** Le righe di un file JSON Lines, dai suoi byte. */
export async function* righeFerme(byte: AsyncIterable<Uint8Array>): AsyncGenerator<RigaFerma> {
  const lettore = new TextDecoder();
  let avanzo = '';
  for await (const pezzo of byte) {
    const righe = (avanzo + lettore.decode(pezzo, { stream: true })).split('\n');
    avanzo = righe.pop() ?? '';
    for (const riga of righe) yield JSON.parse(riga) as RigaFerma;
  }
  if (avanzo !== '') throw new Error('Un file congelato finisce a metà di una riga.');
}
