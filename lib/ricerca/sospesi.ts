import type { DatiAttuazione } from './righe';

/** Per quanto i progetti sono stati sospesi, alla data. */

export type RigaSospesi = { progetto: string; capofila: string; sospensioni: number; giorni: number; inCorso: boolean };

const GIORNO_MS = 86_400_000;
const numeroDi = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / GIORNO_MS;

/** Quanti giorni coprono gli intervalli, estremi compresi, entro la data: un giorno coperto da due conta uno. Null = ancora aperto. */
export function giorniCoperti(intervalli: readonly { dal: string; al: string | null }[], data: string): number {
  const ordinati = intervalli
    .filter(({ dal }) => dal <= data)
    .map(({ dal, al }) => [numeroDi(dal), numeroDi(al === null || al > data ? data : al)] as const)
    .sort(([uno], [altro]) => uno - altro);
  let coperti = 0;
  let fino = Number.NEGATIVE_INFINITY;
  for (const [dal, al] of ordinati) {
    coperti += Math.max(0, al - Math.max(dal, fino + 1) + 1);
    fino = Math.max(fino, al);
  }
  return coperti;
}

/** Mesi medi di un anno (365,25 / 12 giorni), con un decimale. */
export const mesiDi = (giorni: number): number => Math.round((giorni / 30.4375) * 10) / 10;

/** I progetti sospesi almeno un giorno entro la data, da quello sospeso di più. Le sospensioni di una sola azione non contano. */
export function progettiSospesi({ progetti, sospensioni }: Pick<DatiAttuazione, 'progetti' | 'sospensioni'>, data: string): RigaSospesi[] {
  return progetti
    .map(({ codice, territorio }) => {
      const sue = sospensioni.filter(({ progetto, azione, dal }) => progetto === codice && azione === null && dal <= data);
      const inCorso = sue.some(({ al }) => al === null || al >= data);
      return { progetto: codice, capofila: territorio, sospensioni: sue.length, giorni: giorniCoperti(sue, data), inCorso };
    })
    .filter(({ giorni }) => giorni > 0)
    .sort((uno, altro) => altro.giorni - uno.giorni || uno.progetto.localeCompare(altro.progetto));
}
