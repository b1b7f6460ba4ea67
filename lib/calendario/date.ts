/** Aritmetica del calendario su date AAAA-MM-GG: senza orologio e senza fusi, quindi l'ora legale non la tocca. Per i giorni: lib/attuazione/rules.ts. */

const due = (n: number): string => String(n).padStart(2, '0');
const quattro = (n: number): string => String(n).padStart(4, '0');

/** Quanti giorni ha un mese (1-12). */
export function giorniDelMese(anno: number, mese: number): number {
  if (mese === 2) return anno % 4 === 0 && (anno % 100 !== 0 || anno % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(mese) ? 30 : 31;
}

/** Anno e mese (1-12) `mesi` mesi dopo quello della data. */
const mesePiu = (iso: string, mesi: number): { anno: number; mese: number } => {
  const contati = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + mesi;
  return { anno: Math.floor(contati / 12), mese: (contati % 12) + 1 };
};

/**
 * Somma mesi di calendario a una data AAAA-MM-GG; se il giorno non esiste vale l'ultimo del mese: 31/01 + 1 mese = 28/02 (29 nei bisestili).
 * Proroghe in fila contano ciascuna dall'ultima fine concessa: 31/01 + 1 = 28/02, + 1 = 28/03 (domain 0.1). `mesi` intero, anche negativo.
 */
export function piuMesi(iso: string, mesi: number): string {
  const { anno, mese } = mesePiu(iso, mesi);
  return `${quattro(anno)}-${due(mese)}-${due(Math.min(Number(iso.slice(8, 10)), giorniDelMese(anno, mese)))}`;
}

/** L'ultimo giorno del mese di una data, o di `mesi` mesi dopo. */
export function fineMese(iso: string, mesi = 0): string {
  const { anno, mese } = mesePiu(iso, mesi);
  return `${quattro(anno)}-${due(mese)}-${due(giorniDelMese(anno, mese))}`;
}

/** L'ultimo giorno di un progetto che dura `mesi` mesi da `inizio`: 01/01/2020 per 18 mesi finisce il 30/06/2021. */
export function fineDopoMesi(inizio: string, mesi: number): string {
  const dopo = piuMesi(inizio, mesi);
  // se il giorno non esiste il mese è già finito: 31/08 + 6 mesi arriva al 28/02, che è compreso
  return Number(dopo.slice(8, 10)) < Number(inizio.slice(8, 10)) ? dopo : ieri(dopo);
}

/** Il giorno prima. */
export function ieri(iso: string): string {
  const giorno = Number(iso.slice(8, 10));
  return giorno > 1 ? `${iso.slice(0, 8)}${due(giorno - 1)}` : fineMese(iso, -1);
}

/** Il giorno dopo. */
export const domani = (iso: string): string =>
  iso === fineMese(iso) ? `${piuMesi(`${iso.slice(0, 7)}-01`, 1)}` : `${iso.slice(0, 8)}${due(Number(iso.slice(8, 10)) + 1)}`;
