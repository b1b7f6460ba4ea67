import type { sql } from './sql';

type Sql = ReturnType<typeof sql>;

class Segnaposto {
  constructor(readonly nome: string) {}
}

/**
 * Un'istruzione che si compone la prima volta che serve: comporne una lunga da capo a ogni clic costa quanto leggerne la risposta. Un valore nominato più volte
 * è un parametro solo: viaggia e si legge una volta.
 * @param componi riceve un segnaposto al posto di ogni valore: lo mette tra i parametri, sempre con lo stesso tipo, e non lo guarda
 * @returns l'istruzione con i valori al loro posto
 */
export function istruzione<V extends Record<string, string>>(componi: (valori: V) => Sql): (valori: V) => Pick<Sql, 'text' | 'values'> {
  let composta: Pick<Sql, 'text' | 'values'> | undefined;
  return (valori) => {
    composta ??= senzaRipetere(componi(new Proxy({} as V, { get: (_, nome) => new Segnaposto(String(nome)) })));
    const { text, values } = composta;
    return { text, values: values.map((valore) => (valore instanceof Segnaposto ? valori[valore.nome] : valore)) };
  };
}

/** La stessa istruzione, con un parametro per ogni nome. */
function senzaRipetere({ strings, values }: Sql): Pick<Sql, 'text' | 'values'> {
  const parametri: unknown[] = [];
  const posti = new Map<string, number>();
  const posto = (valore: unknown): number => {
    const gia = valore instanceof Segnaposto ? posti.get(valore.nome) : undefined;
    if (gia !== undefined) return gia;
    const nuovo = parametri.push(valore);
    if (valore instanceof Segnaposto) posti.set(valore.nome, nuovo);
    return nuovo;
  };
  return { text: strings.reduce((testo, pezzo, i) => `${testo}$${posto(values[i - 1])}${pezzo}`), values: parametri };
}
