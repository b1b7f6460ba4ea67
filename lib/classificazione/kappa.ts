/** L'accordo tra due codificatori: kappa di Cohen su categorie nominali (Cohen, 1960). Pura: riceve le risposte, non le cerca. */

export type Accordo = {
  /** Oggetti codificati da tutti e due. */
  n: number;
  concordi: number;
  /** Quota di accordo osservato, da 0 a 1; null se non c'è nessun oggetto. */
  osservato: number | null;
  /** Quota di accordo che darebbe il caso, dalle frequenze di ciascuno. */
  atteso: number | null;
  /** Da -1 a 1; null se non è definito, e `perche` dice il motivo. */
  kappa: number | null;
  perche: 'NESSUN_OGGETTO' | 'UNA_SOLA_RISPOSTA' | null;
};

const conta = (risposte: readonly string[]): Map<string, number> => {
  const conti = new Map<string, number>();
  for (const risposta of risposte) conti.set(risposta, (conti.get(risposta) ?? 0) + 1);
  return conti;
};

/**
 * Il kappa di Cohen sulle coppie [primo, secondo]. I conti restano interi fino all'ultima divisione: l'accordo atteso vale 1 esattamente quando
 * tutti e due hanno dato sempre la stessa risposta, e allora il kappa non è definito (0 diviso 0), anche se l'accordo è pieno.
 */
export function kappa(coppie: readonly (readonly [string, string])[]): Accordo {
  const n = coppie.length;
  const concordi = coppie.filter(([a, b]) => a === b).length;
  if (n === 0) return { n, concordi, osservato: null, atteso: null, kappa: null, perche: 'NESSUN_OGGETTO' };
  const [primo, secondo] = [conta(coppie.map(([a]) => a)), conta(coppie.map(([, b]) => b))];
  const perCaso = [...primo].reduce((somma, [risposta, quante]) => somma + quante * (secondo.get(risposta) ?? 0), 0);
  const base = { n, concordi, osservato: concordi / n, atteso: perCaso / (n * n) };
  return perCaso === n * n
    ? { ...base, kappa: null, perche: 'UNA_SOLA_RISPOSTA' }
    : { ...base, kappa: (n * concordi - perCaso) / (n * n - perCaso), perche: null };
}

/** Le voci date da ciascuno dei due alla stessa cosa: un progetto, un estratto di intervista. */
export type Coppia = { primo: readonly string[]; secondo: readonly string[] };

const SENZA = '';
const segno = (voci: readonly string[], voce: string): string => (voci.includes(voce) ? 'si' : 'no');

/** Le stesse voci, in qualunque ordine. */
export const concordano = ({ primo, secondo }: Coppia): boolean =>
  new Set([...primo, ...secondo]).size === new Set(primo).size && new Set(primo).size === new Set(secondo).size;

/** Il kappa di ciascuna voce: presente o assente, una cosa alla volta. */
export const kappaPerVoce = (coppie: readonly Coppia[], voci: readonly string[]): { voce: string; accordo: Accordo }[] =>
  voci.map((voce) => ({ voce, accordo: kappa(coppie.map(({ primo, secondo }) => [segno(primo, voce), segno(secondo, voce)])) }));

/**
 * Il kappa di tutto lo schema. Con una voce sola ciascuno le categorie sono le voci (e «nessuna»); con più voci si contano tutte le decisioni
 * si/no insieme, una per cosa codificata e voce.
 */
export const kappaComplessivo = (coppie: readonly Coppia[], voci: readonly string[], esclusivo: boolean): Accordo =>
  kappa(
    esclusivo
      ? coppie.map(({ primo, secondo }) => [primo[0] ?? SENZA, secondo[0] ?? SENZA])
      : coppie.flatMap(({ primo, secondo }) => voci.map((voce) => [segno(primo, voce), segno(secondo, voce)] as const)),
  );
