import type { Codice, Tabella, TipoColonna } from '@/lib/dizionario/contratto';
import type { CodiciDiColonna } from './codebook';

/** Lo script per R: solo R di base, nessun pacchetto da installare. */

const testo = (valore: string): string => `"${valore.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
const CLASSE: Record<TipoColonna, string> = {
  ...{ id: 'character', testo: 'character', cod: 'character', mese: 'character' },
  ...{ data: 'Date', int: 'numeric', dec: 'numeric', bool: 'integer' },
};

const elenco = (codici: readonly Codice[]): string =>
  `c(${codici.map(([codice]) => testo(codice)).join(', ')}), c(${codici.map(([, etichetta]) => testo(etichetta)).join(', ')})`;

const TESTA = `# Legge le tabelle e applica etichette e codici del codebook. Si esegue dalla cartella dell'archivio: source("script/leggi.R")
# NA vuol dire mancante. L'apice che protegge i fogli di calcolo viene tolto.
cartella <- "csv-r"
leggi <- function(nome, tipi) {
  d <- read.csv(file.path(cartella, paste0(nome, ".csv")), colClasses = tipi, na.strings = "NA", encoding = "UTF-8", check.names = FALSE)
  testi <- vapply(d, is.character, logical(1))
  d[testi] <- lapply(d[testi], function(x) sub("^'('*[=+@\\t\\r\\n-])", "\\\\1", x))
  d
}
# un codice che l'elenco non ha resta com'è: nessun valore diventa mancante da solo
codici <- function(x, valori, etichette) {
  altri <- setdiff(unique(x[!is.na(x)]), valori)
  factor(x, levels = c(valori, altri), labels = make.unique(c(etichette, altri)))
}
etichetta <- function(x, nome) { attr(x, "label") <- nome; x }
`;

export function scriptR(tabelle: readonly Tabella[], codici: CodiciDiColonna): string {
  const parti = tabelle.map((tabella) => {
    const { nome, colonne } = tabella;
    const righe = [
      `\n# ${tabella.etichetta}`,
      `${nome} <- leggi(${testo(nome)}, c(${colonne.map((c) => `${c.nome} = ${testo(CLASSE[c.tipo])}`).join(', ')}))`,
    ];
    for (const colonna of colonne) {
      const valori = colonna.multipla ? null : codici(colonna);
      if (valori) righe.push(`${nome}$${colonna.nome} <- codici(${nome}$${colonna.nome}, ${elenco(valori)})`);
      righe.push(`${nome}$${colonna.nome} <- etichetta(${nome}$${colonna.nome}, ${testo(colonna.etichetta)})`);
    }
    return righe.join('\n');
  });
  return `${TESTA}${parti.join('\n')}\n`;
}
