/** Un pezzo di testo uguale, aggiunto o tolto. */
export type PezzoDiff = { tipo: 'uguale' | 'aggiunto' | 'tolto'; testo: string };

/** Oltre questo numero di celle la tabella del confronto costerebbe troppa memoria: si mostra il testo intero tolto e aggiunto. */
const CELLE_MASSIME = 4_000_000;

/** Una parola (o un numero, una data, con i segni che ha dentro) oppure un segno da solo, con lo spazio che precede. */
const PAROLA = /\s*(?:[\p{L}\p{N}]+(?:[.,:/'’-][\p{L}\p{N}]+)*|[^\p{L}\p{N}\s])(?:\s+$)?/gu;

/** Le parole in fila: unendole si riottiene il testo com'era. */
const inParole = (testo: string): string[] => testo.match(PAROLA) ?? (testo === '' ? [] : [testo]);

/** Lunghezze delle sottosequenze comuni più lunghe dei suffissi: `[i * colonne + j]`. */
function lunghezzeComuni(prima: string[], ora: string[]): Uint16Array {
  const colonne = ora.length + 1;
  const tabella = new Uint16Array((prima.length + 1) * colonne);
  for (let i = prima.length - 1; i >= 0; i--) {
    for (let j = ora.length - 1; j >= 0; j--) {
      const qui = i * colonne + j;
      const sotto = tabella[qui + colonne] ?? 0;
      const destra = tabella[qui + 1] ?? 0;
      tabella[qui] = prima[i]?.trim() === ora[j]?.trim() ? (tabella[qui + colonne + 1] ?? 0) + 1 : Math.max(sotto, destra);
    }
  }
  return tabella;
}

/** Aggiunge alla coda, unendo pezzi vicini dello stesso tipo. */
function accoda(pezzi: PezzoDiff[], tipo: PezzoDiff['tipo'], testo: string): void {
  const ultimo = pezzi.at(-1);
  if (ultimo?.tipo === tipo) ultimo.testo += testo;
  else if (testo !== '') pezzi.push({ tipo, testo });
}

/**
 * Le differenze tra due testi, parola per parola (sottosequenza comune più lunga). Gli spazi non contano come differenza.
 * Unendo i pezzi non tolti si ottiene `ora`. Due testi lunghissimi danno un solo pezzo tolto e uno aggiunto.
 */
export function diffParole(prima: string, ora: string): PezzoDiff[] {
  const a = inParole(prima);
  const b = inParole(ora);
  const pezzi: PezzoDiff[] = [];
  if ((a.length + 1) * (b.length + 1) > CELLE_MASSIME || Math.max(a.length, b.length) > 65_535) {
    accoda(pezzi, 'tolto', prima);
    accoda(pezzi, 'aggiunto', ora);
    return pezzi;
  }
  const lunghezze = lunghezzeComuni(a, b);
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
  return pezzi;
}
