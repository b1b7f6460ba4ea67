import { jsonCanonico } from './canonico';

/** Nome e scrittura di ogni attributo; null = se ne occupa qualcun altro (e la chiave non cambia mai). */
export type Attributi<T> = { [K in keyof Required<T>]: [nome: string, come: (valore: unknown) => string] | null };

export type Elenco<T> = {
  chiave: (voce: T) => string;
  nome: (voce: T) => string;
  /** Come si chiama quando si aggiunge o si toglie, se il nome da solo dice poco. */
  intero?: (voce: T) => string;
  genere: 'm' | 'f';
  attributi: Attributi<T>;
  dentro?: (prima: T, dopo: T) => string[];
};

/** Le frasi su ciò che in un elenco con chiavi stabili si aggiunge, si toglie, cambia o si sposta. */
export function elenco<T extends object>(prima: readonly T[], dopo: readonly T[], regole: Elenco<T>): string[] {
  const { chiave, nome, intero = nome, genere, dentro } = regole;
  const [nuova, tolta] = genere === 'f' ? ['aggiunta', 'tolta'] : ['aggiunto', 'tolto'];
  const diPrima = new Map(prima.map((v) => [chiave(v), v]));
  const diDopo = new Map(dopo.map((v) => [chiave(v), v]));
  const comuni = (voci: readonly T[], altri: Map<string, T>): string =>
    voci
      .map(chiave)
      .filter((k) => altri.has(k))
      .join();
  return [
    ...[...diPrima].filter(([k]) => !diDopo.has(k)).map(([, v]) => `${intero(v)}: ${tolta}.`),
    ...[...diDopo].flatMap(([k, v]) => {
      const vecchia = diPrima.get(k);
      if (!vecchia) return [`${intero(v)}: ${nuova}.`];
      return [...attributi(`${nome(v)}: `, vecchia, v, regole.attributi), ...(dentro?.(vecchia, v) ?? [])];
    }),
    ...(comuni(prima, diDopo) === comuni(dopo, diPrima) ? [] : [`Cambia l’ordine: ${dopo.map(nome).join(', ')}.`]),
  ];
}

/** Una frase per ogni attributo diverso. */
export function attributi<T extends object>(prefisso: string, prima: T, dopo: T, quali: Attributi<T>): string[] {
  return Object.entries(quali).flatMap(([chiave, regola]) => {
    if (!regola) return [];
    const [nome, come] = regola as [string, (valore: unknown) => string];
    const [da, a] = [prima[chiave as keyof T], dopo[chiave as keyof T]];
    if (da === a || (typeof da === 'object' && jsonCanonico(da) === jsonCanonico(a))) return [];
    const [scrittaDa, scrittaA] = [come(da), come(a)];
    const frase = scrittaDa === scrittaA ? `${nome} riscritto` : `${nome} da ${scrittaDa} a ${scrittaA}`;
    return [prefisso ? `${prefisso}${frase}.` : `${frase.charAt(0).toUpperCase()}${frase.slice(1)}.`];
  });
}
