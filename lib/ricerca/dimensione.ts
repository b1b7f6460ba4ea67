/** Le aggregazioni per popolazione del territorio e numero di enti gestori: le classi del rapporto (domain 8.1: 1, 2, 13 e 6 progetti). */

export type ClasseDimensione = 'OLTRE_800' | 'DA_500' | 'DA_100' | 'FINO_100' | 'NON_NOTA';
const CLASSI: [classe: ClasseDimensione, oltre: number][] = [
  ['OLTRE_800', 800_000],
  ['DA_500', 500_000],
  ['DA_100', 100_000],
  ['FINO_100', -1],
];

/** Ciò che di un progetto serve: chi lo abita e quanti enti gestori lo realizzano. */
export type Aggregazione = { popolazione: number | null; enti: { length: number } };

export type RigaDimensione = {
  classe: ClasseDimensione;
  progetti: number;
  popolazione: number;
  /** Progetti con un ente gestore, con due-quattro, con di più. */
  unEnte: number;
  pochiEnti: number;
  moltiEnti: number;
};

/** La classe di una popolazione: l'estremo alto è compreso. Non nota = non nota, mai la classe più piccola. */
export const classeDi = (popolazione: number | null): ClasseDimensione =>
  popolazione === null ? 'NON_NOTA' : (CLASSI.find(([, oltre]) => popolazione > oltre)?.[0] ?? 'FINO_100');

/** Le classi dalla più grande; «non nota» solo se serve. */
export function dimensioneAggregazioni(progetti: readonly Aggregazione[]): RigaDimensione[] {
  const righe = [...CLASSI.map(([classe]) => classe), 'NON_NOTA' as const].map((classe): RigaDimensione => {
    const suoi = progetti.filter(({ popolazione }) => classeDi(popolazione) === classe);
    const conEnti = (da: number, a: number) => suoi.filter(({ enti }) => enti.length >= da && enti.length <= a).length;
    return {
      ...{ classe, progetti: suoi.length, popolazione: suoi.reduce((somma, { popolazione }) => somma + (popolazione ?? 0), 0) },
      ...{ unEnte: conEnti(0, 1), pochiEnti: conEnti(2, 4), moltiEnti: conEnti(5, Number.POSITIVE_INFINITY) },
    };
  });
  return righe.filter(({ classe, progetti: quanti }) => classe !== 'NON_NOTA' || quanti > 0);
}
