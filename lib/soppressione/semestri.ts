import { piuMesi } from '@/lib/calendario/date';

/**
 * Le righe per la ricerca si dividono per semestre di uscita, e solo così: due semestri non hanno persone in comune, e una riga non cambia dopo che è uscita.
 * Un semestre è pronto quando anche l'ultimo esito a sei mesi si è potuto rilevare (sei mesi, più trenta giorni).
 */

/** `AAAA-1` o `AAAA-2`. */
export const SEMESTRE = /^\d{4}-[12]$/;
export type Semestre = { codice: string; dal: string; al: string; prontoIl: string };

/** @param codice nella forma di SEMESTRE */
export function semestre(codice: string): Semestre {
  const [anno, meta] = [codice.slice(0, 4), codice.slice(5)];
  const [dal, al] = meta === '1' ? [`${anno}-01-01`, `${anno}-06-30`] : [`${anno}-07-01`, `${anno}-12-31`];
  return { codice, dal, al, prontoIl: piuMesi(al, 8) };
}

export const nomeSemestre = (codice: string): string => `${codice.endsWith('1') ? 'Primo' : 'Secondo'} semestre ${codice.slice(0, 4)}`;

/** I semestri finiti dal giorno `dal` (AAAA-MM-GG), dal più recente; al più dieci anni. */
export function semestriFiniti(dal: string, oggi: string): Semestre[] {
  const anni = Array.from({ length: 11 }, (_, n) => Number(oggi.slice(0, 4)) - n);
  return anni
    .flatMap((anno) => [semestre(`${anno}-2`), semestre(`${anno}-1`)])
    .filter((s) => s.al < oggi && s.al >= dal)
    .slice(0, 20);
}
