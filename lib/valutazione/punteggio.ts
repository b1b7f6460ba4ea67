import type { Criterio } from '@/lib/bandi/configurazione';
import type { Consolidati, Punteggi } from './schema';

/** L'aritmetica dei punteggi. Tutto intero: i punti di un commissario, i pesi in centesimi, i totali in centesimi di punto. */

type Pesato = Pick<Criterio, 'chiave' | 'pesoCentesimi'>;

/** Quoziente intero arrotondato alla metà superiore, per numeri non negativi: l'unico arrotondamento della valutazione. */
export const divisoMetaSu = (numeratore: number, divisore: number): number => Math.floor((2 * numeratore + divisore) / (2 * divisore));

/** Il totale pesato di una scheda, in centesimi di punto. I criteri senza punti valgono zero. */
export const totaleScheda = (criteri: readonly Pesato[], punteggi: Punteggi): number =>
  criteri.reduce((somma, { chiave, pesoCentesimi }) => somma + (punteggi[chiave]?.punti ?? 0) * pesoCentesimi, 0);

/** Il massimo che una scheda può raggiungere, in centesimi di punto. */
export const totaleMassimo = (criteri: readonly Pick<Criterio, 'massimo' | 'pesoCentesimi'>[]): number =>
  criteri.reduce((somma, { massimo, pesoCentesimi }) => somma + massimo * pesoCentesimi, 0);

/** Il totale pesato di una valutazione consolidata: si arrotonda una volta sola, alla fine. */
export const totaleConsolidato = (criteri: readonly Pesato[], consolidati: Consolidati): number =>
  divisoMetaSu(
    criteri.reduce((somma, { chiave, pesoCentesimi }) => somma + (consolidati[chiave]?.centesimi ?? 0) * pesoCentesimi, 0),
    100,
  );

/** Zero, sotto la soglia o quasi il massimo si motivano: sono i punteggi che decidono. */
export const motivazioneDovuta = ({ massimo, soglia }: Pick<Criterio, 'massimo' | 'soglia'>, punti: number | null): boolean =>
  punti !== null && (punti === 0 || punti < soglia || punti * 10 >= massimo * 9);

/** Perché un punteggio va motivato, in parole; vuoto se non serve. */
export function perche(criterio: Pick<Criterio, 'massimo' | 'soglia'>, punti: number | null): string {
  if (punti === null || !motivazioneDovuta(criterio, punti)) return '';
  if (punti === 0) return 'Un punteggio di zero va motivato.';
  return punti < criterio.soglia
    ? `Un punteggio sotto la soglia di ${criterio.soglia} va motivato.`
    : 'Un punteggio del 90% o più del massimo va motivato.';
}

export type Mancanza = { campo: string; messaggio: string };

/** Un punteggio che la griglia non prevede: si rifiuta anche in bozza. */
export function fuoriGriglia(criteri: readonly Criterio[], punteggi: Punteggi): Mancanza[] {
  const noti = new Map(criteri.map((c) => [c.chiave, c]));
  return Object.entries(punteggi).flatMap(([chiave, { punti }]) => {
    const criterio = noti.get(chiave);
    const campo = `punti.${chiave}`;
    if (!criterio) return [{ campo, messaggio: 'Questo criterio non è nella griglia del bando. Ricarica la pagina.' }];
    return punti !== null && punti > criterio.massimo ? [{ campo, messaggio: `Al massimo ${criterio.massimo} punti.` }] : [];
  });
}

/** Che cosa manca per concludere: tutti i criteri con i punti, le motivazioni dovute scritte. */
export const mancanze = (criteri: readonly Criterio[], punteggi: Punteggi): Mancanza[] => [
  ...fuoriGriglia(criteri, punteggi),
  ...criteri.flatMap((criterio): Mancanza[] => {
    const { punti, motivazione } = punteggi[criterio.chiave] ?? { punti: null, motivazione: '' };
    if (punti === null) return [{ campo: `punti.${criterio.chiave}`, messaggio: `Dai i punti a «${criterio.titolo}».` }];
    const motivo = perche(criterio, punti);
    return motivo && motivazione === '' ? [{ campo: `motivazione.${criterio.chiave}`, messaggio: motivo }] : [];
  }),
];

/** I centesimi come si leggono: `8750` → `87,50`. */
export const inPunti = (centesimi: number): string => `${Math.trunc(centesimi / 100)},${String(centesimi % 100).padStart(2, '0')}`;
