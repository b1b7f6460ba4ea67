import type { sql } from './sql';

type Sql = ReturnType<typeof sql>;

class Segnaposto {
  constructor(readonly nome: string) {}
}

/**
 * Un'istruzione che si compone la prima volta che serve: comporne una lunga da capo a ogni clic costa quanto leggerne la risposta.
 * @param componi riceve un segnaposto al posto di ogni valore: lo mette tra i parametri, e non lo guarda
 * @returns l'istruzione con i valori al loro posto
 */
export function istruzione<V extends Record<string, string>>(componi: (valori: V) => Sql): (valori: V) => Pick<Sql, 'text' | 'values'> {
  let composta: Pick<Sql, 'text' | 'values'> | undefined;
  return (valori) => {
    if (!composta) {
      const { text, values } = componi(new Proxy({} as V, { get: (_, nome) => new Segnaposto(String(nome)) }));
      composta = { text, values };
    }
    const { text, values } = composta;
    return { text, values: values.map((valore) => (valore instanceof Segnaposto ? valori[valore.nome] : valore)) };
  };
}
