import type { Tabella } from '@/lib/dizionario/contratto';
import { eNumero } from './celle';
import type { CodiciDiColonna } from './codebook';

/** Lo script per Stata. Le etichette di Stata stanno su numeri: ogni variabile a codici ha accanto la sua numerica, con il suffisso _n. */

/** Stata tiene 80 caratteri per una variabile e non ha un modo semplice per le virgolette dentro un testo. */
const testo = (valore: string, massimo = 80): string => `\`"${valore.replace(/["`']/g, '’').replace(/\s+/g, ' ').slice(0, massimo)}"'`;
/** Nomi di al più 32 caratteri. */
const corto = (nome: string): string => nome.slice(0, 29);

export function scriptStata(tabelle: readonly Tabella[], codici: CodiciDiColonna): string {
  const parti = tabelle.map(({ nome, etichetta, colonne }) => {
    const righe = [
      `\n* ${etichetta}`,
      `import delimited using "csv-r/${nome}.csv", clear varnames(1) case(preserve) encoding("utf-8") stringcols(_all) bindquote(strict) maxquotedrows(unlimited)`,
      'foreach v of varlist _all {\n    replace `v\' = "" if `v\' == "NA"\n}',
    ];
    for (const colonna of colonne) {
      const v = colonna.nome.slice(0, 32);
      if (eNumero(colonna.tipo)) righe.push(`destring ${v}, replace`);
      if (colonna.tipo === 'data')
        righe.push(`generate ${corto(v)}_d = date(${v}, "YMD")`, `drop ${v}`, `rename ${corto(v)}_d ${v}`, `format ${v} %td`);
      righe.push(`label variable ${v} ${testo(colonna.etichetta)}`);
      const valori = colonna.multipla || eNumero(colonna.tipo) ? null : codici(colonna);
      if (!valori || valori.length === 0) continue;
      righe.push(
        `generate ${corto(v)}_n = .`,
        ...valori.map(([codice], n) => `replace ${corto(v)}_n = ${n + 1} if ${v} == ${testo(codice, 200)}`),
      );
      righe.push(`label define ${corto(v)}_e ${valori.map(([, e], n) => `${n + 1} ${testo(e, 200)}`).join(' ')}, replace`);
      righe.push(`label values ${corto(v)}_n ${corto(v)}_e`);
    }
    return [...righe, `save "${nome}.dta", replace`].join('\n');
  });
  return `* Legge le tabelle e applica etichette e codici. Si esegue dalla cartella dell'archivio: do script/leggi.do\n* NA vuol dire mancante.\nversion 14\n${parti.join('\n')}\n`;
}
