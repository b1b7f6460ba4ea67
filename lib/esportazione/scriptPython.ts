import type { Tabella, TipoColonna } from '@/lib/dizionario/contratto';
import type { CodiciDiColonna } from './codebook';

/** Lo script per Python: pandas, con le etichette in `attrs` e i codici in CODICI. */

const testo = (valore: string): string => JSON.stringify(valore);
const TIPO: Record<TipoColonna, string> = {
  ...{ id: 'string', testo: 'string', cod: 'string', mese: 'string', data: 'string' },
  ...{ int: 'Int64', dec: 'Float64', bool: 'Int64' },
};

const CODA = `

def leggi(nome):
    """Una tabella con i tipi giusti; le etichette delle variabili stanno in tabella.attrs["etichette"]."""
    t = pd.read_csv(CARTELLA / (nome + ".csv"), dtype=TIPI[nome], na_values=["NA"], keep_default_na=False, encoding="utf-8")
    for colonna in t.columns:
        if str(t[colonna].dtype) == "string":
            # l'apice che protegge i fogli di calcolo
            t[colonna] = t[colonna].str.replace(r"^'('*[=+@\\t\\r\\n-])", r"\\1", regex=True)
    for colonna in DATE[nome]:
        t[colonna] = pd.to_datetime(t[colonna], format="%Y-%m-%d")
    t.attrs["etichette"] = ETICHETTE[nome]
    return t


def etichetta_codici(tabella, nome):
    """La stessa tabella con l'etichetta al posto del codice, dove l'elenco e chiuso; un codice che l'elenco non ha resta com'e."""
    return tabella.assign(**{c: tabella[c].map(lambda v, e=e: e.get(v, v), na_action="ignore") for c, e in CODICI[nome].items()})


if __name__ == "__main__":
    for nome in TIPI:
        print(nome, len(leggi(nome)))
`;

export function scriptPython(tabelle: readonly Tabella[], codici: CodiciDiColonna): string {
  const voce = (coppie: readonly (readonly [string, string])[]): string =>
    `{${coppie.map(([a, b]) => `${testo(a)}: ${testo(b)}`).join(', ')}}`;
  const diOgnuna = (di: (tabella: Tabella) => string): string =>
    `{\n${tabelle.map((t) => `    ${testo(t.nome)}: ${di(t)},`).join('\n')}\n}`;
  const tipi = diOgnuna(({ colonne }) => voce(colonne.map((c) => [c.nome, TIPO[c.tipo]])));
  const date = diOgnuna(
    ({ colonne }) =>
      `[${colonne
        .filter(({ tipo }) => tipo === 'data')
        .map(({ nome }) => testo(nome))
        .join(', ')}]`,
  );
  const etichette = diOgnuna(({ colonne }) => voce(colonne.map((c) => [c.nome, c.etichetta])));
  const elenchi = diOgnuna(({ colonne }) => {
    const chiusi = colonne.flatMap((c) => {
      const valori = c.multipla ? null : codici(c);
      return valori ? [`${testo(c.nome)}: ${voce(valori)}`] : [];
    });
    return `{${chiusi.join(', ')}}`;
  });
  return `"""Legge le tabelle dell'archivio. NA vuol dire mancante. Si esegue o si importa: from leggi import leggi, etichetta_codici"""
from pathlib import Path

import pandas as pd

CARTELLA = Path(__file__).resolve().parent.parent / "csv-r"
TIPI = ${tipi}
DATE = ${date}
ETICHETTE = ${etichette}
CODICI = ${elenchi}
${CODA}`;
}
