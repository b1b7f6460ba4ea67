import { dataBreve } from '@/lib/format/data';

/** I mattoni del confronto tra due versioni: una differenza, e come si trova in un testo, in una cifra, in un elenco, in righe con un identificativo. */

/** `voce` dice di che cosa si parla dentro il campo (una riga, una colonna); vuota se il campo è uno solo. */
export type Differenza =
  | { genere: 'testo'; voce: string; prima: string; ora: string }
  | { genere: 'importo'; voce: string; prima: bigint; ora: bigint }
  | { genere: 'numero'; voce: string; prima: number; ora: number }
  /** Giorni AAAA-MM-GG. */
  | { genere: 'data'; voce: string; prima: string; ora: string }
  | { genere: 'aggiunto'; voce: string }
  | { genere: 'tolto'; voce: string };

export const diffTesto = (voce: string, prima: string, ora: string): Differenza[] =>
  prima.trim() === ora.trim() ? [] : [{ genere: 'testo', voce, prima, ora }];

/** Un importo che prima non c'era vale zero: la differenza è tutto. */
export const diffImporto = (voce: string, prima: bigint | null, ora: bigint | null): Differenza[] =>
  (prima ?? 0n) === (ora ?? 0n) ? [] : [{ genere: 'importo', voce, prima: prima ?? 0n, ora: ora ?? 0n }];

export const diffNumero = (voce: string, prima: number, ora: number): Differenza[] =>
  prima === ora ? [] : [{ genere: 'numero', voce, prima, ora }];

/** Due date AAAA-MM-GG; se una delle due manca si dice com'era e com'è, senza contare i giorni. */
export const diffData = (voce: string, prima: string | null, ora: string | null): Differenza[] => {
  if (prima === ora) return [];
  if (prima && ora) return [{ genere: 'data', voce, prima, ora }];
  return diffTesto(voce, prima ? dataBreve(prima) : '', ora ? dataBreve(ora) : '');
};

/** Due elenchi: ciò che manca dall'uno e dall'altro, una volta per ogni volta che compare. L'ordine non conta. */
export function diffElenchi(prima: readonly string[], ora: readonly string[]): Differenza[] {
  const resta = [...prima];
  const aggiunti = ora.filter((voce) => {
    const dove = resta.indexOf(voce);
    if (dove >= 0) resta.splice(dove, 1);
    return dove < 0;
  });
  return [...resta.map((voce) => ({ genere: 'tolto', voce }) as const), ...aggiunti.map((voce) => ({ genere: 'aggiunto', voce }) as const)];
}

type PerId<R> = {
  tolta: (riga: R) => Differenza[];
  aggiunta: (riga: R) => Differenza[];
  cambiata: (prima: R, ora: R, posto: number) => Differenza[];
};

/** Righe con un identificativo stabile: prima quelle di adesso nel loro ordine, poi quelle che non ci sono più. */
export function perId<R extends { id: string }>(
  prima: readonly R[],
  ora: readonly R[],
  { tolta, aggiunta, cambiata }: PerId<R>,
): Differenza[] {
  const vecchie = new Map(prima.map((riga) => [riga.id, riga]));
  const nuove = new Set(ora.map(({ id }) => id));
  return [
    ...ora.flatMap((riga, posto) => {
      const vecchia = vecchie.get(riga.id);
      return vecchia ? cambiata(vecchia, riga, posto) : aggiunta(riga);
    }),
    ...prima.filter(({ id }) => !nuove.has(id)).flatMap(tolta),
  ];
}

export type CampoDiverso = { chiave: string; etichetta: string; differenze: Differenza[] };
export type SezioneDiversa = { chiave: string; titolo: string; campi: CampoDiverso[] };
