import type { Tabella, TipoColonna } from '@/lib/dizionario/contratto';
import type { CodiciDiColonna } from './codebook';

/** La sintassi per SPSS. */

const testo = (valore: string, massimo = 255): string => `'${valore.replace(/\s+/g, ' ').slice(0, massimo).replace(/'/g, "''")}'`;
const FORMATO: Record<TipoColonna, string> = {
  ...{ id: 'A60', testo: 'A2000', cod: 'A200', mese: 'A7' },
  ...{ data: 'SDATE10', int: 'F16.0', dec: 'F20.2', bool: 'F1.0' },
};
const STRINGHE: readonly TipoColonna[] = ['id', 'testo', 'cod', 'mese'];

export function scriptSpss(tabelle: readonly Tabella[], codici: CodiciDiColonna): string {
  const parti = tabelle.map(({ nome, etichetta, colonne }) => {
    const valori = colonne.flatMap((c) => {
      const suoi = c.multipla || c.tipo === 'bool' ? null : codici(c);
      return suoi && suoi.length > 0 ? [`  /${c.nome} ${suoi.map(([codice, e]) => `${testo(codice)} ${testo(e, 120)}`).join(' ')}`] : [];
    });
    // SPSS ammette valori mancanti solo su stringhe di al più otto caratteri: altrove NA si ricodifica
    const stringhe = colonne.filter(({ tipo }) => STRINGHE.includes(tipo)).map((c) => c.nome);
    return [
      `\n* ${etichetta}.`,
      `GET DATA /TYPE=TXT /FILE='csv-r/${nome}.csv' /ENCODING='UTF8' /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /VARIABLES=`,
      `${colonne.map((c) => `  ${c.nome} ${FORMATO[c.tipo]}`).join('\n')}.`,
      ...(stringhe.length > 0 ? [`RECODE ${stringhe.join(' ')} ('NA'='').`] : []),
      `VARIABLE LABELS\n${colonne.map((c) => `  ${c.nome} ${testo(c.etichetta)}`).join('\n')}.`,
      ...(valori.length > 0 ? [`VALUE LABELS\n${valori.join('\n')}.`] : []),
      `SAVE OUTFILE='${nome}.sav'.`,
    ].join('\n');
  });
  return `* Legge le tabelle e applica etichette e codici. Si esegue dalla cartella dell’archivio.\n* Un NA in una variabile numerica diventa mancante di sistema.\n${parti.join('\n')}\n`;
}
