/** Il primo giorno di un mese `AAAA-MM`, come `AAAA-MM-GG`. */
export const primoGiorno = (mese: string): string => `${mese}-01`;

/** L'ultimo giorno di un mese `AAAA-MM`, come `AAAA-MM-GG`. */
export function ultimoGiorno(mese: string): string {
  const [anno = 0, numero = 0] = mese.split('-').map(Number);
  return new Date(Date.UTC(anno, numero, 0)).toISOString().slice(0, 10);
}
