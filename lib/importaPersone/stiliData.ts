import { attributo, elementi, prefissoDi, primo } from './xml';

/** I formati di data che Excel ha di suo (ECMA-376, 18.8.30): gli altri si riconoscono dal codice. */
const PROPRI = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Vero se un codice di formato mostra un giorno o un anno, fuori da virgolette, parentesi e caratteri protetti. */
export const eFormatoData = (codice: string): boolean => /[dy]/i.test(codice.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''));

/** Gli stili (posti di cellXfs) con cui una cella con un numero è una data. */
export function stiliData(stili: string): ReadonlySet<number> {
  const p = prefissoDi(stili, 'styleSheet');
  const codici = new Map(
    [...elementi(primo(stili, `${p}numFmts`)?.dentro ?? '', `${p}numFmt`)].map(({ attributi }) => [
      Number(attributo(attributi, 'numFmtId')),
      attributo(attributi, 'formatCode') ?? '',
    ]),
  );
  const formati = [...elementi(primo(stili, `${p}cellXfs`)?.dentro ?? '', `${p}xf`)].map(({ attributi }) =>
    Number(attributo(attributi, 'numFmtId') ?? 0),
  );
  return new Set(formati.flatMap((id, posto) => ((codici.has(id) ? eFormatoData(codici.get(id) ?? '') : PROPRI(id)) ? [posto] : [])));
}
