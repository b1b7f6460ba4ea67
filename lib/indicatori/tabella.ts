import { CODICI, COLONNE, type CodiceOTotale, type Colonna, TOTALE } from './codici';

/** Una riga di app.conta_indicatori: codice, sesso, solo completi, persone. Le celle a zero non ci sono. */
export type Conteggio = [codice: string, sesso: string, completi: boolean, valore: number];

/** Tutti i partecipanti o i soli record completi. */
export type Universo = 'tutti' | 'completi';
export const UNIVERSI: readonly Universo[] = ['tutti', 'completi'];

export type Chiave = `${Universo}.${CodiceOTotale}.${Colonna}`;
export const chiave = (universo: Universo, codice: CodiceOTotale, colonna: Colonna): Chiave => `${universo}.${codice}.${colonna}`;

/** I conteggi di una tabella, per cella; una cella che manca vale zero. */
export type Conteggi = ReadonlyMap<string, number>;
export const conteggiDi = (righe: readonly Conteggio[]): Conteggi =>
  new Map(righe.map(([codice, sesso, completi, valore]) => [`${completi ? 'completi' : 'tutti'}.${codice}.${sesso}`, Number(valore)]));

/** `a - b`, cella per cella: gli altri partecipanti, tolti i propri. Una cella negativa (due letture in istanti diversi) vale zero. */
export const meno = (a: Conteggi, b: Conteggi): Conteggi => new Map([...a].map(([k, n]) => [k, Math.max(0, n - (b.get(k) ?? 0))]));
export function somma(tabelle: readonly Conteggi[]): Conteggi {
  const totale = new Map<string, number>();
  for (const tabella of tabelle) for (const [k, n] of tabella) totale.set(k, (totale.get(k) ?? 0) + n);
  return totale;
}

/** Una cella pubblicata: il valore, o nulla se è oscurata. */
export type Pubblicata = { codice: CodiceOTotale; universo: Universo; valori: Record<Colonna, number | null> };

/** Una tabella pubblicata, per cella: il valore, o nullo se è soppressa; una cella che manca vale zero. */
export type CellePubblicate = Record<string, number | null>;
/** Tutte le celle che una tabella pubblica. */
export const COLONNE_PUBBLICATE: readonly Chiave[] = ([TOTALE, ...CODICI] as const).flatMap((codice) =>
  UNIVERSI.flatMap((universo) => COLONNE.map((c) => chiave(universo, codice, c))),
);

/** Le righe da mostrare di una tabella pubblicata. */
export function righePubblicate(codici: readonly CodiceOTotale[], celle: CellePubblicate): Pubblicata[] {
  const valore = (k: Chiave): number | null => (celle[k] === undefined ? 0 : celle[k]);
  return codici.flatMap((codice) =>
    UNIVERSI.map((universo) => ({
      codice,
      universo,
      valori: Object.fromEntries(COLONNE.map((c) => [c, valore(chiave(universo, codice, c))])) as Record<Colonna, number | null>,
    })),
  );
}
/** Le righe delle proprie persone: chi le segue le conosce, e non si nasconde nulla. */
export const righeProprie = (codici: readonly CodiceOTotale[], conteggi: Conteggi): Pubblicata[] =>
  righePubblicate(codici, Object.fromEntries(conteggi));
