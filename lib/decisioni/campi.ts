import { euro } from '@/lib/format/euro';
import { scriviImporto } from '@/lib/format/importo';
import type { PerCategoria } from './regole';

/** Una riga della concessione: la categoria, quanto chiede e il campo in cui scrivere quanto si concede. */
export type RigaConcesso = { categoria: string; etichetta: string; chiesto: string; campo: string; valore: string };

/** Le righe da compilare, nell'ordine delle categorie del bando; una categoria che il bando non nomina resta in fondo con il suo codice. */
export function righeConcesso(richiesto: PerCategoria, categorie: readonly { codice: string; etichetta: string }[]): RigaConcesso[] {
  const note = categorie.map(({ codice }) => codice);
  const ordine = [...note, ...Object.keys(richiesto).filter((codice) => !note.includes(codice))];
  return ordine.flatMap((categoria) => {
    const cents = Object.hasOwn(richiesto, categoria) ? richiesto[categoria] : undefined;
    if (cents === undefined) return [];
    const etichetta = categorie.find(({ codice }) => codice === categoria)?.etichetta ?? categoria;
    return [{ categoria, etichetta, chiesto: euro(cents), campo: `concesso.${categoria}`, valore: scriviImporto(String(cents)) }];
  });
}
