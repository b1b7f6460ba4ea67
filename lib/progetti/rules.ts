const mesiTra = (dal: string, al: string): number =>
  (Number(al.slice(0, 4)) - Number(dal.slice(0, 4))) * 12 + Number(al.slice(5, 7)) - Number(dal.slice(5, 7));

/**
 * I mesi interi passati dall'avvio e quelli previsti in tutto (il mese dell'avvio e quello della fine compresi). Date AAAA-MM-GG.
 * null se manca una data o la fine viene prima dell'avvio. I mesi passati stanno tra 0 e il totale.
 */
export function tempoTrascorso(avvio: string | null, fine: string | null, oggi: string): { mesi: number; totale: number } | null {
  if (!avvio || !fine || fine < avvio) return null;
  const totale = mesiTra(avvio, fine) + 1;
  const interi = mesiTra(avvio, oggi) - (oggi.slice(8) < avvio.slice(8) ? 1 : 0);
  return { mesi: Math.min(totale, Math.max(0, interi)), totale };
}

/** Un campo inventato per la dimostrazione (nomi di colonna, come nel database). */
export const eDimostrativo = (campi: readonly string[], campo: string): boolean => campi.includes(campo);
