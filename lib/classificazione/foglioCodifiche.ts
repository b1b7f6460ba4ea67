import type { Cella } from '@/lib/format/csv';
import type { Schema } from './voci';

/** Le codifiche di una tornata come si scaricano: una riga per progetto e voce. 1 = c'è, 0 = non c'è, NA = non ancora detto. */

export type Letta = { progetto: string; primo: string[]; secondo: string[]; proposta: string[] | null; decisa: string[] | null };

export const COLONNE_CODIFICHE: readonly (readonly [nome: string, significato: string])[] = [
  ['progetto_id', 'codice del progetto'],
  ['voce', 'codice della voce dello schema'],
  ['etichetta', 'la voce, in parole'],
  ['primo', 'chi ha preso il primo foglio: 1 presente, 0 assente'],
  ['secondo', 'chi ha preso il secondo foglio: 1 presente, 0 assente'],
  ['concordano', '1 se i due hanno risposto lo stesso'],
  ['proposta_ente', 'la proposta dell’ente capofila; NA se non ha proposto'],
  ['decisa', 'la classificazione in vigore; NA se non è ancora decisa'],
];

const segno = (voci: readonly string[] | null, codice: string): number | null => (voci === null ? null : Number(voci.includes(codice)));

export const righeCodifiche = ({ voci }: Pick<Schema, 'voci'>, lette: readonly Letta[]): Cella[][] =>
  lette.flatMap(({ progetto, primo, secondo, proposta, decisa }) =>
    voci.map(({ codice, etichetta }) => {
      const [uno, due] = [segno(primo, codice), segno(secondo, codice)];
      return [progetto, codice, etichetta, uno, due, Number(uno === due), segno(proposta, codice), segno(decisa, codice)];
    }),
  );
