/** Un pezzo di testo uguale, aggiunto o tolto. */
export type PezzoDiff = { tipo: 'uguale' | 'aggiunto' | 'tolto'; testo: string };

/** Oltre questo numero di celle la tabella del confronto costerebbe troppa memoria: si mostra il testo intero tolto e aggiunto. */
const CELLE_MASSIME = 4_000_000;

/** Una parola (o un numero, una data, con i segni che ha dentro) oppure un segno da solo, con lo spazio che precede. */
const PAROLA = /\s*(?:[\p{L}\p{N}]+(?:[.,:/'’-][\p{L}\p{N}]+)*|[^\p{L}\p{N}\s])(?:\s+$)?/gu;

/** Le parole in fila: unendole si riottiene il testo com'era. */
const inParole = (testo: string): string[] => testo.match(PAROLA) ?? (testo === '' ? [] : [testo]);

/** Le parole come numeri, uguali se le parole sono uguali (gli spazi intorno non contano): milioni di confronti tra testi costerebbero secondi. */
function inNumeri(parole: string[], dizionario: Map<string, number>): Uint32Array {
  return Uint32Array.from(parole, (parola) => {
    const chiave = parola.trim();
    const noto = dizionario.get(chiave);
    if (noto !== undefined) return noto;
    dizionario.set(chiave, dizionario.size);
    return dizionario.size - 1;
  });
}

/** Lunghezze delle sottosequenze comuni più lunghe dei suffissi: `[i * colonne + j]`. */
function lunghezzeComuni(prima: Uint32Array, ora: Uint32Array): Uint16Array {
  const colonne = ora.length + 1;
  const tabella = new Uint16Array((prima.length + 1) * colonne);
  for (let i = prima.length - 1; i >= 0; i--) {
    for (let j = ora.length - 1; j >= 0; j--) {
      const qui = i * colonne + j;
      const sotto = tabella[qui + colonne] ?? 0;
      const destra = tabella[qui + 1] ?? 0;
      tabella[qui] = prima[i] === ora[j] ? (tabella[qui + colonne + 1] ?? 0) + 1 : Math.max(sotto, destra);
    }
  }
  return tabella;
}

/** Quante parole uguali hanno in testa e, senza contarle due volte, in coda: di solito quasi tutte, e non serve confrontarle con le altre. */
function estremiUguali(a: Uint32Array, b: Uint32Array): { testa: number; coda: number } {
  const massimo = Math.min(a.length, b.length);
  let testa = 0;
  while (testa < massimo && a[testa] === b[testa]) testa++;
  let coda = 0;
  while (coda < massimo - testa && a[a.length - 1 - coda] === b[b.length - 1 - coda]) coda++;
  return { testa, coda };
}

/** Aggiunge alla coda, unendo pezzi vicini dello stesso tipo. */
function accoda(pezzi: PezzoDiff[], tipo: PezzoDiff['tipo'], testo: string): void {
  const ultimo = pezzi.at(-1);
  if (ultimo?.tipo === tipo) ultimo.testo += testo;
  else if (testo !== '') pezzi.push({ tipo, testo });
}

/**
 * Le differenze tra due testi, parola per parola (sottosequenza comune più lunga). Gli spazi non contano come differenza.
 * Unendo i pezzi non tolti si ottiene `ora`. Due testi lunghissimi e diversi quasi ovunque danno un solo pezzo tolto e uno aggiunto.
 */
export function diffParole(prima: string, ora: string): PezzoDiff[] {
  const a = inParole(prima);
  const b = inParole(ora);
  const dizionario = new Map<string, number>();
  const [numeriA, numeriB] = [inNumeri(a, dizionario), inNumeri(b, dizionario)];
  const { testa, coda } = estremiUguali(numeriA, numeriB);
  const pezzi: PezzoDiff[] = [];
  accoda(pezzi, 'uguale', b.slice(0, testa).join(''));
  const [mezzoA, mezzoB] = [a.slice(testa, a.length - coda), b.slice(testa, b.length - coda)];
  if ((mezzoA.length + 1) * (mezzoB.length + 1) > CELLE_MASSIME || Math.max(mezzoA.length, mezzoB.length) > 65_535) {
    accoda(pezzi, 'tolto', mezzoA.join(''));
    accoda(pezzi, 'aggiunto', mezzoB.join(''));
  } else
    confronta(pezzi, mezzoA, mezzoB, lunghezzeComuni(numeriA.subarray(testa, a.length - coda), numeriB.subarray(testa, b.length - coda)));
  accoda(pezzi, 'uguale', b.slice(b.length - coda).join(''));
  return pezzi;
}

/** Percorre la tabella dall'inizio: dove le due strade valgono lo stesso si toglie prima di aggiungere. */
function confronta(pezzi: PezzoDiff[], a: string[], b: string[], lunghezze: Uint16Array): void {
  const colonne = b.length + 1;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const tolta = a[i];
    const aggiunta = b[j];
    if (tolta !== undefined && aggiunta !== undefined && tolta.trim() === aggiunta.trim()) {
      accoda(pezzi, 'uguale', aggiunta);
      i++;
      j++;
    } else if (
      tolta !== undefined &&
      (aggiunta === undefined || (lunghezze[(i + 1) * colonne + j] ?? 0) >= (lunghezze[i * colonne + j + 1] ?? 0))
    ) {
      accoda(pezzi, 'tolto', tolta);
      i++;
    } else {
      accoda(pezzi, 'aggiunto', aggiunta ?? '');
      j++;
    }
  }
}
