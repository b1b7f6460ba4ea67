/**
 * Quante persone due enti seguono entrambi con lo stesso tipo di azione. Le celle sotto soglia non escono nemmeno dal database (app.sovrapposizioni): qui si
 * nascondono anche i totali che le direbbero. Una persona con due tipi di azione conta in due celle: i totali sono casi, non persone.
 */

/** Una coppia di enti e un tipo di azione; `persone` null = da una a quattro. */
export type Cella = { a: string; b: string; categoria: string; persone: number | null };
export type RigaCoppia = { a: string; b: string; celle: (number | 'soppresso')[]; totale: number | 'soppresso' };
export type TabellaCoppie = { categorie: string[]; righe: RigaCoppia[]; totali: (number | 'soppresso')[]; totale: number | 'soppresso' };

/** L'ultimo trimestre solare finito prima di un giorno AAAA-MM-GG: `2020-T2` e il suo ultimo giorno. */
export function trimestreFinito(oggi: string): { codice: string; al: string } {
  const [anno, mese] = [Number(oggi.slice(0, 4)), Number(oggi.slice(5, 7))];
  const finiti = Math.floor((mese - 1) / 3);
  if (finiti === 0) return { codice: `${anno - 1}-T4`, al: `${anno - 1}-12-31` };
  return { codice: `${anno}-T${finiti}`, al: `${anno}-${['03-31', '06-30', '09-30'][finiti - 1]}` };
}

/** Un totale si mostra solo se si mostrano tutte le sue parti: ciò che resta nascosto non ha nulla da cui sottrarlo. */
const somma = (celle: readonly (number | 'soppresso')[]): number | 'soppresso' =>
  celle.reduce<number | 'soppresso'>(
    (finora, cella) => (finora === 'soppresso' || cella === 'soppresso' ? 'soppresso' : finora + cella),
    0,
  );

/** La tabella coppie × tipi di azione, in ordine di identificativi e codici; chi non ha nessuno in comune vale zero, ed è uno zero vero. */
export function tabellaCoppie(celle: readonly Cella[]): TabellaCoppie {
  const categorie = [...new Set(celle.map(({ categoria }) => categoria))].sort();
  const coppie = [...new Set(celle.map(({ a, b }) => `${a} ${b}`))].sort();
  const valori = new Map(celle.map(({ a, b, categoria, persone }) => [`${a} ${b} ${categoria}`, persone ?? ('soppresso' as const)]));
  const righe = coppie.map((coppia): RigaCoppia => {
    const [a = '', b = ''] = coppia.split(' ');
    const sue = categorie.map((categoria) => valori.get(`${coppia} ${categoria}`) ?? 0);
    return { a, b, celle: sue, totale: somma(sue) };
  });
  const totali = categorie.map((_, n) => somma(righe.map(({ celle: sue }) => sue[n] ?? 0)));
  return { categorie, righe, totali, totale: somma(totali) };
}
